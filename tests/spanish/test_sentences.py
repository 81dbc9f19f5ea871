"""Texts made into sentences."""

import pytest

from retention_coach.spanish.sentences import ended


@pytest.mark.parametrize("text", ["Rosas S.A.", "¿Seguro?", "«Así es.»", "Sigue…", "Uno (dos.)", ""])
def test_a_sentence_that_ends_stays(text: str) -> None:
    """No second full stop after «S.A.»."""
    assert ended(text) == text


@pytest.mark.parametrize("text", ["Quito", "42 clientes", "Uno (dos)", "«Así es»"])
def test_a_sentence_gets_its_full_stop(text: str) -> None:
    """One, at the end."""
    assert ended(text) == f"{text}."
