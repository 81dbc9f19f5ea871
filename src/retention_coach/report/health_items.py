"""The accounts and segments as items that can be explained: why their health is what it is."""

from collections.abc import Iterator

from retention_coach.assessment import cite
from retention_coach.assessment.health import Health, health_of
from retention_coach.chain.steps import INTERVIEW
from retention_coach.domain.base import Wire
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.knowledge.entries.health import FULL_SCORE
from retention_coach.metrics.arithmetic import literal
from retention_coach.report.case import Case
from retention_coach.report.item import Item
from retention_coach.report.sections.health import inputs_of, reason


class _Judged(Wire):
    """What a subject's health rests on."""

    evidence: tuple[Evidence, ...]
    figures: tuple[Figure, ...]


def health_items(case: Case) -> Iterator[Item]:
    """Every account by its id and every segment by its name."""
    inputs = inputs_of(case)
    for item in health_of(inputs, case.knowledge) if inputs else ():
        kind = f"Salud de {item.subject.name}" if item.subject.kind == "account" else "Salud del segmento"
        yield Item(item.subject.id, INTERVIEW.id, kind, tuple(_says(item, case)), _judged(item))


def _says(item: Health, case: Case) -> Iterator[str]:
    if item.score is None:
        yield f"{item.level.name.capitalize()}. {item.level.meaning}"
    else:
        yield f"{item.score} de {FULL_SCORE}: {item.level.name}. {item.level.meaning}"
    yield from (reason(seen, item, case) for seen in item.indicators)
    yield from (f"A favor: «{quote}»" for quote in item.reassurance)
    yield f"Acción preventiva: {item.action}"
    yield from (f"Falta saber: {question}" for question in item.to_ask)


def _judged(item: Health) -> _Judged:
    entries = [cite.knowledge(seen.indicator.id) for seen in item.indicators]
    figures: tuple[Figure, ...] = ()
    if item.score is not None:
        arithmetic = " - ".join(literal(value) for value in (FULL_SCORE, *(seen.points for seen in item.indicators)))
        figures = (cite.computed("Puntaje de salud", item.score, "points", arithmetic),)
    return _Judged(evidence=(*item.evidence, *entries, cite.knowledge(item.level.id)), figures=figures)
