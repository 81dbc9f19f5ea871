"""Which sentences speak of which customer."""

import pytest
from customers import firm, told
from hypothesis import given, settings
from playbook_cases import KNOWLEDGE, TEXTS

from retention_coach.assessment.mentions import mentions


def named(text: str) -> list[set[str]]:
    """Whom each sentence of an answer speaks of, sentences that speak of nobody left out."""
    found: dict[str, set[str]] = {}
    for mention in mentions(told(firm(), {"Q3": text}), KNOWLEDGE):
        found.setdefault(mention.statement.text, set()).add(mention.subject.id)
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Con Rosas casi no hablamos", "C1"),
        ("con rosas del cayambe casi no hablamos", "C1"),
        ("CON HERRERA NO HAY PROBLEMA", "C3"),
        ("herrera ya me dijo que se va", "C3"),
        ("De Flor de Tabacundo no sabemos", "C2"),
        ("La Esperanza nos debe", "C4"),
        ("El ingeniero Cabezas pidió los respaldos", "C1"),
        ("el ing. cabezas pidió los respaldos", "C1"),
        ("La licenciada Quishpe nos defiende", "C2"),
        ("Doña Rosario compró dos máquinas", "C5"),
        ("La Curtiduría está molesta", "C5"),
        ("Dos florícolas se fueron por la demora", "Florícolas"),
        ("Un importador pidió rebaja", "Importadores"),
    ],
)
def test_a_customer_is_recognised(text: str, whom: str) -> None:
    """By the words of its name that are its own, by its contacts, by what it is; segments by their noun."""
    assert named(text) == [{whom}]


@pytest.mark.parametrize(
    "text",
    [
        "Las rosas se venden mejor en febrero",
        "Tenemos la esperanza de que vuelvan",
        "Nos duelen las cabezas de tanto trámite",
        "En Cayambe llueve mucho",
        "Las fincas de Tabacundo no pagan",
        "Los hermanos del dueño opinan",
        "Las curtidurías de la zona cierran",
        "El mercado del norte está flojo",
        "Rosario de la Virgen es feriado",
    ],
)
def test_what_only_looks_like_a_name_names_nobody(text: str) -> None:
    """Common words in lower case, places, legal forms and words of trade."""
    assert named(text) == []


def test_the_next_sentence_goes_on_about_whom_was_named() -> None:
    """With a pronoun or without a subject of its own; a sentence about others does not, nor one after next."""
    assert named("Con Herrera va mal. Dice que le cobramos caro.") == [{"C3"}, {"C3"}]
    assert named("Con Herrera va mal. Ese creo que se va.") == [{"C3"}, {"C3"}]
    assert named("Herrera y Rosas renuevan en febrero. Esas dos me preocupan.") == [{"C1", "C3"}, {"C1", "C3"}]
    assert named("Con Herrera va mal. Los demás se quejan de la demora.") == [{"C3"}]
    assert named("Con Herrera va mal. Ese día nadie atiende.") == [{"C3"}]
    assert named("Con Herrera va mal. La demora molesta. Dicen que es el IVA.") == [{"C3"}]


def test_what_is_said_of_one_is_not_said_of_the_other() -> None:
    """In a sentence about two customers each signal belongs to the clause that names its customer."""
    inputs = told(firm(), {"Q10": "A Rosas no le visitamos desde enero, pero Herrera se queja por la demora"})
    shown = {item.subject.id: {found.code for found in item.shown()} for item in mentions(inputs, KNOWLEDGE)}
    assert "unresolved_complaints" in shown["C3"]
    assert "unresolved_complaints" not in shown["C1"]


def test_a_word_of_two_customers_names_neither() -> None:
    """«Herrera» where there are two."""
    two = (*firm().accounts, firm().accounts[2].model_copy(update={"id": "C9", "customer": "Ferretería Herrera"}))
    inputs = told(firm(two), {"Q3": "Con Herrera va mal"})
    assert mentions(inputs, KNOWLEDGE) == ()


@settings(deadline=None)
@given(TEXTS)
def test_any_text_has_its_mentions_within_it(text: str) -> None:
    """Whatever was typed, the parts that speak of somebody are parts of the answer."""
    for mention in mentions(told(firm(), {"Q3": text}), KNOWLEDGE):
        assert all(0 <= start < end <= len(text) for start, end in mention.spans)
        assert mention.statement.text in text
