"""Slips of the keyboard and of spelling."""

import pytest

from retention_coach.knowledge.loader import load
from retention_coach.understanding.spelling import corrected, sound
from retention_coach.understanding.tokens import sentences


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kejas", "quejas"),
        ("tardansa", "tardanza"),
        ("bendedores", "vendedores"),
        ("asemos", "hacemos"),
        ("seguimineto", "seguimiento"),
        ("recomindan", "recomiendan"),
        ("facturass", "facturas"),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str) -> None:
    """The word that sounds the same, or is one letter away."""
    assert corrected(load().speech, typed) == meant


@pytest.mark.parametrize("word", ["iso", "cuenca", "viernes", "xyzabc", "gato", ""])
def test_other_words_are_left_alone(word: str) -> None:
    """Short words, common words and words that are near to nothing."""
    assert corrected(load().speech, word) == word


def test_sounds_of_ecuador() -> None:
    """Seseo, b and v, silent h, ll and y."""
    assert sound("hacer") == sound("aser")
    assert sound("vender") == sound("bender")
    assert sound("llegar") == sound("yegar")
    assert sound("quejas") == sound("kejas")
    assert sound("chat") != sound("cat")


def test_chat_abbreviations_are_read_in_full() -> None:
    """«q», «xq» and «nose»; each with its own place in the text."""
    (tokens,) = sentences("nose xq no llaman")
    assert [token.word for token in tokens] == ["no", "se", "porque", "no", "llaman"]
    assert tokens[2].start == 5


def test_sentences_end_where_they_should() -> None:
    """Not at «ing.» nor within a number; at a line's end without any mark."""
    text = "El ing. Vera pagó 1.234,50. Ya está\nGracias"
    assert [" ".join(token.word for token in found) for found in sentences(text)] == [
        "el ing . vera pago 1.234,50 .",
        "ya esta \n",
        "gracias",
    ]
