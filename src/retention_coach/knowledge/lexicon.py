"""The folded words of a text, and a key that a word shares with its plural."""

import re

from retention_coach.spanish.words import fold

_WORD = re.compile(r"[a-z0-9]+")


def words(text: str) -> tuple[str, ...]:
    """The folded words of the text, in order."""
    return tuple(_WORD.findall(fold(text)))


def singular(word: str) -> str:
    """A key that a folded word shares with its plural (`flor` and `flores` give `flor`); not a word itself."""
    if len(word) <= 3:
        return word
    return word.removesuffix("s").removesuffix("e")
