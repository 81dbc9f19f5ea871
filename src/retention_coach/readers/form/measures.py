"""Figures with their unit, period, cut-off date and origin, as people say them and as they are shown back."""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

from retention_coach.domain import base
from retention_coach.domain.figures import Measure, Origin, Period
from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.entries.figures import FigureSpec
from retention_coach.readers.form.exact import exact
from retention_coach.readers.form.figure_words import FigureWords, take_apart
from retention_coach.spanish import units
from retention_coach.spanish.formats import money, number, percent, plural, short_date
from retention_coach.spanish.quantities import Quantity, Unknown, parse_quantity
from retention_coach.spanish.units import Unit

_UNITS: dict[base.Unit, Unit] = {
    "customers": Unit.CUSTOMERS,
    "usd": Unit.USD,
    "percent": Unit.PERCENT,
    "hours": Unit.HOURS,
    "answers": Unit.ITEMS,
    "count": Unit.ITEMS,
}
_PERIODS: dict[units.Period, Period] = {"month": "month", "quarter": "quarter", "year": "year"}
_PERIOD_WORDS: dict[Period, str] = {
    "month": "al mes",
    "quarter": "al trimestre",
    "semester": "al semestre",
    "year": "al año",
    "moment": "",
}
_UNIT_FORMS: dict[base.Unit, str] = {
    "usd": "USD {}",
    "percent": "{} %",
    "customers": "{} clientes",
    "hours": "{} horas",
}
_FLOWS = frozenset({"customers", "usd", "count"})
_ORIGIN_WORDS: dict[Origin, str] = {"system": "según sistema", "estimate": "estimación", "assumption": "supuesto"}


@dataclass(frozen=True, slots=True)
class FigureReading:
    """A figure as understood; `whole` is the total it was said to be a part of («8 de 120»)."""

    measure: Measure
    whole: float | None


def figure_reader(spec: FigureSpec) -> Callable[[str], FigureReading]:
    """A reader of this figure, within the bounds of its entry in the knowledge base.

    What is not said to come from a system or to be assumed is an estimate: a precision that nobody claimed is not
    recorded.
    """

    def read(text: str) -> FigureReading:
        words = take_apart(text)
        _refuse_clock_days(spec, words.amount)
        found = parse_quantity(words.amount, expected=_UNITS[spec.unit], low=spec.low, high=spec.high)
        if isinstance(found, Unknown):
            raise InvalidInputError(f"«{text}» no trae la cifra.", hint="Escriba la cifra, o solo «no sé».")
        measure = Measure(
            value=_value(found, spec),
            period=_period(found, words, spec),
            cutoff=words.cutoff,
            origin=words.origin or "estimate",
            note=_note(found, words),
        )
        return FigureReading(measure, found.whole)

    return read


def show_measure(spec: FigureSpec, measure: Measure) -> str:
    """The figure with all that is known of it, so that the reader gives the same again."""
    if measure.value is None:
        return ""
    parts = [f"{_UNIT_FORMS.get(spec.unit, '{}').format(exact(measure.value))} {_PERIOD_WORDS[measure.period]}".strip()]
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
    if spec.unit in _FLOWS and measure.period != "moment":
        parts.append(_PERIOD_WORDS[measure.period].replace("al ", "en el "))
    details = [" ".join(parts), _ORIGIN_WORDS[measure.origin]]
    if measure.cutoff:
        details.append(f"corte {short_date(measure.cutoff)}")
    return f"{spec.name}: {'; '.join(details)}"


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


def _period(found: Quantity, words: FigureWords, spec: FigureSpec) -> Period:
    if words.period:
        return words.period
    if found.period is None:
        return spec.period
    period = _PERIODS.get(found.period)
    if period is None:
        raise InvalidInputError(
            f"«{found.text}» está por día o por semana.", hint="Dígalo por mes, por trimestre, por semestre o por año."
        )
    return period


def _note(found: Quantity, words: FigureWords) -> str:
    """What was said and the typed value does not hold: the ends of a range, the total, a remark."""
    parts = [words.remark]
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
