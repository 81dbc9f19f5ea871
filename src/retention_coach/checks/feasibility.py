"""When the company has no hours to speak of, a step may say so instead of inventing a plan."""

from collections.abc import Iterator
from functools import wraps
from typing import Any

from retention_coach.checks.context import Check, CheckContext
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.advocacy_plan import AdvocacyPlan
from retention_coach.domain.capacity import is_feasible, monthly_hours
from retention_coach.domain.finding import Finding
from retention_coach.domain.sector_plan import SectorPlan

Plan = ActionPlan | SectorPlan | AdvocacyPlan


def infeasibility_is_justified(plan: Plan, context: CheckContext) -> Iterator[Finding]:
    """INFEASIBLE_UNJUSTIFIED: a step is declared infeasible only if the hours really do not reach."""
    if plan.infeasible is not None and is_feasible(context.profile):
        hours = monthly_hours(context.profile, context.setting.periods[0])
        parameters = {} if hours is None else {"hours": hours}
        yield context.finding("INFEASIBLE_UNJUSTIFIED", "infeasible", **parameters)


def unless_infeasible(check: Check) -> Check:
    """The check, silent on a plan that is rightly declared infeasible: what cannot be done need not be complete."""

    @wraps(check)
    def completeness(plan: Any, context: CheckContext) -> Iterator[Finding]:
        if plan.infeasible is None or is_feasible(context.profile):
            yield from check(plan, context)

    return completeness
