"""The three plans together fit the team's hours and the budget (constraints 62.5, 64.4 and 65.2)."""

from collections.abc import Iterator, Sequence

from retention_coach.checks.context import CheckContext
from retention_coach.checks.ledger import Task, advocacy_tasks, plan_tasks, sector_tasks, total_cost, total_hours
from retention_coach.checks.owners import role_key
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.advocacy_plan import AdvocacyPlan
from retention_coach.domain.capacity import monthly_hours
from retention_coach.domain.finding import Finding
from retention_coach.domain.sector_plan import SectorPlan

_ROUNDING = 1e-6
"""Sums of hours with decimals are not exact."""


def action_plan_fits(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """HOURS_OVER_CAPACITY, OWNER_OVER_HOURS and COST_OVER_BUDGET of the six-month plan."""
    yield from _overloads((), plan_tasks(plan, context.setting.periods), context)


def sector_plan_fits(plan: SectorPlan, context: CheckContext) -> Iterator[Finding]:
    """The same for the new actions of the sector plan, on top of the six-month plan."""
    before = plan_tasks(context.inputs.output(ActionPlan), context.setting.periods)
    yield from _overloads(before, sector_tasks(plan), context)


def advocacy_plan_fits(plan: AdvocacyPlan, context: CheckContext) -> Iterator[Finding]:
    """The same for the five strategies, on top of the six-month plan and the new actions of the sector plan."""
    periods = context.setting.periods
    before = [
        *plan_tasks(context.inputs.output(ActionPlan), periods),
        *sector_tasks(context.inputs.output(SectorPlan)),
    ]
    yield from _overloads(before, advocacy_tasks(plan, periods), context)


def _overloads(before: Sequence[Task], added: Sequence[Task], context: CheckContext) -> Iterator[Finding]:
    """What is exceeded once the added tasks are counted; months to which nothing is added are not judged again."""
    for number, period in enumerate(context.setting.periods, start=1):
        new = [task for task in added if task.period == period]
        if new:
            load = [*(task for task in before if task.period == period), *new]
            yield from _hours_over(number, period, load, new, context)
    budget, cost = context.profile.budget_usd, total_cost((*before, *added))
    if budget is not None and total_cost(added) > 0 and cost > budget + _ROUNDING:
        yield context.finding("COST_OVER_BUDGET", needed=round(cost, 2), available=budget)


def _hours_over(
    month: int, period: str, load: Sequence[Task], new: Sequence[Task], context: CheckContext
) -> Iterator[Finding]:
    """The month's overload; each owner's only where the team as a whole could still share the work out.

    Who is away in the month has no hours in it.
    """
    capacity, needed = monthly_hours(context.profile, period), total_hours(load)
    if capacity is not None and needed > capacity + _ROUNDING:
        yield context.finding(
            "HOURS_OVER_CAPACITY", new[0].place, month=month, needed=round(needed, 2), available=capacity
        )
        return
    for member in context.profile.team:
        own = [task for task in new if role_key(task.owner) == role_key(member.role)]
        hours = total_hours(task for task in load if role_key(task.owner) == role_key(member.role))
        available = member.hours_in(period)
        if own and hours > available + _ROUNDING:
            yield context.finding(
                "OWNER_OVER_HOURS",
                own[0].place,
                month=month,
                owner=member.role,
                needed=round(hours, 2),
                available=available,
            )
