"""The sentences of the answers, each with what it shows and denies."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.knowledge.base import Knowledge
from retention_coach.spanish.words import word_set
from retention_coach.understanding.found import QuantityFound, SignalFound
from retention_coach.understanding.tokens import Token, sentences
from retention_coach.understanding.understand import understand

_PAUSES = frozenset(",()-–—/")
_TURNS = word_set("pero sino aunque mientras")
_ENDS = frozenset(".;:!?…\n")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence between two pauses.

    Attributes:
        first: index of its first token.
        after: index after the last.
        start: where it begins in the answer's text.
        end: where it ends.
        words: its folded words and numbers.
    """

    first: int
    after: int
    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an answer.

    Attributes:
        answer: the answer it stands in.
        tokens: its words and marks.
        shown: the signals it shows.
        denied: the signals it denies.
        quantities: the figures in it.
    """

    answer: AnsweredQuestion
    tokens: tuple[Token, ...]
    shown: tuple[SignalFound, ...]
    denied: tuple[SignalFound, ...]
    quantities: tuple[QuantityFound, ...]

    @property
    def text(self) -> str:
        """The sentence exactly as typed, without the mark that ends it."""
        last = self.tokens[-1]
        end = last.start if last.word in _ENDS else last.end
        first = next(token for token in self.tokens if token.is_word)
        return (self.answer.text or "")[first.start : end].strip()

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words and numbers."""
        return tuple(token.word for token in self.tokens if token.is_word)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its parts between pauses and turns."""
        turns = [index for index, token in enumerate(self.tokens) if index and token.word in _PAUSES | _TURNS]
        pairs = pairwise([0, *turns, len(self.tokens)])
        return tuple(self._clause(first, after) for first, after in pairs)

    def _clause(self, first: int, after: int) -> Clause:
        tokens = self.tokens[first:after]
        said = tuple(token.word for token in tokens if token.is_word)
        return Clause(first, after, tokens[0].start, tokens[-1].end, said)


@lru_cache(maxsize=1024)
def statements(answer: AnsweredQuestion, knowledge: Knowledge) -> tuple[Statement, ...]:
    """The sentences of an answer, in order; none of «no sé».

    This is the one place where answers become signals for what is said of single customers.
    """
    text = answer.text or ""
    understood = understand(text, knowledge)
    found = []
    for sentence in sentences(text):
        start, end = sentence[0].start, sentence[-1].end
        found.append(
            Statement(
                answer,
                tuple(sentence),
                tuple(item for item in understood.signals if start <= item.start < end),
                tuple(item for item in understood.denied if start <= item.start < end),
                tuple(item for item in understood.quantities if start <= item.start < end),
            )
        )
    return tuple(found)
