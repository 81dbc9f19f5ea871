"""The work and money of a plan, entry by entry, so that three steps can be counted together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retention_coach.checks.walk import join
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.advocacy_plan import AdvocacyPlan
from retention_coach.domain.horizon import period_of
from retention_coach.domain.sector_plan import SectorPlan


@dataclass(frozen=True, slots=True)
class Task:
    """Something that takes hours of one owner and money in one month.

    Attributes:
        period: the month, `aaaa-mm`.
        owner: who does it.
        hours: how long it takes.
        cost: what it costs, in USD.
        place: where in its output the task, or the group it belongs to, stands.
    """

    period: str
    owner: str
    hours: float
    cost: float
    place: str


def plan_tasks(plan: ActionPlan, periods: Sequence[str]) -> list[Task]:
    """The tasks of the six-month plan; the month is where the action stands, whatever its deadline says."""
    return [
        Task(period, action.owner, action.hours, action.cost_usd, join("months", index))
        for index, (month, period) in enumerate(zip(plan.months, periods, strict=False))
        for action in month.actions
    ]


def sector_tasks(plan: SectorPlan) -> list[Task]:
    """The new tasks of the sector plan; the others are the six-month plan's own."""
    return [
        Task(period_of(action.deadline), action.owner, action.hours, action.cost_usd, join("phases", index))
        for index, phase in enumerate(plan.phases)
        for action in phase.actions
        if action.plan_action_id is None
    ]


def advocacy_tasks(plan: AdvocacyPlan, periods: Sequence[str]) -> list[Task]:
    """The tasks of the strategies that use good experiences; those outside the six months are left out."""
    return [
        Task(periods[strategy.month - 1], strategy.owner, strategy.hours, strategy.cost_usd, join("strategies", index))
        for index, strategy in enumerate(plan.strategies)
        if 1 <= strategy.month <= len(periods)
    ]


def total_hours(tasks: Iterable[Task]) -> float:
    """Hours of all tasks."""
    return sum(task.hours for task in tasks)


def total_cost(tasks: Iterable[Task]) -> float:
    """USD of all tasks."""
    return sum(task.cost for task in tasks)
