"""The constraints of prompts 61 to 65 as pure functions from a step's output to findings.

Each family of checks is a module; `catalogue` says which step has which, `severities` how much each finding weighs.
A finding is a code, a place and parameters: its sentence is made where it is shown.
"""

from retention_coach.checks.catalogue import (
    ACTION_PLAN_CHECKS,
    ADVOCACY_CHECKS,
    GUIDE_CHECKS,
    KPI_CHECKS,
    SECTOR_PLAN_CHECKS,
    STRATEGY_CHECKS,
)
from retention_coach.checks.context import Check, CheckContext
from retention_coach.checks.run import run_checks

__all__ = [
    "ACTION_PLAN_CHECKS",
    "ADVOCACY_CHECKS",
    "GUIDE_CHECKS",
    "KPI_CHECKS",
    "SECTOR_PLAN_CHECKS",
    "STRATEGY_CHECKS",
    "Check",
    "CheckContext",
    "run_checks",
]
