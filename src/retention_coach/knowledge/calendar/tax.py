"""When a monthly return falls due."""

from datetime import date

from retention_coach.knowledge.calendar.entries import TaxDueDay
from retention_coach.knowledge.calendar.working_calendar import WorkingCalendar


def monthly_return_due(
    rule: TaxDueDay, year: int, month: int, calendar: WorkingCalendar, canton: str | None = None
) -> date:
    """The last day to file the return that falls due in this month.

    On a day that is not worked it moves to the next working day; if that lies in another month, it moves
    back to the last working day of its own month (SRI). Outside the years of the calendar only weekends count.

    Args:
        rule: the entry of the taxpayer's ninth RUC digit.
        year: year of the due date, not of the period declared.
        month: month of the due date, 1 to 12.
        calendar: the working days.
        canton: id of the taxpayer's canton, or None.
    """
    nominal = date(year, month, rule.day)
    if calendar.is_working_day(nominal, canton):
        return nominal
    following = calendar.next_working_day(nominal, canton)
    if following.month == month:
        return following
    return calendar.last_working_day_on_or_before(nominal, canton)
