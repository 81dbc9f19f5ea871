"""What is wished, supposed, asked or told of others shows nothing; the same words told as they are do."""

import pytest

from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.loader import load
from retention_coach.understanding.understand import understand


def shown(text: str) -> set[Signal]:
    """The signals that a text shows."""
    return {found.code for found in understand(text, load()).signals}


@pytest.mark.parametrize(
    ("told", "not_told"),
    [
        ("los clientes se quejan", "que los clientes se quejen menos"),
        ("dos clientes se fueron en enero", "que no se vayan más clientes"),
        ("perdimos a la Curtiduría", "no perder a la Curtiduría"),
        ("nos piden descuento", "si nos piden descuento cerramos"),
        ("se van los clientes", "si se van los clientes, perdemos la plata"),
        ("los clientes nos recomiendan", "ojalá los clientes nos recomienden"),
        ("nos deben tres meses", "quisiéramos ver quiénes nos deben tres meses"),
        ("perdimos 8 clientes", "¿cuántos clientes perdimos?"),
        ("el cliente se queja", "mi competidor tiene un cliente que se queja"),
        ("los contratos se renuevan en marzo", "tendría que mostrar que los contratos se renuevan en marzo"),
    ],
)
def test_only_what_is_told_as_a_fact_shows(told: str, not_told: str) -> None:
    """The same event as a fact, and as a wish, a goal, a condition, a question or somebody else's."""
    assert shown(told)
    assert shown(not_told) == set()


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("piden que bajemos el precio", "price_pressure"),
        ("no hay semana que no nos reclamen", "unresolved_complaints"),
        ("si se va la cadena cerramos la fábrica", "concentration"),
        ("si escriben un viernes nadie les responde", "slow_response"),
        ("quizá nos estemos demorando en responder", "slow_response"),
        ("podríamos venderles también la nómina", "expansion_potential"),
    ],
)
def test_what_a_customer_asks_or_a_pattern_takes_into_account_shows(text: str, signal: Signal) -> None:
    """A subjunctive that is asked for, denied or guessed; a condition that is what the signal is about."""
    assert signal in shown(text)


@pytest.mark.parametrize(
    ("present", "mentioned"),
    [
        ("hay quejas", "el registro de quejas"),
        ("tenemos reclamos por calidad", "un software de reclamos"),
        ("cartera vencida tenemos bastante", "recuperamos la cartera vencida de otras empresas"),
    ],
)
def test_what_is_only_spoken_of_does_not_show(present: str, mentioned: str) -> None:
    """A noun that the sentence points at says nothing of whether there is any."""
    assert shown(present)
    assert shown(mentioned) == set()


@pytest.mark.parametrize(
    ("text", "shows", "denies"),
    [
        ("los cinco más grandes son el 14 % de los ingresos", False, True),
        ("los cinco más grandes son el 31 % de los ingresos", False, False),
        ("los cinco más grandes son el 54 % de los ingresos", True, False),
    ],
)
def test_how_much_the_largest_bring_in_decides(text: str, shows: bool, denies: bool) -> None:
    """A share of a quarter or less is spread, of two fifths or more concentrated."""
    understood = understand(text, load())
    assert ("concentration" in {found.code for found in understood.signals}) is shows
    assert ("concentration" in {found.code for found in understood.denied}) is denies


def test_what_used_to_be_is_denied_by_what_is_now() -> None:
    """The imperfect with «ya no»; not the imperfect that the change is told with."""
    text = "las camisas salían con fallas, cambiamos de tela y ya no sale ninguna mala"
    assert {found.code for found in understand(text, load()).denied} == {"quality_failures"}
    assert "low_usage" in shown("la lechera nos compraba cada semana y ahora nos compra una vez al mes")


def test_a_word_after_an_article_is_no_verb() -> None:
    """«El reclamo» is not «reclamó», «de Quito» not «quitó»."""
    assert "unresolved_complaints" not in shown("contestamos el reclamo el mismo día")
    assert "active_competition" not in shown("la bodega de Quito tiene dos clientes")
