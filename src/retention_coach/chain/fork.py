"""What if the other alternative had been chosen: a second session from the same answers."""

from datetime import datetime

from retention_coach.chain.events import Chosen
from retention_coach.chain.machine import apply
from retention_coach.chain.steps import CHOICE, STEPS
from retention_coach.domain.base import AlternativeLabel
from retention_coach.domain.session import Session
from retention_coach.knowledge.base import Knowledge


def fork(session: Session, new_id: str, label: AlternativeLabel, at: datetime, knowledge: Knowledge) -> Session:
    """A new session with the same profile, answers and strategy, and this alternative chosen.

    What comes after the choice is left out: it is to be written for the other alternative.

    Raises:
        StateError: if the session has no strategy yet.
    """
    dropped = _after(CHOICE.id)
    copy = session.model_copy(
        update={
            "id": new_id,
            "revision": 0,
            "created_at": at,
            "forked_from": session.id,
            "review": None,
            "steps": {step: record for step, record in session.steps.items() if step not in dropped},
        }
    )
    return apply(copy, Chosen(label, "consultant", at), knowledge)


def _after(step_id: str) -> set[str]:
    found = {step_id}
    for step in STEPS:
        if found & set(step.after):
            found.add(step.id)
    return found - {step_id}
