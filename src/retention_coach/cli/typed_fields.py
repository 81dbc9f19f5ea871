"""What each field of the form holds in a session."""

from retention_coach.domain.session import Session
from retention_coach.readers.form.form import Form


def typed_fields(session: Session, form: Form) -> dict[str, str | None]:
    """The fields as typed, or as the profile says once there is one; None is «no sé»."""
    return {**session.intake, **(form.intake_of(session.profile) if session.profile else {})}
