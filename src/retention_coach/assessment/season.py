"""What the company says of its customers' season: asked whether that of the sector is right, or of its own accord."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.knowledge.entries.sectors import Activity, MonthNote
from retention_coach.knowledge.lexicon import words
from retention_coach.spanish.formats import MONTHS, join_words
from retention_coach.spanish.words import word_set

QUESTION = "Q0"
"""The question that asks it."""

_BUSY_MONTHS = "Q9"
_THEIRS = re.compile(r"\b(?:ellos|(?:los|nuestros|mis) clientes)\b")
_SENTENCE = re.compile(r"[^.;!?\n]+")
_HIGH = ("fuerte", "alt", "pico", "terrible", "exigent", "ocupad", "movid", "llen", "pesad", "satur", "subimos", "sube")
_LOW = ("floj", "baj", "tranquil", "parad", "muert", "lent", "calmad", "quiet", "suave")
_OTHERWISE = re.compile(
    r"^(?:no(?! (?:se|sabemos|sabria|tenemos idea|estoy segur)\b)|para nada|al contrario|al reves|es al reves)\b"
    r"|\b(?:son otr[oa]s|es otr[oa]|no es asi|no es cierto|no coincide|es distint[oa]|es diferente)\b"
)
_LINKS = word_set("y e a al hasta o")
_RANGE = word_set("a al hasta")


@dataclass(frozen=True, slots=True)
class SeasonSaid:
    """The company's own season.

    Attributes:
        is_other: whether the company says that it is not that of its sector.
        high: the months, 1 to 12, that it calls demanding.
        low: those that it calls quiet.
    """

    is_other: bool = False
    high: tuple[int, ...] = ()
    low: tuple[int, ...] = ()

    def note(self, usual: MonthNote) -> MonthNote:
        """What a month is for this company, given what it usually is in its sector."""
        said: Activity | None = "high" if usual.month in self.high else "low" if usual.month in self.low else None
        if said is not None and (said != usual.activity or self.is_other):
            return MonthNote(month=usual.month, activity=said, text=_OWN_WORDS[said])
        if self.is_other:
            return MonthNote(month=usual.month, activity="normal", text=_NOT_USUAL)
        return usual

    @property
    def sentence(self) -> str:
        """What was understood; empty if nothing was."""
        parts = [
            "no es la usual del sector" if self.is_other else "",
            f"meses fuertes: {month_names(self.high)}" if self.high else "",
            f"meses tranquilos: {month_names(self.low)}" if self.low else "",
        ]
        return "; ".join(part for part in parts if part)


def season_said(answers: Iterable[AnsweredQuestion]) -> SeasonSaid:
    """What the answers say of the customers' season; nothing where none was given.

    Of the answer on the year's demanding months only the sentences that speak of the customers count: what the company
    says of itself is its own calendar, and what it says of one trade is not that of all. The question on the season
    itself has the last word.
    """
    texts = {item.id: item.text or "" for item in answers if item.id in {QUESTION, _BUSY_MONTHS}}
    asked = texts.get(QUESTION, "")
    theirs = [each for each in _SENTENCE.findall(texts.get(_BUSY_MONTHS, "")) if _THEIRS.search(" ".join(words(each)))]
    found: dict[int, Activity] = {}
    for sentence in (*theirs, *_SENTENCE.findall(asked)):
        for months, activity in _named(words(sentence)):
            found.update(dict.fromkeys(months, activity))
    return SeasonSaid(
        is_other=_OTHERWISE.search(" ".join(words(asked))) is not None,
        high=tuple(sorted(month for month, activity in found.items() if activity == "high")),
        low=tuple(sorted(month for month, activity in found.items() if activity == "low")),
    )


def month_names(months: Sequence[int]) -> str:
    """«mayo y junio»."""
    return join_words([MONTHS[month - 1] for month in months])


_OWN_WORDS: dict[Activity, str] = {
    "high": "La empresa dice que es un mes fuerte: contactos cortos y acordados antes.",
    "low": "La empresa dice que es un mes tranquilo: hay tiempo para conversar.",
}
_NOT_USUAL = "La empresa no vive el ciclo usual del sector: confirme con cada cliente cómo le va este mes."


def _named(spoken: Sequence[str]) -> Iterator[tuple[tuple[int, ...], Activity]]:
    """The months of a sentence, each group with the word nearest to it that says how they are."""
    said = [(place, activity) for place, word in enumerate(spoken) if (activity := _activity(spoken, place, word))]
    for first, last, months in _groups(spoken):
        near = sorted((min(abs(place - first), abs(place - last)), -place, activity) for place, activity in said)
        if near:
            yield months, near[0][2]


def _activity(spoken: Sequence[str], place: int, word: str) -> Activity | None:
    if "no" in spoken[max(0, place - 2) : place]:
        return None
    if word.startswith(_HIGH):
        return "high"
    return "low" if word.startswith(_LOW) else None


def _groups(spoken: Sequence[str]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """«Mayo y junio», «de julio a septiembre»: where each stands, and its months."""
    place = 0
    while place < len(spoken):
        if spoken[place] not in MONTHS:
            place += 1
            continue
        first, months = place, [_number(spoken[place])]
        while place + 2 < len(spoken) and spoken[place + 1] in _LINKS and spoken[place + 2] in MONTHS:
            following = _number(spoken[place + 2])
            months += _until(months[-1], following) if spoken[place + 1] in _RANGE else [following]
            place += 2
        yield first, place, tuple(months)
        place += 1


def _until(first: int, last: int) -> list[int]:
    """The months after one, up to another, over New Year if need be."""
    return [(first + step - 1) % 12 + 1 for step in range(1, (last - first) % 12 + 1)]


def _number(name: str) -> int:
    return MONTHS.index(name) + 1
