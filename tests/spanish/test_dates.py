"""Dates and months typed by people."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.errors import InvalidInputError
from retention_coach.spanish.dates import parse_date, parse_month


@pytest.mark.parametrize(
    "text",
    ["24/11/2026", "24-11-2026", "24.11.2026", "24/11/26", " 24/11/2026\n", "2026-11-24", "24 de noviembre de 2026",
     "24 de Noviembre del 2026", "24 noviembre 2026", "24 nov 2026", "24 de NOV. de 2026"],
)  # fmt: skip
def test_days_are_read_day_first(text: str) -> None:
    """As people here write them, and as computers do."""
    assert parse_date(text) == dt.date(2026, 11, 24)


def test_day_and_month_are_never_swapped() -> None:
    """03/12 is the third of December."""
    assert parse_date("03/12/2026") == dt.date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("11/24/2026", "no hay mes 24"),
        ("31/02/2026", "ese día no existe"),
        ("00/01/2026", "ese día no existe"),
        ("01/00/2026", "ese día no existe"),
        ("24/11", "no es una fecha"),
        ("mañana", "no es una fecha"),
        ("24 de marte de 2026", "no es una fecha"),
        ("", "no es una fecha"),
        ("1/1/0000", "ese día no existe"),
        ("٢٤/١١/٢٠٢٦", "no es una fecha"),
        ("9" * 10_000, "no es una fecha"),
    ],
)
def test_other_days_are_refused_with_an_example(text: str, reason: str) -> None:
    """The message says why, the hint how to write it."""
    with pytest.raises(InvalidInputError, match=reason) as refused:
        parse_date(text)
    assert "dd/mm/aaaa" in refused.value.hint
    assert len(refused.value.message) < 150


@pytest.mark.parametrize(
    "text",
    ["enero 2027", "Enero de 2027", "enero del 2027", "ENE 2027", "ene-27", "ene. 2027", "01/2027", "1/2027", "01-2027",
     "2027-01", "2027/1", "enero-2027"],
)  # fmt: skip
def test_months_are_read(text: str) -> None:
    """By name, by number, and as spreadsheets abbreviate them."""
    assert parse_month(text) == "2027-01"


@pytest.mark.parametrize(
    ("text", "month"), [("enero", "2027-01"), ("nov", "2026-11"), ("Diciembre", "2026-12"), ("setiembre", "2027-09")]
)
def test_a_bare_month_is_the_next_one(text: str, month: str) -> None:
    """The month of the reference itself counts."""
    assert parse_month(text, reference=dt.date(2026, 11, 24)) == month


def test_a_bare_month_needs_a_reference() -> None:
    """Without today's date the year cannot be known."""
    with pytest.raises(InvalidInputError, match="le falta el año"):
        parse_month("enero")


@pytest.mark.parametrize(
    "text", ["13/2027", "0/2027", "2027-00", "01/0000", "mes 3", "", "2027", "3", "enero 2027 o febrero"]
)
def test_other_months_are_refused(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(InvalidInputError, match="no es un mes") as refused:
        parse_month(text)
    assert "01/2027" in refused.value.hint


@given(st.text(max_size=40))
def test_reading_dates_fails_only_in_spanish(text: str) -> None:
    """Whatever is typed, no other error escapes."""
    for read in (parse_date, parse_month):
        with suppress(InvalidInputError):
            assert read(text)
