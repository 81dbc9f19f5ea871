"""Six months in order, each with its actions (constraints 62.1, 62.2 and 62.5)."""

from collections.abc import Iterator

from retention_coach.checks.context import CheckContext
from retention_coach.checks.feasibility import unless_infeasible
from retention_coach.checks.walk import join
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.finding import Finding
from retention_coach.spanish.words import fold, normalise_spaces


def plan_follows_choice(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """ALTERNATIVE_NOT_SELECTED (62.1): the plan builds on the alternative that was chosen."""
    if plan.alternative != context.inputs.choice:
        yield context.finding(
            "ALTERNATIVE_NOT_SELECTED", "alternative", found=plan.alternative, chosen=context.inputs.choice or ""
        )


@unless_infeasible
def plan_has_six_months(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """MONTHS_NOT_SIX and MONTH_ORDER (62.2): the six months from the first, numbered, in order."""
    if len(plan.months) != HORIZON_MONTHS:
        yield context.finding("MONTHS_NOT_SIX", "months", count=len(plan.months))
        return
    for index, (month, period) in enumerate(zip(plan.months, context.setting.periods, strict=True)):
        if (month.number, month.period) != (index + 1, period):
            yield context.finding(
                "MONTH_ORDER",
                join("months", index),
                number=month.number,
                period=month.period,
                expected_number=index + 1,
                expected_period=period,
            )


@unless_infeasible
def months_have_actions(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """ACTIONS_MISSING: every month does something."""
    for index, month in enumerate(plan.months):
        if not month.actions:
            yield context.finding("ACTIONS_MISSING", join("months", index, "actions"))


def actions_have_resources(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """RESOURCES_MISSING (62.5): every action says what it needs."""
    for index, month in enumerate(plan.months):
        for number, action in enumerate(month.actions):
            if not action.resources:
                yield context.finding("RESOURCES_MISSING", join("months", index, "actions", number, "resources"))


def actions_differ(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """ACTION_REPEATED: no action of the plan is said twice, accents, case and white space aside."""
    seen: dict[str, str] = {}
    for index, month in enumerate(plan.months):
        for number, action in enumerate(month.actions):
            said = normalise_spaces(fold(action.activity))
            if said in seen:
                yield context.finding(
                    "ACTION_REPEATED", join("months", index, "actions", number, "activity"), first=seen[said]
                )
            elif said:
                seen[said] = action.id
