"""An observation of the diagnosis, from its parts."""

from collections.abc import Iterable
from typing import Literal

from retention_coach.domain.base import Topic
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.strategy import ObservationDraft

_STRENGTHS: dict[int, Literal["strong", "medium", "weak"]] = {3: "strong", 2: "medium", 1: "weak"}


def observation(
    topic: Topic, statement: str, weight: int, evidence: tuple[Evidence, ...], figures: Iterable[Figure]
) -> ObservationDraft:
    """What was seen, with the strength that its weight (3, 2 or 1) stands for."""
    return ObservationDraft(
        topic=topic, statement=statement, strength=_STRENGTHS[weight], evidence=evidence, figures=tuple(figures)
    )
