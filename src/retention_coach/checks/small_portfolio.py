"""Few customers are counted one by one: «perder a lo sumo 1 de 18», not a percentage (constraint 61.6)."""

from collections.abc import Iterator

from retention_coach.checks.context import CheckContext
from retention_coach.checks.walk import join, nodes
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.capacity import SMALL_PORTFOLIO, is_small_portfolio
from retention_coach.domain.finding import Finding
from retention_coach.domain.kpi_set import Kpi, KpiSet
from retention_coach.domain.strategy import Objective, Strategy

_COUNTED_KPIS = frozenset({"retention", "churn"})


def small_portfolios_are_counted(output: Strategy | ActionPlan | KpiSet, context: CheckContext) -> Iterator[Finding]:
    """SMALL_PORTFOLIO_PERCENT: with few customers, no target of retention or churn is a percentage."""
    if not is_small_portfolio(context.profile):
        return
    for path, model in nodes(output):
        if (
            isinstance(model, Objective | Kpi)
            and model.kpi in _COUNTED_KPIS
            and model.target is not None
            and model.target.unit == "percent"
        ):
            yield context.finding("SMALL_PORTFOLIO_PERCENT", join(path, "target"), kpi=model.kpi, under=SMALL_PORTFOLIO)
