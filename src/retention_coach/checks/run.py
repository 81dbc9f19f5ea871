"""Runs checks."""

from collections.abc import Iterable

from pydantic import BaseModel

from retention_coach.checks.context import Check, CheckContext
from retention_coach.domain.finding import Finding


def run_checks(checks: Iterable[Check], output: BaseModel, context: CheckContext) -> tuple[Finding, ...]:
    """Everything that the checks find in a step's stored output, in the order of the checks; none is a good sign.

    Raises:
        KeyError: a check needs an earlier output that the step does not read.
    """
    return tuple(finding for check in checks for finding in check(output, context))
