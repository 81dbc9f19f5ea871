"""The form with the shipped knowledge base on a fixed day."""

import datetime as dt
from typing import Any

import pytest

from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.loader import load
from retention_coach.readers.form.field import Intake
from retention_coach.readers.form.form import Form, profile_form

FORM: Form = profile_form(load(), dt.date(2026, 11, 21))

MINIMAL: dict[str, str | None] = {
    "company": "Transandina Carga S.A.",
    "services": "Transporte refrigerado de flores.",
    "main_benefit": "La flor llega fría.",
    "customer_profile": "Fincas medianas de Cayambe.",
    "industry": "Transporte",
    "canton": "Quito",
    "relationship_model": "2",
    "start_month": "enero 2027",
}
"""The least that makes a profile."""


def read(field_id: str, text: str, intake: Intake | None = None) -> Any:
    """What the form makes of a text."""
    field = FORM.field(field_id)
    assert field is not None
    return FORM.read(field, text, intake or {})


def echoed(field_id: str, text: str) -> str:
    """What the person is told was understood."""
    field = FORM.field(field_id)
    assert field is not None
    assert field.echo is not None
    return field.echo(read(field_id, text))


def refusal(field_id: str, text: str, intake: Intake | None = None) -> str:
    """The whole refusal of a text."""
    with pytest.raises(InvalidInputError) as refused:
        read(field_id, text, intake)
    return str(refused.value)
