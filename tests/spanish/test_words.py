"""Words as a person counts and compares them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.spanish.words import count_words, fold, normalise_spaces, word_set


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("  \n ", 0), ("uno", 1), ("Llamar a los 24 clientes", 5), ("seguimiento/cierre", 1), ("15 %", 2),
     ("a — b", 3), ("uno\ndos\ttres", 3)],
)  # fmt: skip
def test_words_are_what_stands_between_spaces(text: str, words: int) -> None:
    """The rule behind «máximo 25 palabras»."""
    assert count_words(text) == words


@given(st.lists(st.text(st.characters(categories=("L", "N", "P")), min_size=1), max_size=30))
def test_joined_words_are_counted_again(words: list[str]) -> None:
    """The count does not depend on the kind of white space."""
    assert count_words(" ".join(words)) == len(words)
    assert count_words("\n\t".join(words)) == len(words)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Ñandú", "nandu"), ("PINGÜINO", "pinguino"), ("Situación Actual", "situacion actual"), ("cafe\u0301", "cafe"),
     ("Straße", "strasse"), ("5²", "5²")],
)  # fmt: skip
def test_folded_text_has_no_capitals_nor_accents(text: str, folded: str) -> None:
    """For headings and searches; digits keep their meaning."""
    assert fold(text) == folded


@given(st.text())
def test_folding_is_idempotent_and_ignores_the_form_of_accents(text: str) -> None:
    """Composed and decomposed text fold alike."""
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_spaces_are_normalised() -> None:
    """Every run of white space, no-break spaces too, is one space."""
    assert normalise_spaces(" a\u00a0 b\n\nc ") == "a b c"


def test_a_set_of_words_is_written_as_one_text() -> None:
    """Line ends do not matter."""
    assert word_set(" uno dos\n  uno ") == {"uno", "dos"}
