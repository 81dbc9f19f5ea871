"""The goals of the six-month plan, as the checks of several steps read them."""

from collections.abc import Mapping

from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.base import KpiId
from retention_coach.domain.strategy import Objective

IMPROVES_DOWN: frozenset[KpiId] = frozenset({"churn", "response_time"})
"""The indicators that are better when lower; the other four are better when higher."""


def last_improvements(plan: ActionPlan) -> Mapping[KpiId, Objective]:
    """The last goal of each indicator that improves it; goals that only measure are left out."""
    return {month.goal.kpi: month.goal for month in plan.months if month.goal.kind == "improve"}
