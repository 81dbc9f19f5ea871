"""The sector plan's actions are the six-month plan's, unchanged, or new ones (constraint 64.4 and CH.1)."""

from collections.abc import Iterator

from retention_coach.checks.closeness import same
from retention_coach.checks.context import CheckContext
from retention_coach.checks.owners import role_key
from retention_coach.checks.walk import join
from retention_coach.domain.action_plan import ActionPlan, PlanAction
from retention_coach.domain.finding import Finding
from retention_coach.domain.sector_plan import SectorAction, SectorPlan


def sector_actions_are_the_plans(plan: SectorPlan, context: CheckContext) -> Iterator[Finding]:
    """PLAN_ACTION_UNKNOWN and PLAN_ACTION_CHANGED: a cited action exists and keeps owner, hours, cost, date and KPI."""
    actions = context.inputs.output(ActionPlan).actions()
    for index, phase in enumerate(plan.phases):
        for number, action in enumerate(phase.actions):
            path = join("phases", index, "actions", number)
            if action.plan_action_id is None:
                continue
            original = actions.get(action.plan_action_id)
            if original is None:
                yield context.finding("PLAN_ACTION_UNKNOWN", join(path, "plan_action_id"), ref=action.plan_action_id)
            elif changed := list(_changes(action, original)):
                yield context.finding("PLAN_ACTION_CHANGED", path, ref=original.id, fields=", ".join(changed))


def _changes(action: SectorAction, original: PlanAction) -> Iterator[str]:
    if role_key(action.owner) != role_key(original.owner):
        yield "owner"
    if not same(action.hours, original.hours):
        yield "hours"
    if not same(action.cost_usd, original.cost_usd):
        yield "cost_usd"
    if action.deadline != original.deadline:
        yield "deadline"
    if action.kpi != original.kpi:
        yield "kpi"
