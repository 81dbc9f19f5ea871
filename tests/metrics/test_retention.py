"""Retention and logo churn: what counts give, and what they cannot."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.metrics.churn import logo_churn
from retention_coach.metrics.codes import Caution, Refusal
from retention_coach.metrics.result import Computed, NotComputable
from retention_coach.metrics.retention import retention_by_counts, retention_by_ids, retention_by_lost

ids = st.frozensets(st.text(alphabet="abcdefgh", min_size=1, max_size=2), max_size=12)


def test_ids_count_only_those_who_were_there() -> None:
    """A new customer at the end does not stand in for one who left."""
    result = retention_by_ids({"a", "b", "c", "d"}, {"a", "b", "x", "y", "z"})
    assert result == Computed(50, "percent", "2 / 4 * 100", "retention_by_ids")


@given(start=ids, end=ids)
def test_ids_and_counts_agree_when_new_means_not_there_before(start: frozenset[str], end: frozenset[str]) -> None:
    """With nobody reactivated, the three ways to compute retention are one."""
    by_ids = retention_by_ids(start, end)
    new, lost = len(end - start), len(start - end)
    by_counts = retention_by_counts(len(start), len(end), new, customers_lost=lost)
    by_lost = retention_by_lost(len(start), lost)
    if not start:
        assert isinstance(by_ids, NotComputable)
        assert by_ids.code == Refusal.ZERO_BASE
        return
    assert isinstance(by_ids, Computed)
    assert isinstance(by_counts, Computed)
    assert isinstance(by_lost, Computed)
    assert by_ids.value == by_counts.value == by_lost.value
    assert by_counts.warnings == ()
    assert 0 <= by_ids.value <= 100


def test_the_reference_case_of_105_percent_is_refused() -> None:
    """S=100, E=125, N=20: more kept than there were means uncounted reactivations."""
    result = retention_by_counts(100, 125, 20)
    assert isinstance(result, NotComputable)
    assert result.code == Refusal.INCONSISTENT_COUNTS
    assert result.parameters["kept"] == 105


def test_counts_without_losses_say_what_they_cannot_see() -> None:
    """The number is given, with the warning that reactivated customers may inflate it."""
    result = retention_by_counts(100, 110, 20)
    assert isinstance(result, Computed)
    assert result.value == 90
    assert result.warnings == (Caution.REACTIVATIONS_UNSEEN,)


def test_losses_beyond_the_difference_reveal_reactivations() -> None:
    """Ten left but only five are missing: five came back and are counted as kept."""
    result = retention_by_counts(100, 115, 20, customers_lost=10)
    assert isinstance(result, Computed)
    assert result.value == 95
    assert result.warnings == (Caution.REACTIVATIONS_DISTORT,)


@pytest.mark.parametrize(
    ("start", "end", "new", "lost"),
    [(100, 10, 20, None), (100, 95, 10, 2), (100, 100, 0, 101), (10, 21, 10, None)],
)
def test_contradicting_counts_are_refused(start: int, end: int, new: int, lost: int | None) -> None:
    """More new than there are, customers missing that nobody lost, more lost than there were."""
    result = retention_by_counts(start, end, new, customers_lost=lost)
    assert isinstance(result, NotComputable)
    assert result.code == Refusal.INCONSISTENT_COUNTS
    assert "customers_lost" in result.needs


@pytest.mark.parametrize(
    "result", [retention_by_counts(0, 5, 5), retention_by_lost(0, 0), logo_churn(0, 0), retention_by_ids(set(), {"a"})]
)
def test_no_customers_at_the_start_is_neither_zero_nor_hundred(result: object) -> None:
    """A rate of nobody is not computable."""
    assert isinstance(result, NotComputable)
    assert result.code == Refusal.ZERO_BASE


@pytest.mark.parametrize("formula", [retention_by_lost, logo_churn])
def test_nobody_can_lose_more_than_there_were(formula: object) -> None:
    """The refusal names both counts."""
    assert callable(formula)
    assert formula(10, 11) == NotComputable(
        Refusal.INCONSISTENT_COUNTS,
        {"customers_start": 10, "customers_lost": 11},
        ("customers_start", "customers_lost"),
    )


@given(start=st.integers(1, 10**6), share=st.floats(0, 1))
def test_retention_and_churn_add_up_to_hundred(start: int, share: float) -> None:
    """Whoever is not lost is kept."""
    lost = int(start * share)
    kept, gone = retention_by_lost(start, lost), logo_churn(start, lost)
    assert isinstance(kept, Computed)
    assert isinstance(gone, Computed)
    assert kept.value + gone.value == pytest.approx(100, abs=1e-9)
    assert 0 <= gone.value <= 100


@pytest.mark.parametrize("impossible", [-1, 1.5, math.nan, math.inf, 1e16])
def test_impossible_counts_are_the_callers_mistake(impossible: float) -> None:
    """Negative, fractional, NaN, infinite and absurd counts raise."""
    with pytest.raises(ValueError, match="customers_"):
        retention_by_lost(impossible, 0)
    with pytest.raises(ValueError, match="customers_"):
        logo_churn(10, impossible)
    with pytest.raises(ValueError, match="customers_"):
        retention_by_counts(10, 10, 0, customers_lost=impossible)
