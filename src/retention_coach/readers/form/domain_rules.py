"""The domain's own rules, asked about one field at a time and answered in Spanish.

The bounds live in the domain models only: a value is tried in an otherwise valid profile.
"""

from typing import Any

from pydantic import ValidationError

from retention_coach.domain.profile import Profile
from retention_coach.domain.refusals import phrases
from retention_coach.errors import InvalidInputError

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
        raise InvalidInputError(f"No se puede usar: {'; '.join(phrases(error))}.") from error
    return getattr(profile, name)
