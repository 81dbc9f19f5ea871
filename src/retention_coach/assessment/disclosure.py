"""What was seen and may be acted upon in the company's sight."""

from collections.abc import Sequence
from dataclasses import replace

from retention_coach.assessment.sightings import Sighting
from retention_coach.ports import StepInputs


def told(seen: Sequence[Sighting], inputs: StepInputs) -> tuple[Sighting, ...]:
    """The sightings without their confidential evidence.

    A signal that only a «solo consultor» answer shows stays out: an action would give the answer away.
    """
    private = {answer.id for answer in inputs.answers if answer.consultant_only}
    found = []
    for item in seen:
        public = tuple(each for each in item.evidence if each.kind != "answer" or each.ref not in private)
        if public:
            found.append(replace(item, evidence=public))
    return tuple(found)
