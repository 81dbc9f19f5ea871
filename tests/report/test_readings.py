"""What was understood of an answer, in words."""

import pytest

from retention_coach.domain.interview import AnsweredQuestion, Corrections
from retention_coach.knowledge.loader import load
from retention_coach.report.readings import figure_words, reading_of, signals_seen
from retention_coach.understanding.found import Period, QuantityFound, Unit

KNOWLEDGE = load()


def _answer(text: str, corrections: Corrections | None = None, question: str = "Q7") -> AnsweredQuestion:
    return AnsweredQuestion(
        id=question,
        topic="situation",
        question="¿?",
        text=text,
        consultant_only=False,
        corrections=corrections or Corrections(),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Nos demoramos en contestar.", "Respuesta lenta: «demoramos en contestar»"),
        ("Creo que nos demoramos en contestar.", "Respuesta lenta (con duda): «demoramos en contestar»"),
        ("Ahora no tenemos CRM.", "Información de clientes dispersa: «no tenemos CRM»"),
        ("No nos demoramos en contestar.", "Respuesta lenta (dice que no): «No nos demoramos en contestar»"),
    ],
)
def test_a_signal_with_its_words(text: str, sentence: str) -> None:
    """Said, doubted or denied, and never the contrary of what was said."""
    assert sentence in reading_of(_answer(text), KNOWLEDGE).sentences


def test_every_quote_is_in_the_answer() -> None:
    """Whatever stands before the words of a signal."""
    text = "Casi nunca\nnos demoramos en contestar; no lo medimos, ni tenemos CRM"
    for signal in reading_of(_answer(text), KNOWLEDGE).signals:
        assert all(quote in " ".join(text.split()) for quote in signal.quotes)


def test_corrections_show() -> None:
    """What was taken away can be taken back in, so that it stays in the list, but in no sentence."""
    corrections = Corrections(removed=("slow_response",), added=("team_turnover",))
    reading = reading_of(_answer("Nos demoramos en contestar.", corrections), KNOWLEDGE)
    assert {item.code: item.stand for item in reading.signals} == {
        "slow_response": "removed",
        "team_turnover": "added",
    }
    assert reading.sentences == ("Rotación del equipo propio (agregada)",)
    assert signals_seen([reading]) == ("Rotación del equipo propio (Q7)",)


def test_a_signal_in_several_answers_is_told_once() -> None:
    """With every place; what is denied is not told."""
    texts = ("Nos demoramos en contestar.", "No nos demoramos en contestar.", "Nos demoramos en contestar.")
    found = [reading_of(_answer(text, question=f"Q{number}"), KNOWLEDGE) for number, text in enumerate(texts, start=1)]
    assert signals_seen(found) == ("Respuesta lenta (Q1 y Q3)",)


@pytest.mark.parametrize(
    ("value", "whole", "unit", "period", "approximate", "words"),
    [
        (8.0, 120.0, "customers", "year", False, "8 de 120 clientes, al año"),
        (1.0, None, "hours", None, False, "1 hora"),
        (1500.0, None, "usd", "month", True, "aproximadamente USD 1.500,00, al mes"),
        (15.0, None, "percent", None, False, "15\u00a0%"),
        (3.0, None, None, "week", False, "3, a la semana"),
    ],
)
def test_a_figure_in_words(
    value: float, whole: float | None, unit: Unit | None, period: Period | None, approximate: bool, words: str
) -> None:
    """With its unit, its whole and its period."""
    found = QuantityFound(value, whole, unit, period, "", 0, 0, approximate)
    assert figure_words(found) == words


def test_the_season_is_told_where_it_was_asked() -> None:
    """As the company says it."""
    said = "No tanto, nuestros meses fuertes son otros: mayo y junio"
    assert "Temporada: no es la usual del sector; meses fuertes: mayo y junio" in (
        reading_of(_answer(said, question="Q0"), KNOWLEDGE).sentences
    )
    assert reading_of(_answer(said), KNOWLEDGE).season == ""
