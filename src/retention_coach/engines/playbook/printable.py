"""Names that people typed, as far as they can stand in a sentence of a document."""

from retention_coach.checks.style import placeholder
from retention_coach.spanish.numerals import mentioned_numbers
from retention_coach.spanish.register import informal_forms
from retention_coach.spanish.words import count_words

_UNPRINTABLE = frozenset('«»[]{}<>"')
_LONGEST_NAME = 6


def printable(name: str, most: int = _LONGEST_NAME) -> str:
    """The name in one line; empty where it is longer than `most` words or would be taken for something else."""
    plain = " ".join(name.split())
    odd = _UNPRINTABLE & set(plain) or placeholder(plain) or informal_forms(plain) or mentioned_numbers(plain)
    return "" if odd or not plain or count_words(plain) > most else plain
