"""What the consultant says: profile, answers, drafts, the choice, the review.

Every function raises `InvalidInputError` if what was said does not fit.
"""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from retention_coach.chain import outputs
from retention_coach.chain.events import Answered, Chosen, DraftKept, FieldGiven, ProfileSet, Reviewed, TopicClosed
from retention_coach.chain.parts import fingerprint
from retention_coach.chain.readiness import is_done
from retention_coach.chain.status import document_fingerprint
from retention_coach.chain.steps import STRATEGY
from retention_coach.domain.interview import Answer
from retention_coach.domain.refusals import placed_phrases
from retention_coach.domain.session import Choice, Review, Session
from retention_coach.domain.strategy import Strategy
from retention_coach.errors import InvalidInputError, StateError
from retention_coach.spanish.cleaning import clean

Value = TypeVar("Value", bound=BaseModel)


def give_field(session: Session, event: FieldGiven) -> Session:
    """Keep a field of the profile as it was typed."""
    text = None if event.text is None else clean(event.text)
    return _changed(session, intake={**session.intake, event.name: text})


def set_profile(session: Session, event: ProfileSet) -> Session:
    """Give or correct the profile; what depends on it becomes out of date by itself."""
    return _changed(session, profile=event.profile)


def answer(session: Session, event: Answered) -> Session:
    """Keep an answer and forget its draft."""
    question = next((item for item in outputs.questions(session) if item.id == event.question), None)
    if question is None:
        known = ", ".join(item.id for item in outputs.questions(session)) or "ninguna todavía"
        raise InvalidInputError(
            f"La entrevista no tiene la pregunta «{event.question}».", hint=f"Sus preguntas son: {known}."
        )
    text = None if event.text is None else clean(event.text)
    reply = _made(Answer, text=text, consultant_only=event.consultant_only, answered_at=event.at)
    interview = session.interview
    drafts = {key: text for key, text in interview.drafts.items() if key != event.question}
    return _with_interview(session, answers={**interview.answers, event.question: reply}, drafts=drafts)


def keep_draft(session: Session, event: DraftKept) -> Session:
    """Keep what was being typed, or forget it if it is empty."""
    drafts = {key: text for key, text in session.interview.drafts.items() if key != event.question}
    if event.text:
        drafts[event.question] = clean(event.text)
    return _with_interview(session, drafts=drafts)


def close_topic(session: Session, event: TopicClosed) -> Session:
    """Declare unknown what is left of a topic."""
    closed = session.interview.closed_topics
    if event.topic in closed:
        return session
    return _with_interview(session, closed_topics=(*closed, event.topic))


def choose(session: Session, event: Chosen) -> Session:
    """Select an alternative of the strategy as it is now.

    Raises:
        StateError: if there is no finished strategy to choose from.
    """
    strategy = outputs.required(session, Strategy)
    if not is_done(session, STRATEGY):
        raise StateError(
            "La estrategia está a medio rehacer; todavía no se puede elegir.",
            hint=f"Continúe con «retention-coach interview --session {session.id}».",
        )
    made = fingerprint(outputs.dump(strategy))
    return _changed(session, choice=_made(Choice, label=event.label, by=event.by, at=event.at, strategy=made))


def review(session: Session, event: Reviewed) -> Session:
    """Record that the consultant answers for the documents as they are.

    Raises:
        StateError: if the session has no plan to answer for.
    """
    outputs.required(session, Strategy)
    return _changed(
        session, review=_made(Review, by=clean(event.by), at=event.at, document=document_fingerprint(session))
    )


def _with_interview(session: Session, **changes: object) -> Session:
    return _changed(session, interview=_changed(session.interview, **changes))


def _changed(value: Value, **changes: object) -> Value:
    """A copy with these changes; unlike `model_copy`, it looks whether they fit."""
    return _made(type(value), **{**dict(value), **changes})


def _made(model: type[Value], **fields: object) -> Value:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise InvalidInputError("Lo que se indicó no se puede guardar.", problems=placed_phrases(error)) from error
