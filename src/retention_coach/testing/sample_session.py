"""A small session to save and load in tests."""

from datetime import UTC, datetime, timedelta

from retention_coach.domain.interview import Answer, Interview
from retention_coach.domain.session import Session, StepRecord, Summary

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def sample_session(session_id: str, *, company: str = "Florícola Ñandú & Cía.", hours: int = 0) -> Session:
    """A small session, never saved, `hours` later than noon of a certain day."""
    at = NOON + timedelta(hours=hours)
    answer = Answer(text="Perdimos tres clientes; «el precio», dijeron.\nY un 5 % más.", answered_at=at)
    return Session(
        id=session_id,
        updated_at=at,
        created_at=NOON,
        summary=Summary(
            company=company,
            status="draft",
            next_step="61-strategy",
            steps_done=1,
            steps_total=6,
            errors=0,
            stale=0,
            engine="playbook",
        ),
        interview=Interview(answers={"Q1": answer}, drafts={"Q2": "a medio escrib"}),
        steps={"61-interview": StepRecord(repairs_left=1)},
    )
