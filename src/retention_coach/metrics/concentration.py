"""How much of the revenue hangs on a few customers."""

import math
from collections.abc import Sequence

from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.codes import Caution
from retention_coach.metrics.formula import Formula, WorkedCase, series
from retention_coach.metrics.quantities import amount
from retention_coach.metrics.refusals import zero_base
from retention_coach.metrics.result import Computed, Result

_FEW = 5


def share_of_five_largest(revenues: Sequence[float]) -> Result:
    """Revenue of the five largest customers / revenue of all.

    Args:
        revenues: USD of each customer in the same period, in any order.

    Returns:
        Percent, 0 to 100, with `five_or_fewer_customers` where it says nothing; `zero_base` without revenue.

    Raises:
        ValueError: a revenue is negative.
    """
    amounts = sorted((amount("customer_revenues", revenue) for revenue in revenues), reverse=True)
    largest, total = amounts[:_FEW], math.fsum(amounts)
    if total == 0:
        return zero_base("customer_revenues")
    return Computed(
        value=min(math.fsum(largest) / total, 1.0) * 100,
        unit="percent",
        arithmetic=f"({' + '.join(map(literal, largest))}) / {literal(total)} * 100",
        formula="share_of_five_largest",
        warnings=(Caution.FIVE_OR_FEWER_CUSTOMERS,) if len(amounts) <= _FEW else (),
    )


FORMULAS = (
    Formula(
        id="share_of_five_largest",
        kpi="other",
        name="Peso de los cinco clientes mayores",
        formula_text="ingresos de los cinco clientes mayores ÷ ingresos de todos los clientes × 100",
        inputs=("customer_revenues",),
        unit="percent",
        source="",
        calculate=lambda figures: share_of_five_largest(series(figures, "customer_revenues")),
        test_vector=WorkedCase({"customer_revenues": (100, 400, 50, 200, 150, 50, 30, 20)}, 90),
    ),
)
