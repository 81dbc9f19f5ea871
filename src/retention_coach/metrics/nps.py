"""Net Promoter Score: share of promoters (9 and 10) minus share of detractors (0 to 6), in points.

Source: http://www.theultimatequestion.com/theultimatequestion/measuring_netpromoter.asp
"""

from collections.abc import Sequence
from dataclasses import replace

from retention_coach.metrics.codes import Caution, Refusal
from retention_coach.metrics.formula import Formula, WorkedCase, optional_scalar, scalar, series
from retention_coach.metrics.nps_interval import adjusted_wald
from retention_coach.metrics.quantities import count, number
from retention_coach.metrics.result import Computed, NotComputable, Result

_SOURCE = "http://www.theultimatequestion.com/theultimatequestion/measuring_netpromoter.asp"


def nps_from_counts(promoters: float, passives: float, detractors: float, *, population: float | None = None) -> Result:
    """NPS with its 95 % interval (see `adjusted_wald`).

    Args:
        promoters: answers 9 and 10.
        passives: answers 7 and 8.
        detractors: answers 0 to 6.
        population: customers who could have answered; narrows the interval of a small portfolio.

    Returns:
        Points, -100 to 100; `sample_too_small` without answers, `inconsistent_counts` with more answers than
        customers. One answer alone has no interval.

    Raises:
        ValueError: a count is negative or fractional.
    """
    for_, against = count("nps_promoters", promoters), count("nps_detractors", detractors)
    neutral = count("nps_passives", passives)
    answers = for_ + neutral + against
    portfolio = None if population is None else count("nps_population", population)
    if answers == 0:
        needs = ("nps_promoters", "nps_passives", "nps_detractors")
        return NotComputable(Refusal.SAMPLE_TOO_SMALL, {"answers": 0, "minimum": 1}, needs)
    if portfolio is not None and portfolio < answers:
        counts = {"answers": answers, "nps_population": portfolio}
        return NotComputable(Refusal.INCONSISTENT_COUNTS, counts, ("nps_population",))
    score = Computed(
        value=(for_ - against) / answers * 100,
        unit="points",
        arithmetic=f"({for_} - {against}) / ({for_} + {neutral} + {against}) * 100",
        formula="nps_counts",
    )
    if answers == 1:
        return replace(score, warnings=(Caution.INTERVAL_UNAVAILABLE,))
    low, high = adjusted_wald(for_, against, answers, portfolio)
    return replace(score, low=low, high=high)


def nps_from_scores(scores: Sequence[float], *, population: float | None = None) -> Result:
    """NPS of the answers to "how likely are you to recommend us", 0 to 10.

    Args:
        scores: one whole number per answer.
        population: customers who could have answered; narrows the interval of a small portfolio.

    Returns:
        As `nps_from_counts`; `score_out_of_scale` where an answer is not a whole number from 0 to 10.

    Raises:
        ValueError: a score is not a finite number.
    """
    answers = [number("nps_scores", score) for score in scores]
    strange = [score for score in answers if not (0 <= score <= 10 and score.is_integer())]
    if strange:
        return NotComputable(
            Refusal.SCORE_OUT_OF_SCALE, {"score": strange[0], "how_many": len(strange)}, ("nps_scores",)
        )
    promoters = sum(score >= 9 for score in answers)
    detractors = sum(score <= 6 for score in answers)
    result = nps_from_counts(promoters, len(answers) - promoters - detractors, detractors, population=population)
    if isinstance(result, Computed):
        return replace(result, formula="nps_scores")
    return replace(result, needs=("nps_scores",)) if not answers else result


FORMULAS = (
    Formula(
        id="nps_counts",
        kpi="nps",
        name="Índice de recomendación (NPS), por grupos",
        formula_text="(promotores − detractores) ÷ (promotores + pasivos + detractores) × 100",
        inputs=("nps_promoters", "nps_passives", "nps_detractors"),
        optional_inputs=("nps_population",),
        unit="points",
        source=_SOURCE,
        calculate=lambda figures: nps_from_counts(
            scalar(figures, "nps_promoters"),
            scalar(figures, "nps_passives"),
            scalar(figures, "nps_detractors"),
            population=optional_scalar(figures, "nps_population"),
        ),
        test_vector=WorkedCase({"nps_promoters": 12, "nps_passives": 6, "nps_detractors": 2}, 50),
    ),
    Formula(
        id="nps_scores",
        kpi="nps",
        name="Índice de recomendación (NPS), respuesta por respuesta",
        formula_text="(respuestas de 9 y 10 − respuestas de 0 a 6) ÷ total de respuestas × 100",
        inputs=("nps_scores",),
        optional_inputs=("nps_population",),
        unit="points",
        source=_SOURCE,
        calculate=lambda figures: nps_from_scores(
            series(figures, "nps_scores"), population=optional_scalar(figures, "nps_population")
        ),
        test_vector=WorkedCase({"nps_scores": (10, 9, 9, 8, 7, 6, 10, 9, 3, 10)}, 40),
    ),
)
