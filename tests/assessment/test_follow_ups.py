"""Which follow-up an answer calls for."""

import pytest
from playbook_cases import KNOWLEDGE

from retention_coach.assessment.follow_ups import follow_up_named, follow_up_to
from retention_coach.domain.interview import GuideQuestion


def _question(code: str) -> GuideQuestion:
    return GuideQuestion(id=code, topic="risks", text="¿Qué?", why="Por algo.", examples=(), confirms=None)


@pytest.mark.parametrize(
    ("code", "answer", "follow_up"),
    [
        ("Q1", "Dos se fueron por DEMORAS en la entrega.", "Q1.3"),
        ("Q1", "Se fueron por el precio y por demoras.", "Q1.1"),
        ("Q1", "Con la cartera al día, cerraron el local.", None),
        ("Q1", "No hubo demoras, cerraron el local.", None),
        ("Q1", "No sé por qué se fueron.", "Q1.2"),
        ("Q1", "Cerraron. Los otros no se quejaron nunca.", None),
        ("Q7", "unas dos horas, eso si no lo medimos", "Q7.1"),
        ("Q7", "Lo medimos con el sistema de casos.", None),
        ("Q11", "Un cliente dice que el trabajo no quedó bien", "Q11.1"),
        ("Q7", None, None),
        ("Q7", "", None),
        ("Q0", "no lo medimos", None),
        ("Q99", "por demoras", None),
    ],
)
def test_the_first_follow_up_whose_words_are_affirmed(code: str, answer: str | None, follow_up: str | None) -> None:
    """Accents and capitals aside; not what is denied, and never after «no sé»."""
    found = follow_up_to(_question(code), answer, KNOWLEDGE)
    assert (found.id if found else None) == follow_up


def test_a_follow_up_is_of_the_topic_of_its_question() -> None:
    """With the text of the bank, and why it is asked."""
    found = follow_up_to(_question("Q7"), "no lo medimos", KNOWLEDGE)
    assert found is not None
    assert found.topic == "risks"
    assert found.text.startswith("¿Podría alguien anotar")
    assert found.why == "Completa lo que respondió a Q7. Por algo."


@pytest.mark.parametrize(
    "example", [(entry.code, text) for entry in KNOWLEDGE.questions if entry.follow_ups for text in entry.examples]
)
def test_examples_never_call_for_another_questions_follow_up(example: tuple[str, str]) -> None:
    """What is found follows the question asked."""
    code, text = example
    found = follow_up_to(_question(code), text, KNOWLEDGE)
    assert found is None or found.id.startswith(f"{code}.")


@pytest.mark.parametrize(
    ("code", "words"),
    [(item.code, words) for entry in KNOWLEDGE.questions for item in entry.follow_ups for words in item.when],
)
def test_every_phrase_of_the_bank_calls_for_its_follow_up(code: str, words: str) -> None:
    """Said by itself: for this follow-up, or for one before it that the phrase fits as well."""
    found = follow_up_to(_question(code.partition(".")[0]), f"Pues {words.replace('*', 's')}.", KNOWLEDGE)
    assert found is not None
    assert found.id <= code


def test_a_follow_up_is_found_by_its_id() -> None:
    """Only if the interview has its question."""
    found = follow_up_named("Q7.1", [_question("Q7")], KNOWLEDGE)
    assert found is not None
    assert found.id == "Q7.1"
    assert follow_up_named("Q7.1", [_question("Q6")], KNOWLEDGE) is None
    assert follow_up_named("Q7.9", [_question("Q7")], KNOWLEDGE) is None
    assert follow_up_named("Q7", [_question("Q7")], KNOWLEDGE) is None
