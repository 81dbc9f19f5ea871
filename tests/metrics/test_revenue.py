"""Revenue churn, GRR and NRR hold together."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.metrics.codes import Refusal
from retention_coach.metrics.result import Computed, NotComputable, Result
from retention_coach.metrics.revenue import grr, nrr, revenue_churn

cents = st.integers(0, 10**9)
shares = st.floats(0, 1)


def value_of(result: Result) -> float:
    """The number of a result that must have one."""
    assert isinstance(result, Computed)
    return result.value


@given(opening=st.integers(1, 10**9), leaving=shares, shrinking=shares, expansion=cents)
def test_gross_never_exceeds_hundred_nor_net(opening: int, leaving: float, shrinking: float, expansion: int) -> None:
    """0 <= GRR <= 100, GRR <= NRR, and GRR and revenue churn are two sides of one number."""
    lost = int(opening * leaving)
    contraction = int((opening - lost) * shrinking)
    start, gone, less, more = opening / 100, lost / 100, contraction / 100, expansion / 100
    gross, net = value_of(grr(start, less, gone)), value_of(nrr(start, more, less, gone))
    assert 0 <= gross <= 100
    assert gross <= net
    assert gross + value_of(revenue_churn(start, less, gone)) == pytest.approx(100, abs=1e-6)


def test_without_expansion_net_is_gross() -> None:
    """Expansion is the only difference between them."""
    assert value_of(nrr(50_000, 0, 1_000, 4_000)) == value_of(grr(50_000, 1_000, 4_000)) == 90


def test_losing_everything_in_cents_is_zero_not_a_refusal() -> None:
    """0.1 + 0.2 overshoots 0.3 in binary; the portfolio is simply gone."""
    assert value_of(grr(0.3, 0.1, 0.2)) == 0
    assert value_of(revenue_churn(0.3, 0.1, 0.2)) == 100


@pytest.mark.parametrize("result", [grr(100, 60, 41), nrr(100, 500, 60, 41), revenue_churn(100, 60, 41)])
def test_more_lost_than_there_was_is_refused(result: Result) -> None:
    """Expansion does not hide it."""
    assert isinstance(result, NotComputable)
    assert result.code == Refusal.INCONSISTENT_AMOUNTS


@pytest.mark.parametrize("result", [grr(0, 0, 0), nrr(0, 10, 0, 0), revenue_churn(0, 0, 0)])
def test_without_opening_revenue_there_is_no_rate(result: Result) -> None:
    """Division by nothing is refused, not infinite."""
    assert result == NotComputable(Refusal.ZERO_BASE, {"base": "revenue_opening"}, ("revenue_opening",))


@pytest.mark.parametrize("position", range(4))
@pytest.mark.parametrize("impossible", [-1.0, math.nan, math.inf])
def test_impossible_amounts_raise(position: int, impossible: float) -> None:
    """Each of the four amounts is guarded."""
    amounts = [100.0, 10.0, 10.0, 10.0]
    amounts[position] = impossible
    with pytest.raises(ValueError, match="revenue_"):
        nrr(*amounts)
