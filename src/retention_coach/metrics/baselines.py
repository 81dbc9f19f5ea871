"""Where each of the six indicators stands today, computed from the company's own figures."""

from retention_coach.domain.base import KpiId
from retention_coach.domain.figures import CompanyFigures, Period
from retention_coach.metrics.codes import Refusal
from retention_coach.metrics.formula import FigureValue
from retention_coach.metrics.registry import FORMULAS
from retention_coach.metrics.result import Computed, NotComputable, Result

FORMULA_OF: dict[KpiId, str] = {
    "retention": "retention_by_lost",
    "nps": "nps_counts",
    "clv": "clv_end_of_period",
    "churn": "logo_churn",
    "usage": "usage_per_customer",
    "response_time": "first_response_median",
}
"""The formula by which each indicator is computed from what an interview can ask."""

MONTHS: dict[Period, int] = {"moment": 1, "month": 1, "quarter": 3, "semester": 6, "year": 12}


def baseline(kpi: KpiId, figures: CompanyFigures) -> Result:
    """The indicator today, or what it would take to know it.

    Rates are of the period of the company's own figure; the customer value uses them by the year.
    """
    if kpi == "response_time":
        return _stated_median(figures)
    known = inputs(figures)
    if kpi == "nps" and not any(known.get(name) for name in ("nps_promoters", "nps_passives", "nps_detractors")):
        return NotComputable(Refusal.MISSING_INPUT, {}, ("nps_promoters", "nps_passives", "nps_detractors"))
    return FORMULAS[FORMULA_OF[kpi]].compute(known)


def inputs(figures: CompanyFigures) -> dict[str, FigureValue]:
    """The known figures, with those that follow from them: margin per customer, yearly retention, months of use."""
    known: dict[str, FigureValue] = dict(figures.known())
    usage = figures.usage_events
    if usage is not None:
        known["usage_months"] = MONTHS[usage.period]
    margin = FORMULAS["margin_per_customer"].compute(known)
    revenue = figures.revenue_opening
    if isinstance(margin, Computed) and revenue is not None:
        known["margin_per_customer"] = margin.value * 12 / MONTHS[revenue.period]
    retention = FORMULAS["retention_by_lost"].compute(known)
    lost = figures.customers_lost
    if isinstance(retention, Computed) and lost is not None:
        known["retention_rate"] = (retention.value / 100) ** (12 / MONTHS[lost.period]) * 100
    return known


def _stated_median(figures: CompanyFigures) -> Result:
    hours = figures.value("response_hours_median")
    if hours is None:
        return NotComputable(Refusal.MISSING_INPUT, {}, ("response_hours_median",))
    return Computed(hours, "hours", "", "first_response_median")
