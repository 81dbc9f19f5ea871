"""The numbers of a sentence, each with what it counts: «3 mil dólares», «media hora», «la mitad», «un solo cliente»."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from retention_coach.knowledge.speech import Speech
from retention_coach.spanish import units
from retention_coach.spanish.number_words import CARDINALS, HALVES, SCALES, read_amount
from retention_coach.spanish.words import word_set
from retention_coach.understanding.found import Period, Unit
from retention_coach.understanding.tokens import Token

_UNITS: dict[units.Unit, tuple[Unit, float]] = {
    units.Unit.PERCENT: ("percent", 1),
    units.Unit.USD: ("usd", 1),
    units.Unit.CUSTOMERS: ("customers", 1),
    units.Unit.PEOPLE: ("people", 1),
    units.Unit.ITEMS: ("count", 1),
    units.Unit.POINTS: ("count", 1),
    units.Unit.HOURS: ("hours", 1),
    units.Unit.DAYS: ("days", 1),
    units.Unit.WEEKS: ("weeks", 1),
    units.Unit.MONTHS: ("months", 1),
    units.Unit.YEARS: ("months", 12),
}
TIMES: frozenset[Unit | None] = frozenset({"hours", "days", "weeks", "months"})

_SHARES = {
    "mitad": 50.0, "tercio": 100 / 3, "tercera": 100 / 3, "cuarta": 25.0, "cuarto": 25.0, "quinta": 20.0,
    "quinto": 20.0, "decima": 10.0,
}  # fmt: skip
"""«La mitad», «un tercio», «la cuarta parte» as percentages."""

_SMALLER: dict[str, tuple[Unit, float]] = {
    "centavo": ("usd", 0.01), "centavos": ("usd", 0.01), "ctvs": ("usd", 0.01),
    "jornada": ("hours", 8), "jornadas": ("hours", 8),
}  # fmt: skip
"""What a company says of its prices and people's time, with the unit it is a part or a multiple of."""

_ONLY = word_set("solo sola unico unica")
_BEFORE_NOUN = _ONLY | word_set("nuevos nuevas buenos buenas grandes primeros primeras ultimos ultimas otros otras")
_HALVED = word_set("hora dia jornada semana mes ano docena millon")
_AFTER_ONE = word_set("hora minuto semana mes dia ano persona vez") | _ONLY
_DAY_IS_LASTING = word_set(
    "hace en dura duro durar tarda tardo demora demoro demoramos tardamos cada por como quiza quizas casi"
)
_NOT_THINGS = word_set("""
    menos mas antes despues atras entonces quizas miles aproximados unos unas ambos tras nos los las les dos tres seis
    nosotros ellos ellas ustedes sus mis estos estas esos esas todos todas otros otras otras cuales quienes apenas
    """)
_THERE_IS = word_set("hay tenemos tengo somos solo sola queda quedo apenas es con")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a sentence with its unit.

    Attributes:
        value: in `unit`.
        unit: what it counts, or None.
        first: index of its first token.
        after: index of the token after it and its unit.
        factor: what the value was multiplied by to reach the unit; the other end of a range takes it too.
        scale: the last scale in it (1000 for «mil»); so does it with this.
    """

    value: float
    unit: Unit | None
    first: int
    after: int
    factor: float = 1.0
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount with what else the sentence says of it: its whole, its period, and that it is about so much."""

    amount: Amount
    whole: float | None = None
    period: Period | None = None
    approximate: bool = False


class AmountReader:
    """Reads the amounts of one sentence, given as tokens."""

    def __init__(self, tokens: Sequence[Token], figures: Collection[int], speech: Speech) -> None:
        """`figures` holds where in the text digits stand that are a figure, and no date, year, label or id."""
        self._tokens = tokens
        self._figures = figures
        self._speech = speech
        self.words = [token.word for token in tokens]

    def at(self, index: int) -> Amount | None:
        """The amount that begins at a token, or None."""
        word = self.words[index]
        if word in {"$", "usd"}:
            amount = self._number(index + 1)
            return amount and self._with_unit(replace(amount, first=index, unit="usd"))
        if word in {"un", "una", "uno"} and self._word(index + 1) not in SCALES:
            return self._one(index)
        if word in units.PERIOD_NOUNS or word == "hora":
            return self._and_a_half(index)
        amount = self._share(index)
        if amount is not None:
            return amount
        amount = self._number(index)
        return amount and self._with_unit(amount)

    def _word(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""

    def _one(self, index: int) -> Amount | None:
        following = self._word(index + 1)
        if following not in _AFTER_ONE:
            return None
        is_dated = following == "dia" and not (
            self._word(index - 1) in _DAY_IS_LASTING or self._word(index + 2) in {"despues", "tarde", "antes"}
        )
        is_once = following == "vez" and self._word(index + 2) not in {"al", "por", "a", "cada", "x"}
        is_somebody = following == "persona" and self._word(index - 1) not in _THERE_IS
        is_some_time = following in {"semana", "mes", "ano"} and self._is_unmeasured(index)
        if is_dated or is_once or is_somebody or is_some_time:
            return None
        if following in _ONLY:
            return self._with_unit(Amount(1, None, index, index + 2))
        return self._with_unit(Amount(1, None, index, index + 1))

    def _is_unmeasured(self, index: int) -> bool:
        """«Un año mandamos canastas», «de un mes a otro»."""
        after = self._word(index + 2)
        begins = not self._word(index - 1)[:1].isalnum() and after not in {"de", "y", "despues", "antes", "tarde"}
        return begins or after == "a"

    def _and_a_half(self, index: int) -> Amount | None:
        """«Hora y media», «mes y medio»."""
        halves = self.words[index + 1 : index + 3] in (["y", "media"], ["y", "medio"])
        return self._with_unit(Amount(1, None, index, index)) if halves else None

    def _share(self, index: int) -> Amount | None:
        """«La mitad», «dos tercios», «la cuarta parte»."""
        word, following = self.words[index], self._word(index + 1)
        if word == "mitad" and self._word(index - 1) != "a":
            return Amount(50, "percent", index, index + 1)
        if word in _SHARES and following == "parte":
            return Amount(_SHARES[word], "percent", index, index + 2)
        plural = _SHARES.get(following.removesuffix("s"))
        number = CARDINALS.get(word, 0)
        named = following in {"tercio", "tercios", "cuartos"} or self._word(index + 2) == "partes"
        if plural and named and 0 < number < 4:
            after = index + 2 + (self._word(index + 2) in {"parte", "partes"})
            return Amount(number * plural, "percent", index, after)
        return None

    def _number(self, index: int) -> Amount | None:
        is_label = self._word(index)[:1].isdigit() and self._tokens[index].start not in self._figures
        if index >= len(self.words) or is_label:
            return None
        found = read_amount(self.words, index)
        if found is None or (self.words[index] in HALVES and self._word(index + 1) not in _HALVED):
            return None
        is_idiom = self.words[index] == "mil" and self._word(index + 1) == "veces"
        if is_idiom or (self.words[index] == "cero" and self._word(index - 1) in {"de", "desde", "en", "a"}):
            return None
        value = found.value if found.other is None or found.scale > 1 else found.other
        return Amount(value, None, index, found.end, scale=found.scale)

    def _with_unit(self, amount: Amount) -> Amount:
        """The amount with the unit that follows it, if one does."""
        after = amount.after
        if self._word(after) == "de" and amount.scale > 1:
            after += 1
        while self._word(after) in {"o", "y"} and self._word(after + 1) in {"mas", "pico"}:
            after += 2
        known = self._unit(after) or self._thing(after, amount)
        if known is None:
            return amount
        unit, factor, length = known
        if amount.unit == "usd" and unit != "usd":
            return amount
        value = amount.value
        if unit in TIMES and self.words[after + length : after + length + 2] in (["y", "media"], ["y", "medio"]):
            value += 0.5
            length += 2
        return replace(amount, value=value * factor, unit=unit, after=after + length, factor=factor)

    def _thing(self, index: int, amount: Amount) -> tuple[Unit, float, int] | None:
        """The one thing of «1 devolución», whose noun is no plural."""
        symbols = self._speech.symbols.get(self._word(index), frozenset())
        is_noun = len(self._word(index)) > 3 and not any("." in symbol for symbol in symbols)
        return ("count", 1, 1) if amount.value == 1 and amount.scale == 1 and is_noun else None

    def _unit(self, index: int) -> tuple[Unit, float, int] | None:
        """The unit at a token, with the factor to it and how many tokens name it."""
        word = self._word(index)
        if self.words[index : index + 2] in (["por", "ciento"], ["por", "cien"]):
            return "percent", 1, 2
        if word in units.UNIT_WORDS:
            unit, factor = units.UNIT_WORDS[word]
            name, further = _UNITS[unit]
            return name, factor * further, 1
        if word in _BEFORE_NOUN:
            following = self._unit(index + 1)
            return following and (following[0], following[1], following[2] + 1)
        if word in _SMALLER:
            return *_SMALLER[word], 1
        return self._noun(word)

    def _noun(self, word: str) -> tuple[Unit, float, int] | None:
        """People, or things of any other name, if the word is a plural."""
        symbols = self._speech.symbols.get(word, frozenset())
        if "<people>" in symbols:
            return "people", 1, 1
        is_verb = any(symbol.endswith(".we") for symbol in symbols)
        if len(word) >= 4 and word.endswith("s") and word not in _NOT_THINGS and not is_verb:
            return "count", 1, 1
        return None
