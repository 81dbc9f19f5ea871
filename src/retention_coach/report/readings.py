"""What was understood of each answer, in words: for the consultant and for programs, never for the company."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from retention_coach.assessment.season import season_said
from retention_coach.chain import outputs
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.session import Session
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.vocabulary import SIGNALS, Signal
from retention_coach.spanish.cleaning import one_line
from retention_coach.spanish.formats import join_words, money, number, percent, plural
from retention_coach.spanish.words import normalise_spaces
from retention_coach.understanding.found import Period, QuantityFound, SignalFound, Unit
from retention_coach.understanding.understand import understand

Stand = Literal["shown", "doubted", "denied", "added", "removed"]


@dataclass(frozen=True, slots=True)
class SignalReading:
    """One signal in one answer.

    Attributes:
        question: the answer's question: `Q7`.
        code: the signal.
        label: its name.
        stand: said, said with doubt, said not to be so; added or removed by a person.
        found: where the answer says so, in order; empty for what a person added.
        quotes: the exact words, with the «no» before them that they need to be understood.
    """

    question: str
    code: Signal
    label: str
    stand: Stand
    found: tuple[SignalFound, ...]
    quotes: tuple[str, ...]

    @property
    def name(self) -> str:
        """«Respuesta lenta (con duda)»."""
        mark = _STANDS[self.stand]
        return f"{self.label} ({mark})" if mark else self.label

    @property
    def sentence(self) -> str:
        """«Respuesta lenta: «nos demoramos en contestar»»."""
        return f"{self.name}: {self.words}" if self.quotes else self.name

    @property
    def words(self) -> str:
        """The quotes in one text: «no medimos» y «al ojo»."""
        return join_words([f"«{quote}»" for quote in self.quotes])


@dataclass(frozen=True, slots=True)
class FigureReading:
    """One figure with its unit in one answer; `is_wrong` where a person said that it is not so."""

    question: str
    found: QuantityFound
    is_wrong: bool

    @property
    def sentence(self) -> str:
        """«8 de 120 clientes, al año («8 de 120»)»; the words are left out where they say the same."""
        meant, said = figure_words(self.found), one_line(self.found.words)
        shown = meant if normalise_spaces(meant) == said else f"{meant} («{said}»)"
        return f"{shown} (quitada)" if self.is_wrong else shown


@dataclass(frozen=True, slots=True)
class AnswerReading:
    """Everything understood of one answer.

    Attributes:
        answer: the answer.
        signals: what it shows or denies.
        figures: its figures.
        season: what it says of the company's season, where that was asked; else empty.
        is_guess: whether it says anything as a guess.
    """

    answer: AnsweredQuestion
    signals: tuple[SignalReading, ...]
    figures: tuple[FigureReading, ...]
    season: str
    is_guess: bool

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was understood, each thing a sentence without its full stop; what was removed is left out."""
        signals = [item.sentence for item in self.signals if item.stand != "removed"]
        figures = [item.sentence for item in self.figures if not item.is_wrong]
        season = [f"Temporada: {self.season}"] if self.season else []
        return (*season, *signals, *([f"Cifras: {', '.join(figures)}"] if figures else []))


def readings(session: Session, knowledge: Knowledge) -> tuple[AnswerReading, ...]:
    """What was understood of each answer with a text, in the order of the interview."""
    return tuple(reading_of(item, knowledge) for item in outputs.answered(session) if item.text)


def signals_seen(answers: Iterable[AnswerReading]) -> tuple[str, ...]:
    """Each signal that the answers show, with where: «Respuesta lenta (Q7 y Q13)»."""
    places: dict[str, list[str]] = {}
    for answer in answers:
        for item in answer.signals:
            if item.stand not in {"denied", "removed"}:
                places.setdefault(item.label, []).append(item.question)
    return tuple(f"{label} ({join_words(questions)})" for label, questions in places.items())


def reading_of(answer: AnsweredQuestion, knowledge: Knowledge) -> AnswerReading:
    """What was understood of one answer, with what a person took away and added."""
    return AnswerReading(
        answer=answer,
        signals=tuple(_signals(answer, knowledge)),
        figures=tuple(_figures(answer, knowledge)),
        season=season_said([answer]).sentence,
        is_guess=understand(answer.text or "", knowledge).hedged,
    )


def figure_words(found: QuantityFound) -> str:
    """«unos 8 de 120 clientes, al año», «USD 18.000», «4 horas»."""
    counted = _NOUNS.get(found.unit) if found.unit else None
    last = found.value if found.whole is None else found.whole
    match found.unit:
        case "usd":
            amount = money(found.value)
        case "percent":
            amount = percent(found.value)
        case _:
            amount = plural(last, *counted) if counted else number(last)
            amount = amount if found.whole is None else f"{number(found.value)} de {amount}"
    about = "aproximadamente " if found.approximate else ""
    return f"{about}{amount}{f', {_PERIODS[found.period]}' if found.period else ''}"


def _signals(answer: AnsweredQuestion, knowledge: Knowledge) -> Iterator[SignalReading]:
    read = understand(answer.text or "", knowledge)
    shown = {item.code for item in read.signals}
    for code in SIGNALS:
        found = tuple(item for item in (*read.signals, *read.denied) if item.code == code)
        stand = _stand(answer, code, found, is_shown=code in shown)
        if stand is not None:
            said = () if stand == "added" else found
            quotes = dict.fromkeys(_quote(answer.text or "", item) for item in said)
            yield SignalReading(answer.id, code, knowledge.signal(code).label, stand, said, tuple(quotes))


def _stand(answer: AnsweredQuestion, code: Signal, found: tuple[SignalFound, ...], *, is_shown: bool) -> Stand | None:
    if code in answer.corrections.added:
        return "added"
    if not found:
        return None
    if code in answer.corrections.removed:
        return "removed"
    if not is_shown:
        return "denied"
    return "doubted" if all(item.hedged for item in found) else "shown"


def _quote(text: str, found: SignalFound) -> str:
    """The words of a signal; «tenemos CRM» would say the contrary of «no tenemos CRM»."""
    before = _BEFORE.search(text, 0, found.start)
    return one_line(text[before.start() if before else found.start : found.end])


def _figures(answer: AnsweredQuestion, knowledge: Knowledge) -> Iterator[FigureReading]:
    wrong = answer.corrections.wrong_figures
    for found in understand(answer.text or "", knowledge).quantities:
        if found.unit in _TOLD or found.period is not None:  # a bare number or duration says nothing to check
            yield FigureReading(answer.id, found, found.words in wrong)


_BEFORE = re.compile(r"\b(?:no|ni|sin|nunca|nadie|casi|poco|pocos|pocas)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)

_STANDS: dict[Stand, str] = {
    "shown": "",
    "doubted": "con duda",
    "denied": "dice que no",
    "added": "agregada",
    "removed": "quitada",
}

_TOLD: frozenset[Unit | None] = frozenset({"customers", "usd", "percent", "hours", "days", "people"})

_NOUNS: dict[Unit, tuple[str, str]] = {
    "customers": ("cliente", "clientes"),
    "hours": ("hora", "horas"),
    "days": ("día", "días"),
    "weeks": ("semana", "semanas"),
    "months": ("mes", "meses"),
    "people": ("persona", "personas"),
}

_PERIODS: dict[Period, str] = {
    "day": "al día",
    "week": "a la semana",
    "month": "al mes",
    "quarter": "al trimestre",
    "semester": "al semestre",
    "year": "al año",
}
