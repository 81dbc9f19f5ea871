"""Own costs instead of the slogan, and the weight of the largest customers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.metrics.codes import Caution, Refusal
from retention_coach.metrics.concentration import share_of_five_largest
from retention_coach.metrics.costs import acquisition_to_retention
from retention_coach.metrics.result import Computed, NotComputable


def test_how_much_cheaper_is_computed_from_own_costs() -> None:
    """900 to win and 250 to keep is 3.6 times, whatever the slogan says."""
    assert acquisition_to_retention(900, 250) == Computed(3.6, "count", "900 / 250", "acquisition_to_retention")


@pytest.mark.parametrize("acquisition", [0, 100, 250])
def test_keeping_that_is_not_cheaper_is_said(acquisition: float) -> None:
    """At equal cost there is no saving to claim either."""
    result = acquisition_to_retention(acquisition, 250)
    assert isinstance(result, Computed)
    assert result.warnings == (Caution.RETENTION_NOT_CHEAPER,)


def test_free_retention_is_refused_and_negative_costs_raise() -> None:
    """Infinitely cheaper is not a claim to print."""
    result = acquisition_to_retention(900, 0)
    assert result == NotComputable(Refusal.ZERO_BASE, {"base": "retention_cost"}, ("retention_cost",))
    with pytest.raises(ValueError, match="retention_cost"):
        acquisition_to_retention(900, -1)
    with pytest.raises(ValueError, match="acquisition_cost"):
        acquisition_to_retention(-1, 900)


@given(revenues=st.lists(st.floats(0.01, 1e7), min_size=1, max_size=50))
def test_the_share_of_five_lies_between_even_and_all(revenues: list[float]) -> None:
    """At least what five equal customers would have, at most everything; order does not matter."""
    result, mirrored = share_of_five_largest(revenues), share_of_five_largest(revenues[::-1])
    assert result == mirrored
    assert isinstance(result, Computed)
    assert min(5 / len(revenues), 1) * 100 - 1e-9 <= result.value <= 100
    assert (result.warnings == (Caution.FIVE_OR_FEWER_CUSTOMERS,)) == (len(revenues) <= 5)


def test_a_share_of_no_revenue_is_refused() -> None:
    """Neither without customers nor without their revenue; a negative one raises."""
    for revenues in ([], [0, 0]):
        result = share_of_five_largest(revenues)
        assert isinstance(result, NotComputable)
        assert result.code == Refusal.ZERO_BASE
    with pytest.raises(ValueError, match="customer_revenues"):
        share_of_five_largest([10, -1])
