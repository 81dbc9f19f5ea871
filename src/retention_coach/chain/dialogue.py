"""What the consultant says: profile, answers, drafts, the choice, the review."""

from retention_coach.chain import outputs
from retention_coach.chain.events import Answered, Chosen, DraftKept, FieldGiven, ProfileSet, Reviewed, TopicClosed
from retention_coach.chain.parts import fingerprint
from retention_coach.chain.readiness import is_done
from retention_coach.chain.status import document_fingerprint
from retention_coach.chain.steps import STRATEGY
from retention_coach.domain.interview import Answer, Interview
from retention_coach.domain.session import Choice, Review, Session
from retention_coach.domain.strategy import Strategy
from retention_coach.errors import InvalidInputError, StateError


def give_field(session: Session, event: FieldGiven) -> Session:
    """Keep a field of the profile as it was typed."""
    return session.model_copy(update={"intake": {**session.intake, event.name: event.text}})


def set_profile(session: Session, event: ProfileSet) -> Session:
    """Give or correct the profile; what depends on it becomes out of date by itself."""
    return session.model_copy(update={"profile": event.profile})


def answer(session: Session, event: Answered) -> Session:
    """Keep an answer and forget its draft."""
    question = next((item for item in outputs.questions(session) if item.id == event.question), None)
    if question is None:
        known = ", ".join(item.id for item in outputs.questions(session)) or "ninguna todavía"
        raise InvalidInputError(
            f"La entrevista no tiene la pregunta «{event.question}».", hint=f"Sus preguntas son: {known}."
        )
    reply = Answer(text=event.text, consultant_only=event.consultant_only, answered_at=event.at)
    interview = session.interview
    return _with_interview(
        session,
        interview.model_copy(
            update={
                "answers": {**interview.answers, event.question: reply},
                "drafts": {key: text for key, text in interview.drafts.items() if key != event.question},
            }
        ),
    )


def keep_draft(session: Session, event: DraftKept) -> Session:
    """Keep what was being typed, or forget it if it is empty."""
    drafts = {key: text for key, text in session.interview.drafts.items() if key != event.question}
    if event.text:
        drafts[event.question] = event.text
    return _with_interview(session, session.interview.model_copy(update={"drafts": drafts}))


def close_topic(session: Session, event: TopicClosed) -> Session:
    """Declare unknown what is left of a topic."""
    closed = session.interview.closed_topics
    if event.topic in closed:
        return session
    return _with_interview(session, session.interview.model_copy(update={"closed_topics": (*closed, event.topic)}))


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
    chosen = Choice(label=event.label, by=event.by, at=event.at, strategy=made)
    return session.model_copy(update={"choice": chosen})


def review(session: Session, event: Reviewed) -> Session:
    """Record that the consultant answers for the documents as they are.

    Raises:
        StateError: if the session has no plan to answer for.
    """
    outputs.required(session, Strategy)
    seen = Review(by=event.by, at=event.at, document=document_fingerprint(session))
    return session.model_copy(update={"review": seen})


def _with_interview(session: Session, interview: Interview) -> Session:
    return session.model_copy(update={"interview": interview})
