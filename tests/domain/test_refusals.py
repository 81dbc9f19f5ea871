"""What models refuse, in Spanish."""

from typing import Any

import pytest
from pydantic import ValidationError

from retention_coach.domain.profile import Account, Contact, TeamMember
from retention_coach.domain.refusals import phrases, placed_phrases

PERSON = {"id": "P1", "name": "Ana"}


@pytest.mark.parametrize(
    ("model", "data", "said"),
    [
        (TeamMember, {"role": "Gerente"}, "hours_per_month: falta"),
        (
            TeamMember,
            {"role": "Gerente", "hours_per_month": 745},
            "hours_per_month: 745 es demasiado: el máximo es 744",
        ),
        (TeamMember, {"role": "Gerente", "hours_per_month": "-1"}, "hours_per_month: «-1» es muy poco: el mínimo es 0"),
        (TeamMember, {"role": "Gerente", "hours_per_month": "mil"}, "hours_per_month: debe ser un número"),
        (Account, {"id": "C1", "customer": " "}, "customer: no puede quedar vacío"),
        (Account, {"id": "C1", "customer": "Finca", "risk": "x"}, "risk: debe ser 'low', 'medium' o 'high'"),
        (
            Account,
            {"id": "C1", "customer": "Finca", "renewal_date": "ya"},
            "renewal_date: debe ser una fecha, aaaa-mm-dd",
        ),
        (Contact, {**PERSON, "id": "7"}, "id: no tiene la forma esperada"),
        (Contact, {**PERSON, "edad": 40}, "edad: no existe en ese lugar"),
        (Contact, {**PERSON, "name": "x" * 1_000}, "name: tiene 1.000 caracteres y caben a lo sumo 160"),
    ],
)
def test_refusal_says_where_and_what_was_expected(model: Any, data: dict[str, object], said: str) -> None:
    """In words for a person, with the limit that was passed."""
    with pytest.raises(ValidationError) as refusal:
        model.model_validate(data)
    assert placed_phrases(refusal.value) == [said]
    assert phrases(refusal.value) == [said.partition(": ")[2]]


def test_same_phrase_is_said_once_unless_its_place_is() -> None:
    """Two things that are missing are two places, and one phrase."""
    with pytest.raises(ValidationError) as refusal:
        TeamMember.model_validate({})
    assert placed_phrases(refusal.value) == ["role: falta", "hours_per_month: falta"]
    assert phrases(refusal.value) == ["falta"]
