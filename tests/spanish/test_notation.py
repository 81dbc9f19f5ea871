"""Digits with dots, commas, apostrophes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.spanish.notation import Numeral, read_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15", 15), ("007", 7), ("1.234", 1234), ("12.345", 12345), ("123.456", 123456), ("1.234.567", 1234567),
        ("1.234,50", 1234.5), ("1,234.50", 1234.5), ("1.234.567,8", 1234567.8), ("1,234,567.8", 1234567.8),
        ("1,234,567", 1234567), ("1.2", 1.2), ("1,2", 1.2), ("1.25", 1.25), ("0.234", 0.234), ("0,234", 0.234),
        ("1234.567", 1234.567), ("1234,567", 1234.567), ("1,2345", 1.2345), ("1.234,567", 1234.567),
        ("1'200.000", 1200000), ("1'200.000,50", 1200000.5), ("1'200,000.50", 1200000.5), ("1'234", 1234),
        ("1’200.000", 1200000), ("1'200'000", 1200000), ("999999999999999", 999999999999999),
    ],
)  # fmt: skip
def test_both_notations_are_read(text: str, value: float) -> None:
    """The last of two separators is decimal; a dot before three digits groups."""
    assert read_numeral(text) == Numeral(value)


@pytest.mark.parametrize(("text", "value", "other"), [("1,234", 1.234, 1234), ("12,500", 12.5, 12500)])
def test_a_comma_before_three_digits_is_ambiguous(text: str, value: float, other: float) -> None:
    """Decimal first, thousands second."""
    assert read_numeral(text) == Numeral(value, other=other)


@pytest.mark.parametrize(
    "text",
    ["", "1.2.3", "1,2,3", "1.23.456", "12,34,567", "1.234,567,8", "1,234.567.8", "0.123.456", "1.", ".5", "1..2",
     "abc", "-1", "1 234", "12.34,5", "1234.567,8", "9" * 16, "9" * 10_000, "²", "١٢"],
)  # fmt: skip
def test_what_is_no_number_is_none(text: str) -> None:
    """Separators that make no sense, and runs too long for a figure."""
    assert read_numeral(text) is None


@given(st.text("0123456789.,'’", max_size=30))
def test_reading_digits_never_fails(text: str) -> None:
    """A number that is not negative, or None."""
    numeral = read_numeral(text)
    assert numeral is None or 0 <= numeral.value < 1e15
