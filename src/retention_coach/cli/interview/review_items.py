"""What was understood as a numbered list, and what a person says of it as corrections."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retention_coach.domain.interview import Corrections
from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.signals import SignalEntry
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.lexicon import words
from retention_coach.report.readings import AnswerReading, FigureReading, SignalReading
from retention_coach.understanding.understand import understand

_ADDING = re.compile(r"\+\s*(?:(q\d+(?:\.\d+)?)\b[\s:,]*)?(.*)", re.IGNORECASE | re.DOTALL)
_BETWEEN_NUMBERS = re.compile(r"[\s,;.]+|\by\b")

Reading = SignalReading | FigureReading


@dataclass(frozen=True, slots=True)
class Striking:
    """These are not so, or are so after all where they were struck out before."""

    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Adding:
    """The answer shows something that was not recognised; `question` is empty where the person did not say which."""

    question: str
    words: str


def numbered(answers: Iterable[AnswerReading]) -> tuple[Reading, ...]:
    """What was understood of the answers in the order of its numbers, from 1: of each, signals and then figures."""
    listed: list[Reading] = []
    for answer in answers:
        listed += answer.signals
        listed += answer.figures
    return tuple(listed)


def read_request(text: str, listed: Sequence[Reading], questions: Sequence[str]) -> Striking | Adding | None:
    """What was typed below the list; None for a plain Enter.

    Raises:
        InvalidInputError: it is neither numbers of the list nor something to add to one of the questions.
    """
    if not text.strip():
        return None
    adding = _ADDING.fullmatch(text.strip())
    if adding:
        return _adding((adding[1] or "").upper(), adding[2].strip(), questions)
    pieces = [piece for piece in _BETWEEN_NUMBERS.split(text) if piece]
    if not pieces or not all(piece.isdecimal() and 1 <= int(piece) <= len(listed) for piece in pieces):
        raise InvalidInputError(
            f"«{text[:40]}» no son números de la lista.",
            hint="Escriba los de lo que no es así, como «2 4»; para agregar algo, «+ errores en facturas».",
        )
    return Striking(tuple(listed[number - 1] for number in dict.fromkeys(map(int, pieces))))


def struck(corrections: Corrections, readings: Iterable[Reading]) -> Corrections:
    """The corrections of an answer after these readings of it were struck out, or taken back in."""
    for reading in readings:
        if isinstance(reading, FigureReading):
            wrong = _toggled(corrections.wrong_figures, reading.found.words)
            corrections = corrections.model_copy(update={"wrong_figures": wrong})
        elif reading.stand == "added":
            corrections = corrections.model_copy(update={"added": _toggled(corrections.added, reading.code)})
        else:
            corrections = corrections.model_copy(update={"removed": _toggled(corrections.removed, reading.code)})
    return corrections


def with_signal(corrections: Corrections, code: Signal) -> Corrections:
    """The corrections of an answer after a signal was added; one that was struck out is so after all."""
    removed = tuple(item for item in corrections.removed if item != code)
    if removed != corrections.removed:
        return corrections.model_copy(update={"removed": removed})
    return corrections.model_copy(update={"added": (*corrections.added, code)})


def signals_named(text: str, knowledge: Knowledge) -> tuple[SignalEntry, ...]:
    """The signals that a person means: by words of their name, else by what the words say.

    Raises:
        InvalidInputError: none is meant.
    """
    wanted = words(text)
    by_name = [entry for entry in knowledge.signals if wanted and _begin(wanted, words(entry.label))]
    said = {found.code for found in understand(text, knowledge).signals}
    found = by_name or [entry for entry in knowledge.signals if entry.code in said]
    if not found:
        known = "; ".join(entry.label.lower() for entry in knowledge.signals)
        raise InvalidInputError(
            f"No se reconoce «{text[:40]}».", hint=f"Escriba una palabra de su nombre. Los que hay: {known}."
        )
    return tuple(found)


def _adding(question: str, said: str, questions: Sequence[str]) -> Adding:
    if question and question not in questions:
        raise InvalidInputError(
            f"«{question}» no está entre estas respuestas.", hint=f"Las de la lista: {', '.join(questions)}."
        )
    if not said:
        raise InvalidInputError("Falta qué agregar.", hint="Por ejemplo: «+ Q7 errores en facturas».")
    return Adding(question or (questions[0] if len(questions) == 1 else ""), said)


def _begin(wanted: Sequence[str], spoken: Sequence[str]) -> bool:
    """Whether each wanted word begins one of the spoken ones: «factur» means «facturación»."""
    return all(any(word.startswith(piece) for word in spoken) for piece in wanted)


def _toggled(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return tuple(each for each in items if each != item) if item in items else (*items, item)
