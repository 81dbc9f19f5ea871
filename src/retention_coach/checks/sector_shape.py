"""Four considerations and three phases with their fixed titles (constraints 64.1 to 64.3)."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from retention_coach.checks.context import CheckContext
from retention_coach.checks.feasibility import unless_infeasible
from retention_coach.checks.walk import join
from retention_coach.domain.finding import Finding
from retention_coach.domain.sector_plan import PHASE_TITLES, ConsiderationKind, SectorPlan


def sector_is_named(plan: SectorPlan, context: CheckContext) -> Iterator[Finding]:
    """INDUSTRY_MISSING (64.1): the industry and the customer profile of the plan are given."""
    for field in ("industry", "customer_profile"):
        if not getattr(plan, field).strip():
            yield context.finding("INDUSTRY_MISSING", field, field=field)


def considerations_are_four(plan: SectorPlan, context: CheckContext) -> Iterator[Finding]:
    """CONSIDERATIONS_NOT_FOUR (64.2): each of the four once."""
    times = Counter(item.kind for item in plan.considerations)
    missing = [kind for kind in get_args(ConsiderationKind) if kind not in times]
    repeated = [kind for kind, count in times.items() if count > 1]
    if missing or repeated:
        yield context.finding(
            "CONSIDERATIONS_NOT_FOUR", "considerations", missing=", ".join(missing), repeated=", ".join(repeated)
        )


@unless_infeasible
def phases_are_three(plan: SectorPlan, context: CheckContext) -> Iterator[Finding]:
    """PHASES_NOT_THREE, PHASE_TITLE and PHASE_EMPTY (64.3): the three phases of prompt 64, each with actions."""
    if len(plan.phases) != len(PHASE_TITLES):
        yield context.finding("PHASES_NOT_THREE", "phases", count=len(plan.phases))
        return
    for index, (phase, title) in enumerate(zip(plan.phases, PHASE_TITLES, strict=True)):
        if phase.title.strip() and phase.title != title:
            yield context.finding("PHASE_TITLE", join("phases", index, "title"), found=phase.title, expected=title)
        if not phase.actions:
            yield context.finding("PHASE_EMPTY", join("phases", index, "actions"))
