"""The domain's own rules, asked about one field at a time and answered in Spanish.

The bounds live in the domain models only: a value is tried in an otherwise valid profile, and what pydantic says is
translated here.
"""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from retention_coach.domain.profile import Profile
from retention_coach.errors import InvalidInputError
from retention_coach.spanish.formats import number

_VALID = {
    "company": "x",
    "services": "x",
    "main_benefit": "x",
    "customer_profile": "x",
    "industry": "x",
    "canton": "x",
    "relationship_model": "contract",
    "start_month": "2026-01",
}


def accepted(name: str, value: Any) -> Any:
    """The value as the profile's attribute `name` keeps it.

    Raises:
        InvalidInputError: the profile does not take it.
    """
    try:
        profile = Profile.model_validate({**_VALID, name: value})
    except ValidationError as error:
        raise InvalidInputError(f"No se puede usar: {'; '.join(wordings(error))}.") from error
    return getattr(profile, name)


def wordings(error: ValidationError) -> list[str]:
    """What a validation says, as Spanish phrases without capital or full stop."""
    return list(dict.fromkeys(_wording(detail) for detail in error.errors()))


def _wording(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "string_too_long":
            most = context["max_length"]
            return f"tiene {number(len(detail['input']))} caracteres y caben a lo sumo {number(most)}"
        case "too_long":
            return (
                f"son demasiados: {number(context['actual_length'])}, y caben a lo sumo {number(context['max_length'])}"
            )
        case "greater_than_equal":
            return f"{number(detail['input'])} es muy poco: el mínimo es {number(context['ge'])}"
        case "less_than_equal":
            return f"{number(detail['input'])} es demasiado: el máximo es {number(context['le'])}"
        case "value_error":
            return str(context["error"])
        case _:
            return "no tiene la forma esperada"
