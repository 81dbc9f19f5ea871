"""Slips of the keyboard and of spelling: the known word that was meant."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from retention_coach.knowledge.speech import Speech
from retention_coach.spanish.number_words import CARDINALS
from retention_coach.spanish.words import word_set

_SHORTEST_SOUND = 4
_SHORTEST_SLIP = 6
"""In shorter words a letter makes another word («ISO» is no «hizo», «pedimos» no «perdimos»)."""

_RIGHT = CARDINALS.keys() | word_set("""
    aqui alla asi lunes martes miercoles jueves viernes sabado domingo sierra costa oriente cuenca digital normal
    general comercial promedio bastante cierto cierta contable detras camaron camarones semanales activo activos
    """)
"""Common words that look like one of the patterns and are not."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SAME_SOUND = (
    (re.compile("ch"), "x"),
    (re.compile("qu(?=[ei])|k"), "c"),
    (re.compile("c(?=[ei])|z"), "s"),
    (re.compile("g(?=[ei])"), "j"),
    (re.compile("gu(?=[ei])"), "g"),
    (re.compile("ll"), "y"),
    (re.compile("v"), "b"),
    (re.compile("h"), ""),
)


def corrected(speech: Speech, word: str) -> str:
    """The known word that sounds the same («tardansa»), or one slip of the keyboard away, else the word itself.

    A slip is a letter too many, too few or wrong, or two swapped, in a word of at least six; the first is taken to be
    right.
    """
    if word in _RIGHT:
        return word
    same = _by_sound(speech).get(sound(word)) if len(word) >= _SHORTEST_SOUND else None
    if same is not None or len(word) < _SHORTEST_SLIP:
        return same or word
    return next((near for near in _one_slip_away(word) if near in speech.symbols), word)


def sound(word: str) -> str:
    """How a folded word sounds in Ecuador, the same for «haser» and «hacer»."""
    for letters, sounds in _SAME_SOUND:
        word = letters.sub(sounds, word)
    return word


@lru_cache(maxsize=2)
def _by_sound(speech: Speech) -> Mapping[str, str]:
    return {sound(word): word for word in speech.symbols}


def _one_slip_away(word: str) -> Iterator[str]:
    cuts = [(word[:place], word[place:]) for place in range(1, len(word) + 1)]
    yield from (left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    yield from (left + right[1:] for left, right in cuts if right)
    yield from (left + letter + right for left, right in cuts for letter in _LETTERS)
    yield from (left + letter + right[1:] for left, right in cuts if right for letter in _LETTERS)
