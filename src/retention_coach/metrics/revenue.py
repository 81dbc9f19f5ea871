"""How the revenue of the customers at the start of a period fared in it. No new customers count here."""

from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.codes import Refusal
from retention_coach.metrics.formula import Formula, WorkedCase, scalar
from retention_coach.metrics.quantities import amount
from retention_coach.metrics.refusals import zero_base
from retention_coach.metrics.result import Computed, NotComputable, Result

_SUM_TOLERANCE = 1e-9  # sums of cents in binary overshoot by less than this share

_GRR_SOURCE = "https://docs.imboard.ai/api/ontology/customers.json"
_NRR_SOURCE = "https://retentionlens.com/blog/nrr-benchmarks"


def revenue_churn(opening: float, contraction: float, lost: float) -> Result:
    """(contraction + lost) / opening; 100 minus the GRR of the same period.

    Args:
        opening: USD of recurring revenue at the start of the period.
        contraction: USD less from customers who stay.
        lost: USD of customers who left.

    Returns:
        Percent, 0 to 100; `zero_base`, or `inconsistent_amounts` where more fell away than there was.

    Raises:
        ValueError: an amount is negative.
    """
    kept = _kept(opening, contraction, lost)
    if isinstance(kept, NotComputable):
        return kept
    return Computed(
        value=min(contraction + lost, opening) / opening * 100,
        unit="percent",
        arithmetic=f"({literal(contraction)} + {literal(lost)}) / {literal(opening)} * 100",
        formula="revenue_churn",
    )


def grr(opening: float, contraction: float, lost: float) -> Result:
    """Gross revenue retention: (opening - contraction - lost) / opening, never over 100 %.

    Args, returns and errors as in `revenue_churn`.
    """
    kept = _kept(opening, contraction, lost)
    if isinstance(kept, NotComputable):
        return kept
    return Computed(
        value=kept / opening * 100,
        unit="percent",
        arithmetic=f"({literal(opening)} - {literal(contraction)} - {literal(lost)}) / {literal(opening)} * 100",
        formula="grr",
    )


def nrr(opening: float, expansion: float, contraction: float, lost: float) -> Result:
    """Net revenue retention: (opening + expansion - contraction - lost) / opening; over 100 % is growth.

    Args:
        opening: USD of recurring revenue at the start of the period.
        expansion: USD more from customers who were there at the start.
        contraction: USD less from customers who stay.
        lost: USD of customers who left.

    Returns:
        Percent, 0 or more; refusals as in `revenue_churn`.

    Raises:
        ValueError: an amount is negative.
    """
    amount("revenue_expansion", expansion)
    kept = _kept(opening, contraction, lost)
    if isinstance(kept, NotComputable):
        return kept
    return Computed(
        value=(kept + expansion) / opening * 100,
        unit="percent",
        arithmetic=f"({literal(opening)} + {literal(expansion)} - {literal(contraction)} - {literal(lost)}) "
        f"/ {literal(opening)} * 100",
        formula="nrr",
    )


def _kept(opening: float, contraction: float, lost: float) -> float | NotComputable:
    """USD of the opening revenue that is still there, or why that cannot be said."""
    amount("revenue_opening", opening)
    amount("revenue_contraction", contraction)
    amount("revenue_lost", lost)
    if opening == 0:
        return zero_base("revenue_opening")
    kept = opening - contraction - lost
    if kept < -_SUM_TOLERANCE * opening:
        return NotComputable(
            Refusal.INCONSISTENT_AMOUNTS,
            {"revenue_opening": opening, "revenue_contraction": contraction, "revenue_lost": lost},
            ("revenue_opening", "revenue_contraction", "revenue_lost"),
        )
    return max(kept, 0.0)


FORMULAS = (
    Formula(
        id="revenue_churn",
        kpi="churn",
        name="Abandono de ingresos",
        formula_text="(ingresos perdidos + ingresos reducidos) ÷ ingresos al inicio × 100",
        inputs=("revenue_opening", "revenue_contraction", "revenue_lost"),
        unit="percent",
        source=_GRR_SOURCE,
        calculate=lambda figures: revenue_churn(
            scalar(figures, "revenue_opening"),
            scalar(figures, "revenue_contraction"),
            scalar(figures, "revenue_lost"),
        ),
        test_vector=WorkedCase({"revenue_opening": 50_000, "revenue_contraction": 1_000, "revenue_lost": 4_000}, 10),
    ),
    Formula(
        id="grr",
        kpi="retention",
        name="Retención bruta de ingresos (GRR)",
        formula_text="(ingresos al inicio − ingresos reducidos − ingresos perdidos) ÷ ingresos al inicio × 100",
        inputs=("revenue_opening", "revenue_contraction", "revenue_lost"),
        unit="percent",
        source=_GRR_SOURCE,
        calculate=lambda figures: grr(
            scalar(figures, "revenue_opening"),
            scalar(figures, "revenue_contraction"),
            scalar(figures, "revenue_lost"),
        ),
        test_vector=WorkedCase({"revenue_opening": 50_000, "revenue_contraction": 1_000, "revenue_lost": 4_000}, 90),
    ),
    Formula(
        id="nrr",
        kpi="retention",
        name="Retención neta de ingresos (NRR)",
        formula_text="(ingresos al inicio + ingresos ampliados − ingresos reducidos − ingresos perdidos) "
        "÷ ingresos al inicio × 100",
        inputs=("revenue_opening", "revenue_expansion", "revenue_contraction", "revenue_lost"),
        unit="percent",
        source=_NRR_SOURCE,
        calculate=lambda figures: nrr(
            scalar(figures, "revenue_opening"),
            scalar(figures, "revenue_expansion"),
            scalar(figures, "revenue_contraction"),
            scalar(figures, "revenue_lost"),
        ),
        test_vector=WorkedCase(
            {
                "revenue_opening": 50_000,
                "revenue_expansion": 8_000,
                "revenue_contraction": 1_000,
                "revenue_lost": 4_000,
            },
            106,
        ),
    ),
)
