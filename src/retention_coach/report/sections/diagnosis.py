"""What was found in the company, topic by topic, with the strength of the evidence; and what is not known."""

from dataclasses import dataclass

from retention_coach.domain.base import TOPICS
from retention_coach.domain.strategy import Observation, Strategy
from retention_coach.report.case import Case
from retention_coach.report.evidence_wording import all_words, shown_figure
from retention_coach.report.figure_wording import ShownFigure
from retention_coach.report.labels import STRENGTH, TOPIC
from retention_coach.spanish.formats import plural


@dataclass(frozen=True, slots=True)
class ObservationLine:
    """One observation; `id` is what later steps cite."""

    id: str
    statement: str
    strength: str
    evidence: tuple[str, ...]
    figures: tuple[ShownFigure, ...]


@dataclass(frozen=True, slots=True)
class UnknownLine:
    """What is not known and how to know it."""

    topic: str
    what: str
    how_to_know: str


@dataclass(frozen=True, slots=True)
class TopicFindings:
    """The observations about one of the five topics."""

    topic: str
    observations: tuple[ObservationLine, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The five topics in order; `stale` is «desactualizado» or empty."""

    title: str
    topics: tuple[TopicFindings, ...]
    unknowns: tuple[UnknownLine, ...]
    stale: str


def diagnosis_of(case: Case) -> Diagnosis | None:
    """The diagnosis; None before the strategy."""
    strategy = case.strategy
    if strategy is None:
        return None
    count = len(strategy.diagnosis)
    strong = sum(item.strength == "strong" for item in strategy.diagnosis)
    return Diagnosis(
        title=f"Qué encontramos: {plural(count, 'observación', 'observaciones')}, {strong} con evidencia fuerte",
        topics=tuple(
            TopicFindings(TOPIC[topic], found)
            for topic in TOPICS
            if (found := tuple(_line(item, case) for item in strategy.diagnosis if item.topic == topic))
        ),
        unknowns=tuple(UnknownLine(TOPIC[item.topic], item.what, item.how_to_know) for item in strategy.unknowns),
        stale=case.stale_mark(Strategy),
    )


def _line(item: Observation, case: Case) -> ObservationLine:
    return ObservationLine(
        id=item.id,
        statement=item.statement,
        strength=STRENGTH[item.strength],
        evidence=all_words(item.evidence, case),
        figures=tuple(shown_figure(figure, case) for figure in item.figures),
    )
