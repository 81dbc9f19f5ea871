"""Two claims that do not go together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from retention_coach.assessment.claims import Claim, Told
from retention_coach.knowledge.entries.contradictions import Contradiction


@dataclass(frozen=True, slots=True)
class Clash:
    """Both claims, and whom or what they are about."""

    first: Claim
    second: Claim
    about: str = ""


Comparison = Callable[[Told, Contradiction], Iterator[Clash]]
"""Finds the clashes of one kind."""


def differ(said: float, known: float, *, share: float, least: float) -> bool:
    """Whether two figures are too far apart to be the same one rounded: by more than a share, and more than a least."""
    return abs(said - known) > max(share * abs(known), least)
