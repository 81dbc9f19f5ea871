"""When: the days on which customers may be disturbed, and the deadlines among them."""

from datetime import date, timedelta

from retention_coach.domain.horizon import first_day, last_day
from retention_coach.engines.playbook.case import Case


def open_part(case: Case, period: str) -> float:
    """The part (0 to 1) of a month's working days on which the customers may be disturbed."""
    days, open_days = _days(case, period)
    return len(open_days) / len(days)


def deadline(case: Case, period: str, position: int, lead_days: int, *, before: date | None = None) -> date | None:
    """The working day of the month by which its n-th task (from 0) is due, away from blackouts.

    Args:
        case: the company.
        period: the month.
        position: how many tasks of the month stand before; each is due some days after the one before.
        lead_days: days that the task takes from the start of the plan.
        before: a day that must not be passed, if possible at all; such as a contract's end.

    Returns:
        The day; None if the task cannot be ready within the month.
    """
    days, open_days = _days(case, period)
    earliest = first_day(case.setting.periods[0]) + timedelta(days=lead_days)
    ready = [day for day in open_days or days[-1:] if day >= earliest and (before is None or day < before)]
    if not ready:
        return None
    return ready[min(len(ready) - 1, (position + 1) * len(ready) // _PARTS)]


_PARTS = 5
"""A month's deadlines stand a fifth of its open days apart."""


def _days(case: Case, period: str) -> tuple[list[date], list[date]]:
    """The month's working days, and those of them outside the customers' blackouts."""
    days = case.knowledge.working_calendar.working_days(first_day(period), last_day(period), case.setting.canton)
    return days, [day for day in days if not case.setting.blackout_reason(day, case.knowledge)]
