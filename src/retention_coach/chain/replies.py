"""What engines and hands do to a step's output."""

from typing import Any

from pydantic import BaseModel, ValidationError

from retention_coach.chain.events import Edited, EngineFailed, RedoAsked, Replied
from retention_coach.chain.inputs import inputs_for
from retention_coach.chain.outputs import dump
from retention_coach.chain.parts import fingerprints
from retention_coach.chain.spec import Reply, StepSpec
from retention_coach.chain.steps import BY_ID
from retention_coach.checks import CheckContext, run_checks
from retention_coach.domain.finding import Finding
from retention_coach.domain.session import Edit, Session, StepRecord, StepVersion
from retention_coach.errors import InvalidInputError, StateError
from retention_coach.knowledge.base import Knowledge


def accept(session: Session, event: Replied, knowledge: Knowledge) -> Session:
    """Store a reply: give its items ids, run the step's checks, and keep the earlier version in the history.

    A reply to a repair turn replaces what it mends. The turns end when no error is left, when they are used up, or
    when the same errors come back.
    """
    spec, reply = _engine_step(event.step)
    record = session.steps.get(spec.id, StepRecord())
    repairing = record.current is not None and not record.redo and record.repairs_left > 0
    stored = reply.identify(event.content, _earlier(record, reply))
    findings = _findings(session, spec, stored, knowledge)
    version = StepVersion(
        number=_next_number(record),
        at=event.at,
        origin="generated",
        made_by=event.made_by,
        inputs=fingerprints(session, spec),
        output=dump(stored),
        findings=findings,
    )
    before = record.current.findings if repairing and record.current else ()
    turns = record.repairs_left - 1 if repairing else event.max_repairs
    updated = StepRecord(
        current=version,
        history=record.history if repairing else _with_current(record),
        attempts=(*record.attempts, *event.attempts),
        repairs_left=turns if _errors(findings) and _errors(findings) != _errors(before) else 0,
    )
    return _with_record(session, spec, updated)


def fail(session: Session, event: EngineFailed) -> Session:
    """Keep the failed attempt; the step stays as it was."""
    spec, _reply = _engine_step(event.step)
    record = session.steps.get(spec.id, StepRecord())
    return _with_record(session, spec, record.model_copy(update={"attempts": (*record.attempts, event.attempt)}))


def edit(session: Session, event: Edited, knowledge: Knowledge) -> Session:
    """Change one value of an output by hand, with who and when; checks run again.

    Raises:
        StateError: if the step has no output yet.
        InvalidInputError: if the place does not exist or the value does not fit it.
    """
    spec, reply = _engine_step(event.step)
    record = session.steps.get(spec.id, StepRecord())
    if record.current is None:
        raise StateError(f"El paso «{spec.title}» todavía no tiene resultado que corregir.")
    changed, before = _replaced(record.current.output, event.path.split("."), event.value, event.path)
    try:
        stored = reply.stored.model_validate(changed)
    except ValidationError as error:
        raise InvalidInputError(
            f"El valor no sirve para «{event.path}» de «{spec.title}».",
            problems=[f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors()],
        ) from error
    done = Edit(path=event.path, before=before, after=event.value, by=event.by, at=event.at)
    version = record.current.model_copy(
        update={
            "number": _next_number(record),
            "at": event.at,
            "origin": "edited",
            "output": dump(stored),
            "findings": _findings(session, spec, stored, knowledge),
            "edits": (*record.current.edits, done),
        }
    )
    updated = record.model_copy(update={"current": version, "history": _with_current(record), "repairs_left": 0})
    return _with_record(session, spec, updated)


def ask_redo(session: Session, event: RedoAsked) -> Session:
    """Mark steps to be done again; each keeps its output until the new one arrives."""
    steps = dict(session.steps)
    for step_id in event.steps:
        spec, _reply = _engine_step(step_id)
        if spec.id in steps:
            steps[spec.id] = steps[spec.id].model_copy(update={"redo": True, "repairs_left": 0})
    return session.model_copy(update={"steps": steps})


def _engine_step(step_id: str) -> tuple[StepSpec, Reply]:
    spec = BY_ID[step_id]
    if spec.reply is None:
        raise StateError(f"«{spec.title}» no es un paso que escriba un motor.")
    return spec, spec.reply


def _findings(session: Session, spec: StepSpec, stored: BaseModel, knowledge: Knowledge) -> tuple[Finding, ...]:
    reply = spec.reply
    if reply is None:
        return ()
    return run_checks(reply.checks, stored, CheckContext(spec.id, inputs_for(session, spec), knowledge))


def _errors(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.code, finding.path) for finding in findings if finding.severity == "error"}


def _with_current(record: StepRecord) -> tuple[StepVersion, ...]:
    return record.history if record.current is None else (record.current, *record.history)


def _next_number(record: StepRecord) -> int:
    return max((version.number for version in _with_current(record)), default=0) + 1


def _earlier(record: StepRecord, reply: Reply) -> tuple[BaseModel, ...]:
    return tuple(reply.stored.model_validate(version.output) for version in _with_current(record))


def _with_record(session: Session, spec: StepSpec, record: StepRecord) -> Session:
    return session.model_copy(update={"steps": {**session.steps, spec.id: record}})


def _position(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise IndexError(text)
    return int(text)


def _replaced(data: Any, path: list[str], value: object, whole: str) -> tuple[Any, Any]:
    """A copy of the data with the value at the path, and what stood there before."""
    key, *rest = path
    try:
        index: Any = _position(key) if isinstance(data, list) else key
        old = data[index]
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise InvalidInputError(f"No existe el lugar «{whole}» en ese paso: falla en «{key}».") from error
    new, before = _replaced(old, rest, value, whole) if rest else (value, old)
    copy = list(data) if isinstance(data, list) else dict(data)
    copy[index] = new
    return copy, before
