"""Patterns that say when a sentence, as people type it, mentions something.

A pattern is one or more words without accents. A word that ends in `*` stands for every word that begins so
(`demor*`: demora, demoran, demorado). The words of a pattern must come in order within one sentence, with at
most `GAP` other words between two of them.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

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


def holds(pattern: str, sentence: tuple[str, ...]) -> bool:
    """Whether one sentence, given as its folded `words`, holds the pattern."""
    wanted = _parts(pattern)
    # Nearly every pattern fails on its first word: one search in the whole sentence spares the walk.
    if f" {wanted[0].removesuffix('*')}" not in _spoken(sentence):
        return False
    return any(_continues(wanted, sentence, start) for start in range(len(sentence)))


@cache
def _parts(pattern: str) -> tuple[str, ...]:
    return tuple(pattern.split())


@lru_cache(maxsize=256)
def _spoken(sentence: tuple[str, ...]) -> str:
    return "".join(f" {word}" for word in sentence)


def _continues(wanted: Sequence[str], sentence: Sequence[str], start: int) -> bool:
    if not _matches(wanted[0], sentence[start]):
        return False
    if len(wanted) == 1:
        return True
    reachable = range(start + 1, min(start + 2 + GAP, len(sentence)))
    return any(_continues(wanted[1:], sentence, position) for position in reachable)


def _matches(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
