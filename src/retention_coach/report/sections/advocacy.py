"""Five strategies that turn customers' good experiences into trust and new customers."""

from dataclasses import dataclass

from retention_coach.domain.advocacy_plan import AdvocacyPlan, AdvocacyStrategy, SuccessMetric
from retention_coach.report.case import Case, month_label
from retention_coach.report.evidence_wording import all_words, shown_figure
from retention_coach.report.figure_wording import ShownFigure
from retention_coach.report.labels import KPI, METHOD
from retention_coach.report.sections.plan import Obstacle, obstacle_of
from retention_coach.spanish.formats import plural


@dataclass(frozen=True, slots=True)
class MetricLine:
    """How to know that a strategy works; `kpi` is empty where it contributes to none of the six."""

    name: str
    kpi: str
    target: ShownFigure
    how_to_measure: str


@dataclass(frozen=True, slots=True)
class StrategySheet:
    """One strategy: the six fields of the method, the permission to ask for and the message that asks for it."""

    id: str
    name: str
    action: str
    objective: str
    steps: tuple[str, ...]
    resources: tuple[str, ...]
    metrics: tuple[MetricLine, ...]
    commercial_application: str
    consent_text: str
    message: str
    owner: str
    month: str
    hours: float
    cost_usd: float
    method: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdvocacySection:
    """The strategies, or the obstacle that prevents them."""

    title: str
    strategies: tuple[StrategySheet, ...]
    obstacle: Obstacle | None
    stale: str


def advocacy_of(case: Case) -> AdvocacySection | None:
    """The strategies; None before step 65."""
    plan = case.advocacy
    if plan is None:
        return None
    count = plural(len(plan.strategies), "estrategia", "estrategias")
    return AdvocacySection(
        title=f"De clientes satisfechos a clientes nuevos: {count}",
        strategies=tuple(_sheet(item, case) for item in plan.strategies),
        obstacle=obstacle_of(plan.infeasible),
        stale=case.stale_mark(AdvocacyPlan),
    )


def _sheet(item: AdvocacyStrategy, case: Case) -> StrategySheet:
    return StrategySheet(
        id=item.id,
        name=item.name,
        action=item.action,
        objective=item.objective,
        steps=item.steps,
        resources=item.resources,
        metrics=tuple(_metric(metric, case) for metric in item.success_metrics),
        commercial_application=item.commercial_application,
        consent_text=item.consent_text,
        message=item.message,
        owner=item.owner,
        month=_month(item.month, case),
        hours=item.hours,
        cost_usd=item.cost_usd,
        method=METHOD[item.method],
        evidence=all_words(item.evidence, case),
    )


def _metric(item: SuccessMetric, case: Case) -> MetricLine:
    kpi = KPI[item.kpi] if item.kpi else ""
    return MetricLine(item.name, kpi, shown_figure(item.target, case), item.how_to_measure)


def _month(number: int, case: Case) -> str:
    periods = case.periods
    return month_label(periods[number - 1]) if 1 <= number <= len(periods) else f"mes {number}"
