"""A sentence as rules read it: folded words with one blank between, numbers as digits, and where each stood."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from retention_coach.metrics.arithmetic import literal
from retention_coach.spanish.number_words import read_amount
from retention_coach.understanding.tokens import Token, sentences

NUMBER = r"\d+(?:\.\d+)?"
"""A number as a phrase holds it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence.

    Attributes:
        text: what rules search.
        source: the text that it is a sentence of.
        places: for each word of `text`, where it begins there, and where it begins and ends in the source.
    """

    text: str
    source: str
    places: tuple[tuple[int, int, int], ...]

    def words(self, start: int = 0, end: int | None = None) -> str:
        """The company's own words for a part of `text`."""
        starts = [place[0] for place in self.places]
        first = self.places[max(bisect_right(starts, start) - 1, 0)]
        last = self.places[max(bisect_right(starts, (len(self.text) if end is None else end) - 1) - 1, 0)]
        return self.source[first[1] : last[2]]


@lru_cache(maxsize=512)
def phrases(text: str) -> tuple[Phrase, ...]:
    """The sentences of a text; the latest texts are remembered, because every step of the chain asks again."""
    return tuple(_phrases(text))


def _phrases(text: str) -> Iterator[Phrase]:
    for tokens in sentences(text):
        pieces: list[str] = []
        places: list[tuple[int, int, int]] = []
        at = 0
        for piece, first, last in _pieces(tokens):
            places.append((at, first.start, last.end))
            pieces.append(piece)
            at += len(piece) + 1
        yield Phrase(" ".join(pieces), text, tuple(places))


def _pieces(tokens: list[Token]) -> Iterator[tuple[str, Token, Token]]:
    words = [token.word for token in tokens]
    index = 0
    while index < len(words):
        amount = read_amount(words, index)
        after = index + 1 if amount is None else amount.end
        piece = words[index] if amount is None else literal(amount.value)
        yield piece, tokens[index], tokens[after - 1]
        index = after
