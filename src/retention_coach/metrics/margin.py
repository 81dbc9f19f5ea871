"""Margin that a customer leaves, from revenue: what customer values are computed from."""

from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.codes import Refusal
from retention_coach.metrics.formula import Formula, WorkedCase, scalar
from retention_coach.metrics.quantities import amount, count, number
from retention_coach.metrics.refusals import zero_base
from retention_coach.metrics.result import Computed, NotComputable, Result


def margin_per_customer(revenue: float, customers: float, gross_margin: float) -> Result:
    """Revenue / customers × gross margin.

    Args:
        revenue: USD of a period; the margin is of the same period.
        customers: who brought that revenue.
        gross_margin: percent of revenue; negative where serving costs more than it brings.

    Returns:
        USD per customer; `zero_base` without customers, `margin_not_below_revenue` for a margin of 100 % or
        more, which leaves no cost of serving.

    Raises:
        ValueError: the revenue is negative, the count negative or fractional, the margin not finite.
    """
    amount("revenue_opening", revenue)
    payers = count("customers_start", customers)
    if payers == 0:
        return zero_base("customers_start")
    if number("gross_margin", gross_margin) >= 100:
        return NotComputable(Refusal.MARGIN_NOT_BELOW_REVENUE, {"gross_margin": gross_margin}, ("gross_margin",))
    return Computed(
        value=revenue / payers * gross_margin / 100,
        unit="usd",
        arithmetic=f"{literal(revenue)} / {payers} * {literal(gross_margin)} / 100",
        formula="margin_per_customer",
    )


FORMULAS = (
    Formula(
        id="margin_per_customer",
        kpi="other",
        name="Margen por cliente",
        formula_text="ingresos al inicio ÷ clientes al inicio × margen bruto",
        inputs=("revenue_opening", "customers_start", "gross_margin"),
        unit="usd",
        source="",
        calculate=lambda figures: margin_per_customer(
            scalar(figures, "revenue_opening"),
            scalar(figures, "customers_start"),
            scalar(figures, "gross_margin"),
        ),
        test_vector=WorkedCase({"revenue_opening": 50_000, "customers_start": 20, "gross_margin": 40}, 1000),
    ),
)
