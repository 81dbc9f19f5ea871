"""The status of a session's documents, and the summary that listings show."""

from dataclasses import dataclass
from typing import Literal

from retention_coach.chain import outputs
from retention_coach.chain.parts import fingerprint
from retention_coach.chain.readiness import is_done
from retention_coach.chain.staleness import Stale, stale_steps
from retention_coach.chain.steps import STEPS, WITH_REPLY
from retention_coach.domain.base import TOPICS, StepId, Topic
from retention_coach.domain.finding import Finding
from retention_coach.domain.session import Session, Summary


@dataclass(frozen=True, slots=True)
class Status:
    """BORRADOR or REVISADO, and everything that stands between the two."""

    status: Literal["draft", "reviewed"]
    unfinished: tuple[StepId, ...]
    stale: dict[StepId, Stale]
    findings: tuple[Finding, ...]
    unknown_topics: tuple[Topic, ...]


def document_fingerprint(session: Session) -> str:
    """Changes when anything that the documents show changes."""
    shown = {step_id: record.current.output for step_id, record in session.steps.items() if record.current}
    profile = session.profile.model_dump(mode="json") if session.profile else None
    choice = session.choice.label if session.choice else None
    answers = [outputs.dump_answer(item) for item in outputs.answered(session)]
    return fingerprint([profile, choice, answers, shown])


def status_of(session: Session) -> Status:
    """The status of the session's documents, with its reasons."""
    reviewed = session.review is not None and session.review.document == document_fingerprint(session)
    return Status(
        status="reviewed" if reviewed else "draft",
        unfinished=tuple(step.id for step in STEPS if not is_done(session, step)),
        stale=stale_steps(session),
        findings=findings_of(session),
        unknown_topics=unknown_topics(session),
    )


def findings_of(session: Session) -> tuple[Finding, ...]:
    """What the checks said about the current outputs, in the order of the chain."""
    versions = (outputs.current(session, spec) for spec in WITH_REPLY)
    return tuple(finding for version in versions if version for finding in version.findings)


def unknown_topics(session: Session) -> tuple[Topic, ...]:
    """The topics of the interview about which nothing was said."""
    known = {item.topic for item in outputs.answered(session) if item.text}
    return tuple(topic for topic in TOPICS if topic not in known)


def summarise(session: Session) -> Summary:
    """The summary of the session as it is now."""
    status = status_of(session)
    engines = [version.made_by.engine for spec in WITH_REPLY if (version := outputs.current(session, spec))]
    return Summary(
        # Before the profile is whole, the name is what was typed: a paused interview is listed by it.
        company=session.profile.company if session.profile else session.intake.get("company") or "",
        status=status.status,
        next_step=status.unfinished[0] if status.unfinished else None,
        steps_done=len(STEPS) - len(status.unfinished),
        steps_total=len(STEPS),
        errors=sum(finding.severity == "error" for finding in status.findings),
        stale=len(status.stale),
        engine=", ".join(dict.fromkeys(engines)),
    )
