"""Hours and money of the three plans together, against what the company has."""

from collections.abc import Sequence
from dataclasses import dataclass

from retention_coach.assessment.availability import with_absences
from retention_coach.checks.ledger import Task, advocacy_tasks, plan_tasks, sector_tasks, total_cost, total_hours
from retention_coach.checks.owners import role_key
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.advocacy_plan import AdvocacyPlan
from retention_coach.domain.capacity import monthly_hours
from retention_coach.domain.profile import Profile
from retention_coach.domain.sector_plan import SectorPlan
from retention_coach.report.case import Case, month_label
from retention_coach.report.sections.leftover import leftover
from retention_coach.spanish.formats import join_words, money, number

_ROUNDING = 1e-6
"""Sums of hours with decimals are not exact."""


@dataclass(frozen=True, slots=True)
class MonthLoad:
    """One month's hours by plan (62, the new actions of 64, 65), and its USD.

    `capacity` is what the team has in the month, without whoever is away; None where the company did not say.
    """

    name: str
    plan_hours: float
    sector_hours: float
    advocacy_hours: float
    hours: float
    cost_usd: float
    capacity: float | None
    exceeds: bool


@dataclass(frozen=True, slots=True)
class Workload:
    """The six months; `budget_usd` is for all of them, None where the company did not say.

    `remaining` says why hours and money are left, and what for.
    """

    title: str
    months: tuple[MonthLoad, ...]
    hours: float
    cost_usd: float
    budget_usd: float | None
    remaining: tuple[str, ...]
    stale: str

    @property
    def total_capacity(self) -> float | None:
        """Hours available in all the months; None where they are not known."""
        known = [month.capacity for month in self.months if month.capacity is not None]
        return sum(known) if known else None


def workload_of(case: Case) -> Workload | None:
    """The workload; None while there is no plan with months."""
    if case.plan is None or not case.plan.months:
        return None
    profile = with_absences(case.profile, case.answers) if case.profile else None
    plan, sector, advocacy = _tasks(case)
    months = tuple(
        _load(period, (plan, sector, advocacy), monthly_hours(profile, period) if profile else None)
        for period in case.periods
    )
    budget = profile.budget_usd if profile else None
    hours, cost = total_hours((*plan, *sector, *advocacy)), total_cost((*plan, *sector, *advocacy))
    return Workload(
        title=_title(months, hours, cost, budget),
        months=months,
        hours=hours,
        cost_usd=cost,
        budget_usd=budget,
        remaining=leftover(case, *_by_role(profile, (*plan, *sector, *advocacy), case.periods), cost),
        stale=case.stale_mark(ActionPlan, SectorPlan, AdvocacyPlan),
    )


def _tasks(case: Case) -> tuple[list[Task], list[Task], list[Task]]:
    return (
        plan_tasks(case.plan, case.periods) if case.plan else [],
        sector_tasks(case.sector_plan) if case.sector_plan else [],
        advocacy_tasks(case.advocacy, case.periods) if case.advocacy else [],
    )


def _load(period: str, plans: tuple[list[Task], ...], capacity: float | None) -> MonthLoad:
    own = [[task for task in tasks if task.period == period] for tasks in plans]
    plan, sector, advocacy = (total_hours(tasks) for tasks in own)
    hours = plan + sector + advocacy
    return MonthLoad(
        name=month_label(period),
        plan_hours=plan,
        sector_hours=sector,
        advocacy_hours=advocacy,
        hours=hours,
        cost_usd=total_cost(task for tasks in own for task in tasks),
        capacity=capacity,
        exceeds=capacity is not None and hours > capacity + _ROUNDING,
    )


def _by_role(
    profile: Profile | None, tasks: Sequence[Task], periods: Sequence[str]
) -> tuple[dict[str, float], dict[str, float]]:
    """Hours that each role spends, and has in these months."""
    team = profile.team if profile else ()
    spent = {
        member.role: total_hours(task for task in tasks if role_key(task.owner) == role_key(member.role))
        for member in team
    }
    return spent, {member.role: sum(member.hours_in(period) for period in periods) for member in team}


def _title(months: tuple[MonthLoad, ...], hours: float, cost: float, budget: float | None) -> str:
    over = [month.name for month in months if month.exceeds]
    if over:
        return f"El trabajo supera las horas del equipo en {join_words(over)}"
    if budget is not None and cost > budget + _ROUNDING:
        return f"El plan cuesta {money(cost)} y el presupuesto es de {money(budget)}"
    return f"Lo que el plan pide: {number(hours)} horas y {money(cost)} en seis meses"
