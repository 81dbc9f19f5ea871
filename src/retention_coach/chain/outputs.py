"""What the steps of a session have produced, as typed values."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from retention_coach.chain.spec import StepSpec
from retention_coach.chain.steps import BY_ID, INTERVIEW, WITH_REPLY
from retention_coach.domain.interview import AnsweredQuestion, GuideQuestion, InterviewGuide, followed
from retention_coach.domain.session import Session, StepVersion
from retention_coach.errors import SessionUnreadableError, StateError

Output = TypeVar("Output", bound=BaseModel)


def current(session: Session, spec: StepSpec) -> StepVersion | None:
    """The step's current version, or None."""
    record = session.steps.get(spec.id)
    return None if record is None else record.current


def output(session: Session, model: type[Output]) -> Output | None:
    """The current output with this stored model, or None if its step has none."""
    spec = next(step for step in WITH_REPLY if step.reply and step.reply.stored is model)
    version = current(session, spec)
    return None if version is None else model.model_validate(version.output)


def required(session: Session, model: type[Output]) -> Output:
    """The current output with this stored model.

    Raises:
        StateError: if its step has not been done.
    """
    found = output(session, model)
    if found is None:
        spec = next(step for step in WITH_REPLY if step.reply and step.reply.stored is model)
        raise StateError(
            f"La sesión «{session.id}» todavía no tiene «{spec.title}».",
            hint=f"Continúe la sesión con «retention-coach interview --session {session.id}».",
        )
    return found


def guide_questions(session: Session) -> tuple[GuideQuestion, ...]:
    """The questions of the guide, in order; none before it exists."""
    version = current(session, INTERVIEW)
    return () if version is None else InterviewGuide.model_validate(version.output).questions


def questions(session: Session) -> tuple[GuideQuestion, ...]:
    """The questions of the session's interview: those of the guide, each with its follow-ups after it."""
    guide = guide_questions(session)
    asked = {question.id for question in guide}
    extra = [item for item in session.interview.follow_ups if item.id not in asked]
    return tuple(
        item for question in guide for item in (question, *(each for each in extra if followed(each.id) == question.id))
    )


def pending(session: Session) -> tuple[GuideQuestion, ...]:
    """The questions of the guide that are neither answered nor of a topic declared unknown, in order.

    Nothing waits for a follow-up: it is asked where somebody is there to be asked.
    """
    return _open(session, guide_questions(session))


def unanswered(session: Session) -> tuple[GuideQuestion, ...]:
    """As `pending`, with the follow-ups that nobody answered."""
    return _open(session, questions(session))


def answered(session: Session) -> tuple[AnsweredQuestion, ...]:
    """The questions that were answered, also with «no sé», in the order of the guide."""
    answers = session.interview.answers
    return tuple(
        AnsweredQuestion(
            id=question.id,
            topic=question.topic,
            question=question.text,
            text=answers[question.id].text,
            consultant_only=answers[question.id].consultant_only,
            corrections=answers[question.id].corrections,
        )
        for question in questions(session)
        if question.id in answers
    )


def _open(session: Session, asked: tuple[GuideQuestion, ...]) -> tuple[GuideQuestion, ...]:
    interview = session.interview
    return tuple(
        question
        for question in asked
        if question.id not in interview.answers and question.topic not in interview.closed_topics
    )


def validate(session: Session) -> None:
    """Check that every output, current or historic, fits the model of its step.

    Raises:
        SessionUnreadableError: if a step is unknown or an output does not fit.
    """
    for step_id, record in session.steps.items():
        spec = BY_ID.get(step_id)
        if spec is None or spec.reply is None:
            raise SessionUnreadableError(f"La sesión «{session.id}» tiene un paso desconocido: «{step_id}».")
        for version in (record.current, *record.history):
            if version is None:
                continue
            try:
                spec.reply.stored.model_validate(version.output)
            except ValidationError as error:
                place = ".".join(str(part) for part in error.errors()[0]["loc"])
                raise SessionUnreadableError(
                    f"La sesión «{session.id}» tiene un resultado que no se entiende: "
                    f"paso «{step_id}», versión {version.number}, campo «{place}».",
                    hint="El archivo no se ha tocado. Recupere una copia o rehaga el paso en otra sesión.",
                ) from error


def dump_answer(answer: AnsweredQuestion) -> dict[str, Any]:
    """An answer as plain JSON data, so that a field added to the model later changes no fingerprint by itself."""
    return answer.model_dump(mode="json", exclude_defaults=True)


def dump(stored: BaseModel) -> dict[str, Any]:
    """An output as the session keeps it: plain JSON data."""
    return stored.model_dump(mode="json")
