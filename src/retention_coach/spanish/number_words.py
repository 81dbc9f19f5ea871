"""Amounts that mix digits, number words and scales: «quince», «3 mil 500», «un millón y medio», «1.2 millones»."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from retention_coach.spanish.notation import read_numeral

CARDINALS: dict[str, int] = {
    word: value
    for value, words in {
        0: "cero", 1: "un uno una", 2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete", 8: "ocho",
        9: "nueve", 10: "diez", 11: "once", 12: "doce", 13: "trece", 14: "catorce", 15: "quince", 16: "dieciseis",
        17: "diecisiete", 18: "dieciocho", 19: "diecinueve", 20: "veinte", 21: "veintiun veintiuno veintiuna",
        22: "veintidos", 23: "veintitres", 24: "veinticuatro", 25: "veinticinco", 26: "veintiseis",
        27: "veintisiete", 28: "veintiocho", 29: "veintinueve", 30: "treinta", 40: "cuarenta", 50: "cincuenta",
        60: "sesenta", 70: "setenta", 80: "ochenta", 90: "noventa", 100: "cien ciento", 200: "doscientos doscientas",
        300: "trescientos trescientas", 400: "cuatrocientos cuatrocientas", 500: "quinientos quinientas",
        600: "seiscientos seiscientas", 700: "setecientos setecientas", 800: "ochocientos ochocientas",
        900: "novecientos novecientas",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Number words below a thousand, folded (see `words.fold`)."""

SCALES: dict[str, int] = {
    "par": 2, "decena": 10, "decenas": 10, "docena": 12, "docenas": 12, "centenar": 100, "centenares": 100,
    "mil": 1_000, "miles": 1_000, "k": 1_000, "millon": 1_000_000, "millones": 1_000_000, "mm": 1_000_000,
}  # fmt: skip
"""Words that multiply what stands before them, folded. A bare «m» is not one: some mean mil, some million."""

_BARE_SCALES = frozenset({"mil", "millon"})  # «mil clientes», «millón y medio»
HALVES = frozenset({"medio", "media"})
"""«medio millón», «media hora»."""

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount found in a list of tokens.

    Attributes:
        value: the amount.
        other: its second reading if a numeral in it is ambiguous («1,234 millones»), or None.
        scale: the last scale applied, 1 if none.
        end: index of the first token after it.
    """

    value: float
    other: float | None
    scale: int
    end: int


def read_amount(tokens: Sequence[str], start: int) -> Amount | None:
    """Reads the longest amount that begins at `tokens[start]`, or None if none begins there.

    Args:
        tokens: folded words, numerals («1.234,50») and marks, one by one.
        start: where to begin.
    """
    amount = _Sum()
    index = start
    while (used := _step(amount, tokens, index)) > 0:
        index += used
    if index == start:
        return None
    value = amount.total + (amount.group or 0)
    if len(tokens) > index + 1 and tokens[index] == "y" and tokens[index + 1] in HALVES:
        value += amount.scale / 2
        index += 2
    other = value + amount.drift if amount.drift else None
    return Amount(value, other, amount.scale, index)


class _Sum:
    """What has been read so far: finished thousands and millions, and the group still open."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group: float | None = None
        self.room = inf  # what is added next must be smaller: «veinte cinco» fits, «cinco veinte» does not
        self.ceiling = inf  # the next scale must be smaller
        self.scale = 1
        self.drift = 0.0  # how far the other reading of an ambiguous numeral is from this one

    def add(self, value: float, room: float) -> bool:
        if value >= self.room:
            return False
        self.group = (self.group or 0) + value
        self.room = room
        return True

    def multiply(self, scale: int, *, bare: bool) -> bool:
        if scale == _MILLION and 0 < self.total < _MILLION:  # «200 mil millones»
            self.total = (self.total + (self.group or 0)) * scale
        elif scale < self.ceiling and (self.group is not None or (bare and not self.total)):
            self.total += (1 if self.group is None else self.group) * scale
        else:
            return False
        self.drift *= scale
        self.group = None
        self.room = self.ceiling = self.scale = scale
        return True


def _step(amount: _Sum, tokens: Sequence[str], index: int) -> int:
    """Adds what stands at `index` to the amount and says how many words that took; 0 if nothing fits."""
    if index >= len(tokens):
        return 0
    word = tokens[index]
    if word in SCALES:
        return int(amount.multiply(SCALES[word], bare=word in _BARE_SCALES))
    if word == "y" and amount.room == 10 and 0 < CARDINALS.get("".join(tokens[index + 1 : index + 2]), 0) < 10:
        return 1
    if amount.group is None:
        if word in HALVES:
            return int(amount.add(0.5, room=0))
        if word[0].isdigit():
            return _add_numeral(amount, word)
    value = CARDINALS.get(word)
    return 0 if value is None else int(amount.add(value, room=_room_after(value)))


def _add_numeral(amount: _Sum, word: str) -> int:
    numeral = read_numeral(word.replace(" ", ""))
    if numeral is None or not amount.add(numeral.value, room=0):
        return 0
    if numeral.other is not None:
        amount.drift = numeral.other - numeral.value
    return 1


def _room_after(value: int) -> int:
    if value >= 100:
        return 100
    return 10 if value >= 20 and value % 10 == 0 else 0
