"""Share of the customers at the start of a period who left in it."""

from retention_coach.metrics.formula import Formula, WorkedCase, scalar
from retention_coach.metrics.quantities import count
from retention_coach.metrics.refusals import unusable_loss
from retention_coach.metrics.result import Computed, Result


def logo_churn(customers_start: float, customers_lost: float) -> Result:
    """Customers lost / customers at the start; 100 minus the retention of the same period.

    Args:
        customers_start: at the start of the period.
        customers_lost: those of them who left in it. Without a contract nobody is seen to leave: an
            inactivity rule has to say who did.

    Returns:
        Percent, 0 to 100; `zero_base`, or `inconsistent_counts` where more left than there were.

    Raises:
        ValueError: a count is negative or fractional.
    """
    start, lost = count("customers_start", customers_start), count("customers_lost", customers_lost)
    refused = unusable_loss(start, lost)
    if refused:
        return refused
    return Computed(
        value=lost / start * 100,
        unit="percent",
        arithmetic=f"{lost} / {start} * 100",
        formula="logo_churn",
    )


FORMULAS = (
    Formula(
        id="logo_churn",
        kpi="churn",
        name="Tasa de abandono de clientes",
        formula_text="clientes perdidos ÷ clientes al inicio × 100",
        inputs=("customers_start", "customers_lost"),
        unit="percent",
        source="https://churnkey.co/blog/gross-retention-vs-net-retention-vs-logo-retention-what-they-are"
        "-how-to-optimize-them",
        calculate=lambda figures: logo_churn(scalar(figures, "customers_start"), scalar(figures, "customers_lost")),
        test_vector=WorkedCase({"customers_start": 120, "customers_lost": 6}, 5),
    ),
)
