"""When: how much of a month can be used, and the deadlines in it."""

from dataclasses import dataclass
from datetime import date, timedelta

from retention_coach.domain.horizon import first_day
from retention_coach.engines.playbook.case import Case

_IN_A_HARD_MONTH = 0.5
"""How much of the usual work a month takes in which the company says that it cannot cope."""

_PARTS = 5
"""A month's deadlines stand a fifth of its days apart."""


@dataclass(frozen=True, slots=True)
class Window:
    """Between which days something must fall.

    Attributes:
        part: how far (0 to 1) along the days that are left it should fall.
        before: the day that it must not reach, such as a contract's end; None for no day.
        since: the first day on which it may fall; None for any.
    """

    part: float
    before: date | None = None
    since: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day is within."""
        return (self.before is None or day < self.before) and (self.since is None or day >= self.since)


def open_part(case: Case, period: str) -> float:
    """The part (0 to 1) of a month that can be used.

    It is that of its working days on which the customers may be disturbed, and less where the company has no time.
    """
    part = len(case.diary.open(period)) / len(case.diary.working(period))
    return part * _IN_A_HARD_MONTH if case.own_calendar.hard(int(period[5:])) else part


def deadline(
    case: Case, period: str, position: int, lead_days: int, *, window: Window | None = None, owner: str = ""
) -> date | None:
    """The working day of the month by which its n-th task (from 0) is due.

    Days that the company excludes, on which customers rest or the owner files returns, are left out where others
    remain; those of a blackout, where the month has a day outside it.

    Args:
        case: the company.
        period: the month.
        position: how many tasks of the month stand before; each is due some days after the one before.
        lead_days: days that the task takes from the start of the plan.
        window: the days between which it must fall, and where among them; None for any of the month.
        owner: who does it; empty where that is not known yet.

    Returns:
        The day; None if the task cannot be ready within the month.
    """
    diary = case.diary
    earliest = first_day(case.setting.periods[0]) + timedelta(days=lead_days)
    in_time = [
        day
        for day in diary.open(period) or diary.working(period)[-1:]
        if day >= earliest and (window is None or window.holds(day))
    ]
    good = set(diary.good(period))
    kept = [day for day in in_time if day in good]
    ready = [day for day in kept if not diary.is_busy(owner, day)] or kept or in_time
    if not ready:
        return None
    part = (position + 1) / _PARTS if window is None else window.part
    return ready[min(len(ready) - 1, int(part * len(ready)))]
