"""One step's record in a session: looking it up, checking an output, putting it back."""

from pydantic import BaseModel

from retention_coach.chain.inputs import inputs_for
from retention_coach.chain.spec import Reply, StepSpec
from retention_coach.chain.steps import step_named
from retention_coach.checks import CheckContext, run_checks
from retention_coach.domain.finding import Finding
from retention_coach.domain.session import Session, StepRecord, StepVersion
from retention_coach.errors import StateError
from retention_coach.knowledge.base import Knowledge


def engine_step(step_id: str) -> tuple[StepSpec, Reply]:
    """The step with this id, and what an engine fills in it.

    Raises:
        InvalidInputError: if there is no such step.
        StateError: if no engine writes it.
    """
    spec = step_named(step_id)
    if spec.reply is None:
        raise StateError(f"«{spec.title}» no es un paso que escriba un motor.")
    return spec, spec.reply


def record_of(session: Session, spec: StepSpec) -> StepRecord:
    """The step's record; an empty one if it was not begun."""
    return session.steps.get(spec.id, StepRecord())


def with_record(session: Session, spec: StepSpec, record: StepRecord) -> Session:
    """The session with this record of the step."""
    return session.model_copy(update={"steps": {**session.steps, spec.id: record}})


def versions(record: StepRecord) -> tuple[StepVersion, ...]:
    """Every version of the step, latest first: the history that the next one will have."""
    return record.history if record.current is None else (record.current, *record.history)


def next_number(record: StepRecord) -> int:
    """The number of the next version."""
    return max((version.number for version in versions(record)), default=0) + 1


def check(
    session: Session, spec: StepSpec, reply: Reply, stored: BaseModel, knowledge: Knowledge
) -> tuple[Finding, ...]:
    """What the step's checks say about an output, given the session as it is."""
    return run_checks(reply.checks, stored, CheckContext(spec.id, inputs_for(session, spec), knowledge))
