"""Does a text address its reader as «usted»?"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.spanish.register import has_question, informal_forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Tú decides", ["Tú", "decides"]),
        ("Revise tu empresa y tus clientes", ["tu", "tus"]),
        ("Te llamamos mañana", ["Te"]),
        ("¿Qué puedes mejorar?", ["puedes"]),
        ("Si tienes dudas, haz una lista", ["tienes", "haz"]),
        ("Llama a tu cliente", ["tu"]),
        ("Vos tenés la palabra", ["Vos", "tenés"]),
        ("Asegúrate de responder", ["Asegúrate"]),
        ("Con esto lograrás más", ["lograrás"]),
        ("No olvides contactarlos", ["olvides"]),
        ("Lo que hiciste contigo", ["hiciste", "contigo"]),
        ("Vuestra oficina", ["Vuestra"]),
        ("¿QUIERES CRECER?", ["QUIERES"]),
        ("Cada una te ayuda", ["te"]),
    ],
)
def test_informal_forms_are_named_in_order(text: str, forms: list[str]) -> None:
    """As written, so that the finding can show them."""
    assert informal_forms(text) == forms


@pytest.mark.parametrize(
    "text",
    [
        "Usted decide cuándo revisar su empresa y sus clientes.",
        "Ofrezca una taza de té a cada visitante.",
        "La letra te y la unión en te.",
        "El área de TI responde el SOS.",
        "Las compras, cuentas, ofertas, visitas y ventas crecen con creces.",
        "Quizás más atrás, detrás y además jamás.",
        "Los clientes ven mejoras; el gerente llama y revisa.",
        "Llame, revise, envíe y agradezca.",
        "Categorías, garantías y asesorías mensuales.",
        "Estas estrategias son estables.",
        "El cliente dijo «tú no me llamas, te olvidas».",
        "",
    ],
)
def test_formal_text_is_let_through(text: str) -> None:
    """Nouns that look like verbs, the letter, the drink, and customers' words."""
    assert informal_forms(text) == []


def test_decomposed_accents_are_recognised() -> None:
    """«tú» may come as u and a combining accent."""
    assert informal_forms(unicodedata.normalize("NFD", "Tú estás")) == ["Tú", "estás"]


def test_an_unclosed_quote_hides_nothing() -> None:
    """Otherwise one stray « would disable the check."""
    assert informal_forms("« tú") == ["tú"]


@pytest.mark.parametrize("text", ["¿Cuántos?", "Dígame, ¿qué pasó ayer? Gracias.", "¡Hola! ¿¿Sí??", "¿\n¿a?"])
def test_questions_are_recognised(text: str) -> None:
    """Words between both marks."""
    assert has_question(text)


@pytest.mark.parametrize("text", ["", "Cuántos?", "¿Cuántos", "¿?", "¿ 5 ?", "? ¿", "No es pregunta."])
def test_what_is_no_question_is_not_taken_for_one(text: str) -> None:
    """Spanish needs both marks, and something between them."""
    assert not has_question(text)


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_register_never_fails(text: str) -> None:
    """Any text can be asked about."""
    composed = unicodedata.normalize("NFC", text)
    assert all(form in composed for form in informal_forms(text))
    assert isinstance(has_question(text), bool)
