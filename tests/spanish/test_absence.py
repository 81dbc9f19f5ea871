"""Unknown and zero are two different answers."""

import pytest

from retention_coach.spanish.absence import is_none, is_unknown


@pytest.mark.parametrize(
    "text",
    ["no sé", "No sé.", "no se", "NO SÉ", "no lo sé", "nose", "nosé", "ns", "NS/NC", "n/d", "N/D", "n/a", "s/d", "?",
     "???", "-", "—", "...", "no sabemos", "aún no lo sabemos", "no lo sé con exactitud", "la verdad no sé", "ni idea",
     "no tengo idea", "desconozco", "no tenemos", "no tenemos ese dato", "no tengo el dato", "sin datos",
     "no lo medimos todavía", "no llevamos registro de eso", "pendiente", "por definir", "por ahora no lo sé",
     "no recuerdo", "no me acuerdo", "no aplica", "No sabría decirle, ingeniero"],
)  # fmt: skip
def test_people_say_that_they_do_not_know(text: str) -> None:
    """In many ways, none of which is zero."""
    assert is_unknown(text)
    assert not is_none(text)


@pytest.mark.parametrize(
    "text",
    ["ninguno", "Ninguna.", "ningún cliente", "nada", "nadie", "no hemos perdido ninguno", "no tenemos ninguno",
     "no se fue ninguno", "no se fue nadie", "no hubo", "no hay", "hasta ahora ninguno",
     "no perdimos ningún cliente este año"],
)  # fmt: skip
def test_people_say_none(text: str) -> None:
    """Zero without a digit."""
    assert is_none(text)
    assert not is_unknown(text)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "15", "0", "no sé, quizá 5", "no se cumplieron los plazos", "no", "no tenemos problemas de calidad",
     "ninguno de los 5", "nada que ver", "no sé si fueron 5 o 6", "no lo sé pero creo que muchos"],
)  # fmt: skip
def test_answers_that_go_on_are_neither(text: str) -> None:
    """Only the whole answer counts."""
    assert not is_unknown(text)
    assert not is_none(text)
