"""Precision and recall of what was found against what was labelled."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from benchmarks.understanding.labels import KINDS, Parts


class Score(NamedTuple):
    """How often what was found was right, and how much of what was there was found.

    Attributes:
        right: found and labelled.
        wrong: found and not labelled.
        missed: labelled and not found.
    """

    right: int
    wrong: int
    missed: int

    @classmethod
    def of(cls, kind: str, pairs: Iterable[tuple[Parts, Parts]]) -> Self:
        """The score of one kind over sentences given as what was found and what was labelled."""
        right = wrong = missed = 0
        for found, label in pairs:
            right += (found[kind] & label[kind]).total()
            wrong += (found[kind] - label[kind]).total()
            missed += (label[kind] - found[kind]).total()
        return cls(right, wrong, missed)

    @property
    def precision(self) -> float:
        """Of what was found, how much was right; 1 if nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what was labelled, how much was found; 1 if nothing was labelled."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def scores(pairs: Iterable[tuple[Parts, Parts]]) -> dict[str, Score]:
    """The score of every kind."""
    known = list(pairs)
    return {kind: Score.of(kind, known) for kind in KINDS}
