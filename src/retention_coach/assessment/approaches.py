"""How well each strategic approach answers a company, whatever the engine."""

from collections.abc import Sequence
from dataclasses import dataclass

from retention_coach.assessment.conditions import holds
from retention_coach.assessment.disclosure import told
from retention_coach.assessment.sightings import Sighting, sightings
from retention_coach.domain.profile import Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.approaches import Approach
from retention_coach.ports import StepInputs

_PARTS = (1.0, 0.5, 0.25)
"""What the strongest signal of an approach counts, then the second and the third: many weak ones make no case."""

_SIDE_SIGNAL = 0.5
"""What a signal counts that speaks for the approach without being its main one."""

_CONDITION = 0.5
"""What a condition counts: it decides between approaches whose signals are equally strong."""

_FINDING_OUT = 2.0
"""How well finding out answers a company of which too little is known: as a signal that was said once."""

_THIN = 2
"""With fewer signals said or measured than this, too little is known to bet on a cause."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an approach answers the company.

    Attributes:
        approach: the approach.
        score: the higher, the better it answers.
        causes: the sightings that call for it, those of its main signals first, then the strongest.
        is_called_for: whether one of its main signals was seen, or it finds out what is not known.
    """

    approach: Approach
    score: float
    causes: tuple[Sighting, ...]
    is_called_for: bool


def fits(inputs: StepInputs, knowledge: Knowledge) -> tuple[Fit, ...]:
    """Every approach, the best answer first; those that nothing calls for come last."""
    seen = told(sightings(inputs, knowledge), inputs)
    return rank(inputs.profile, seen, knowledge)


def rank(profile: Profile, seen: Sequence[Sighting], knowledge: Knowledge) -> tuple[Fit, ...]:
    """Every approach by what was seen, the best answer first.

    Args:
        profile: the company, for the conditions.
        seen: what may be acted upon, the strongest first.
        knowledge: holds the approaches.
    """
    found = [_fit(approach, profile, seen, knowledge) for approach in knowledge.approaches]
    return tuple(sorted(found, key=lambda fit: (not fit.is_called_for, -fit.score)))


def is_thin(seen: Sequence[Sighting]) -> bool:
    """Whether too little was said or measured to know what makes customers leave."""
    grounded = [item for item in seen if any(each.kind != "assumption" for each in item.evidence)]
    return len(grounded) < _THIN


def _fit(approach: Approach, profile: Profile, seen: Sequence[Sighting], knowledge: Knowledge) -> Fit:
    causes = tuple(item for item in seen if item.signal.code in approach.themes)
    main = tuple(item for item in causes if item.signal.code in approach.main_themes)
    side = tuple(item for item in causes if item not in main)
    worth = sorted((*(item.weight for item in main), *(item.weight * _SIDE_SIGNAL for item in side)), reverse=True)
    score = sum(part * value for part, value in zip(_PARTS, worth, strict=False))
    score += _CONDITION * sum(holds(condition, profile, knowledge) for condition in approach.favoured_by)
    score -= _CONDITION * sum(holds(condition, profile, knowledge) for condition in approach.hindered_by)
    finds_out = approach.finds_out and is_thin(seen)
    return Fit(approach, score + _FINDING_OUT * finds_out, (*main, *side), bool(main) or finds_out)
