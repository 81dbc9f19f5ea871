"""For the consultant alone: what the checks found, in words."""

from dataclasses import dataclass

from retention_coach.chain.status import findings_of
from retention_coach.domain.finding import Severity
from retention_coach.report.case import Case, step_title
from retention_coach.report.finding_place import place
from retention_coach.report.finding_wording import sentence
from retention_coach.report.labels import SEVERITY


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding: the step and place it is about, how much it weighs, and what it says (its place included)."""

    code: str
    step: str
    place: str
    severity: Severity
    severity_label: str
    sentence: str


def observations_of(case: Case) -> tuple[FindingLine, ...]:
    """The findings, in the order of the chain; none for the company."""
    if not case.is_for_consultant:
        return ()
    return tuple(
        FindingLine(
            code=finding.code,
            step=step_title(finding.step),
            place=place(finding.path),
            severity=finding.severity,
            severity_label=SEVERITY[finding.severity],
            sentence=sentence(finding),
        )
        for finding in findings_of(case.session)
    )
