"""Monthly rates as annual ones and back. Rates compound: 5 % a month is 46 % a year, not 60 %.

Source: the annualised churn at
https://churnkey.co/blog/gross-retention-vs-net-retention-vs-logo-retention-what-they-are-how-to-optimize-them
"""

from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.codes import Refusal
from retention_coach.metrics.formula import Formula, WorkedCase, scalar
from retention_coach.metrics.quantities import amount
from retention_coach.metrics.result import Computed, NotComputable, Result

_SOURCE = (
    "https://churnkey.co/blog/gross-retention-vs-net-retention-vs-logo-retention-what-they-are-how-to-optimize-them"
)


def annual_churn_from_monthly(churn_monthly: float) -> Result:
    """The yearly churn of twelve months at this one: 1 - (1 - c)^12.

    Args:
        churn_monthly: percent, 0 to 100.

    Returns:
        Percent, 0 to 100; `churn_above_one` for a rate over 100.

    Raises:
        ValueError: the rate is negative.
    """
    return _churn("churn_monthly", churn_monthly, "12", 12, "annual_from_monthly")


def monthly_churn_from_annual(churn_annual: float) -> Result:
    """The monthly churn that adds up to this yearly one: 1 - (1 - c)^(1/12).

    Args, returns and errors as in `annual_churn_from_monthly`.
    """
    return _churn("churn_annual", churn_annual, "(1 / 12)", 1 / 12, "monthly_from_annual")


def annual_retention_from_monthly(retention_monthly: float) -> Result:
    """The yearly retention of twelve months at this one: r^12.

    Args:
        retention_monthly: percent, 0 to 100.

    Returns:
        Percent, 0 to 100; `retention_above_one` for a rate over 100.

    Raises:
        ValueError: the rate is negative.
    """
    return _retention("retention_monthly", retention_monthly, "12", 12, "annual_retention_from_monthly")


def monthly_retention_from_annual(retention_annual: float) -> Result:
    """The monthly retention that adds up to this yearly one: r^(1/12).

    Args, returns and errors as in `annual_retention_from_monthly`.
    """
    return _retention("retention_annual", retention_annual, "(1 / 12)", 1 / 12, "monthly_retention_from_annual")


def _churn(figure: str, rate: float, exponent_text: str, exponent: float, formula: str) -> Result:
    if amount(figure, rate) > 100:
        return NotComputable(Refusal.CHURN_ABOVE_ONE, {figure: rate}, (figure,))
    return Computed(
        value=(1 - (1 - rate / 100) ** exponent) * 100,
        unit="percent",
        arithmetic=f"(1 - (1 - {literal(rate)} / 100) ** {exponent_text}) * 100",
        formula=formula,
    )


def _retention(figure: str, rate: float, exponent_text: str, exponent: float, formula: str) -> Result:
    if amount(figure, rate) > 100:
        return NotComputable(Refusal.RETENTION_ABOVE_ONE, {figure: rate}, (figure,))
    return Computed(
        value=(rate / 100) ** exponent * 100,
        unit="percent",
        arithmetic=f"({literal(rate)} / 100) ** {exponent_text} * 100",
        formula=formula,
    )


FORMULAS = (
    Formula(
        id="annual_from_monthly",
        kpi="churn",
        name="Abandono anual a partir del mensual",
        formula_text="(1 − (1 − abandono mensual ÷ 100)^12) × 100",
        inputs=("churn_monthly",),
        unit="percent",
        source=_SOURCE,
        calculate=lambda figures: annual_churn_from_monthly(scalar(figures, "churn_monthly")),
        test_vector=WorkedCase({"churn_monthly": 5}, 45.963991233736334),
    ),
    Formula(
        id="monthly_from_annual",
        kpi="churn",
        name="Abandono mensual a partir del anual",
        formula_text="(1 − (1 − abandono anual ÷ 100)^(1 ÷ 12)) × 100",
        inputs=("churn_annual",),
        unit="percent",
        source=_SOURCE,
        calculate=lambda figures: monthly_churn_from_annual(scalar(figures, "churn_annual")),
        test_vector=WorkedCase({"churn_annual": 45.963991233736334}, 5),
    ),
    Formula(
        id="annual_retention_from_monthly",
        kpi="retention",
        name="Retención anual a partir de la mensual",
        formula_text="(retención mensual ÷ 100)^12 × 100",
        inputs=("retention_monthly",),
        unit="percent",
        source=_SOURCE,
        calculate=lambda figures: annual_retention_from_monthly(scalar(figures, "retention_monthly")),
        test_vector=WorkedCase({"retention_monthly": 95}, 54.036008766263666),
    ),
    Formula(
        id="monthly_retention_from_annual",
        kpi="retention",
        name="Retención mensual a partir de la anual",
        formula_text="(retención anual ÷ 100)^(1 ÷ 12) × 100",
        inputs=("retention_annual",),
        unit="percent",
        source=_SOURCE,
        calculate=lambda figures: monthly_retention_from_annual(scalar(figures, "retention_annual")),
        test_vector=WorkedCase({"retention_annual": 54.036008766263666}, 95),
    ),
)
