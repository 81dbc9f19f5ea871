"""The sample company as a session: finished, or stopped after any step.

The company and its outputs are those of the tests of the checks.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from pydantic import BaseModel
from sample_chain import ACTION_PLAN as PLAN_OUTPUT
from sample_chain import KPI_SET, OUTPUTS
from sample_chain import SECTOR_PLAN as SECTOR_OUTPUT
from sample_chain import STRATEGY as STRATEGY_OUTPUT
from sample_company import ANSWERS, KNOWLEDGE, PROFILE

from retention_coach.chain.machine import new_session
from retention_coach.chain.outputs import dump
from retention_coach.chain.parts import fingerprint, fingerprints
from retention_coach.chain.status import document_fingerprint, summarise
from retention_coach.chain.steps import ACTION_PLAN, ADVOCACY, CHOICE, INTERVIEW, KPIS, SECTOR_PLAN, STEPS, STRATEGY
from retention_coach.domain.base import AlternativeLabel, StepId
from retention_coach.domain.finding import Finding
from retention_coach.domain.interview import Answer, AnsweredQuestion, GuideQuestion, Interview, InterviewGuide
from retention_coach.domain.profile import Profile
from retention_coach.domain.session import Choice, MadeBy, Review, Session, StepRecord, StepVersion

__all__ = [
    "ANSWERS", "KNOWLEDGE", "KPI_SET", "LATE_EVENING", "OUTPUTS", "PLAN_OUTPUT", "PROFILE", "SECTOR_OUTPUT",
    "STRATEGY_OUTPUT", "guide", "reviewed", "session_until",
]  # fmt: skip

LATE_EVENING = datetime(2027, 7, 13, 3, 0, tzinfo=UTC)
"""In Ecuador it is still the 12th."""

NAMES: Mapping[StepId, str] = {
    STRATEGY.id: "strategy",
    ACTION_PLAN.id: "plan",
    KPIS.id: "kpis",
    SECTOR_PLAN.id: "sector",
    ADVOCACY.id: "advocacy",
}


def guide(answers: Sequence[AnsweredQuestion]) -> InterviewGuide:
    """The questions that were answered."""
    return InterviewGuide(
        questions=tuple(
            GuideQuestion(
                id=item.id, topic=item.topic, text=item.question, why="Orienta el plan.", examples=(), confirms=None
            )
            for item in answers
        )
    )


def session_until(
    last: StepId = ADVOCACY.id,
    *,
    profile: Profile = PROFILE,
    answers: Sequence[AnsweredQuestion] = ANSWERS,
    outputs: Mapping[str, BaseModel] = OUTPUTS,
    choice: AlternativeLabel = "A",
    findings: Mapping[StepId, tuple[Finding, ...]] | None = None,
    session_id: str = "contadores-del-valle-1a2b3c",
) -> Session:
    """The sample session with every step up to the last one done, without its checks being run again."""
    session = new_session(session_id, LATE_EVENING)
    for spec in STEPS[: [step.id for step in STEPS].index(last) + 1]:
        if spec.id == STEPS[0].id:
            session = session.model_copy(update={"profile": profile})
        elif spec.id == CHOICE.id:
            made = fingerprint(dump(outputs["strategy"]))
            chosen = Choice(label=choice, by="consultant", at=LATE_EVENING, strategy=made)
            session = session.model_copy(update={"choice": chosen})
        else:
            if spec.id == INTERVIEW.id:
                session = session.model_copy(update={"interview": _interview(answers)})
                output: BaseModel = guide(answers)
            else:
                output = outputs[NAMES[spec.id]]
            version = StepVersion(
                number=1,
                at=LATE_EVENING,
                origin="generated",
                made_by=MadeBy(engine="playbook"),
                inputs={},
                output=dump(output),
                findings=(findings or {}).get(spec.id, ()),
            )
            version = version.model_copy(update={"inputs": fingerprints(session, spec)})
            session = session.model_copy(update={"steps": {**session.steps, spec.id: StepRecord(current=version)}})
    return session.model_copy(update={"summary": summarise(session)})


def reviewed(session: Session) -> Session:
    """The session with the consultant's word."""
    review = Review(by="Ana Paz", at=LATE_EVENING, document=document_fingerprint(session))
    return session.model_copy(update={"review": review})


def _interview(answers: Sequence[AnsweredQuestion]) -> Interview:
    return Interview(
        answers={
            item.id: Answer(text=item.text, consultant_only=item.consultant_only, answered_at=LATE_EVENING)
            for item in answers
        }
    )
