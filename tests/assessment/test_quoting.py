"""Quotations are exact, end where the sentence pauses, and keep what is confidential."""

import hypothesis.strategies as st
import pytest
from hypothesis import given
from playbook_cases import profile

from retention_coach.assessment.quoting import confidential_runs, quotable
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.ports import StepInputs


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("Se quejan por la demora", "Se quejan por la demora"),
        (
            "Uno se fue por precio con un contador que le cobra la mitad, otro contrató contadora de planta y ya",
            "Uno se fue por precio con un contador que le cobra la mitad",
        ),
        (
            "La asistente nos contó que en la finca de Tabacundo ya no quieren que les visite con la nueva contadora",
            "La asistente nos contó que en la finca de Tabacundo ya no quieren que les visite",
        ),
        ("dice «no vuelvo»", ""),
        ("", ""),
    ],
)
def test_a_long_sentence_is_cut_where_it_pauses(said: str, quoted: str) -> None:
    """At a comma, else before words that would leave it hanging."""
    assert quotable(said, frozenset()) == quoted


@given(st.text(max_size=300))
def test_a_quotation_is_an_exact_piece(text: str) -> None:
    """Whatever was typed, what is quoted stands in it as it is."""
    assert quotable(text, frozenset()) in text


def test_six_words_of_a_confidential_answer_are_never_quoted() -> None:
    """The same sentence said elsewhere in public is not repeated either."""
    said = "El gerente de la finca nos pidió un favor"
    answer = AnsweredQuestion(id="Q1", topic="risks", question="¿?", text=said, consultant_only=True)
    private = confidential_runs(StepInputs(profile=profile(), answers=(answer,)))
    assert quotable(f"Bueno, {said}", private) == ""


def test_an_amount_that_a_customer_reserved_is_not_quoted() -> None:
    """«sin decir el monto» forbids the sentence with the loan, not what was achieved with it."""
    story = (
        "Con un crédito de 18 mil doña Rosario compró dos máquinas. Dice que sí podemos contar, pero sin decir el monto"
    )
    answer = AnsweredQuestion(id="Q16", topic="opportunities", question="¿?", text=story, consultant_only=False)
    private = confidential_runs(StepInputs(profile=profile(), answers=(answer,)))
    assert quotable("Con un crédito de 18 mil doña Rosario compró dos máquinas", private) == ""
    assert quotable("doña Rosario compró dos máquinas", private) != ""
