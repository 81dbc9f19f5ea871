"""One number with its unit inside a typed answer: «USD 3 mil», «1h30», «un 10 por ciento», «hora y media»."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from retention_coach.errors import InvalidInputError
from retention_coach.spanish import quantity_words as vocabulary
from retention_coach.spanish.number_words import CARDINALS, read_amount
from retention_coach.spanish.tokens import Cursor
from retention_coach.spanish.units import (
    COUNTS,
    FOREIGN_UNITS,
    PERIOD_ADJECTIVES,
    PERIOD_NOUNS,
    TIMES,
    UNIT_WORDS,
    Unit,
)

_CURRENCIES = (("us", "$"), ("u", "$", "s"), ("usd", "$"), ("usd",), ("$",))
_MINUTES = UNIT_WORDS["min"]
_NO_UNIT: tuple[None, float] = (None, 1.0)
_NOT_NOUNS = vocabulary.NOT_NOUNS | vocabulary.NOISE | PERIOD_ADJECTIVES.keys() | UNIT_WORDS.keys() | FOREIGN_UNITS


@dataclass(frozen=True, slots=True)
class Figure:
    """One number.

    Attributes:
        value: the number, in the unit read with it if there was one.
        other: its second reading, if a numeral in it is ambiguous.
        scale: the last scale in it, such as 1000 for «3 mil».
        factor: what the value was multiplied by to reach the unit, such as 1/60 for minutes.
        has_unit: whether a unit stood beside it.
    """

    value: float
    other: float | None
    scale: int
    factor: float
    has_unit: bool

    def times(self, factor: float) -> "Figure":
        """The same figure with both readings multiplied."""
        other = None if self.other is None else self.other * factor
        return replace(self, value=self.value * factor, other=other)


class FigureReader:
    """Reads figures one after the other; remembers their common unit and whether any was approximate."""

    def __init__(self, cursor: Cursor, refuse: Callable[[str], InvalidInputError]) -> None:
        self.cursor = cursor
        self.refuse = refuse
        self.approximate = False
        self.unit: Unit | None = None

    def read(self) -> Figure:
        """Reads the figure that must stand here.

        Raises:
            InvalidInputError: there is none, or its unit is not that of the figures before.
        """
        cursor = self.cursor
        while self.take_approximation() or self.take_currency():
            pass
        sign = -1 if cursor.take({"-", "−", "menos"}) else 1
        if cursor.token() in {"un", "una"} and (cursor.token(1)[:1].isdigit() or cursor.token(1) in CARDINALS):
            cursor.position += 1  # the article of «un 10 por ciento»
        if cursor.token(1) == "y" and (cursor.token() in PERIOD_NOUNS or cursor.token() == "hora"):
            return self._with_unit(1.0, None, 1)  # «hora y media»
        amount = read_amount(cursor.tokens, cursor.position)
        if amount is None:
            raise self.stuck()
        cursor.position = amount.end
        value = self._fraction_of_time(amount.value)
        return self._with_unit(sign * value, None if amount.other is None else sign * amount.other, amount.scale)

    def take_approximation(self) -> bool:
        """Steps over «unos», «más o menos»… and remembers it."""
        found = any(self.cursor.take_phrase(phrase) for phrase in vocabulary.APPROXIMATE_PHRASES)
        self.approximate = self.approximate or found
        return found

    def take_currency(self) -> bool:
        """Steps over «USD», «$»… and remembers the unit."""
        found = any(self.cursor.take_phrase(phrase) for phrase in _CURRENCIES)
        if found:
            self.agree(Unit.USD)
        return found

    def agree(self, unit: Unit) -> None:
        """Takes a unit as that of all the figures.

        Raises:
            InvalidInputError: they had another one.
        """
        if self.unit in {None, unit} or (self.unit is Unit.ITEMS and unit in COUNTS):
            self.unit = unit
        elif not (unit is Unit.ITEMS and self.unit in COUNTS):
            raise self.refuse("mezcla dos unidades distintas")

    def stuck(self) -> InvalidInputError:
        """The error for the token that cannot be understood here."""
        cursor = self.cursor
        if not cursor.token():
            return self.refuse("falta una cifra")
        begun = cursor.position > 0 and any(token[0].isdigit() for token in cursor.tokens[: cursor.position])
        if begun and cursor.amount_begins():
            return self.refuse(f"hay más de una cifra (sobra «{cursor.written()}»)")
        if cursor.token()[0].isdigit():
            return self.refuse(f"«{cursor.written()[:30]}» no es un número")
        return self.refuse(f"no se entiende «{cursor.written()[:30]}»")

    def _fraction_of_time(self, value: float) -> float:
        """«1/2 hora» and «1:30 horas»; any other value as it is."""
        cursor = self.cursor
        below = cursor.token(1)
        unit, _ = UNIT_WORDS.get(cursor.token(2), _NO_UNIT)
        if unit not in TIMES or not (below.isdigit() and len(below) < 3 and int(below)):
            return value
        if cursor.take({"/"}):
            value /= int(below)
        elif unit is Unit.HOURS and int(below) < 60 and cursor.take({":"}):
            value += int(below) / 60
        else:
            return value
        cursor.position += 1
        return value

    def _with_unit(self, value: float, other: float | None, scale: int) -> Figure:
        cursor = self.cursor
        if scale > 1 and not cursor.amount_begins(1):
            cursor.take({"de"})  # «2 millones de dólares»
        unit, factor = self._take_unit(value)
        if unit is None:
            return Figure(value, other, scale, 1.0, has_unit=False)
        self.agree(unit)
        if unit in TIMES and (cursor.take_phrase(("y", "media")) or cursor.take_phrase(("y", "medio"))):
            value += 0.5
        minutes = self._take_minutes() if (unit, factor) == (Unit.HOURS, 1) else 0.0
        scaled = None if other is None else other * factor
        return Figure(value * factor + minutes / 60, scaled, scale, factor, has_unit=True)

    def _take_unit(self, value: float) -> tuple[Unit | None, float]:
        cursor = self.cursor
        token = cursor.token()
        if token in FOREIGN_UNITS:
            raise self.refuse(f"no se admite la unidad «{cursor.written()}»")
        if cursor.take_phrase(("por", "ciento")):
            return Unit.PERCENT, 1.0
        if self.take_currency():
            return Unit.USD, 1.0
        if token in UNIT_WORDS and not (token in PERIOD_NOUNS and abs(value) >= 2):  # «15 mes» is «al mes» or a slip
            cursor.position += 1
            if UNIT_WORDS[token][0] in COUNTS:
                self._take_plural()  # its adjective: «clientes corporativos»
            return UNIT_WORDS[token]
        return (Unit.ITEMS, 1.0) if self._take_plural() else _NO_UNIT

    def _take_plural(self) -> bool:
        """Steps over a plural noun or adjective that this program has no name for: «fincas»."""
        token = self.cursor.token()
        if len(token) < 4 or not token.endswith("s") or token in _NOT_NOUNS:
            return False
        self.cursor.position += 1
        return True

    def _take_minutes(self) -> float:
        """The minutes of «1h30» and «1 hora y 30 minutos»; 0 if none follow."""
        cursor = self.cursor
        joined = int(cursor.token() in {"y", "con"})
        minutes = cursor.token(joined)
        named = int(UNIT_WORDS.get(cursor.token(joined + 1)) == _MINUTES)
        if not (minutes.isdigit() and len(minutes) < 3 and int(minutes) < 60) or (joined and not named):
            return 0.0
        cursor.position += joined + 1 + named
        return float(minutes)
