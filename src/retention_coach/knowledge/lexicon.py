"""Patterns that say when a sentence, as people type it, mentions something.

A pattern is one or more words without accents. A word that ends in `*` stands for every word that begins so
(`demor*`: demora, demoran, demorado). The words of a pattern must come in order within one sentence, with at
most `GAP` other words between two of them.
"""

import re
from collections.abc import Sequence
from functools import cache

from retention_coach.spanish.words import fold

GAP = 2

_WORD = re.compile(r"[a-z0-9]+")


def words(text: str) -> tuple[str, ...]:
    """The folded words of the text, in order."""
    return tuple(_WORD.findall(fold(text)))


def singular(word: str) -> str:
    """A key that a folded word shares with its plural (`flor` and `flores` give `flor`); not a word itself."""
    if len(word) <= 3:
        return word
    return word.removesuffix("s").removesuffix("e")


def holds(pattern: str, sentence: Sequence[str]) -> bool:
    """Whether one sentence, given as its folded `words`, holds the pattern."""
    wanted = _parts(pattern)
    return any(_continues(wanted, sentence, start) for start in range(len(sentence)))


@cache
def _parts(pattern: str) -> tuple[str, ...]:
    return tuple(pattern.split())


def _continues(wanted: Sequence[str], sentence: Sequence[str], start: int) -> bool:
    if not _matches(wanted[0], sentence[start]):
        return False
    if len(wanted) == 1:
        return True
    reachable = range(start + 1, min(start + 2 + GAP, len(sentence)))
    return any(_continues(wanted[1:], sentence, position) for position in reachable)


def _matches(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
