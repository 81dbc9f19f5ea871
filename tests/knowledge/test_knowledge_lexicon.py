import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.knowledge.lexicon import GAP, holds, singular, words


def test_words_are_folded() -> None:
    """Capitals, accents and punctuation do not count."""
    assert words("¡Más QUEJAS, señor Núñez!") == ("mas", "quejas", "senor", "nunez")


def test_a_star_stands_for_any_ending() -> None:
    """A stem with a star matches its family, and without it only the word."""
    assert holds("demor*", words("se demoraron ayer"))
    assert not holds("demor", words("se demoraron ayer"))


def test_the_words_of_a_pattern_come_in_order_with_small_gaps() -> None:
    """Order counts, and so does distance."""
    assert holds("facturas mal", words("las facturas nos llegan mal"))
    assert not holds("mal facturas", words("las facturas nos llegan mal"))
    assert not holds("facturas mal", words("facturas " + "muy " * (GAP + 1) + "mal"))


@given(st.lists(st.sampled_from(["no", "hay", "quejas", "de", "clientes"]), min_size=1, max_size=6))
def test_a_sentence_holds_itself(sentence: list[str]) -> None:
    """A pattern equal to the sentence is always found in it, wherever the words repeat."""
    assert holds(" ".join(sentence), tuple(sentence))


@pytest.mark.parametrize(
    ("one", "many"), [("flor", "flores"), ("viaje", "viajes"), ("camaron", "camarones"), ("hotel", "hoteles")]
)
def test_singular_and_plural_share_a_key(one: str, many: str) -> None:
    """The key need not be a word, only the same."""
    assert singular(one) == singular(many)
