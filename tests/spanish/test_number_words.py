"""Number words and scales."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.spanish.number_words import Amount, read_amount


def _words(words: str) -> list[str]:
    return words.split()


UNITS = _words("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince")
TENS = _words("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
HUNDREDS = _words(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)


def _spelled(value: int) -> str:
    """An independent speller for 0 to 999.999.999, without accents."""
    for scale, one, many in ((1_000_000, "un millon", "millones"), (1_000, "mil", "mil")):
        if value >= scale:
            head, rest = divmod(value, scale)
            start = one if head == 1 else f"{_spelled(head)} {many}"
            return f"{start} {_spelled(rest)}" if rest else start
    if value >= 100:
        hundreds, rest = divmod(value, 100)
        start = "cien" if value == 100 else HUNDREDS[hundreds - 1]
        return f"{start} {_spelled(rest)}" if rest else start
    return _spelled_below_a_hundred(value)


def _spelled_below_a_hundred(value: int) -> str:
    tens, rest = divmod(value, 10)
    if value <= 15:
        return UNITS[value]
    if value < 30:
        return "veinte" if value == 20 else f"{'dieci' if tens == 1 else 'veinti'}{UNITS[rest]}"
    return f"{TENS[tens - 3]} y {UNITS[rest]}" if rest else TENS[tens - 3]


def _read(text: str) -> Amount | None:
    return read_amount(text.split(), 0)


@given(st.integers(min_value=0, max_value=999_999_999))
def test_every_number_spelled_out_is_read(value: int) -> None:
    """With all its words and nothing left over."""
    spelled = _spelled(value)
    amount = _read(spelled)
    assert amount is not None
    assert (amount.value, amount.end) == (value, len(spelled.split()))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 mil", 3000), ("3 mil 500", 3500), ("3 k", 3000), ("1.2 millones", 1_200_000),
        ("1 millon 200 mil", 1_200_000),
        ("200 mil millones", 200e9), ("mil", 1000), ("un millon y medio", 1_500_000), ("millon y medio", 1_500_000),
        ("medio millon", 500_000), ("media docena", 6), ("dos docenas", 24), ("un par", 2), ("veinte y cinco", 25),
        ("2 y medio", 2.5), ("5.552 millones", 5.552e9), ("2 mm", 2_000_000),
    ],
)  # fmt: skip
def test_digits_and_words_mix(text: str, value: float) -> None:
    """As people type them."""
    amount = _read(text)
    assert amount is not None
    assert amount.value == value
    assert amount.end == len(text.split())


@pytest.mark.parametrize(
    ("text", "used"),
    [("quince dos", 1), ("cinco veinte", 1), ("3 500", 1), ("mil mil", 1), ("3 mil 5000", 2), ("treinta y once", 1),
     ("15 y 20", 1), ("dos millones tres millones", 3)],
)  # fmt: skip
def test_an_amount_ends_where_the_next_begins(text: str, used: int) -> None:
    """What does not fit is left for the caller."""
    amount = _read(text)
    assert amount is not None
    assert amount.end == used


@pytest.mark.parametrize("text", ["", "clientes", "y", "k", "millones", "docenas", "par", "1.2.3"])
def test_no_amount_begins_here(text: str) -> None:
    """A scale that needs a number before it is none."""
    assert _read(text) is None


def test_the_second_reading_is_scaled_too() -> None:
    """«1,234 millones» is 1.234.000 or 1.234.000.000."""
    amount = _read("1,234 millones")
    assert amount is not None
    assert amount.value == pytest.approx(1_234_000)
    assert amount.other == pytest.approx(1_234_000_000)


@given(
    st.lists(st.sampled_from(["15", "1,234", "mil", "millon", "millones", "y", "medio", "veinte", "cinco", "par", "x"]))
)
def test_reading_amounts_never_fails(tokens: list[str]) -> None:
    """An amount lies within its tokens."""
    amount = read_amount(tokens, 0)
    assert amount is None or 0 < amount.end <= len(tokens)
