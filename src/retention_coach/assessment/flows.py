"""The waits that customers complain of, each a flow of its own: a claim is not an order, nor a credit a message."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from retention_coach.assessment.phrases import NUMBER, phrases
from retention_coach.domain.base import Unit
from retention_coach.domain.interview import AnsweredQuestion

WAIT_UNITS: dict[str, tuple[float, Unit]] = {
    "hora": (1, "hours"), "dia": (1, "days"), "semana": (7, "days"), "mes": (30, "days"),
}  # fmt: skip
"""How a wait is counted: each noun with its factor and unit."""

DURATION = rf"(?P<low>{NUMBER})(?: (?:a|o|y|u|-) (?P<high>{NUMBER}))? (?P<noun>hora|dia|semana|mes)(?:s|es)?\b"
"""«3 o 4 semanas» in a phrase."""

_OURS = re.compile(rf"\b(?:nos |)(?:demoramos|tardamos|toma|demora|tarda)\b[a-z ]{{0,25}}?\b{DURATION}")


@dataclass(frozen=True, slots=True)
class Flow:
    """What a customer waits for.

    Attributes:
        key: its id; `message` is what the indicator of response measures in every company.
        name: with its article.
        said: how its words begin, in folded text.
    """

    key: str
    name: str
    said: re.Pattern[str]


FLOWS: tuple[Flow, ...] = tuple(
    Flow(key, name, re.compile(rf"\b(?:{said})"))
    for key, name, said in (
        ("claim", "la respuesta a un reclamo", "reclam|queja|garantia|devolucion"),
        ("approval", "la aprobación de una solicitud", "aprob|credito|desembols|prestamo"),
        ("quote", "la entrega de una cotización", "cotiza|proforma"),
        ("repair", "la atención de una avería", "averia|ticket|incidencia|emergencia|repara|soporte"),
        ("delivery", "la entrega de un pedido", "entreg|despach"),
        ("message", "la primera respuesta", "respond|contest|respuesta|mensaje|correo|whatsapp|consulta"),
    )
)


@dataclass(frozen=True, slots=True)
class Wait:
    """How long a flow takes today, in the company's words; `value` is the middle of a range."""

    flow: Flow
    value: float
    unit: Unit
    answer: str
    words: str


def flow_in(text: str) -> Flow | None:
    """The flow that a piece of a phrase speaks of; of several, the most particular."""
    return next((flow for flow in FLOWS if flow.said.search(text)), None)


def waits(answers: Iterable[AnsweredQuestion]) -> dict[str, Wait]:
    """What the company says that it takes, by flow; of two answers on one flow, the first."""
    found: dict[str, Wait] = {}
    for answer in answers:
        for phrase in phrases(answer.text or "") if not answer.consultant_only else ():
            for match in _OURS.finditer(phrase.text):
                flow = flow_in(phrase.text)
                if flow is None:
                    continue
                value, unit = duration(match)
                words = phrase.words(match.start("low"), match.end())
                found.setdefault(flow.key, Wait(flow, value, unit, answer.id, words))
    return found


def duration(match: re.Match[str]) -> tuple[float, Unit]:
    """The value and unit of what `DURATION` found; of a range, its middle."""
    factor, unit = WAIT_UNITS[match["noun"]]
    low = float(match["low"])
    high = float(match["high"] or low)
    return (low + high) / 2 * factor, unit
