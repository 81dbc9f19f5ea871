"""What a model refuses, in Spanish: for answers and edits that do not fit."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_WORDS = {
    "missing": "falta",
    "extra_forbidden": "no existe en este paso",
    "literal_error": "debe ser {expected}",
    "string_type": "debe ser un texto",
    "string_too_long": "tiene más de {max_length} caracteres",
    "float_type": "debe ser un número",
    "float_parsing": "debe ser un número",
    "finite_number": "debe ser un número",
    "int_type": "debe ser un número entero",
    "int_parsing": "debe ser un número entero",
    "int_from_float": "debe ser un número entero",
    "timezone_aware": "debe decir su zona horaria",
    "tuple_type": "debe ser una lista",
    "model_type": "debe tener los campos de ese lugar",
    "value_error": "{error}",
}
"""What is said for each kind of refusal; its context fills the braces."""


def problems(error: ValidationError) -> list[str]:
    """One sentence for each refusal: where, and what was expected."""
    return [f"{_place(detail)}: {_expected(detail)}." for detail in error.errors()]


def _place(detail: ErrorDetails) -> str:
    return ".".join(str(part) for part in detail["loc"])


def _expected(detail: ErrorDetails) -> str:
    if detail["type"].startswith("date_"):
        return "debe ser una fecha, aaaa-mm-dd"
    words = _WORDS.get(detail["type"], "no tiene la forma esperada").format_map(detail.get("ctx", {}))
    return words.replace(" or ", " o ") if detail["type"] == "literal_error" else words
