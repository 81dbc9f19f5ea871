"""Exactly the six indicators (constraint 63.1)."""

from collections import Counter
from collections.abc import Iterator

from retention_coach.checks.context import CheckContext
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.base import KPI_IDS
from retention_coach.domain.finding import Finding
from retention_coach.domain.kpi_set import KpiSet


def kpis_are_the_six(kpi_set: KpiSet, context: CheckContext) -> Iterator[Finding]:
    """KPIS_NOT_SIX and GOAL_WITHOUT_KPI (CH.1): each indicator once; one that the plan has goals for weighs more."""
    times = Counter(kpi.kpi for kpi in kpi_set.kpis)
    goals = {month.goal.kpi for month in context.inputs.output(ActionPlan).months}
    absent = [kpi for kpi in KPI_IDS if kpi not in times]
    for kpi in absent:
        if kpi in goals:
            yield context.finding("GOAL_WITHOUT_KPI", "kpis", kpi=kpi)
    others = [kpi for kpi in absent if kpi not in goals]
    repeated = [kpi for kpi, count in times.items() if count > 1]
    if others or repeated:
        yield context.finding("KPIS_NOT_SIX", "kpis", missing=", ".join(others), repeated=", ".join(repeated))
