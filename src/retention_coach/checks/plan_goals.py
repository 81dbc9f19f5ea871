"""Goals that can be measured, month by month (constraint 62.3)."""

from collections.abc import Iterator

from retention_coach.checks.context import CheckContext
from retention_coach.checks.goals import IMPROVES_DOWN
from retention_coach.checks.numbers_in_prose import mentions
from retention_coach.checks.walk import join
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.finding import Finding
from retention_coach.domain.horizon import period_of
from retention_coach.domain.strategy import Objective


def goals_have_numbers(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """GOAL_WITHOUT_NUMBER: the goal's sentence says the target's number."""
    for index, month in enumerate(plan.months):
        goal = month.goal
        if goal.statement.strip() and not mentions(goal.statement, goal.target.value):
            yield context.finding(
                "GOAL_WITHOUT_NUMBER",
                join("months", index, "goal", "statement"),
                value=goal.target.value,
                unit=goal.target.unit,
            )


def goals_are_dated(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """GOAL_DATE: a month's goal is due in that month."""
    for index, (month, period) in enumerate(zip(plan.months, context.setting.periods, strict=False)):
        if period_of(month.goal.due) != period:
            yield context.finding(
                "GOAL_DATE", join("months", index, "goal", "due"), due=month.goal.due.isoformat(), period=period
            )


def indicators_match_goals(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """INDICATOR_MISMATCH: the month's main indicator is the one its goal moves."""
    for index, month in enumerate(plan.months):
        if month.main_indicator.kpi != month.goal.kpi:
            yield context.finding(
                "INDICATOR_MISMATCH",
                join("months", index, "main_indicator", "kpi"),
                indicator=month.main_indicator.kpi,
                goal=month.goal.kpi,
            )


def goals_advance(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """GOAL_REGRESSES: the goals of an indicator, in one unit, never go back from an earlier month's.

    A count of losses until the month's end, whose baseline grows with the months, may grow too, but never shrink.
    """
    reached: dict[tuple[str, str], Objective] = {}
    for index, month in enumerate(plan.months):
        goal, target = month.goal, month.goal.target
        if goal.kind != "improve":
            continue
        before = reached.get((goal.kpi, target.unit))
        if before is not None and _goes_back(goal, before):
            yield context.finding(
                "GOAL_REGRESSES",
                join("months", index, "goal", "target"),
                kpi=goal.kpi,
                value=target.value,
                before=before.target.value,
                unit=target.unit,
            )
        reached[goal.kpi, target.unit] = goal


def _goes_back(goal: Objective, before: Objective) -> bool:
    value, earlier = goal.target.value, before.target.value
    if goal.kpi == "churn" and goal.target.unit == "customers" and _start(goal) > _start(before):
        return value < earlier
    return value > earlier if goal.kpi in IMPROVES_DOWN else value < earlier


def _start(goal: Objective) -> float:
    return goal.baseline.value if goal.baseline is not None else 0.0
