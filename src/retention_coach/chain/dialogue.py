"""What the consultant says: profile, answers, drafts, the choice, the review.

Every function raises `InvalidInputError` if what was said does not fit.
"""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from retention_coach.assessment.follow_ups import follow_up_named, follow_up_to
from retention_coach.assessment.understood import carried_over, fitting
from retention_coach.chain import outputs
from retention_coach.chain.events import (
    Answered,
    Chosen,
    DraftKept,
    FieldGiven,
    ProfileSet,
    Reviewed,
    TopicClosed,
    UnderstandingAccepted,
    UnderstandingCorrected,
)
from retention_coach.chain.parts import fingerprint
from retention_coach.chain.readiness import is_done
from retention_coach.chain.status import document_fingerprint
from retention_coach.chain.steps import STRATEGY
from retention_coach.domain.interview import Answer, GuideQuestion, followed
from retention_coach.domain.refusals import placed_phrases
from retention_coach.domain.session import Choice, Review, Session
from retention_coach.domain.strategy import Strategy
from retention_coach.errors import InvalidInputError, StateError
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.vocabulary import SIGNALS
from retention_coach.spanish.cleaning import clean

Value = TypeVar("Value", bound=BaseModel)


def give_field(session: Session, event: FieldGiven) -> Session:
    """Keep a field of the profile as it was typed."""
    text = None if event.text is None else clean(event.text)
    return _changed(session, intake={**session.intake, event.name: text})


def set_profile(session: Session, event: ProfileSet) -> Session:
    """Give or correct the profile; what depends on it becomes out of date by itself."""
    return _changed(session, profile=event.profile)


def answer(session: Session, event: Answered, knowledge: Knowledge) -> Session:
    """Keep an answer, forget its draft, and ask the follow-up that it calls for.

    A follow-up may also be answered that nobody asked, if the guide has its question. One that no longer fits a
    corrected answer is no longer asked; what was answered to it stays.
    """
    question = _question(session, event.question, knowledge)
    text = None if event.text is None else clean(event.text)
    reply = _made(
        Answer,
        text=text,
        consultant_only=event.consultant_only,
        answered_at=event.at,
        **_looked_over(session.interview.answers.get(event.question), text, knowledge),
    )
    interview = session.interview
    answers = {**interview.answers, event.question: reply}
    called_for = (follow_up_to(question, text, knowledge), question if followed(question.id) else None)
    kept = [item for item in interview.follow_ups if item.id in answers or followed(item.id) != question.id]
    known = {item.id for item in kept}
    new = (item for item in called_for if item is not None and item.id not in known)
    drafts = {key: text for key, text in interview.drafts.items() if key != event.question}
    return _with_interview(session, answers=answers, follow_ups=(*kept, *new), drafts=drafts)


def correct(session: Session, event: UnderstandingCorrected, knowledge: Knowledge) -> Session:
    """Keep what a person says of the understanding of an answer, as far as it changes anything."""
    given = session.interview.answers.get(event.question)
    if given is None or given.text is None:
        raise InvalidInputError(f"La pregunta «{event.question}» no tiene una respuesta de la que entender algo.")
    unknown = [code for code in (*event.corrections.removed, *event.corrections.added) if code not in SIGNALS]
    if unknown:
        raise InvalidInputError(f"No existe la señal «{unknown[0]}».", hint=f"Las que hay: {', '.join(SIGNALS)}.")
    changed = _changed(given, corrections=fitting(event.corrections, given.text, knowledge))
    return _with_interview(session, answers={**session.interview.answers, event.question: changed})


def accept(session: Session, event: UnderstandingAccepted) -> Session:
    """Keep that a person saw what was understood of these answers."""
    answers = session.interview.answers
    seen = {key: _changed(answers[key], accepted=True) for key in event.questions if key in answers}
    return _with_interview(session, answers={**answers, **seen})


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


def _question(session: Session, question_id: str, knowledge: Knowledge) -> GuideQuestion:
    """The question of the interview, or the follow-up that could be asked in it.

    Raises:
        InvalidInputError: there is none.
    """
    asked = outputs.questions(session)
    question = next((item for item in asked if item.id == question_id), None)
    question = question or follow_up_named(question_id, asked, knowledge)
    if question is None:
        known = ", ".join(item.id for item in asked) or "ninguna todavía"
        raise InvalidInputError(
            f"La entrevista no tiene la pregunta «{question_id}».", hint=f"Sus preguntas son: {known}."
        )
    return question


def _looked_over(before: Answer | None, text: str | None, knowledge: Knowledge) -> dict[str, object]:
    """What a person said of the understanding of the answer before, as far as it holds for this text."""
    if before is None or before.text is None or text is None:
        return {}
    if before.text == text:
        return {"corrections": before.corrections, "accepted": before.accepted}
    return {"corrections": carried_over(before.corrections, before.text, text, knowledge)}


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
