"""The forms of nouns and adjectives."""

import pytest

from retention_coach.spanish.inflection import inflect


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("contento", "contento contenta contentos contentas contentito contentisima"),
        ("rapido", "rapidito rapidisimo"),
        ("poco", "poquito"),
        ("largo", "larguisimo"),
        ("queja", "queja quejas"),
        ("rotacion", "rotacion rotaciones"),
        ("vez", "vez veces"),
        ("leal", "leal leales"),
        ("cliente", "cliente clientes"),
    ],
)
def test_a_word_gives_its_forms(word: str, forms: str) -> None:
    """Gender, number, diminutive and superlative."""
    assert set(forms.split()) <= inflect(word)


@pytest.mark.parametrize("word", ["a", "si", "zz", "x"])
def test_a_short_word_is_among_its_forms(word: str) -> None:
    """However odd the word."""
    assert word in inflect(word)
