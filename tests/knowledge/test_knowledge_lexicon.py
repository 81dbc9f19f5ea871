"""Words as the knowledge base compares them."""

import pytest

from retention_coach.knowledge.lexicon import singular, words


def test_words_are_folded() -> None:
    """Capitals, accents and punctuation do not count."""
    assert words("¡Más QUEJAS, señor Núñez!") == ("mas", "quejas", "senor", "nunez")


@pytest.mark.parametrize(
    ("one", "many"), [("flor", "flores"), ("viaje", "viajes"), ("camaron", "camarones"), ("hotel", "hoteles")]
)
def test_singular_and_plural_share_a_key(one: str, many: str) -> None:
    """The key need not be a word, only the same."""
    assert singular(one) == singular(many)
