"""How often customers use the service, and whether that is changing. The company defines what a use is."""

from collections.abc import Sequence

from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.codes import Caution, Refusal
from retention_coach.metrics.formula import Formula, WorkedCase, optional_scalar, scalar, series
from retention_coach.metrics.quantities import amount, count
from retention_coach.metrics.refusals import zero_base
from retention_coach.metrics.result import Computed, NotComputable, Result

_BASELINE_MONTHS = 3


def usage_per_customer(events: float, active_customers: float, months: float = 1) -> Result:
    """Uses / active customers / months.

    Args:
        events: uses (or orders) in the period.
        active_customers: all with a standing relationship, those who used nothing included.
        months: length of the period; 1 also reads the value per period, whatever its length.

    Returns:
        Uses per customer and month; `zero_base` without customers or months.

    Raises:
        ValueError: a figure is negative, or a count fractional.
    """
    amount("usage_events", events)
    customers, length = count("active_customers", active_customers), count("usage_months", months)
    if customers == 0:
        return zero_base("active_customers")
    if length == 0:
        return zero_base("usage_months")
    return Computed(
        value=events / customers / length,
        unit="count",
        arithmetic=f"{literal(events)} / {customers} / {length}",
        formula="usage_per_customer",
    )


def usage_trend(monthly: Sequence[float], *, same_month_last_year: float | None = None) -> Result:
    """Change of the last month against the mean of the three before it.

    Args:
        monthly: uses per month, oldest first, without gaps.
        same_month_last_year: uses twelve months before the last; taken from `monthly` where it is long
            enough. A season shows as a drop that last year's month does not confirm; the warnings say so.

    Returns:
        Percent, -100 or more; `sample_too_small` under four months, `zero_base` where the three had no use.

    Raises:
        ValueError: a month is negative.
    """
    months = [amount("usage_series", uses) for uses in monthly]
    needed = _BASELINE_MONTHS + 1
    if len(months) < needed:
        return NotComputable(Refusal.SAMPLE_TOO_SMALL, {"months": len(months), "minimum": needed}, ("usage_series",))
    *before, last = months[-needed:]
    baseline = sum(before) / _BASELINE_MONTHS
    if baseline == 0:
        return zero_base("usage_series")
    text = f"({' + '.join(map(literal, before))}) / {_BASELINE_MONTHS}"
    return Computed(
        value=(last - baseline) / baseline * 100,
        unit="percent",
        arithmetic=f"({literal(last)} - {text}) / ({text}) * 100",
        formula="usage_trend",
        warnings=_season(months, same_month_last_year, baseline),
    )


def usage_year_on_year(latest: float, same_month_last_year: float) -> Result:
    """Change of a month against the same month of the year before, which has the same season.

    Args:
        latest: uses in the month.
        same_month_last_year: uses twelve months earlier.

    Returns:
        Percent, -100 or more; `zero_base` where there was no use.

    Raises:
        ValueError: a figure is negative.
    """
    now, then = amount("usage_latest", latest), amount("usage_same_month_last_year", same_month_last_year)
    if then == 0:
        return zero_base("usage_same_month_last_year")
    return Computed(
        value=(now - then) / then * 100,
        unit="percent",
        arithmetic=f"({literal(now)} - {literal(then)}) / {literal(then)} * 100",
        formula="usage_year_on_year",
    )


def _season(months: Sequence[float], last_year: float | None, baseline: float) -> tuple[Caution, ...]:
    """Whether last year's month is unknown, or points the other way than the three months before."""
    if last_year is None and len(months) > 12:
        last_year = months[-13]
    if last_year is None:
        return (Caution.SEASONALITY_UNADJUSTED,)
    last = months[-1]
    opposite = (last - baseline) * (last - amount("usage_same_month_last_year", last_year)) < 0
    return (Caution.SEASONALITY_DISAGREES,) if opposite else ()


FORMULAS = (
    Formula(
        id="usage_per_customer",
        kpi="usage",
        name="Frecuencia de uso por cliente",
        formula_text="usos del período ÷ clientes activos (también los que no usaron) ÷ meses",
        inputs=("usage_events", "active_customers"),
        optional_inputs=("usage_months",),
        unit="count",
        source="",
        calculate=lambda figures: usage_per_customer(
            scalar(figures, "usage_events"),
            scalar(figures, "active_customers"),
            scalar(figures, "usage_months") if "usage_months" in figures else 1,
        ),
        test_vector=WorkedCase({"usage_events": 540, "active_customers": 60, "usage_months": 3}, 3),
    ),
    Formula(
        id="usage_trend",
        kpi="usage",
        name="Tendencia de uso frente a los tres meses anteriores",
        formula_text="(usos del último mes − promedio de los tres meses anteriores) "
        "÷ promedio de los tres meses anteriores × 100",
        inputs=("usage_series",),
        optional_inputs=("usage_same_month_last_year",),
        unit="percent",
        source="",
        calculate=lambda figures: usage_trend(
            series(figures, "usage_series"),
            same_month_last_year=optional_scalar(figures, "usage_same_month_last_year"),
        ),
        test_vector=WorkedCase({"usage_series": (500, 100, 110, 120, 88)}, -20),
    ),
    Formula(
        id="usage_year_on_year",
        kpi="usage",
        name="Tendencia de uso frente al mismo mes del año anterior",
        formula_text="(usos del mes − usos del mismo mes del año anterior) ÷ usos del mismo mes del año anterior × 100",
        inputs=("usage_latest", "usage_same_month_last_year"),
        unit="percent",
        source="",
        calculate=lambda figures: usage_year_on_year(
            scalar(figures, "usage_latest"), scalar(figures, "usage_same_month_last_year")
        ),
        test_vector=WorkedCase({"usage_latest": 88, "usage_same_month_last_year": 80}, 10),
    ),
)
