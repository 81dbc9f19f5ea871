"""Step 62: six months of goals and actions for the chosen alternative."""

from collections.abc import Sequence

from retention_coach.assessment import cite
from retention_coach.domain.action_plan import (
    ActionPlanDraft,
    Infeasible,
    MainIndicator,
    PlanActionDraft,
    PlanMonthDraft,
)
from retention_coach.domain.base import AlternativeLabel, KpiId
from retention_coach.domain.capacity import is_feasible
from retention_coach.domain.horizon import last_day
from retention_coach.domain.strategy import Alternative, Strategy
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.course import chosen_course
from retention_coach.engines.playbook.goals import objective, whole
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.local import figures_of, month_fits
from retention_coach.engines.playbook.measured_goals import way_of
from retention_coach.engines.playbook.month_words import note, reading
from retention_coach.engines.playbook.own_paths import renewals_asked
from retention_coach.engines.playbook.paths import Path
from retention_coach.engines.playbook.route import Stop, route_for
from retention_coach.engines.playbook.schedule import Scheduler
from retention_coach.engines.playbook.task import Task
from retention_coach.spanish import formats


def write_action_plan(case: Case) -> ActionPlanDraft:
    """The plan, or why the team cannot carry out even the smallest one."""
    label = case.inputs.choice
    if label is None:
        raise ValueError("the action plan needs a chosen alternative")
    if not is_feasible(case.profile):
        return ActionPlanDraft(alternative=label, months=(), calendar_note="", infeasible=infeasible())
    strategy = case.inputs.output(Strategy)
    alternative = strategy.alternative(label)
    route = route_for(case, [goal.kpi for goal in alternative.objectives])
    tasks = Scheduler(case, Ledger(case.profile), chosen_course(case, strategy, label)).run(route.stops)
    months = tuple(_month(case, alternative, stop, tasks) for stop in route.stops)
    return ActionPlanDraft(alternative=label, months=months, calendar_note=_calendar_note(case), infeasible=None)


def infeasible() -> Infeasible:
    """What to say when nobody has the hours for the smallest plan."""
    return Infeasible(
        reason="Nadie del equipo tiene el mínimo de horas al mes: el plan sería una lista de deseos.",
        needed="Que al menos una persona del equipo consiga unas horas fijas al mes, o sumar a alguien con ese tiempo.",
        figures=(),
    )


def _month(case: Case, alternative: Alternative, stop: Stop, tasks: Sequence[Task]) -> PlanMonthDraft:
    period = case.setting.periods[stop.month - 1]
    context = case.months[stop.month - 1]
    mine, renewing = [task for task in tasks if task.month == stop.month], _of_renewals(tasks)
    way = _way(case, alternative, stop, tasks)
    goal = objective(case, way, last_day(period))
    fits = month_fits(case, context)
    return PlanMonthDraft(
        number=stop.month,
        period=period,
        goal=goal,
        main_indicator=MainIndicator(kpi=stop.kpi, reading=reading(case, goal, way, stop, tasks)),
        seasonality=fits,
        seasonality_note=note(case, stop, mine),
        actions=tuple(_action(case, alternative.label, task, shows_renewals=task is renewing) for task in mine),
        figures=(*figures_of(*fits), *whole(case)),
    )


def _way(case: Case, alternative: Alternative, stop: Stop, tasks: Sequence[Task]) -> Path:
    """The month's part of the way to the alternative's objective, or to the engine's own for other indicators."""
    way = way_of(case, stop.kpi, tasks, stop.month)
    promised = next((item for item in alternative.objectives if item.kpi == stop.kpi), None)
    if promised is not None and promised.kind == "improve" and promised.target != way.target:
        way = Path(promised.kpi, promised.baseline or promised.target, promised.target)
    return way if way.start is None else way.at(stop.part)


def _action(case: Case, label: AlternativeLabel, task: Task, *, shows_renewals: bool) -> PlanActionDraft:
    reached = (task.reach_figure(),) if task.reach else ()
    asked, shares = renewals_asked(case) if shows_renewals else ("", ())
    metric = task.play.metric
    if asked:
        metric = f"{asked}, como pide la empresa; {metric[:1].lower()}{metric[1:]}"
    return PlanActionDraft(
        activity=task.activity,
        owner=task.owner,
        resources=task.play.resources,
        hours=task.hours,
        cost_usd=task.cost_usd,
        deadline=task.deadline,
        method=task.play.method,
        kpi=task.play.kpi,
        metric=metric,
        evidence=(*task.evidence(), cite.plan(label), cite.knowledge(task.play.id)),
        figures=(*reached, *shares),
    )


def _of_renewals(tasks: Sequence[Task]) -> Task | None:
    """The first task whose success shows in how many renew."""
    return next((task for task in tasks if "renewals_due" in task.play.themes and task.play.kpi in _KEEPS), None)


_KEEPS: frozenset[KpiId] = frozenset({"retention", "churn"})


def _calendar_note(case: Case) -> str:
    unknown = [context.period for context in case.months if not context.known]
    if not unknown:
        return ""
    return (
        f"Desde {formats.month_name(unknown[0])} no hay calendario oficial de feriados en la base de conocimiento: "
        "confirme esas fechas antes de comprometerlas."
    )
