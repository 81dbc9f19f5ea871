"""The state machine's one transition: a session and an event give the new session."""

from datetime import datetime

from retention_coach.chain import dialogue, edits, replies
from retention_coach.chain.events import (
    Answered,
    Chosen,
    DraftKept,
    Edited,
    EngineFailed,
    Event,
    FieldGiven,
    ProfileSet,
    RedoAsked,
    Replied,
    Reviewed,
    TopicClosed,
    UnderstandingAccepted,
    UnderstandingCorrected,
)
from retention_coach.chain.status import summarise
from retention_coach.domain.session import Session, Summary
from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.base import Knowledge


def apply(session: Session, event: Event, knowledge: Knowledge) -> Session:
    """The session after the event, with its summary up to date. Pure: no I/O, no clock, no engine.

    Raises:
        InvalidInputError: if the event names a question, place or value that does not fit.
        StateError: if the session cannot do this now.
    """
    if event.at.tzinfo is None:
        raise InvalidInputError(
            f"Falta la zona horaria en la hora del evento {type(event).__name__}: {event.at.isoformat()}.",
            hint="Use una hora con zona, por ejemplo datetime.now(UTC).",
        )
    changed = _transition(session, event, knowledge).model_copy(update={"updated_at": event.at})
    return changed.model_copy(update={"summary": summarise(changed)})


def new_session(session_id: str, at: datetime) -> Session:
    """An empty session."""
    blank = Summary(
        company="", status="draft", next_step=None, steps_done=0, steps_total=0, errors=0, stale=0, engine=""
    )
    session = Session(id=session_id, created_at=at, updated_at=at, summary=blank)
    return session.model_copy(update={"summary": summarise(session)})


def _transition(session: Session, event: Event, knowledge: Knowledge) -> Session:  # noqa: PLR0911, PLR0912, C901 - a table
    match event:
        case FieldGiven():
            return dialogue.give_field(session, event)
        case ProfileSet():
            return dialogue.set_profile(session, event)
        case Answered():
            return dialogue.answer(session, event, knowledge)
        case UnderstandingCorrected():
            return dialogue.correct(session, event, knowledge)
        case UnderstandingAccepted():
            return dialogue.accept(session, event)
        case DraftKept():
            return dialogue.keep_draft(session, event)
        case TopicClosed():
            return dialogue.close_topic(session, event)
        case Chosen():
            return dialogue.choose(session, event)
        case Reviewed():
            return dialogue.review(session, event)
        case Replied():
            return replies.accept(session, event, knowledge)
        case EngineFailed():
            return replies.fail(session, event)
        case Edited():
            return edits.edit(session, event, knowledge)
        case RedoAsked():
            return replies.ask_redo(session, event)
