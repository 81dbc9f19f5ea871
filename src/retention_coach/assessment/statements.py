"""The sentences of the answers, each with what it shows and denies."""

from dataclasses import dataclass
from functools import lru_cache

from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.knowledge.base import Knowledge
from retention_coach.understanding.found import QuantityFound, SignalFound
from retention_coach.understanding.tokens import Token, sentences
from retention_coach.understanding.understand import understand


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
        words = [token for token in self.tokens if token.is_word]
        return (self.answer.text or "")[words[0].start : self._end()].strip()

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words and numbers."""
        return tuple(token.word for token in self.tokens if token.is_word)

    def _end(self) -> int:
        """Where the last token ends that is not the mark between this sentence and the next."""
        last = self.tokens[-1]
        return last.start if last.word in {".", ";", ":", "!", "?", "…", "\n"} else last.end


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
