"""What the budget is already meant for, in the company's words: «ahí tiene que entrar un viaje a Hamburgo»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retention_coach.assessment.phrases import phrases
from retention_coach.domain.interview import AnsweredQuestion

_EARMARK = re.compile(
    r"\b(?:ahi|de ahi|de eso|con eso|eso)\b[a-z ]{0,20}?\b(?:tiene|tienen|debe|deben|hay|va|van) (?:que |a )?"
    r"(?:entrar|salir|incluir|pagar|cubrir)\b.*"
    r"|\b(?:incluye|incluido|incluida|apartado|apartada|separado|reservado) [a-z].*"
)


@dataclass(frozen=True, slots=True)
class Earmark:
    """An expense that the company counts within the budget: its words, and the question whose answer says so."""

    words: str
    answer: str


def earmarks(answers: Sequence[AnsweredQuestion]) -> tuple[Earmark, ...]:
    """The expenses that the answers on resources put into the budget; those for the consultant alone left out."""
    return tuple(
        Earmark(phrase.words(match.start(), match.end()).strip(" .,;"), answer.id)
        for answer in answers
        if answer.topic == "resources" and answer.text and not answer.consultant_only
        for phrase in phrases(answer.text)
        if re.search(r"\b(?:mil|usd|presupuesto|dolares|\d{3,})", phrase.text)
        for match in [_EARMARK.search(phrase.text)]
        if match is not None
    )
