"""Customers' own words between « and »."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.spanish.quotes import blank_quotes, strip_quotes


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("dijo «nos vamos» ayer", "dijo   ayer"),
        ("«a «b» c» d", "  d"),
        ("« abierta y 5", "« abierta y 5"),
        ("cerrada » y 5", "cerrada » y 5"),
        ("« abierta «cerrada» fin", "« abierta   fin"),
        ("1«x»2", "1 2"),
        ("«uno» y «dos»", "  y  "),
        ("", ""),
    ],
)
def test_quoted_words_are_taken_out(text: str, left: str) -> None:
    """Nested ones as a whole; a « that nobody closes quotes nothing."""
    assert strip_quotes(text) == left


@given(st.text("«»ab1 \n"))
def test_blanking_keeps_positions_and_removes_the_same(text: str) -> None:
    """What stays stands where it stood, and is what stripping leaves."""
    blanked = blank_quotes(text)
    assert len(blanked) == len(text)
    assert all(after in {before, " "} for before, after in zip(text, blanked, strict=True))
    assert blanked.split() == strip_quotes(text).split()


@given(st.text("«»ab1"))
def test_no_balanced_quotes_are_left(text: str) -> None:
    """After stripping, no « is followed by »."""
    rest = strip_quotes(text)
    assert "»" not in rest[rest.find("«") :] or "«" not in rest


def test_very_deep_nesting_is_no_burden() -> None:
    """Neither recursion nor quadratic time."""
    depth = 50_000
    assert strip_quotes("«" * depth + "»" * depth) == " "
    assert strip_quotes("«" * depth) == "«" * depth
