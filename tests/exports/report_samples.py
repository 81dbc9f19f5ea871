"""Reports of the sample company, for each audience and at any stage."""

from sample_case import ANSWERS, KNOWLEDGE, OUTPUTS, PROFILE, STRATEGY_OUTPUT, session_until

from retention_coach.domain.session import Session
from retention_coach.report import Audience, Report, build_report

__all__ = ["ANSWERS", "KNOWLEDGE", "OUTPUTS", "PROFILE", "STRATEGY_OUTPUT", "report_of", "session_until"]


def report_of(session: Session | None = None, audience: Audience = "company") -> Report:
    """The report of a session; of the finished one unless another is given."""
    return build_report(session or session_until(), KNOWLEDGE, audience=audience)
