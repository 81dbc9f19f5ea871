"""Words as a person counts and compares them."""

import unicodedata


def word_set(words: str) -> frozenset[str]:
    """The set of words written with white space between."""
    return frozenset(words.split())


def count_words(text: str) -> int:
    """How many words a text has: its pieces between white space.

    This is the rule behind "máximo 25 palabras": «24 horas» is two words, «seguimiento/cierre» one, a loose dash or
    percent sign one.
    """
    return len(text.split())


def fold(text: str) -> str:
    """The text for searching and comparing: no capitals, no accents.

    «ñ» becomes «n» and «ü» becomes «u», because people who search leave them out. The length may change, so
    positions in the folded text are not positions in the original.
    """
    if text.isascii():
        return text.casefold()
    return _without_marks(_without_marks(text).casefold())


def normalise_spaces(text: str) -> str:
    """The text with every run of white space (no-break spaces too) as one space, and none at the ends."""
    return " ".join(text.split())


def _without_marks(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if unicodedata.category(char) != "Mn")
