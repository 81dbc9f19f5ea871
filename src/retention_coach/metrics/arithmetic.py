"""Arithmetic as text: numbers written so that people and `evaluate` read the same, and its evaluation.

Canonical notation: decimal point, no thousands separator, no exponent letter, operators + - * / ** and
parentheses. The typographic signs (multiplication, division, minus) are accepted as their ASCII twins.
"""

import ast
import math
import operator
import re
from collections.abc import Callable
from decimal import Decimal

MAX_LENGTH = 4000
MAX_DEPTH = 100
MAX_EXPONENT = 120

_TYPOGRAPHIC = str.maketrans({"×": "*", "÷": "/", "−": "-"})
_ALLOWED = re.compile(r"[0-9.+\-*/() ]+")


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > MAX_EXPONENT:
        raise ValueError(f"the exponent {exponent:g} is beyond {MAX_EXPONENT}")
    return math.pow(base, exponent)


_BINARY: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: _power,
}


def literal(value: float) -> str:
    """A number in plain notation that reads back as exactly the same float: `120`, `0.05`, `(-3.5)`."""
    text = format(Decimal(repr(float(value))), "f").removesuffix(".0")
    return f"({text})" if text.startswith("-") else text


def evaluate(expression: str) -> float:
    """The value of an arithmetic expression. Nothing but arithmetic is ever executed.

    Args:
        expression: numbers, + - * / **, parentheses and unary minus, in canonical notation.

    Raises:
        ValueError: anything else in it, too long or deep, a division by zero, a power beyond
            `MAX_EXPONENT`, or a value that is not a finite real number.
    """
    if len(expression) > MAX_LENGTH:
        raise ValueError(f"an expression has at most {MAX_LENGTH} characters, not {len(expression)}")
    text = expression.translate(_TYPOGRAPHIC).strip(" ")
    if not _ALLOWED.fullmatch(text):
        raise ValueError(f"not plain arithmetic: {expression[:80]!r}")
    try:
        tree = ast.parse(text, mode="eval")
        return _value(tree.body, MAX_DEPTH)
    except (SyntaxError, RecursionError, MemoryError) as error:  # how the parser refuses text or nesting
        raise ValueError(f"not well-formed arithmetic: {expression[:80]!r}") from error
    except ArithmeticError as error:
        raise ValueError(f"no finite value: {expression[:80]!r}") from error


def _value(node: ast.expr, depth: int) -> float:
    """Value of a node; `depth` is how many levels may still open below it."""
    if depth == 0:
        raise ValueError(f"an expression nests at most {MAX_DEPTH} levels")
    match node:
        case ast.Constant(value=int() | float() as constant):
            result = float(constant)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            result = -_value(operand, depth - 1)
        case ast.BinOp(left=left, op=operation, right=right) if type(operation) in _BINARY:
            result = _BINARY[type(operation)](_value(left, depth - 1), _value(right, depth - 1))
        case _:
            raise ValueError(f"{type(node).__name__} is not arithmetic")
    if not math.isfinite(result):
        raise ValueError("an intermediate value is not finite")
    return result
