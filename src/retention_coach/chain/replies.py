"""What engines do to a step: a reply, a failure, a turn asked for once more."""

from retention_coach.chain.cleaning import cleaned
from retention_coach.chain.events import EngineFailed, RedoAsked, Replied
from retention_coach.chain.outputs import dump
from retention_coach.chain.parts import fingerprints
from retention_coach.chain.records import check, engine_step, next_number, record_of, versions, with_record
from retention_coach.domain.finding import Finding
from retention_coach.domain.session import Session, StepRecord, StepVersion
from retention_coach.knowledge.base import Knowledge


def accept(session: Session, event: Replied, knowledge: Knowledge) -> Session:
    """Store a reply: give its items ids, run the step's checks, and keep the earlier version in the history.

    Repair turns end when no error is left, when they are used up, or when the same errors come back.

    Raises:
        StateError: if the session has no profile, or no output that the step reads.
    """
    spec, reply = engine_step(event.step)
    record = record_of(session, spec)
    repairing = record.current is not None and not record.redo and record.repairs_left > 0
    # Ids that the reply may carry (an engine that mends a stored output) are left out: the chain gives them.
    draft = reply.wire.model_validate(cleaned(event.content.model_dump()), extra="ignore")
    stored = reply.identify(draft, tuple(reply.stored.model_validate(item.output) for item in versions(record)))
    findings = check(session, spec, reply, stored, knowledge)
    version = StepVersion(
        number=next_number(record),
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
        history=versions(record),
        attempts=(*record.attempts, *event.attempts),
        repairs_left=turns if _errors(findings) and _errors(findings) != _errors(before) else 0,
    )
    return with_record(session, spec, updated)


def fail(session: Session, event: EngineFailed) -> Session:
    """Keep the failed attempt; the step stays as it was."""
    spec, _reply = engine_step(event.step)
    record = record_of(session, spec)
    return with_record(session, spec, record.model_copy(update={"attempts": (*record.attempts, event.attempt)}))


def ask_redo(session: Session, event: RedoAsked) -> Session:
    """Mark steps to be done again; each keeps its output until the new one arrives."""
    steps = dict(session.steps)
    for step_id in event.steps:
        spec, _reply = engine_step(step_id)
        if spec.id in steps:
            steps[spec.id] = steps[spec.id].model_copy(update={"redo": True, "repairs_left": 0})
    return session.model_copy(update={"steps": steps})


def _errors(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.code, finding.path) for finding in findings if finding.severity == "error"}
