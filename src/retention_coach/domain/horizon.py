"""The six months of a plan."""

from datetime import date, timedelta

from retention_coach.domain.capacity import HORIZON_MONTHS


def plan_periods(start_month: str) -> tuple[str, ...]:
    """The six months from the first («2027-01» …), as `aaaa-mm`."""
    year, month = int(start_month[:4]), int(start_month[5:])
    months = ((year * 12 + month - 1 + offset) for offset in range(HORIZON_MONTHS))
    return tuple(f"{months_since_0 // 12:04d}-{months_since_0 % 12 + 1:02d}" for months_since_0 in months)


def period_of(day: date) -> str:
    """The month of a day, as `aaaa-mm`."""
    return f"{day.year:04d}-{day.month:02d}"


def first_day(period: str) -> date:
    """The first day of a month given as `aaaa-mm`."""
    return date.fromisoformat(f"{period}-01")


def last_day(period: str) -> date:
    """The last day of a month given as `aaaa-mm`."""
    somewhere_in_the_next = first_day(period) + timedelta(days=31)
    return somewhere_in_the_next.replace(day=1) - timedelta(days=1)
