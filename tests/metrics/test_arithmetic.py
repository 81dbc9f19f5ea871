"""Arithmetic as text is evaluated exactly, and nothing but arithmetic ever is."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.metrics.arithmetic import MAX_DEPTH, MAX_LENGTH, evaluate, literal

finite = st.floats(allow_nan=False, allow_infinity=False)
plain = st.floats(min_value=0, max_value=1e6, allow_nan=False)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("(120 - 8) / 120 * 100", 112 / 120 * 100),
        ("2 + 3 * 4", 14),
        ("(2 + 3) * 4", 20),
        ("100 - 30 - 20", 50),
        ("100 / 10 / 2", 5),
        ("-2 ** 2", -4),
        ("2 ** 3 ** 2", 512),
        ("8 ** (1 / 3)", 2),
        ("0.5 × 8 ÷ 2 − 1", 1),
        ("  .5 + 1. ", 1.5),
        ("--3", 3),
    ],
)
def test_precedence_and_signs_are_the_usual_ones(expression: str, value: float) -> None:
    """Precedence, associativity and typographic signs mean what they mean on paper."""
    assert evaluate(expression) == pytest.approx(value, rel=1e-12)


@given(left=plain, middle=plain, right=plain)
def test_order_of_evaluation_is_that_of_the_machine(left: float, middle: float, right: float) -> None:
    """Left to right, products first: the same float, bit by bit, as the same calculation in code."""
    text = f"{literal(left)} - {literal(middle)} * {literal(right)} + ({literal(left)} - {literal(right)})"
    assert evaluate(text) == left - middle * right + (left - right)


@given(value=finite)
def test_a_literal_reads_back_as_the_same_number(value: float) -> None:
    """Writing a number loses nothing and needs no exponent letter."""
    text = literal(value)
    assert "e" not in text
    assert evaluate(text) == value


@pytest.mark.parametrize(
    ("value", "text"), [(120, "120"), (120.0, "120"), (0.05, "0.05"), (1e-7, "0.0000001"), (1e16, "1" + "0" * 16)]
)
def test_a_literal_is_in_plain_notation(value: float, text: str) -> None:
    """People read the numbers, so they have neither a trailing .0 nor an exponent."""
    assert literal(value) == text


def test_a_negative_literal_can_follow_an_operator() -> None:
    """It carries its own parentheses."""
    assert literal(-3.5) == "(-3.5)"


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "   ",
        "()",
        "1 +",
        "(1",
        "1)",
        "1 2",
        "1.2.3",
        "1,5",
        "1.000,50",
        "1e9",
        "1_000",
        "0x10",
        "2j",
        "012",
        "+1",
        "1 // 2",
        "1 % 2",
        "1 < 2",
        "(1)(2)",
        "1 (2)",
        "...",
        "x",
        "True",
        "nan",
        "inf",
        "'a' * 9",
        "__import__('os')",
        "().__class__",
        "[1][0]",
        "lambda: 1",
        "1 if 1 else 2",
        "1; 2",
        "1\n+ 2",
        "1 # 2",
        "(1, 2)",
        "١ + ١",
        "1\x00",
        "1 \u2013 2",
    ],
)
def test_what_is_not_arithmetic_is_refused(expression: str) -> None:
    """Names, calls, containers, other notations and broken text raise ValueError and nothing else."""
    with pytest.raises(ValueError, match="arithmetic"):
        evaluate(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "1 / 0",
        "0 ** -1",
        "1 / (1 - 1)",
        "(-8) ** (1 / 3)",
        "9 ** 9 ** 9",
        "2 ** 121",
        "2 ** -121",
        "9" * 400,
        "9" * 308 + " * 100",
        "1 / (" + "9" * 308 + " * 100)",
        "(" + "9" * 300 + ") ** 2",
    ],
)
def test_what_has_no_finite_real_value_is_refused(expression: str) -> None:
    """Division by zero, complex roots and overflow raise ValueError, also in the middle."""
    with pytest.raises(ValueError, match=r"finite|exponent|domain"):
        evaluate(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "1" + " + 1" * (MAX_LENGTH // 4),
        "1" + " + 1" * MAX_DEPTH,
        "-" * (MAX_LENGTH - 1) + "1",
        "(" * 1999 + "1" + ")" * 1999,
        "2" + "**1" * 1200,
    ],
)
def test_size_is_bounded(expression: str) -> None:
    """Text that is long or deep is refused before it can exhaust the machine."""
    with pytest.raises(ValueError, match=r"at most|well-formed"):
        evaluate(expression)


@given(text=st.text(alphabet="0123456789.+-*/() ×÷−", max_size=40))
def test_any_text_of_allowed_signs_gives_a_finite_number_or_value_error(text: str) -> None:
    """No other exception, warning or result leaves the evaluator."""
    try:
        value = evaluate(text)
    except ValueError:
        return
    assert isinstance(value, float)
    assert math.isfinite(value)
