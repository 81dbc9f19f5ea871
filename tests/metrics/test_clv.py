"""Customer values: three conventions, what refuses them, and the value within a horizon."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.metrics.clv import ClvVariant, clv, clv_less_acquisition
from retention_coach.metrics.clv_terms import ClvTerms
from retention_coach.metrics.codes import Caution, Refusal
from retention_coach.metrics.horizon import margin_over_horizon
from retention_coach.metrics.margin import margin_per_customer
from retention_coach.metrics.result import Computed, NotComputable, Result

EXAMPLE = ClvTerms(margin=1000, retention_rate=80, discount_rate=10)
terms = st.builds(
    ClvTerms, margin=st.floats(-1e6, 1e6), retention_rate=st.floats(0, 99), discount_rate=st.floats(0.5, 60)
)


def value_of(result: Result) -> float:
    """The number of a result that must have one."""
    assert isinstance(result, Computed)
    return result.value


def code_of(result: Result) -> Refusal:
    """The code of a result that must be a refusal."""
    assert isinstance(result, NotComputable)
    return result.code


@pytest.mark.parametrize(
    ("variant", "value"),
    [
        (ClvVariant.FIRST_PAYMENT_NOW, 3666.67),
        (ClvVariant.GUPTA_LEHMANN, 2666.67),
        (ClvVariant.END_OF_PERIOD, 3333.33),
    ],
)
def test_the_three_conventions_of_the_reference(variant: ClvVariant, value: float) -> None:
    """m=1000, r=0.8, d=0.1."""
    result = clv(EXAMPLE, variant)
    assert value_of(result) == pytest.approx(value, abs=0.005)
    assert isinstance(result, Computed)
    assert result.formula == variant.value


@given(case=terms)
def test_the_conventions_differ_by_what_they_say(case: ClvTerms) -> None:
    """The first payment is one margin; paying at the end of the period discounts once."""
    now, residual, end = (value_of(clv(case, variant)) for variant in ClvVariant)
    scale = 1 + abs(now)
    assert now - residual == pytest.approx(case.margin, abs=1e-9 * scale)
    assert end * (1 + case.discount_rate / 100) == pytest.approx(now, abs=1e-9 * scale)


@given(case=terms)
def test_the_closed_forms_are_the_sums_they_stand_for(case: ClvTerms) -> None:
    """Payment t comes with r^t, discounted t times; 1500 terms leave nothing at r <= 0.99 and d >= 0.005."""
    step = case.retention_rate / 100 / (1 + case.discount_rate / 100)
    total = math.fsum(case.margin * step**t for t in range(1500))
    assert value_of(clv(case, ClvVariant.FIRST_PAYMENT_NOW)) == pytest.approx(total, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("variant", list(ClvVariant))
def test_nobody_leaving_and_free_money_is_infinite(variant: ClvVariant) -> None:
    """Either alone is finite."""
    assert code_of(clv(ClvTerms(1000, 100, 0), variant)) == Refusal.INFINITE_HORIZON
    assert value_of(clv(ClvTerms(1000, 100, 10), ClvVariant.END_OF_PERIOD)) == pytest.approx(10_000)
    assert value_of(clv(ClvTerms(1000, 90, 0), ClvVariant.END_OF_PERIOD)) == pytest.approx(10_000)


@pytest.mark.parametrize("variant", list(ClvVariant))
def test_more_than_everybody_cannot_stay(variant: ClvVariant) -> None:
    """A retention over 100 % is refused even where the formula would give a number."""
    assert code_of(clv(ClvTerms(1000, 105, 10), variant)) == Refusal.RETENTION_ABOVE_ONE


@pytest.mark.parametrize("margin", [1000, 1200])
def test_revenue_in_place_of_margin_is_refused(margin: float) -> None:
    """A margin not below revenue is revenue by another name."""
    suspect = ClvTerms(margin, 80, 10, revenue=1000)
    assert code_of(clv(suspect, ClvVariant.END_OF_PERIOD)) == Refusal.MARGIN_NOT_BELOW_REVENUE
    assert code_of(margin_over_horizon(suspect, 12)) == Refusal.MARGIN_NOT_BELOW_REVENUE
    assert code_of(margin_per_customer(1000, 1, 100)) == Refusal.MARGIN_NOT_BELOW_REVENUE
    assert value_of(clv(ClvTerms(400, 80, 10, revenue=1000), ClvVariant.END_OF_PERIOD)) > 0


def test_only_the_residual_value_warns_of_its_bias() -> None:
    """One rate for all understates those who are still there."""
    warned = [variant for variant in ClvVariant if _warnings(clv(EXAMPLE, variant))]
    assert warned == [ClvVariant.GUPTA_LEHMANN]
    assert _warnings(clv(EXAMPLE, ClvVariant.GUPTA_LEHMANN)) == (Caution.RESIDUAL_BIASED_DOWN,)


def _warnings(result: Result) -> tuple[Caution, ...]:
    assert isinstance(result, Computed)
    return result.warnings


def test_acquisition_cost_counts_once_and_only_for_a_prospect() -> None:
    """For a customer one has, the cost is spent; a prospect may be worth less than nothing."""
    assert value_of(clv_less_acquisition(EXAMPLE, 600, is_prospect=True)) == pytest.approx(3066.67, abs=0.005)
    assert value_of(clv_less_acquisition(EXAMPLE, 5000, is_prospect=True)) < 0
    assert code_of(clv_less_acquisition(EXAMPLE, 600, is_prospect=False)) == Refusal.ACQUISITION_COST_SUNK
    endless = ClvTerms(1000, 100, 0)
    assert code_of(clv_less_acquisition(endless, 600, is_prospect=True)) == Refusal.INFINITE_HORIZON


@given(case=terms, years=st.integers(1, 30))
def test_a_horizon_value_is_its_sum(case: ClvTerms, years: int) -> None:
    """Year t pays m r^(t-1), discounted t times."""
    kept, growth = case.retention_rate / 100, 1 + case.discount_rate / 100
    total = math.fsum(case.margin * kept ** (year - 1) / growth**year for year in range(1, years + 1))
    assert value_of(margin_over_horizon(case, years * 12)) == pytest.approx(total, rel=1e-9, abs=1e-6)


def test_a_horizon_value_approaches_the_lifetime_value() -> None:
    """And exists where the lifetime value does not."""
    lifetime = value_of(clv(EXAMPLE, ClvVariant.END_OF_PERIOD))
    assert value_of(margin_over_horizon(EXAMPLE, 1200)) == pytest.approx(lifetime)
    assert value_of(margin_over_horizon(EXAMPLE, 24)) < lifetime
    assert value_of(margin_over_horizon(ClvTerms(1000, 100, 0), 36)) == 3000


@pytest.mark.parametrize("months", [0, 6, 13])
def test_part_of_a_year_has_no_yearly_payment(months: int) -> None:
    """A yearly margin arrives at the end of its year."""
    assert code_of(margin_over_horizon(EXAMPLE, months)) == Refusal.PARTIAL_PERIOD


@pytest.mark.parametrize(
    "numbers", [(math.nan, 80, 10), (1000, -1, 10), (1000, 80, -1), (1000, 80, math.inf), (1000, 80, 10, -5)]
)
def test_impossible_terms_raise(numbers: tuple[float, ...]) -> None:
    """Each number is guarded; only the margin may be negative."""
    with pytest.raises(ValueError, match="must"):
        ClvTerms(*numbers)
    assert value_of(clv(ClvTerms(-1000, 80, 10), ClvVariant.END_OF_PERIOD)) < 0


def test_impossible_costs_and_horizons_raise() -> None:
    """Negative costs, fractional months, and horizons beyond any plan."""
    with pytest.raises(ValueError, match="acquisition_cost"):
        clv_less_acquisition(EXAMPLE, -1, is_prospect=True)
    for months in (-12, 12.5, 12 * 121):
        with pytest.raises(ValueError, match="horizon_months"):
            margin_over_horizon(EXAMPLE, months)


def test_margin_needs_customers() -> None:
    """And may be negative where serving costs more than it brings."""
    assert code_of(margin_per_customer(1000, 0, 40)) == Refusal.ZERO_BASE
    assert value_of(margin_per_customer(1000, 10, -20)) == -20
