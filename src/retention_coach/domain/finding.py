"""What a check found: a code, a place and parameters. Sentences are made where findings are shown."""

from typing import Literal

from pydantic import Field

from retention_coach.domain.base import StepId, Stored

Severity = Literal["error", "warning", "notice"]


class Finding(Stored):
    """One remark of a check. `path` is the place in the step's output, such as `months.0.actions.2.activity`."""

    code: str = Field(pattern=r"^[A-Z0-9]+(_[A-Z0-9]+)*$")
    severity: Severity
    step: StepId
    path: str = ""
    parameters: dict[str, str | int | float] = Field(default_factory=dict)
