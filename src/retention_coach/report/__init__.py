"""What documents show of a session, computed once for every format; no input or output happens here."""

from retention_coach.report.case import Audience
from retention_coach.report.view import Report, build_report

__all__ = ["Audience", "Report", "build_report"]
