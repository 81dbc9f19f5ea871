"""What a model refuses, in Spanish: phrases without capital or full stop, for whoever tells them to a person."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from retention_coach.spanish.formats import number


def phrases(error: ValidationError) -> list[str]:
    """What was expected, each phrase once: for values that a person knows by another name than the model's."""
    return list(dict.fromkeys(_phrase(detail) for detail in error.errors()))


def placed_phrases(error: ValidationError) -> list[str]:
    """What was expected, with its place before it: «months.0.number: debe ser un número entero»."""
    return [": ".join(filter(None, (_place(detail), _phrase(detail)))) for detail in error.errors()]


def _place(detail: ErrorDetails) -> str:
    return ".".join(str(part) for part in detail["loc"])


def _phrase(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind.startswith("date_"):
        return "debe ser una fecha, aaaa-mm-dd"
    if kind in _MEASURED:
        return _MEASURED[kind](detail["input"], context)
    return _EXPECTED.get(kind, "no tiene la forma esperada")


def _as_typed(value: Any) -> str:
    return number(value) if isinstance(value, int | float) else f"«{value}»"


_EXPECTED = {
    "missing": "falta",
    "extra_forbidden": "no existe en ese lugar",
    "string_type": "debe ser un texto",
    "float_type": "debe ser un número",
    "float_parsing": "debe ser un número",
    "finite_number": "debe ser un número",
    "int_type": "debe ser un número entero",
    "int_parsing": "debe ser un número entero",
    "int_from_float": "debe ser un número entero",
    "timezone_aware": "debe decir su zona horaria",
    "tuple_type": "debe ser una lista",
    "model_type": "debe tener los campos de ese lugar",
}
"""What is said for each kind of refusal that always says the same."""

_MEASURED: Mapping[str, Callable[[Any, dict[str, Any]], str]] = {
    "string_too_long": lambda text, limit: (
        f"tiene {number(len(text))} caracteres y caben a lo sumo {number(limit['max_length'])}"
    ),
    "too_long": lambda _items, limit: (
        f"son demasiados: {number(limit['actual_length'])}, y caben a lo sumo {number(limit['max_length'])}"
    ),
    "greater_than_equal": lambda value, limit: f"{_as_typed(value)} es muy poco: el mínimo es {number(limit['ge'])}",
    "less_than_equal": lambda value, limit: f"{_as_typed(value)} es demasiado: el máximo es {number(limit['le'])}",
    "literal_error": lambda _value, allowed: f"debe ser {allowed['expected'].replace(' or ', ' o ')}",
    "value_error": lambda _value, raised: str(raised["error"]),
}
"""What is said where it takes the value or its limits."""
