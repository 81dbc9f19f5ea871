"""Rates compound between months and years."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.metrics.codes import Refusal
from retention_coach.metrics.periods import (
    annual_churn_from_monthly,
    annual_retention_from_monthly,
    monthly_churn_from_annual,
    monthly_retention_from_annual,
)
from retention_coach.metrics.result import Computed, NotComputable, Result

rates = st.floats(0, 100)
Conversion = Callable[[float], Result]


def converted(conversion: Conversion, rate: float) -> float:
    """The number of a conversion that must succeed."""
    result = conversion(rate)
    assert isinstance(result, Computed)
    return result.value


def test_five_percent_a_month_is_forty_six_a_year() -> None:
    """The reference's figure, and not the naive sixty."""
    assert converted(annual_churn_from_monthly, 5) == pytest.approx(46.0, abs=0.05)


@given(rate=st.floats(0, 99))
def test_churn_round_trip(rate: float) -> None:
    """A monthly rate made annual and monthly again is itself."""
    monthly = converted(monthly_churn_from_annual, rate)
    assert converted(annual_churn_from_monthly, monthly) == pytest.approx(rate, abs=1e-9)


@given(rate=rates)
def test_retention_round_trip(rate: float) -> None:
    """The same for retention, from nobody kept to everybody."""
    monthly = converted(monthly_retention_from_annual, rate)
    assert converted(annual_retention_from_monthly, monthly) == pytest.approx(rate, abs=1e-9)


@given(rate=rates)
def test_both_views_of_a_period_agree(rate: float) -> None:
    """Annual churn and annual retention of the same months add up to 100, and a year loses no less than a month."""
    churn = converted(annual_churn_from_monthly, rate)
    assert churn + converted(annual_retention_from_monthly, 100 - rate) == pytest.approx(100, abs=1e-9)
    assert churn >= rate - 1e-9


@pytest.mark.parametrize(
    ("conversion", "code"),
    [
        (annual_churn_from_monthly, Refusal.CHURN_ABOVE_ONE),
        (monthly_churn_from_annual, Refusal.CHURN_ABOVE_ONE),
        (annual_retention_from_monthly, Refusal.RETENTION_ABOVE_ONE),
        (monthly_retention_from_annual, Refusal.RETENTION_ABOVE_ONE),
    ],
)
def test_rates_beyond_hundred_are_refused_and_negative_ones_raise(conversion: Conversion, code: Refusal) -> None:
    """A share of customers lies between none and all."""
    result = conversion(100.1)
    assert isinstance(result, NotComputable)
    assert result.code == code
    with pytest.raises(ValueError, match="negative"):
        conversion(-0.1)
