"""First response: quantiles that the unanswered do not flatter."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.metrics.codes import Caution, Refusal
from retention_coach.metrics.response_time import first_response_median, first_response_p90
from retention_coach.metrics.result import Computed, NotComputable, Result

waits = st.lists(st.floats(0, 1e4), min_size=2, max_size=60)


def hours_of(result: Result) -> float:
    """The hours of a result that must have them."""
    assert isinstance(result, Computed)
    assert result.arithmetic == ""
    return result.value


@given(hours=waits)
def test_quantiles_are_those_of_the_standard_library(hours: list[float]) -> None:
    """With everything answered: the usual median, and the inclusive 90th percentile of spreadsheets."""
    assert hours_of(first_response_median(hours, 0)) == pytest.approx(statistics.median(hours))
    ninth = statistics.quantiles(hours, n=10, method="inclusive")[8]
    assert hours_of(first_response_p90(hours, 0)) == pytest.approx(ninth)


@given(hours=waits, unanswered=st.integers(0, 80))
def test_the_unanswered_count_as_the_slowest(hours: list[float], unanswered: int) -> None:
    """The same quantile as if they had been answered after everybody else, or none if it is one of them."""
    beyond = 1e9
    for quantile in (first_response_median, first_response_p90):
        result, imagined = quantile(hours, unanswered), hours_of(quantile(hours + [beyond] * unanswered, 0))
        if isinstance(result, NotComputable):
            assert result.code == Refusal.CENSORED_QUANTILE
            assert imagined > max(hours)
        else:
            assert hours_of(result) == imagined <= max(hours)


def test_censoring_reaches_p90_before_the_median() -> None:
    """Two of ten unanswered: the median stands, the 90th percentile is unknown, and both numbers are told."""
    hours = [1, 1, 2, 2, 3, 3, 4, 5]
    assert hours_of(first_response_median(hours, 2)) == 3
    assert first_response_p90(hours, 2) == NotComputable(
        Refusal.CENSORED_QUANTILE, {"percentile": 90, "requests": 10, "unanswered": 2}, ("response_hours",)
    )
    assert isinstance(first_response_median([1, 2], 3), NotComputable)


def test_one_answer_is_its_own_median() -> None:
    """The smallest sample that gives a number."""
    assert hours_of(first_response_median([7], 0)) == 7


def test_warnings_tell_unknown_unanswered_and_few_requests() -> None:
    """The 90th percentile of nine is nearly the worst; of ten it is not."""
    nine, ten = first_response_p90(range(9), 0), first_response_p90(range(10), 0)
    unknown = first_response_median(range(3))
    assert isinstance(nine, Computed)
    assert isinstance(ten, Computed)
    assert isinstance(unknown, Computed)
    assert nine.warnings == (Caution.SMALL_SAMPLE,)
    assert ten.warnings == ()
    assert unknown.warnings == (Caution.UNANSWERED_UNKNOWN,)


def test_no_requests_give_no_time() -> None:
    """An empty inbox is not an instant answer."""
    result = first_response_median([], 0)
    assert isinstance(result, NotComputable)
    assert result.code == Refusal.SAMPLE_TOO_SMALL


@pytest.mark.parametrize(("hours", "unanswered"), [([-1], 0), ([float("nan")], 0), ([1], -1), ([1], 0.5)])
def test_impossible_times_raise(hours: list[float], unanswered: float) -> None:
    """Negative time, NaN, and negative or broken counts."""
    with pytest.raises(ValueError, match="must"):
        first_response_p90(hours, unanswered)
