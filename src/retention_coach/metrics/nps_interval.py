"""How far an NPS from few answers may be from the one of all customers."""

import math

Z_95 = 1.959963984540054
"""Quantile 0.975 of the normal distribution."""


def adjusted_wald(promoters: int, detractors: int, answers: int, population: int | None = None) -> tuple[float, float]:
    """95 % interval of an NPS: the adjusted Wald interval of Rocks (2016).

    Three answers are added, of which 3/4 of one is a promoter and 3/4 a detractor, so that unanimous answers do
    not look certain. Sources: https://measuringu.com/nps-three-confidence-intervals/ and
    https://measuringu.com/nps-ci-sample-size/

    When the portfolio is known, the finite population factor sqrt((N - n) / (N - 1)) multiplies the standard
    error, and its square the three added answers: where everybody answered, nothing is left to guess and
    the interval is the NPS itself.

    Args:
        promoters: answers 9 and 10.
        detractors: answers 0 to 6.
        answers: all of them, at least 2.
        population: customers who could have answered, at least `answers`; None for a large portfolio.

    Returns:
        Low and high end in points, within -100 and 100; the NPS of the answers lies between them.
    """
    squared_factor = 1.0 if population is None else (population - answers) / (population - 1)
    total = answers + 3 * squared_factor
    centre = (promoters - detractors) / total
    share_apart = (promoters + detractors + 1.5 * squared_factor) / total
    standard_error = math.sqrt(squared_factor * (share_apart - centre**2) / total)
    low, high = centre - Z_95 * standard_error, centre + Z_95 * standard_error
    return max(low, -1.0) * 100, min(high, 1.0) * 100


def adjusted_wald_arithmetic(promoters: int, detractors: int, answers: int) -> tuple[str, str]:
    """How the two ends of `adjusted_wald` for a large portfolio are computed, for `evaluate`; clipped ones as such."""
    total = answers + 3
    centre = f"({promoters} - {detractors}) / {total}"
    variance = f"(({promoters} + {detractors} + 1.5) / {total} - ({centre}) ** 2) / {total}"
    low, high = adjusted_wald(promoters, detractors, answers)
    return (
        "-100" if low == -100 else f"({centre} - {Z_95} * ({variance}) ** 0.5) * 100",
        "100" if high == 100 else f"({centre} + {Z_95} * ({variance}) ** 0.5) * 100",
    )
