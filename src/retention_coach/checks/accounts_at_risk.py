"""Whether the plan looks after the named accounts that are at risk."""

from collections.abc import Iterator

from retention_coach.assessment.health import accounts_at_risk, health_of
from retention_coach.checks.context import CheckContext
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.finding import Finding


def accounts_at_risk_are_attended(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """ACCOUNT_AT_RISK_UNATTENDED: an account at risk is in the evidence of some action of the plan.

    Only what was said openly counts: a plan that attended an account because of a confidence would give it away.
    """
    attended = {item.ref for action in plan.actions().values() for item in action.evidence if item.kind == "account"}
    if plan.infeasible is not None:
        return
    for item in accounts_at_risk(health_of(context.inputs, context.knowledge, in_confidence=False)):
        if item.subject.id not in attended:
            yield context.finding(
                "ACCOUNT_AT_RISK_UNATTENDED",
                "months",
                account=item.subject.id,
                customer=item.subject.name,
                score=float(item.score or 0),
            )
