"""What is seen of single customers, and what was said that does not go together."""

from collections.abc import Iterator

from retention_coach.assessment import cite
from retention_coach.assessment.contradictions import ContradictionFound, contradictions
from retention_coach.assessment.health import Health, IndicatorSeen, accounts_at_risk
from retention_coach.domain.base import Topic
from retention_coach.domain.strategy import ObservationDraft
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.observing import observation
from retention_coach.knowledge.entries.health import FULL_SCORE
from retention_coach.metrics.arithmetic import literal
from retention_coach.spanish import formats

_MOST_AT_RISK = 4
_MOST_CONTRADICTIONS = 3


def at_risk(case: Case) -> Iterator[ObservationDraft]:
    """The named accounts at risk, the worst first.

    What the company may see rests on what was said openly; an account whose risk only shows in confidence gets an
    observation of its own, which cites the confidence and so stays out of the company's documents.
    """
    openly = list(accounts_at_risk(case.told_health))
    known = {item.subject for item in openly}
    in_confidence = [item for item in accounts_at_risk(case.health) if item.subject not in known]
    for item in (*openly, *in_confidence)[:_MOST_AT_RISK]:
        yield _account(item, case)


def clashes(case: Case) -> Iterator[ObservationDraft]:
    """What cannot be true at the same time, with the question that settles it."""
    for item in contradictions(case.inputs, case.knowledge)[:_MOST_CONTRADICTIONS]:
        statement = f"{item.statement} Por aclarar: {item.entry.question}"
        yield observation(_topic(item, case), statement, 2, item.evidence, item.figures)


def _account(item: Health, case: Case) -> ObservationDraft:
    score = item.score or 0
    name = case.quote(item.subject.name) or "Una cuenta"
    lost = [seen.points for seen in item.indicators]
    arithmetic = " - ".join(literal(points) for points in (FULL_SCORE, *lost))
    seen = [shown.indicator for shown in item.indicators if shown.indicator.signals]
    signs = formats.join_words([indicator.name.lower() for indicator in seen]) or "la propia empresa teme perderla"
    quote = next((words for shown in _concrete_first(item) for words in shown.quotes), "")
    said = f". La empresa dice «{quote}»" if quote else ""
    return observation(
        "risks",
        f"{name} está en riesgo, con {formats.plural(score, 'punto', 'puntos')} de salud: {signs}{said}.",
        3 if seen else 2,
        item.evidence,
        [cite.computed("salud de la cuenta", score, "points", arithmetic)],
    )


def _concrete_first(item: Health) -> list[IndicatorSeen]:
    return sorted(item.indicators, key=lambda shown: not shown.indicator.signals)


def _topic(item: ContradictionFound, case: Case) -> Topic:
    """That of the first answer; figures that clash belong to the situation."""
    topics = {answer.id: answer.topic for answer in case.inputs.answers}
    return next((topics[piece.ref] for piece in item.evidence if piece.kind == "answer"), "situation")
