"""Which answers are for the consultant alone where nobody says otherwise."""

from retention_coach.domain.interview import followed
from retention_coach.domain.session import Session
from retention_coach.knowledge.base import Knowledge


def is_private(question_id: str, session: Session, knowledge: Knowledge) -> bool:
    """Whether the bank advises it; a follow-up is as private as what it follows."""
    asked = followed(question_id)
    before = session.interview.answers.get(asked)
    if before is not None:
        return before.consultant_only
    return any(entry.private and entry.code in {question_id, asked} for entry in knowledge.questions)
