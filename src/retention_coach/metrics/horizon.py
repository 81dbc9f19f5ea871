"""Discounted margin of a customer within a horizon. It is not a lifetime value and is never called CLV."""

from retention_coach.metrics.arithmetic import MAX_EXPONENT, literal
from retention_coach.metrics.clv import terms_from
from retention_coach.metrics.clv_terms import ClvTerms
from retention_coach.metrics.codes import Refusal
from retention_coach.metrics.formula import Formula, WorkedCase, scalar
from retention_coach.metrics.quantities import count
from retention_coach.metrics.result import Computed, NotComputable, Result


def margin_over_horizon(terms: ClvTerms, horizon_months: float) -> Result:
    """Margin of N years, each paid at its end while the customer stays: m/(1+d-r) × (1 - (r/(1+d))^N).

    It tends to the end-of-period lifetime value as N grows, and is m × N where nobody leaves and money
    costs nothing.

    Args:
        terms: margin and rates of a year.
        horizon_months: a multiple of twelve, because a year's margin arrives at its end.

    Returns:
        USD; `partial_period` for a horizon that is not one or more whole years, else refusals as in `clv`.

    Raises:
        ValueError: the horizon is negative, fractional or beyond any plan.
    """
    months = count("horizon_months", horizon_months)
    years, rest = divmod(months, 12)
    if years > MAX_EXPONENT:
        raise ValueError(f"horizon_months must be at most {MAX_EXPONENT * 12}, not {months}")
    if refusal := terms.refusal():
        return refusal
    if rest or not years:
        return NotComputable(Refusal.PARTIAL_PERIOD, {"horizon_months": months}, ("horizon_months",))
    margin, kept, growth = literal(terms.margin), terms.retention_rate / 100, 1 + terms.discount_rate / 100
    if terms.spread <= 0:
        value, arithmetic = float(terms.margin * years), f"{margin} * {years}"
    else:
        value = terms.margin / terms.spread * (1 - (kept / growth) ** years)
        rate, discount = f"{literal(terms.retention_rate)} / 100", f"1 + {literal(terms.discount_rate)} / 100"
        arithmetic = f"{margin} / ({discount} - {rate}) * (1 - ({rate} / ({discount})) ** {years})"
    return Computed(value=value, unit="usd", arithmetic=arithmetic, formula="margin_over_horizon")


FORMULAS = (
    Formula(
        id="margin_over_horizon",
        kpi="other",
        name="Margen descontado de un cliente en un plazo",
        formula_text="margen anual por cliente ÷ (1 + tasa de descuento − tasa de retención) × "
        "(1 − (tasa de retención ÷ (1 + tasa de descuento))^años)",
        inputs=("margin_per_customer", "retention_rate", "discount_rate", "horizon_months"),
        optional_inputs=("revenue_per_customer",),
        unit="usd",
        source="",
        calculate=lambda figures: margin_over_horizon(terms_from(figures), scalar(figures, "horizon_months")),
        test_vector=WorkedCase(
            {
                "margin_per_customer": 1100,
                "retention_rate": 55,
                "discount_rate": 10,
                "horizon_months": 36,
            },
            1000 + 500 + 250,
        ),
    ),
)
