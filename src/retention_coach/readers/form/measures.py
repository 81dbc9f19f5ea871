"""Figures with their unit, period, cut-off date and origin, as people say them and as they are shown back."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from math import floor

from retention_coach.domain import base
from retention_coach.domain.figures import Measure, Origin, Period
from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.entries.figures import FigureSpec
from retention_coach.readers.form.exact import exact
from retention_coach.readers.form.figure_words import FigureWords, take_apart
from retention_coach.readers.form.fixed_periods import FLOWS, PERIOD_WORDS, TIMELESS, YEARLY, settled
from retention_coach.readers.form.fractions import refuse_fraction
from retention_coach.spanish import units
from retention_coach.spanish.formats import money, number, percent, plural, short_date
from retention_coach.spanish.quantities import Quantity, Unknown, parse_quantity
from retention_coach.spanish.units import Unit
from retention_coach.spanish.words import fold

_UNITS: dict[base.Unit, Unit] = {
    "customers": Unit.CUSTOMERS,
    "usd": Unit.USD,
    "percent": Unit.PERCENT,
    "hours": Unit.HOURS,
    "answers": Unit.ITEMS,
    "count": Unit.ITEMS,
}
_PERIODS: dict[units.Period, Period] = {"month": "month", "quarter": "quarter", "year": "year"}
_UNIT_FORMS: dict[base.Unit, str] = {
    "usd": "USD {}",
    "percent": "{} %",
    "customers": "{} clientes",
    "hours": "{} horas",
}
_ORIGIN_WORDS: dict[Origin, str] = {"system": "según sistema", "estimate": "estimación", "assumption": "supuesto"}
_BOUND = re.compile(
    r"\b(?:mas de|menos de|al menos|por lo menos|a lo mucho|a lo sumo|maximo|minimo|hasta|(?<!mas )o menos|o mas)\b"
)


@dataclass(frozen=True, slots=True)
class FigureReading:
    """A figure as understood.

    Attributes:
        measure: what is kept.
        whole: the total it was said to be a part of («8 de 120»), or None.
        said: what was said, where something else is kept («se dijo «más de 14»»), or empty.
    """

    measure: Measure
    whole: float | None
    said: str = ""


def figure_reader(spec: FigureSpec, today: dt.date) -> Callable[[str], FigureReading]:
    """A reader of this figure, within the bounds of its entry in the knowledge base, up to `today`.

    What is not said to come from a system or to be assumed is an estimate: a precision that nobody claimed is not
    recorded. The bound of «más de 14» is no more than that.
    """

    def read(text: str) -> FigureReading:
        words = take_apart(text)
        _refuse_future(words.cutoff, today)
        _refuse_clock_days(spec, words.amount)
        refuse_fraction(spec, words.amount)
        found = parse_quantity(words.amount, expected=_UNITS[spec.unit], low=spec.low, high=spec.high)
        if isinstance(found, Unknown):
            raise InvalidInputError(f"«{text}» no trae la cifra.", hint="Escriba la cifra, o solo «no sé».")
        kept = settled(spec, _value(found, spec), _period(found, words))
        bound = "" if found.span or not _BOUND.search(fold(words.amount)) else f"se dijo «{words.amount}»"
        said = "; ".join(filter(None, (bound, kept.said)))
        measure = Measure(
            value=kept.value,
            period=kept.period,
            cutoff=words.cutoff,
            origin="estimate" if bound else words.origin or "estimate",
            note=_note(found, words, said),
        )
        return FigureReading(measure, found.whole, said)

    return read


def show_measure(spec: FigureSpec, measure: Measure) -> str:
    """The figure with all that is known of it, so that the reader gives the same again."""
    if measure.value is None:
        return ""
    period = "" if spec.key in TIMELESS else PERIOD_WORDS[measure.period]
    parts = [f"{_UNIT_FORMS.get(spec.unit, '{}').format(exact(measure.value))} {period}".strip()]
    if measure.origin != "estimate":
        parts.append(_ORIGIN_WORDS[measure.origin])
    if measure.cutoff:
        parts.append(f"corte {short_date(measure.cutoff)}")
    shown = ", ".join(parts)
    return f"{shown} ({measure.note})" if measure.note else shown


def echo_figure(spec: FigureSpec, reading: FigureReading) -> str:
    """«Clientes perdidos: 8 clientes de 120 en el año; estimación»."""
    measure = reading.measure
    parts = [_amount(spec, measure.value or 0)]
    if reading.whole is not None:
        parts.append(f"({number(reading.whole)} en total)" if spec.unit == "percent" else f"de {number(reading.whole)}")
    if spec.key in FLOWS:
        parts.append(PERIOD_WORDS[measure.period].replace("al ", "en el "))
    elif spec.key in YEARLY:
        parts.append("al año")
    if reading.said:
        parts.append(f"({reading.said})")
    details = [" ".join(parts), _ORIGIN_WORDS[measure.origin]]
    if measure.cutoff:
        details.append(f"corte {short_date(measure.cutoff)}")
    return f"{spec.name}: {'; '.join(details)}"


def _refuse_future(cutoff: dt.date | None, today: dt.date) -> None:
    if cutoff is not None and cutoff > today:
        raise InvalidInputError(
            f"La fecha de corte {short_date(cutoff)} todavía no llega.",
            hint=f"Escriba hasta qué día se contó; a lo sumo hoy, {short_date(today)}.",
        )


def _refuse_clock_days(spec: FigureSpec, amount: str) -> None:
    """A day of the clock has 24 hours, a working day 8: the question is about working hours."""
    if spec.unit == "hours" and amount:
        found = parse_quantity(amount)
        if isinstance(found, Quantity) and found.unit in {Unit.DAYS, Unit.WEEKS}:
            raise InvalidInputError(
                f"«{amount}» está en días.",
                hint="Escriba las horas laborables; un día de trabajo suele tener 8, por ejemplo: 16 horas.",
            )


def _value(found: Quantity, spec: FigureSpec) -> float:
    if found.is_ambiguous:
        low, high = sorted((found.value, found.other_reading or found.value))
        raise InvalidInputError(
            f"«{found.text}» puede ser {number(low)} o {number(high)}.",
            hint=f"Escriba {number(high)} o {number(low)}: el punto separa los miles y la coma los decimales.",
        )
    if not spec.whole_number or found.value.is_integer():
        return found.value
    if found.span:
        return float(floor(found.value + 0.5))
    raise InvalidInputError(
        f"{number(found.value)} no puede ser: {spec.name.lower()} se cuentan enteros.",
        hint=f"Por ejemplo: {spec.example}.",
    )


def _period(found: Quantity, words: FigureWords) -> Period | None:
    """The period that was said, or None."""
    if words.period or found.period is None:
        return words.period
    period = _PERIODS.get(found.period)
    if period is None:
        raise InvalidInputError(
            f"«{found.text}» está por día o por semana.", hint="Dígalo por mes, por trimestre, por semestre o por año."
        )
    return period


def _note(found: Quantity, words: FigureWords, said: str) -> str:
    """What was said and the typed value does not hold: the ends of a range, the total, a bound, a remark."""
    parts = [said, words.remark]
    if found.span:
        parts.insert(0, f"entre {number(found.span[0])} y {number(found.span[1])}")
    if found.whole is not None:
        parts.insert(0, f"de un total de {number(found.whole)}")
    return "; ".join(part for part in parts if part)[:400]


def _amount(spec: FigureSpec, value: float) -> str:
    match spec.unit:
        case "usd":
            return money(value)
        case "percent":
            return percent(value)
        case "customers":
            return plural(value, "cliente", "clientes")
        case "hours":
            return plural(value, "hora", "horas")
        case _:
            return number(value)
