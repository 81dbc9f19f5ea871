"""Usage: per customer, against its own baseline, and against last year."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.metrics.codes import Caution, Refusal
from retention_coach.metrics.result import Computed, NotComputable, Result
from retention_coach.metrics.usage import usage_per_customer, usage_trend, usage_year_on_year

YEAR = [100.0] * 12


def computed(result: Result) -> Computed:
    """A result that must be a number."""
    assert isinstance(result, Computed)
    return result


def test_customers_without_use_stay_in_the_denominator() -> None:
    """30 uses by 3 of 10 customers are 3 per customer, not 10."""
    assert computed(usage_per_customer(30, 10)).value == 3
    assert computed(usage_per_customer(0, 10)).value == 0
    assert computed(usage_per_customer(90, 10, months=3)).value == 3


@pytest.mark.parametrize(("customers", "months", "figure"), [(0, 1, "active_customers"), (10, 0, "usage_months")])
def test_nobody_or_no_time_gives_no_frequency(customers: int, months: int, figure: str) -> None:
    """The refusal says which of the two is zero."""
    assert usage_per_customer(5, customers, months) == NotComputable(Refusal.ZERO_BASE, {"base": figure}, (figure,))


def test_trend_reads_the_last_month_against_the_three_before() -> None:
    """Older months do not weigh on the baseline."""
    result = computed(usage_trend([9999, 100, 110, 120, 88]))
    assert result.value == pytest.approx(-20)
    assert result.warnings == (Caution.SEASONALITY_UNADJUSTED,)


@given(months=st.lists(st.floats(0.01, 1e6), min_size=4, max_size=30), scale=st.floats(0.01, 100))
def test_trend_does_not_depend_on_the_unit_of_use(months: list[float], scale: float) -> None:
    """Counting sessions or minutes changes nothing; the drop is at most everything."""
    trend = computed(usage_trend(months)).value
    assert trend >= -100
    assert computed(usage_trend([month * scale for month in months])).value == pytest.approx(trend, abs=1e-6, rel=1e-6)


@pytest.mark.parametrize(
    ("last_year", "warnings"),
    [(82.0, ()), (120.0, ()), (70.0, (Caution.SEASONALITY_DISAGREES,)), (80.0, ())],
)
def test_a_seasonal_drop_is_told_apart(last_year: float, warnings: tuple[Caution, ...]) -> None:
    """80 after 100 is a drop, unless the same month was lower a year ago."""
    result = computed(usage_trend([100, 100, 100, 80], same_month_last_year=last_year))
    assert result.warnings == warnings


def test_a_long_series_knows_last_year_itself() -> None:
    """The thirteenth month from the end is the same month a year ago; what is given has precedence."""
    series = [70.0, *YEAR[1:], 80.0]
    assert computed(usage_trend([*YEAR[:11], 80.0])).warnings == (Caution.SEASONALITY_UNADJUSTED,)
    assert computed(usage_trend(series)).warnings == (Caution.SEASONALITY_DISAGREES,)
    assert computed(usage_trend([70.0, 120.0, *YEAR[2:], 80.0, 100.0])).warnings == (Caution.SEASONALITY_DISAGREES,)
    assert computed(usage_trend(series, same_month_last_year=90)).warnings == ()


def test_trend_needs_a_baseline() -> None:
    """Four months, and some use in the three."""
    short = usage_trend([1, 2, 3])
    assert short == NotComputable(Refusal.SAMPLE_TOO_SMALL, {"months": 3, "minimum": 4}, ("usage_series",))
    empty = usage_trend([0, 0, 0, 5])
    assert isinstance(empty, NotComputable)
    assert empty.code == Refusal.ZERO_BASE


def test_year_on_year_compares_the_same_season() -> None:
    """And refuses a year ago without use."""
    assert computed(usage_year_on_year(88, 80)).value == pytest.approx(10)
    nothing = usage_year_on_year(88, 0)
    assert isinstance(nothing, NotComputable)
    assert nothing.code == Refusal.ZERO_BASE


def test_impossible_usage_raises() -> None:
    """Negative uses, parts of customers, NaN."""
    with pytest.raises(ValueError, match="usage_events"):
        usage_per_customer(-1, 10)
    with pytest.raises(ValueError, match="active_customers"):
        usage_per_customer(1, 2.5)
    with pytest.raises(ValueError, match="usage_series"):
        usage_trend([1, 2, math.nan, 3])
    with pytest.raises(ValueError, match="same_month_last_year"):
        usage_trend([1, 2, 3, 4], same_month_last_year=-1)
    with pytest.raises(ValueError, match="usage_latest"):
        usage_year_on_year(-1, 5)
