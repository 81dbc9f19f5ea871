"""The plan seen from the customers' sector, in three phases."""

from dataclasses import dataclass
from datetime import date

from retention_coach.domain.sector_plan import SectorAction, SectorPlan
from retention_coach.report.case import Case
from retention_coach.report.evidence_wording import all_words, shown_figure
from retention_coach.report.figure_wording import ShownFigure
from retention_coach.report.labels import CONSIDERATION, KPI
from retention_coach.report.sections.alternatives import LocalFact, local_fact
from retention_coach.report.sections.plan import Obstacle, obstacle_of


@dataclass(frozen=True, slots=True)
class ConsiderationLine:
    """One of the four considerations of the sector."""

    kind: str
    statement: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectorRow:
    """An action of a phase; `plan_action` is the action of the six-month plan that it is, or empty when it is new."""

    id: str
    plan_action: str
    activity: str
    owner: str
    hours: float
    cost_usd: float
    deadline: date
    kpi: str
    metric: str
    target: ShownFigure
    local_fit: LocalFact
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhaseSheet:
    """Two months, under the title that the method fixes."""

    title: str
    purpose: str
    actions: tuple[SectorRow, ...]


@dataclass(frozen=True, slots=True)
class SectorSection:
    """The sector plan, or the obstacle that prevents it."""

    title: str
    industry: str
    customer_profile: str
    considerations: tuple[ConsiderationLine, ...]
    phases: tuple[PhaseSheet, ...]
    obstacle: Obstacle | None
    stale: str


def sector_of(case: Case) -> SectorSection | None:
    """The sector plan; None before step 64."""
    plan = case.sector_plan
    if plan is None:
        return None
    return SectorSection(
        title=f"El plan visto desde el sector de sus clientes: {plan.industry}",
        industry=plan.industry,
        customer_profile=plan.customer_profile,
        considerations=tuple(
            ConsiderationLine(CONSIDERATION[item.kind], item.statement, all_words(item.evidence, case))
            for item in plan.considerations
        ),
        phases=tuple(
            PhaseSheet(phase.title, phase.purpose, tuple(_row(action, case) for action in phase.actions))
            for phase in plan.phases
        ),
        obstacle=obstacle_of(plan.infeasible),
        stale=case.stale_mark(SectorPlan),
    )


def _row(action: SectorAction, case: Case) -> SectorRow:
    return SectorRow(
        id=action.id,
        plan_action=action.plan_action_id or "",
        activity=action.activity,
        owner=action.owner,
        hours=action.hours,
        cost_usd=action.cost_usd,
        deadline=action.deadline,
        kpi=KPI[action.kpi],
        metric=action.metric,
        target=shown_figure(action.target, case, action.kpi),
        local_fit=local_fact(action.local_fit, case),
        evidence=all_words(action.evidence, case),
    )
