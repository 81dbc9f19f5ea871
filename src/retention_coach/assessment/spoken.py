"""The sentences of a company's open answers, each with where it stands; what is confidential is not among them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.ports import StepInputs

STORY = "Q16"
"""The question of the bank that asks for the best case."""

_SENTENCE = re.compile(r"(?:[^.;!?¡¿\n]|[.](?=\d))+")
_NOTHING = re.compile(
    r"\s*(?:no s[eé]\b|no sabemos|ningun|nada\b|todav[ií]a no|a[uú]n no|no tenemos|no hay)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an open answer: exactly as typed, without the blanks around it."""

    question: str
    text: str


def spoken(inputs: StepInputs, *questions: str) -> Iterator[Sentence]:
    """The sentences of these questions' answers and of the follow-ups to them, in the order asked."""
    wanted = set(questions)
    for answer in inputs.answers:
        if answer.id.partition(".")[0] in wanted:
            yield from _sentences(answer)


def spoken_about(inputs: StepInputs, topics: Collection[str]) -> Iterator[Sentence]:
    """The sentences of every open answer on these topics."""
    for answer in inputs.answers:
        if answer.topic in topics:
            yield from _sentences(answer)


def says_nothing(text: str) -> bool:
    """Whether a text begins by saying that there is nothing to tell, or that it is not known."""
    return _NOTHING.match(text) is not None


def _sentences(answer: AnsweredQuestion) -> Iterator[Sentence]:
    if answer.consultant_only or not answer.text:
        return
    for match in _SENTENCE.finditer(answer.text):
        if match.group().strip():
            yield Sentence(answer.id, match.group().strip())
