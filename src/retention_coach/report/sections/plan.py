"""The six-month plan, month by month."""

from dataclasses import dataclass
from datetime import date

from retention_coach.domain.action_plan import ActionPlan, Infeasible, PlanAction, PlanMonth
from retention_coach.domain.base import AlternativeLabel
from retention_coach.domain.strategy import Objective
from retention_coach.report.case import Case, month_label
from retention_coach.report.evidence_wording import all_words, is_pace, shown_figure
from retention_coach.report.labels import KPI, METHOD
from retention_coach.report.sections.alternatives import Goal, LocalFact, goal_of, local_fact
from retention_coach.spanish.formats import plural


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action of the plan; hours, USD and deadline are typed for spreadsheets and calendars."""

    id: str
    activity: str
    owner: str
    resources: tuple[str, ...]
    hours: float
    cost_usd: float
    deadline: date
    method: str
    kpi: str
    metric: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """One month: its goal, what tells that it goes well, the season, the actions and what they take.

    `start` is where the goal starts, or what today's pace would come to by then; empty where nobody knows.
    """

    number: int
    name: str
    goal: Goal
    start: str
    indicator: str
    reading: str
    seasonality: tuple[LocalFact, ...]
    seasonality_note: str
    actions: tuple[ActionRow, ...]
    hours: float
    cost_usd: float


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a step cannot be done, and what it would take."""

    reason: str
    needed: str


@dataclass(frozen=True, slots=True)
class PlanSection:
    """The six months, or the obstacle that prevents them."""

    title: str
    alternative: AlternativeLabel
    months: tuple[MonthSheet, ...]
    calendar_note: str
    obstacle: Obstacle | None
    stale: str


def plan_of(case: Case) -> PlanSection | None:
    """The plan; None before step 62."""
    plan = case.plan
    if plan is None:
        return None
    return PlanSection(
        title=_title(plan),
        alternative=plan.alternative,
        months=tuple(_month(month, case) for month in plan.months),
        calendar_note=plan.calendar_note,
        obstacle=obstacle_of(plan.infeasible),
        stale=case.stale_mark(ActionPlan),
    )


def obstacle_of(infeasible: Infeasible | None) -> Obstacle | None:
    """What prevents a step, if anything does."""
    return Obstacle(infeasible.reason, infeasible.needed) if infeasible else None


def _title(plan: ActionPlan) -> str:
    if not plan.months:
        return "El plan de seis meses todavía no es posible"
    count = plural(sum(len(month.actions) for month in plan.months), "acción", "acciones")
    first, last = month_label(plan.months[0].period), month_label(plan.months[-1].period)
    return f"Qué se hará y quién: {count}, de {first} a {last}"


def _month(month: PlanMonth, case: Case) -> MonthSheet:
    return MonthSheet(
        number=month.number,
        name=month_label(month.period),
        goal=goal_of(month.goal, case),
        start=_start(month.goal, case),
        indicator=KPI[month.main_indicator.kpi],
        reading=month.main_indicator.reading,
        seasonality=tuple(local_fact(fit, case) for fit in month.seasonality),
        seasonality_note=month.seasonality_note,
        actions=tuple(_row(action, case) for action in month.actions),
        hours=sum(action.hours for action in month.actions),
        cost_usd=sum(action.cost_usd for action in month.actions),
    )


def _start(goal: Objective, case: Case) -> str:
    if goal.baseline is None:
        return ""
    text = shown_figure(goal.baseline, case, goal.kpi).text
    verb = "sería" if goal.baseline.value == 1 else "serían"
    return f"al ritmo de hoy {verb} {text}" if is_pace(goal.baseline, goal.kpi) else f"hoy {text}"


def _row(action: PlanAction, case: Case) -> ActionRow:
    return ActionRow(
        id=action.id,
        activity=action.activity,
        owner=action.owner,
        resources=action.resources,
        hours=action.hours,
        cost_usd=action.cost_usd,
        deadline=action.deadline,
        method=METHOD[action.method],
        kpi=KPI[action.kpi],
        metric=action.metric,
        evidence=all_words(action.evidence, case),
    )
