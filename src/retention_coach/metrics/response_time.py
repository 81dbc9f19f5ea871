"""Hours until a person first answers a customer: median and 90th percentile.

Source: https://www.plain.com/docs/product/platform/first-response-time.md
"""

from collections.abc import Sequence

from retention_coach.metrics.codes import Caution, Refusal
from retention_coach.metrics.formula import Formula, WorkedCase, optional_scalar, series
from retention_coach.metrics.quantities import amount, count
from retention_coach.metrics.result import Computed, NotComputable, Result

_SOURCE = "https://www.plain.com/docs/product/platform/first-response-time.md"
_P90_MINIMUM = 10  # with fewer, the 90th percentile lies beside the slowest answer


def first_response_median(hours: Sequence[float], unanswered: float | None = None) -> Result:
    """Half of the requests were answered within this time.

    An unanswered request counts as slower than every answered one; dropping it would flatter. Between two
    answers the value is interpolated, as spreadsheets do (`MEDIANA`, `PERCENTIL.INC`).

    Args:
        hours: business hours from each request to the first human answer; an automatic one does not count.
        unanswered: requests still without one; None where nobody knows, which a warning then says.

    Returns:
        Hours, without arithmetic; `sample_too_small` without requests, `censored_quantile` where the value
        falls among the unanswered.

    Raises:
        ValueError: a time is negative, or the count negative or fractional.
    """
    return _quantile(hours, unanswered, 50, "first_response_median")


def first_response_p90(hours: Sequence[float], unanswered: float | None = None) -> Result:
    """Nine of ten requests were answered within this time.

    Args, returns and errors as in `first_response_median`.
    """
    return _quantile(hours, unanswered, 90, "first_response_p90")


def _quantile(hours: Sequence[float], unanswered: float | None, percent: int, formula: str) -> Result:
    answered = sorted(amount("response_hours", wait) for wait in hours)
    total = len(answered) + count("unanswered", unanswered or 0)
    if total == 0:
        return NotComputable(Refusal.SAMPLE_TOO_SMALL, {"requests": 0, "minimum": 1}, ("response_hours",))
    below, hundredths = divmod((total - 1) * percent, 100)
    above = below + 1 if hundredths else below
    if above >= len(answered):
        return NotComputable(
            Refusal.CENSORED_QUANTILE,
            {"percentile": percent, "requests": total, "unanswered": total - len(answered)},
            ("response_hours",),
        )
    warnings = []
    if unanswered is None:
        warnings.append(Caution.UNANSWERED_UNKNOWN)
    if percent == 90 and total < _P90_MINIMUM:
        warnings.append(Caution.SMALL_SAMPLE)
    return Computed(
        value=answered[below] + (answered[above] - answered[below]) * hundredths / 100,
        unit="hours",
        arithmetic="",
        formula=formula,
        warnings=tuple(warnings),
    )


FORMULAS = (
    Formula(
        id="first_response_median",
        kpi="response_time",
        name="Tiempo de primera respuesta, mediana",
        formula_text="mediana de las horas laborables entre cada solicitud y la primera respuesta de una "
        "persona; las no respondidas cuentan como las más lentas",
        inputs=("response_hours",),
        optional_inputs=("unanswered",),
        unit="hours",
        source=_SOURCE,
        calculate=lambda figures: first_response_median(
            series(figures, "response_hours"), optional_scalar(figures, "unanswered")
        ),
        test_vector=WorkedCase({"response_hours": (1, 2, 4, 8), "unanswered": 1}, 4),
    ),
    Formula(
        id="first_response_p90",
        kpi="response_time",
        name="Tiempo de primera respuesta, percentil 90",
        formula_text="horas laborables dentro de las cuales nueve de cada diez solicitudes recibieron la "
        "primera respuesta de una persona; las no respondidas cuentan como las más lentas",
        inputs=("response_hours",),
        optional_inputs=("unanswered",),
        unit="hours",
        source=_SOURCE,
        calculate=lambda figures: first_response_p90(
            series(figures, "response_hours"), optional_scalar(figures, "unanswered")
        ),
        test_vector=WorkedCase({"response_hours": (1, 1, 2, 2, 3, 3, 4, 5, 6, 12), "unanswered": 1}, 12),
    ),
)
