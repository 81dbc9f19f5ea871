from collections.abc import Callable

import pytest
from knowledge_edits import changed, with_entry

from retention_coach.knowledge import wording
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.plays import Message
from retention_coach.knowledge.loader import load

K = load()


def play(**fields: object) -> Knowledge:
    """The base with one play changed."""
    return changed(plays=with_entry(K.plays, "play.linea_base", **fields))


def sector(**fields: object) -> Knowledge:
    """The base with one sector changed."""
    return changed(sectors=with_entry(K.sectors, "sector.cacao", **fields))


def strategy(**fields: object) -> Knowledge:
    """The base with one strategy changed."""
    return changed(advocacy=with_entry(K.advocacy, "advocacy.caso_con_nombre", **fields))


def question(**fields: object) -> Knowledge:
    """The base with the first question changed."""
    return changed(questions=with_entry(K.questions, "question.q1", **fields))


def words(how_many: int) -> str:
    """A text of so many words."""
    return " ".join(["palabra"] * how_many)


CORRUPTIONS: dict[str, tuple[Callable[[], Knowledge], str]] = {
    "informal message": (
        lambda: play(message=Message(channel="email", text="Cuéntame qué te pareció nuestro servicio.")),
        "«play.linea_base» no trata de usted: Cuéntame, te",
    ),
    "informal script": (lambda: strategy(collection_script="¿Puedes contarlo?"), "no trata de usted: Puedes"),
    "figure in a play": (lambda: play(purpose="Sube la retención 20 %."), "«play.linea_base» lleva una cifra"),
    "figure in a sector": (lambda: sector(expectations=("Pago en 8 días.",)), "«sector.cacao» lleva una cifra"),
    "figure in a strategy": (lambda: strategy(objective="Ganar 3 clientes."), "lleva una cifra sin fuente"),
    "template too long": (lambda: play(action=words(23)), "la acción tiene 23 palabras y admite 22"),
    "filled action too long": (
        lambda: play(action=f"{words(20)} {{sector}} {{sector}}"),
        "pasa de 25 palabras al llenar sus casillas",
    ),
    "strategy too long": (lambda: strategy(action=words(26)), "la acción pasa de 25 palabras"),
    "long adjective": (lambda: sector(adjective="de la exportación de cacao"), "pasa de 3 palabras"),
    "two words for a customer": (lambda: sector(unit="punto de venta"), "deben ser una sola palabra"),
    "action for one customer": (
        lambda: play(action="Muestre a {reach} satisfecho el plan superior."),
        "«{reach} satisfecho» no concuerda con uno y con varios",
    ),
    "statement for a question": (lambda: question(text="Hable de sus clientes."), "«question.q1» no pregunta nada"),
}


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_a_breach_of_wording_is_reported(name: str) -> None:
    """Each rule fires on a base corrupted in that one place."""
    corrupt, expected = CORRUPTIONS[name]
    assert any(expected in problem for problem in wording.problems(corrupt()))


def test_facts_may_carry_figures() -> None:
    """A fact has an address of its own."""
    flowers = K.sector("flores")
    assert any("30 %" in fact.text for fact in flowers.facts)
    assert not any("30 %" in text for text in wording.prose(flowers))


def test_prose_holds_what_people_read_and_no_codes() -> None:
    """Nested texts are in it; ids, addresses and patterns are not."""
    listen = next(entry for entry in K.plays if entry.id == "play.escuchar_sin_vender")
    read = list(wording.prose(listen))
    assert listen.message is not None
    assert listen.message.text in read
    assert listen.id not in read
    assert not set(K.signals[0].any_of) & set(wording.prose(K.signals[0]))
