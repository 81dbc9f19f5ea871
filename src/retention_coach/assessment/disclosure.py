"""What may be acted upon in the company's sight, and what only the consultant may know besides."""

from dataclasses import replace

from retention_coach.assessment.sightings import Sighting, sightings
from retention_coach.knowledge.base import Knowledge
from retention_coach.ports import StepInputs


def in_the_open(inputs: StepInputs) -> StepInputs:
    """What a step reads, without the answers that only the consultant may see."""
    return replace(inputs, answers=tuple(answer for answer in inputs.answers if not answer.consultant_only))


def told(inputs: StepInputs, knowledge: Knowledge) -> tuple[Sighting, ...]:
    """The sightings of what was said openly: neither their evidence nor their weight knows of anything else.

    What only a «solo consultor» answer shows, strengthens or denies makes no difference: an action, or another order of
    actions, would give the answer away.
    """
    return sightings(in_the_open(inputs), knowledge)


def seen(inputs: StepInputs, knowledge: Knowledge) -> tuple[Sighting, ...]:
    """What was said openly, then what only confidential answers show."""
    openly = told(inputs, knowledge)
    known = {item.signal.code for item in openly}
    return (*openly, *(item for item in sightings(inputs, knowledge) if item.signal.code not in known))
