"""Figures typed by people in Ecuador: «1.234,50», «unos 15 al mes», «8 de 120 clientes», «media hora», «no sé»."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf

from retention_coach.errors import InvalidInputError
from retention_coach.spanish.absence import is_none, is_unknown
from retention_coach.spanish.cleaning import one_line
from retention_coach.spanish.figure_reader import Figure
from retention_coach.spanish.formats import join_words, number
from retention_coach.spanish.quantity_reader import Reading, read_quantity
from retention_coach.spanish.units import CONVERSIONS, COUNTS, NAMES, Period, Unit, with_unit

MAX_LENGTH = 160
"""Longer answers are prose, not a figure."""

_EXAMPLES: dict[Unit | None, str] = {
    None: "120, 1.234,50, 15 %, unos 20 al mes, 8 de 120",
    Unit.PERCENT: "15 %, o 8 de 120",
    Unit.USD: "USD 1.234,50, o 3 mil",
    Unit.CUSTOMERS: "120 clientes, o unos 15 al mes",
    Unit.PEOPLE: "4 personas",
    Unit.ITEMS: "12",
    Unit.POINTS: "35 puntos",
    Unit.HOURS: "2 horas, media hora, 1h30",
    Unit.DAYS: "3 días",
    Unit.WEEKS: "2 semanas",
    Unit.MONTHS: "6 meses",
    Unit.YEARS: "2 años",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as understood.

    Attributes:
        value: the figure, in `unit`; the midpoint of a range; the part, where a whole is given.
        unit: what it counts; the expected unit where the person wrote none; None if neither is known.
        period: what it is counted by («al mes»), or None.
        approximate: the person said so («unos», «más de»), or gave a range.
        span: both ends of a range, or None.
        whole: the whole the value is a part of («8 de 120»), or None. If a percentage was expected the value is that
            percentage of the whole.
        other_reading: the second possible value of «1,234», to be asked about, or None.
        text: the words understood.
    """

    value: float
    unit: Unit | None
    period: Period | None
    approximate: bool
    span: tuple[float, float] | None
    whole: float | None
    other_reading: float | None
    text: str

    @property
    def is_ambiguous(self) -> bool:
        """Whether the person must be asked which of two values was meant."""
        return self.other_reading is not None


@dataclass(frozen=True, slots=True)
class Unknown:
    """The person does not know the figure, in these words."""

    text: str


def parse_quantity(
    text: str, *, expected: Unit | None = None, low: float | None = None, high: float | None = None
) -> Quantity | Unknown:
    """Reads one figure typed by a person.

    A comma is decimal and a dot before three digits groups thousands; «1,234» alone is ambiguous unless it counts
    whole things or only one reading is within the bounds (see `notation.read_numeral`). A percentage may be given as
    part of a whole («8 de 120»). «Ninguno» is 0; «no sé» and
    «no tenemos» are unknown. Weeks, days and hours, and years and months, are converted to the unit expected.

    Args:
        text: what was typed.
        expected: the unit asked for; another one is refused, a missing one is taken to be this one.
        low: the least value possible, in the unit expected.
        high: the greatest value possible.

    Raises:
        InvalidInputError: not one figure, another unit, or out of bounds. The message says what was found, the hint
            what is expected, with an example.
    """
    line = one_line(text)
    refuse = _refusal(line, expected)
    if not line:
        raise refuse("la respuesta está vacía")
    if len(line) > MAX_LENGTH:
        raise refuse("es demasiado largo para ser una sola cifra")
    if is_unknown(line):
        return Unknown(line)
    if is_none(line):
        quantity = Quantity(
            0.0, expected, None, approximate=False, span=None, whole=None, other_reading=None, text=line
        )
    else:
        quantity = _fitted(read_quantity(line, refuse), line, expected, refuse)
    return _within(quantity, low, high, refuse)


def _refusal(line: str, expected: Unit | None) -> Callable[[str], InvalidInputError]:
    shown = line if len(line) <= 60 else f"{line[:59]}…"
    what = f"una cifra en {NAMES[expected][1]}" if expected else "una sola cifra"
    hint = f"Escriba {what}, por ejemplo: {_EXAMPLES[expected]}; si no la sabe, «no sé»."

    def refuse(reason: str) -> InvalidInputError:
        return InvalidInputError(f"No se puede usar «{shown}»: {reason}.", hint=hint)

    return refuse


def _fitted(reading: Reading, line: str, expected: Unit | None, refuse: Callable[[str], InvalidInputError]) -> Quantity:
    """The reading in the unit expected, with one value or two."""
    if reading.whole and expected is Unit.PERCENT:
        reading = replace(reading, unit=None)  # whatever part and whole count
    factor = _conversion(reading.unit, expected, refuse)
    unit = expected if factor != 1 or reading.unit in {None, Unit.ITEMS} else reading.unit
    plain = Quantity(
        value=reading.figure.value * factor,
        unit=unit or reading.unit,
        period=reading.period,
        approximate=reading.approximate,
        span=None,
        whole=None,
        other_reading=None if reading.figure.other is None else reading.figure.other * factor,
        text=line,
    )
    if reading.whole:
        return _as_share(plain, _thousands(reading.whole) * factor, refuse)
    if reading.upper:
        plain = _as_midpoint(plain, reading.figure, reading.upper, factor)
    if plain.unit in COUNTS and plain.other_reading is not None:
        return replace(plain, value=plain.other_reading, other_reading=None, span=None)
    return plain


def _as_share(plain: Quantity, whole: float, refuse: Callable[[str], InvalidInputError]) -> Quantity:
    """Part and whole are counted things, so that «1,200 de 1,500» can only be thousands."""
    part = plain.value if plain.other_reading is None else plain.other_reading
    if not 0 <= part <= whole or not whole:
        raise refuse(f"la parte ({number(part)}) no cabe en el total ({number(whole)})")
    value = 100 * part / whole if plain.unit is Unit.PERCENT else part
    return replace(plain, value=value, whole=whole, other_reading=None)


def _as_midpoint(plain: Quantity, first: Figure, last: Figure, factor: float) -> Quantity:
    span = (first.value * factor, last.value * factor)
    others = (_thousands(first) * factor, _thousands(last) * factor)
    is_ambiguous = others != span and others[0] <= others[1]
    return replace(plain, value=sum(span) / 2, span=span, other_reading=sum(others) / 2 if is_ambiguous else None)


def _thousands(figure: Figure) -> float:
    return figure.value if figure.other is None else figure.other


def _conversion(found: Unit | None, expected: Unit | None, refuse: Callable[[str], InvalidInputError]) -> float:
    """The factor from the unit found to the one expected; 1 if they are compatible as they are."""
    if found is None or expected is None or found is expected or Unit.ITEMS in {found, expected} <= COUNTS:
        return 1
    factor = CONVERSIONS.get((found, expected))
    if factor is None:
        raise refuse(f"se esperaba una cifra en {NAMES[expected][1]} y se encontró en {NAMES[found][1]}")
    return factor


def _within(
    quantity: Quantity, low: float | None, high: float | None, refuse: Callable[[str], InvalidInputError]
) -> Quantity:
    """The quantity, or its other reading, within the bounds."""
    lowest = -inf if low is None else low
    highest = inf if high is None else high
    ends = quantity.span or (quantity.value, quantity.value)
    other = quantity.other_reading
    other_fits = other is not None and lowest <= other <= highest
    if lowest <= ends[0] and ends[1] <= highest:
        return quantity if other_fits else replace(quantity, other_reading=None)
    if other is not None and other_fits:
        return replace(quantity, value=other, other_reading=None, span=None)
    wrong = ends[0] if ends[0] < lowest else ends[1]
    limits = [
        f"{words} {with_unit(limit, quantity.unit)}"
        for words, limit in (("al menos", low), ("a lo sumo", high))
        if limit is not None
    ]
    raise refuse(f"{with_unit(wrong, quantity.unit)} no es posible; se espera {join_words(limits)}")
