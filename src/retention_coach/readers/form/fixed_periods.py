"""Figures that are of one period only: said by another, a rate is compounded, a cost multiplied, the rest refused."""

from dataclasses import dataclass
from types import MappingProxyType

from retention_coach.domain.figures import Period
from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.entries.figures import FigureSpec
from retention_coach.spanish.formats import number, percent

FLOWS = frozenset(
    {
        "customers_lost",
        "customers_new",
        "revenue_opening",
        "revenue_expansion",
        "revenue_contraction",
        "revenue_lost",
        "usage_events",
    }
)
"""What happens in a period of the company's choosing, which is kept with the figure."""

YEARLY = frozenset({"discount_rate", "retention_cost"})
"""A rate and a cost by the year, whatever the period they were said by."""

_IN_A_SURVEY = "son las respuestas de una encuesta, no las que llegan en un período"
_UNTIL_ANSWERED = "es el tiempo hasta la primera respuesta, no las horas de un período"
TIMELESS = MappingProxyType(
    {
        "customers_start": "son los clientes que había en una fecha, no los que llegan en un período",
        "active_customers": "son los clientes que había en ese mes, no los que llegan en un período",
        "gross_margin": "es una parte de las ventas, igual en cualquier período",
        "acquisition_cost": "es lo que cuesta conseguir un cliente, no lo que se gasta en un período",
        "nps_promoters": _IN_A_SURVEY,
        "nps_passives": _IN_A_SURVEY,
        "nps_detractors": _IN_A_SURVEY,
        "response_hours_median": _UNTIL_ANSWERED,
        "response_hours_p90": _UNTIL_ANSWERED,
    }
)
"""What has no period of its own, and why: a stock, a share, a price, a count of answers, a time until something."""

_TIMES_A_YEAR: dict[Period, int] = {"month": 12, "quarter": 4, "semester": 2}
PERIOD_WORDS: MappingProxyType[Period, str] = MappingProxyType(
    {
        "month": "al mes",
        "quarter": "al trimestre",
        "semester": "al semestre",
        "year": "al año",
        "moment": "",
    }
)


@dataclass(frozen=True, slots=True)
class Settled:
    """A value in the period that its figure has; `said` is what was said where that was another one, or empty."""

    value: float
    period: Period
    said: str = ""


def settled(spec: FigureSpec, value: float, period: Period | None) -> Settled:
    """The value as the figure is kept.

    Rates compound: 1 % a month is 1,01¹² − 1 = 12,68 % a year.

    Args:
        spec: the figure.
        value: as said, in the figure's unit.
        period: as said; None where none was.

    Raises:
        InvalidInputError: the figure has no such period, or the value is not plausible in its own.
    """
    if period is None or period == spec.period:
        return Settled(value, spec.period)
    if spec.key in FLOWS:
        return Settled(value, period)
    said = PERIOD_WORDS[period]
    if spec.key in TIMELESS:
        raise InvalidInputError(
            f"«{number(value)} {said}» no puede ser: {TIMELESS[spec.key]}.", hint=f"Por ejemplo: {spec.example}."
        )
    return _by_the_year(spec, value, _TIMES_A_YEAR[period], said)


def _by_the_year(spec: FigureSpec, value: float, times: int, said: str) -> Settled:
    if spec.unit == "percent":
        yearly = round(((1 + value / 100) ** times - 1) * 100, 4)
        written = f"{percent(value)} {said}"
    else:
        yearly = round(value * times, 2)
        written = f"USD {number(value)} {said}"
    if yearly > spec.high:
        raise InvalidInputError(
            f"{written} es {number(yearly)} al año, más de lo que puede ser ({number(spec.high)}).",
            hint="Revise la cifra y su período.",
        )
    return Settled(yearly, "year", f"se dijo {written}")
