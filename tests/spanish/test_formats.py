"""Figures, dates and lists as people in Ecuador write them."""

import datetime as dt
from collections.abc import Sequence
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.spanish.dates import parse_date, parse_month
from retention_coach.spanish.formats import (
    duration,
    join_words,
    long_date,
    money,
    month_name,
    number,
    percent,
    plural,
    short_date,
)
from retention_coach.spanish.quantities import Quantity, parse_quantity
from retention_coach.spanish.units import Unit

cents = st.integers(min_value=-(10**13), max_value=10**13).map(lambda amount: amount / 100)
days = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2199, 12, 31))


def _value(text: str, expected: Unit | None = None) -> float:
    quantity = parse_quantity(text, expected=expected)
    assert isinstance(quantity, Quantity)
    return quantity.value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (-0.001, "0"),
        (18, "18"),
        (18.0, "18"),
        (1234, "1.234"),
        (1234.5, "1.234,5"),
        (184300.5, "184.300,5"),
        (1234567.891, "1.234.567,89"),
        (2.675, "2,68"),
        (0.1 + 0.2, "0,3"),
        (100, "100"),
        (-1200, "-1.200"),
        (1e22, "10.000.000.000.000.000.000.000"),
    ],
)
def test_numbers_are_grouped_by_dots_and_lose_trailing_zeros(value: float, written: str) -> None:
    """At most two decimals, halves away from zero, never «-0»."""
    assert number(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(1234.5, "USD 1.234,50"), (0, "USD 0,00"), (-300, "-USD 300,00"), (0.005, "USD 0,01"), (-0.001, "USD 0,00")],
)
def test_money_always_has_cents(value: float, written: str) -> None:
    """The sign stands before the currency."""
    assert money(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(3.8, "3,8"), (15, "15"), (33.333, "33,3"), (0.04, "0,04"), (-0.25, "-0,25"), (99.96, "100"), (1250, "1.250")],
)
def test_percentages_have_one_decimal_or_two_when_small(value: float, written: str) -> None:
    """The sign stands after a no-break space."""
    assert percent(value) == f"{written}\u00a0%"


@pytest.mark.parametrize("value", [inf, -inf, nan])
def test_what_is_not_a_number_is_never_written(value: float) -> None:
    """A document must not say «nan»."""
    for write in (number, money, percent):
        with pytest.raises(ValueError, match="finite"):
            write(value)
    with pytest.raises(ValueError, match=r"finite|negative"):
        duration(value)


def test_days_and_months_are_written_in_spanish() -> None:
    """Short dates have leading zeros, long ones do not."""
    assert short_date(dt.date(2026, 11, 24)) == "24/11/2026"
    assert short_date(dt.date(2027, 1, 2)) == "02/01/2027"
    assert long_date(dt.date(2026, 11, 24)) == "24 de noviembre de 2026"
    assert long_date(dt.date(2027, 1, 2)) == "2 de enero de 2027"
    assert month_name("2026-11") == "noviembre de 2026"


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "noviembre", ""])
def test_a_month_name_needs_a_month(month: str) -> None:
    """Anything but aaaa-mm is a mistake of the caller."""
    with pytest.raises(ValueError, match=r"Invalid isoformat|month must be"):
        month_name(month)


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a y b"),
        (["a", "b", "c"], "a, b y c"),
        (["ventas", "ingresos"], "ventas e ingresos"),
        (["padres", "hijos"], "padres e hijos"),
        (["clientes", "Ibarra"], "clientes e Ibarra"),
        (["flores", "hierbas"], "flores y hierbas"),
        (["agua", "hielo"], "agua y hielo"),
        (["protones", "iones"], "protones y iones"),
        (["Quito", "«íconos»"], "Quito e «íconos»"),
        (["uno", "yerba"], "uno y yerba"),
    ],
)
def test_enumerations_follow_the_rule_of_y_and_e(words: Sequence[str], joined: str) -> None:
    """«e» stands before the sound i, but not before a diphthong."""
    assert join_words(words) == joined


@pytest.mark.parametrize(
    ("count", "written"),
    [(0, "0 clientes"), (1, "1 cliente"), (1.0, "1 cliente"), (0.999, "1 cliente"), (1.5, "1,5 clientes"),
     (-1, "-1 cliente"), (1200, "1.200 clientes")],
)  # fmt: skip
def test_nouns_agree_with_the_number_as_written(count: float, written: str) -> None:
    """What is rounded to 1 takes the singular."""
    assert plural(count, "cliente", "clientes") == written


@pytest.mark.parametrize(
    ("hours", "written"),
    [(0, "0 minutos"), (0.5, "30 minutos"), (1, "1 hora"), (1.5, "1 hora y 30 minutos"), (72, "72 horas"),
     (0.999, "1 hora"), (2 + 1 / 60, "2 horas y 1 minuto"), (1200, "1.200 horas")],
)  # fmt: skip
def test_durations_are_rounded_to_the_minute(hours: float, written: str) -> None:
    """Hours and minutes; a part that is zero is left out."""
    assert duration(hours) == written


def test_a_duration_is_not_negative() -> None:
    """A negative one is a mistake of the caller."""
    with pytest.raises(ValueError, match="negative"):
        duration(-1)


@given(cents)
def test_what_is_written_is_read_back(value: float) -> None:
    """Numbers and money survive the way out and in."""
    assert _value(number(value)) == value
    if value >= 0:
        assert _value(money(value)) == value


@given(st.integers(min_value=0, max_value=10_000).map(lambda tenths: tenths / 10))
def test_percentages_are_read_back(value: float) -> None:
    """Also with their no-break space."""
    assert _value(percent(value), Unit.PERCENT) == value


@given(st.integers(min_value=0, max_value=100_000))
def test_durations_are_read_back(minutes: int) -> None:
    """To the minute."""
    assert round(_value(duration(minutes / 60), Unit.HOURS) * 60, 6) == minutes


@given(days)
def test_dates_are_read_back(day: dt.date) -> None:
    """Short dates, long dates and names of months."""
    assert parse_date(short_date(day)) == day
    assert parse_date(long_date(day)) == day
    assert parse_month(month_name(f"{day:%Y-%m}")) == f"{day:%Y-%m}"
