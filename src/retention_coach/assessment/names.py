"""Who is named in a sentence: accounts, by their names and contacts, and segments."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from retention_coach.assessment.callings import Call, calls
from retention_coach.assessment.subjects import Subject
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.spanish.words import word_set
from retention_coach.understanding.tokens import Token

_TITLES = word_set("""
    don dona senor senora sr sra ing ingeniero ingeniera lic lcdo lcda licenciado licenciada dr dra doctor doctora
    econ economista arq arquitecto arquitecta abg abogado abogada
    """)
_STANDING_IN = word_set("en de desde hasta hacia por para a del")
_LONGEST_ENDING = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of a sentence that name a subject.

    Attributes:
        subject: whom they name.
        first: index of the first of them among the sentence's tokens.
        after: index after the last.
    """

    subject: Subject
    first: int
    after: int


class Names:
    """The names of one company's accounts, contacts and segments, ready to be looked for."""

    def __init__(self, profile: Profile, knowledge: Knowledge) -> None:
        self._stems: list[Call] = []
        self._by_word: dict[str, list[Call]] = {}
        for call in calls(profile, knowledge):
            (self._stems if call.is_stem else self._by_word.setdefault(call.words[0], [])).append(call)

    def namings(self, text: str, tokens: Sequence[Token]) -> tuple[Naming, ...]:
        """Who is named in a sentence of a text, in order; of words that overlap the longest name holds."""
        found = [
            Naming(call.subject, start, start + len(call.words))
            for start, token in enumerate(tokens)
            for call in (*self._by_word.get(token.word, ()), *self._stems)
            if _stands(call, text, tokens, start)
        ]
        kept: list[Naming] = []
        for naming in sorted(found, key=lambda item: (item.first - item.after, item.first, item.subject.kind)):
            if all(naming.after <= other.first or other.after <= naming.first for other in kept):
                kept.append(naming)
        return tuple(sorted(kept, key=lambda item: item.first))


def _stands(call: Call, text: str, tokens: Sequence[Token], start: int) -> bool:
    """Whether the words of a call stand at a token, and look as they must."""
    said = tokens[start : start + len(call.words)]
    if call.is_stem:
        word, stem = said[0].word, call.words[0]
        return word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING
    if tuple(token.word for token in said) != call.words:
        return False
    before = [token.word for token in tokens[:start] if token.is_word]
    return not (
        (call.needs_capital and not _has_capitals(text, said))
        or (call.within and not before)
        or (call.is_place and before and before[-1] in _STANDING_IN)
        or (call.needs_title and not _TITLES.intersection(before[-1:]))
    )


def _has_capitals(text: str, said: Collection[Token]) -> bool:
    return all(text[token.start].isupper() for token in said)
