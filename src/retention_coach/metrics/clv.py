"""Customer lifetime value: the discounted margin of a customer until they leave, under a declared convention.

Sources: http://brucehardie.com/notes/024/ (the three conventions side by side) and
https://papers.ssrn.com/sol3/papers.cfm?abstract_id=908802
"""

from enum import StrEnum

from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.clv_terms import ClvTerms
from retention_coach.metrics.codes import Caution, Refusal
from retention_coach.metrics.formula import Figures, Formula, WorkedCase, optional_scalar, scalar
from retention_coach.metrics.quantities import amount
from retention_coach.metrics.result import Computed, NotComputable, Result

_SOURCE = "http://brucehardie.com/notes/024/"
_INPUTS = ("margin_per_customer", "retention_rate", "discount_rate")
_EXAMPLE = {"margin_per_customer": 1000, "retention_rate": 80, "discount_rate": 10}


class ClvVariant(StrEnum):
    """Which payment is the first that counts."""

    FIRST_PAYMENT_NOW = "clv_first_payment_now"  # m(1+d) / (1+d-r): today's counts
    GUPTA_LEHMANN = "clv_gupta_lehmann"  # mr / (1+d-r): the next one, if the customer stays
    END_OF_PERIOD = "clv_end_of_period"  # m / (1+d-r): the one at the end of this period, certain


def clv(terms: ClvTerms, variant: ClvVariant) -> Result:
    """Lifetime value of a customer, without what it cost to win them.

    Args:
        terms: margin and rates of the same period.
        variant: the convention; its value is the formula's id.

    Returns:
        USD; `infinite_horizon` where nobody leaves and money costs nothing, `retention_above_one`, or
        `margin_not_below_revenue`.
    """
    if refusal := terms.endless_refusal():
        return refusal
    margin, spread = literal(terms.margin), _spread(terms)
    growth = 1 + terms.discount_rate / 100
    match variant:
        case ClvVariant.FIRST_PAYMENT_NOW:
            value = terms.margin * growth / terms.spread
            arithmetic = f"{margin} * (1 + {literal(terms.discount_rate)} / 100) / {spread}"
        case ClvVariant.GUPTA_LEHMANN:
            value = terms.margin * (terms.retention_rate / 100) / terms.spread
            arithmetic = f"{margin} * ({literal(terms.retention_rate)} / 100) / {spread}"
        case ClvVariant.END_OF_PERIOD:
            value = terms.margin / terms.spread
            arithmetic = f"{margin} / {spread}"
    # One rate for all forgets that those who remain are the loyal ones; only a residual value is about them.
    residual = variant is ClvVariant.GUPTA_LEHMANN
    return Computed(
        value=value,
        unit="usd",
        arithmetic=arithmetic,
        formula=variant.value,
        warnings=(Caution.RESIDUAL_BIASED_DOWN,) if residual else (),
    )


def clv_less_acquisition(terms: ClvTerms, acquisition_cost: float, *, is_prospect: bool) -> Result:
    """What winning a prospect is worth: the value with the first payment now, minus the cost of winning.

    Args:
        terms: margin and rates of the same period.
        acquisition_cost: USD to win one customer.
        is_prospect: whether the customer is still to be won; on one already won the cost is spent.

    Returns:
        USD, negative where winning costs more than it brings; `acquisition_cost_sunk` for a customer one
        already has, else refusals as in `clv`.

    Raises:
        ValueError: the cost is negative.
    """
    amount("acquisition_cost", acquisition_cost)
    if not is_prospect:
        return NotComputable(Refusal.ACQUISITION_COST_SUNK, {"acquisition_cost": acquisition_cost})
    worth = clv(terms, ClvVariant.FIRST_PAYMENT_NOW)
    if isinstance(worth, NotComputable):
        return worth
    return Computed(
        value=worth.value - acquisition_cost,
        unit="usd",
        arithmetic=f"{worth.arithmetic} - {literal(acquisition_cost)}",
        formula="clv_less_acquisition",
    )


def terms_from(figures: Figures) -> ClvTerms:
    """The terms in figures that hold all of them.

    Raises:
        ValueError: a figure has a value it cannot have.
    """
    return ClvTerms(
        margin=scalar(figures, "margin_per_customer"),
        retention_rate=scalar(figures, "retention_rate"),
        discount_rate=scalar(figures, "discount_rate"),
        revenue=optional_scalar(figures, "revenue_per_customer"),
    )


def _spread(terms: ClvTerms) -> str:
    return f"(1 + {literal(terms.discount_rate)} / 100 - {literal(terms.retention_rate)} / 100)"


def _variant_formula(variant: ClvVariant, name: str, formula_text: str, expected: float) -> Formula:
    return Formula(
        id=variant.value,
        kpi="clv",
        name=name,
        formula_text=formula_text,
        inputs=_INPUTS,
        optional_inputs=("revenue_per_customer",),
        unit="usd",
        source=_SOURCE,
        calculate=lambda figures: clv(terms_from(figures), variant),
        test_vector=WorkedCase(_EXAMPLE, expected),
    )


FORMULAS = (
    _variant_formula(
        ClvVariant.FIRST_PAYMENT_NOW,
        "Valor de vida del cliente (CLV), primer pago hoy",
        "margen anual por cliente × (1 + tasa de descuento) ÷ (1 + tasa de descuento − tasa de retención)",
        11_000 / 3,
    ),
    _variant_formula(
        ClvVariant.GUPTA_LEHMANN,
        "Valor de vida residual del cliente (CLV), sin el primer pago",
        "margen anual por cliente × tasa de retención ÷ (1 + tasa de descuento − tasa de retención)",
        8_000 / 3,
    ),
    _variant_formula(
        ClvVariant.END_OF_PERIOD,
        "Valor de vida del cliente (CLV), pagos al final de cada año",
        "margen anual por cliente ÷ (1 + tasa de descuento − tasa de retención)",
        10_000 / 3,
    ),
    Formula(
        id="clv_less_acquisition",
        kpi="clv",
        name="Valor de vida de un prospecto, neto del costo de captarlo",
        formula_text="margen anual por cliente × (1 + tasa de descuento) ÷ "
        "(1 + tasa de descuento − tasa de retención) − costo de captación",
        inputs=(*_INPUTS, "acquisition_cost"),
        optional_inputs=("revenue_per_customer",),
        unit="usd",
        source=_SOURCE,
        calculate=lambda figures: clv_less_acquisition(
            terms_from(figures), scalar(figures, "acquisition_cost"), is_prospect=True
        ),
        test_vector=WorkedCase({**_EXAMPLE, "acquisition_cost": 600}, 11_000 / 3 - 600),
    ),
)
