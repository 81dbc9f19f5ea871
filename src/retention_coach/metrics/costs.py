"""Whether keeping a customer is cheaper than winning one, from the company's own costs and no slogan."""

from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.codes import Caution
from retention_coach.metrics.formula import Formula, WorkedCase, scalar
from retention_coach.metrics.quantities import amount
from retention_coach.metrics.refusals import zero_base
from retention_coach.metrics.result import Computed, Result


def acquisition_to_retention(acquisition_cost: float, retention_cost: float) -> Result:
    """How many times the cost of keeping a customer the cost of winning one is.

    Args:
        acquisition_cost: USD to win one customer.
        retention_cost: USD to keep one customer for a year.

    Returns:
        Times; with `retention_not_cheaper` where it is 1 or less and no saving may be claimed. `zero_base`
        where keeping is said to cost nothing.

    Raises:
        ValueError: a cost is negative.
    """
    amount("acquisition_cost", acquisition_cost)
    amount("retention_cost", retention_cost)
    if retention_cost == 0:
        return zero_base("retention_cost")
    ratio = acquisition_cost / retention_cost
    return Computed(
        value=ratio,
        unit="count",
        arithmetic=f"{literal(acquisition_cost)} / {literal(retention_cost)}",
        formula="acquisition_to_retention",
        warnings=(Caution.RETENTION_NOT_CHEAPER,) if ratio <= 1 else (),
    )


FORMULAS = (
    Formula(
        id="acquisition_to_retention",
        kpi="other",
        name="Cuántas veces menos cuesta retener que captar",
        formula_text="costo de captar un cliente ÷ costo de retener un cliente durante un año",
        inputs=("acquisition_cost", "retention_cost"),
        unit="count",
        source="",
        calculate=lambda figures: acquisition_to_retention(
            scalar(figures, "acquisition_cost"), scalar(figures, "retention_cost")
        ),
        test_vector=WorkedCase({"acquisition_cost": 900, "retention_cost": 250}, 3.6),
    ),
)
