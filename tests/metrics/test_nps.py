"""NPS and its interval, against the published table and at its edges."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.metrics.arithmetic import evaluate
from retention_coach.metrics.codes import Caution, Refusal
from retention_coach.metrics.nps import nps_from_counts, nps_from_scores
from retention_coach.metrics.nps_interval import Z_95, adjusted_wald, adjusted_wald_arithmetic
from retention_coach.metrics.result import Computed, NotComputable

counts = st.integers(0, 400)


@pytest.mark.parametrize(
    ("promoters", "passives", "detractors", "low", "high"),
    [
        (6, 3, 1, -0.2, 77),
        (12, 6, 2, 15, 72),
        (30, 15, 5, 29, 66),
        (60, 30, 10, 36, 62),
        (240, 120, 40, 43, 56),
    ],
)
def test_intervals_at_nps_fifty(promoters: int, passives: int, detractors: int, low: float, high: float) -> None:
    """The five rows of the reference, within its rounding: what it gives as 36 is 35.47."""
    result = nps_from_counts(promoters, passives, detractors)
    assert isinstance(result, Computed)
    assert result.value == 50
    assert result.low == pytest.approx(low, abs=0.55 if low > 0 else 0.05)
    assert result.high == pytest.approx(high, abs=0.5)


def test_unanimous_answers_are_not_certain() -> None:
    """5/0/0: the unadjusted interval has no width; the adjusted one is 17.5 to 107.5, clipped to 100."""
    result = nps_from_counts(5, 0, 0)
    assert isinstance(result, Computed)
    assert result.low == pytest.approx(17.5, abs=0.05)
    assert result.high == 100
    mirror = nps_from_counts(0, 0, 5)
    assert isinstance(mirror, Computed)
    assert mirror.low == -100


def test_the_quantile_is_that_of_the_normal_distribution() -> None:
    """Half of its complement error lies beyond it."""
    assert math.erfc(Z_95 / math.sqrt(2)) == pytest.approx(0.05, abs=1e-15)


@given(promoters=counts, passives=counts, detractors=counts, unasked=st.none() | st.integers(0, 1000))
def test_the_interval_contains_the_point(promoters: int, passives: int, detractors: int, unasked: int | None) -> None:
    """For any answers, with and without a known portfolio, and within the scale."""
    answers = promoters + passives + detractors
    result = nps_from_counts(promoters, passives, detractors, population=None if unasked is None else answers + unasked)
    if answers == 0:
        assert isinstance(result, NotComputable)
        return
    assert isinstance(result, Computed)
    if answers == 1:
        assert (result.low, result.high) == (None, None)
        assert result.warnings == (Caution.INTERVAL_UNAVAILABLE,)
        return
    assert result.low is not None
    assert result.high is not None
    assert -100 <= result.low <= result.value <= result.high <= 100


def test_a_small_portfolio_narrows_the_standard_error_by_the_known_factor() -> None:
    """N=40, n=25: x0.62; the added answers shrink with it, so the comparison is made at equal weights."""
    promoters, detractors, answers, factor = 13, 5, 25, math.sqrt(15 / 39)
    assert factor == pytest.approx(0.62, abs=0.005)
    low, high = adjusted_wald(promoters, detractors, answers, 40)
    added = 3 * factor**2
    total = answers + added
    share, point = (promoters + detractors + added / 2) / total, (promoters - detractors) / total
    expected = factor * Z_95 * math.sqrt((share - point**2) / total) * 100
    assert (high - low) / 2 == pytest.approx(expected, rel=1e-9)
    whole_low, whole_high = adjusted_wald(promoters, detractors, answers)
    assert (high - low) / (whole_high - whole_low) == pytest.approx(0.65, abs=0.03)


def test_when_everybody_answered_nothing_is_left_to_guess() -> None:
    """A census has an interval of no width, and a huge portfolio the same as an unknown one."""
    census = nps_from_counts(12, 4, 4, population=20)
    assert isinstance(census, Computed)
    assert census.low == census.value == census.high == 40
    assert adjusted_wald(12, 4, 20, 10**12) == pytest.approx(adjusted_wald(12, 4, 20), rel=1e-6)


def test_more_answers_than_customers_are_refused() -> None:
    """The portfolio given is too small."""
    result = nps_from_counts(5, 5, 5, population=14)
    assert isinstance(result, NotComputable)
    assert result.code == Refusal.INCONSISTENT_COUNTS
    assert result.needs == ("nps_population",)


def test_no_answers_are_no_score() -> None:
    """Neither zero nor a crash, and each form asks for its own figures."""
    by_counts, by_scores = nps_from_counts(0, 0, 0), nps_from_scores([])
    assert isinstance(by_counts, NotComputable)
    assert isinstance(by_scores, NotComputable)
    assert by_counts.code == by_scores.code == Refusal.SAMPLE_TOO_SMALL
    assert by_counts.needs == ("nps_promoters", "nps_passives", "nps_detractors")
    assert by_scores.needs == ("nps_scores",)


@given(scores=st.lists(st.integers(0, 10), min_size=1, max_size=60))
def test_scores_and_their_counts_give_the_same(scores: list[int]) -> None:
    """Promoters are 9 and 10, detractors 0 to 6, the rest passives; order does not matter."""
    groups = [len([s for s in scores if s in group]) for group in ({9, 10}, {7, 8}, set(range(7)))]
    by_scores, by_counts = nps_from_scores(sorted(scores)), nps_from_counts(*groups)
    assert isinstance(by_scores, Computed)
    assert isinstance(by_counts, Computed)
    assert (by_scores.value, by_scores.low, by_scores.high) == (by_counts.value, by_counts.low, by_counts.high)
    assert by_scores.formula == "nps_scores"


@pytest.mark.parametrize("strange", [-1, 11, 8.5, 100])
def test_an_answer_off_the_scale_is_refused(strange: float) -> None:
    """Another scale was used; guessing would be wrong."""
    assert nps_from_scores([10, strange, 3]) == NotComputable(
        Refusal.SCORE_OUT_OF_SCALE, {"score": strange, "how_many": 1}, ("nps_scores",)
    )


def test_nan_and_negative_counts_raise() -> None:
    """These are not answers at all."""
    with pytest.raises(ValueError, match="nps_scores"):
        nps_from_scores([math.nan])
    with pytest.raises(ValueError, match="nps_passives"):
        nps_from_counts(1, -1, 1)


@given(counts, counts, counts)
def test_the_interval_can_be_recomputed_from_its_arithmetic(promoters: int, passives: int, detractors: int) -> None:
    """Both ends, clipped ones too, follow from the operation that documents show."""
    answers = promoters + passives + detractors
    if answers >= 2:
        ends = adjusted_wald(promoters, detractors, answers)
        ways = adjusted_wald_arithmetic(promoters, detractors, answers)
        assert [evaluate(way) for way in ways] == pytest.approx(ends, abs=1e-6)
