"""Which sentences of which answers speak of a named account or of a segment."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from retention_coach.assessment.names import Names, Naming
from retention_coach.assessment.statements import Statement, statements
from retention_coach.assessment.subjects import Subject
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.ports import StepInputs
from retention_coach.spanish.words import word_set
from retention_coach.understanding.found import SignalFound

_OPENERS = word_set("y e pero ya no tambien ahora ademas porque si que asi entonces hoy")
_PRONOUNS = word_set("ella ellas ellos les le")
_POINTERS = word_set("ese esa esos esas este esta estos estas")
_AFTER_POINTER = word_set("que no ya si se nos me le les creo creemos dice dicen es son siempre nunca tambien")
_SEVERAL = word_set("esas esos estas estos ambas ambos las los")
_TWO_OR_MORE = word_set("dos tres cuatro cinco")
_OTHERS = word_set("otro otra otros otras demas resto ultima ultimo")
_DENYING = word_set("no ni ningun ninguno ninguna nadie tampoco")
_THEY_DO = word_set("dice dicen quiere quieren pide piden pidio debe deben sigue siguen estan tiene tienen")


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that speaks of a subject.

    Attributes:
        subject: of whom.
        statement: the sentence.
        spans: the parts of the answer's text that speak of it: the whole sentence, or only its clauses where
            the sentence names several subjects.
        by_name: whether the sentence names it; else it goes on about whom the sentence before named.
        sets_aside: whether it is named to say that it is not the case: «ninguno de los importadores», «Mersin no».
    """

    subject: Subject
    statement: Statement
    spans: tuple[tuple[int, int], ...]
    by_name: bool
    sets_aside: bool = False

    def shown(self) -> tuple[SignalFound, ...]:
        """The signals that the sentence shows of the subject."""
        return tuple(item for item in self.statement.shown if self._holds(item))

    def denied(self) -> tuple[SignalFound, ...]:
        """The signals that the sentence denies of the subject."""
        return tuple(item for item in self.statement.denied if self._holds(item))

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words that speak of the subject."""
        return tuple(
            token.word
            for token in self.statement.tokens
            if token.is_word and any(start <= token.start < end for start, end in self.spans)
        )

    def _holds(self, item: SignalFound) -> bool:
        return any(start <= item.start < end for start, end in self.spans)


def mentions(inputs: StepInputs, knowledge: Knowledge) -> tuple[Mention, ...]:
    """Every mention of an account or a segment, in the order of the answers."""
    return _mentions(inputs.profile, inputs.answers, knowledge)


@lru_cache(maxsize=8)
def _mentions(profile: Profile, answers: tuple[AnsweredQuestion, ...], knowledge: Knowledge) -> tuple[Mention, ...]:
    """The same, remembered: every step of the chain asks again."""
    names = Names(profile, knowledge)
    found: list[Mention] = []
    for answer in answers:
        before: tuple[Subject, ...] = ()
        introduced = False
        for statement in statements(answer, knowledge):
            namings = names.namings(answer.text or "", statement.tokens)
            if namings:
                told = _by_clause(statement, namings)
                aside = {naming.subject for naming in namings if _is_set_aside(statement, naming)}
                found += (
                    Mention(subject, statement, tuple(spans), by_name=True, sets_aside=subject in aside)
                    for subject, spans in told.items()
                )
                before = tuple(told)
            else:
                start, end = statement.tokens[0].start, statement.tokens[-1].end
                carried = before if introduced else _carried(statement, before)
                found += (Mention(subject, statement, ((start, end),), by_name=False) for subject in carried)
                before = ()
            introduced = statement.tokens[-1].word == ":"
    return tuple(found)


def _by_clause(statement: Statement, namings: Sequence[Naming]) -> dict[Subject, list[tuple[int, int]]]:
    """The parts of a sentence that speak of each subject named in it."""
    told: dict[Subject, list[tuple[int, int]]] = {naming.subject: [] for naming in namings}
    current: tuple[Subject, ...] = tuple(naming.subject for naming in namings[:1])
    named: list[Subject] = []
    for clause in statement.clauses:
        here = [naming.subject for naming in namings if clause.first <= naming.first < clause.after]
        named += here
        if here:
            current = tuple(dict.fromkeys(here))
        elif _speaks_of_several(clause.words):
            current = tuple(dict.fromkeys(named))
        elif not _OTHERS.isdisjoint(clause.words[:3]):
            current = ()
        for subject in current:
            told[subject].append((clause.start, clause.end))
    return told


def _is_set_aside(statement: Statement, naming: Naming) -> bool:
    before = [token.word for token in statement.tokens[: naming.first] if token.is_word]
    after = [token.word for token in statement.tokens[naming.after : naming.after + 2]]
    return (
        not _DENYING.isdisjoint(before[-4:]) or (after[:1] == ["no"] and not after[-1][0].isalpha()) or after == ["no"]
    )


def _carried(statement: Statement, before: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Those of whom a sentence goes on to speak without naming them: by a pronoun, or with no subject of its own."""
    said = list(statement.words)
    if not before or not _OTHERS.isdisjoint(said[:3]):
        return ()
    if _speaks_of_several(said[:4]):
        return before
    while said and said[0] in _OPENERS:
        said.pop(0)
    if not said or len(before) > 1:
        return ()
    points = said[0] in _POINTERS and not _AFTER_POINTER.isdisjoint(said[1:2])
    return before if points or said[0] in _PRONOUNS | _THEY_DO else ()


def _speaks_of_several(said: Sequence[str]) -> bool:
    """«Esas dos me quitan el sueño», «ambas se quejan»."""
    pairs = pairwise(said)
    return not {"ambas", "ambos"}.isdisjoint(said) or any(a in _SEVERAL and b in _TWO_OR_MORE for a, b in pairs)
