"""The plan carries out the alternative that was chosen (constraints 62.1 and LIB.1)."""

from collections.abc import Iterator

from retention_coach.checks.closeness import same
from retention_coach.checks.context import CheckContext
from retention_coach.checks.feasibility import unless_infeasible
from retention_coach.checks.goals import last_improvements
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.finding import Finding
from retention_coach.domain.strategy import Alternative, Strategy


@unless_infeasible
def levers_are_used(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """LEVER_UNUSED: the method of each lever of the chosen alternative is at work in some action."""
    used = {action.method for month in plan.months for action in month.actions}
    for alternative in _chosen(context):
        for lever in alternative.levers:
            if lever.method not in used:
                yield context.finding("LEVER_UNUSED", "months", lever=lever.name, method=lever.method)


@unless_infeasible
def objectives_are_pursued(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """OBJECTIVE_DROPPED: each objective of the chosen alternative is the goal of some month.

    An objective that improves an indicator asks for a goal that improves it, not only for one that measures it.
    """
    pursued = {month.goal.kpi for month in plan.months}
    improved = last_improvements(plan)
    for alternative in _chosen(context):
        for objective in alternative.objectives:
            if objective.kpi not in (improved if objective.kind == "improve" else pursued):
                yield context.finding("OBJECTIVE_DROPPED", "months", kpi=objective.kpi)


@unless_infeasible
def final_targets_are_kept(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """FINAL_TARGET_DIFFERS: the plan ends at the target of the chosen alternative, in the same unit."""
    improved = last_improvements(plan)
    for alternative in _chosen(context):
        for objective in alternative.objectives:
            final = improved.get(objective.kpi)
            if final is None or objective.kind != "improve":
                continue
            target = objective.target
            if not (same(final.target.value, target.value) and final.target.unit == target.unit):
                yield context.finding(
                    "FINAL_TARGET_DIFFERS",
                    "months",
                    kpi=objective.kpi,
                    value=final.target.value,
                    unit=final.target.unit,
                    expected=target.value,
                    expected_unit=target.unit,
                )


def _chosen(context: CheckContext) -> tuple[Alternative, ...]:
    """The chosen alternative; none where the strategy lacks it, which its own checks report."""
    strategy = context.inputs.output(Strategy)
    return tuple(found for found in strategy.alternatives if found.label == context.inputs.choice)
