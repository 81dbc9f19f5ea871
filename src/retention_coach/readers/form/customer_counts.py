"""Counts that cannot be more than the customers there are: those of the segments, and the answers to a survey."""

from collections.abc import Iterator

from retention_coach.domain.figures import Measure, Period
from retention_coach.readers.form.field import FieldProblem, Values
from retention_coach.readers.form.measures import FigureReading
from retention_coach.spanish.formats import number

CUSTOMER_COUNTS = ("figures.customers_start", "figures.customers_lost", "figures.customers_new")
"""The fields that say how many customers there are; «8 de 120» lost ones say it too."""

_SURVEY = ("figures.nps_promoters", "figures.nps_passives", "figures.nps_detractors")
_TIMES_A_YEAR: dict[Period, int] = {"month": 12, "quarter": 4, "semester": 2, "year": 1, "moment": 1}


def more_than_customers(values: Values, start: Measure | None) -> Iterator[FieldProblem]:
    """Where more are counted than there can be: the customers at the start and a year of new ones."""
    if start is None or start.value is None:
        return
    new = values.get("figures.customers_new")
    arrived = _in_a_year(new.measure) if isinstance(new, FigureReading) else 0
    most = start.value + arrived
    told = f"clientes al inicio ({number(start.value)}) y los nuevos ({number(arrived)})"
    if not new:
        told = f"clientes al inicio ({number(start.value)}); si llegaron nuevos, diga cuántos, aunque sea aproximado"
    grouped = sum(segment.customers or 0 for segment in values.get("segments", ()))
    if grouped > most:
        yield FieldProblem("segments", f"los segmentos suman {number(grouped)} clientes, más que los {told}")
    answers = 0.0
    for field in _SURVEY:
        given = values.get(field)
        answers += (given.measure.value or 0) if isinstance(given, FigureReading) else 0
        if answers > most:
            yield FieldProblem(field, f"las respuestas de la encuesta ({number(answers)}) son más que los {told}")
            return


def _in_a_year(new: Measure) -> float:
    return (new.value or 0) * _TIMES_A_YEAR[new.period]
