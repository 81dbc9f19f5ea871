from datetime import date

import pytest
from calendar_sources import calendar_data, working_calendar

from retention_coach.knowledge.calendar.tax import monthly_return_due


def due(ninth_digit: int, year: int, month: int, canton: str | None = None) -> date:
    """The due date for a ninth digit."""
    rule = next(each for each in calendar_data().tax_due_days if each.ninth_digit == ninth_digit)
    return monthly_return_due(rule, year, month, working_calendar(), canton)


def test_each_digit_has_its_day() -> None:
    """Digit 1 files by the 10th, every further one two days later, 0 by the 28th."""
    days = {each.ninth_digit: each.day for each in calendar_data().tax_due_days}
    assert days == {1: 10, 2: 12, 3: 14, 4: 16, 5: 18, 6: 20, 7: 22, 8: 24, 9: 26, 0: 28}


@pytest.mark.parametrize(
    ("digit", "year", "month", "canton", "expected"),
    [
        (4, 2026, 6, None, date(2026, 6, 16)),  # a working Tuesday
        (1, 2026, 10, None, date(2026, 10, 12)),  # Saturday after a rested Friday: Monday
        (4, 2026, 2, None, date(2026, 2, 18)),  # Carnival Monday: Wednesday
        (0, 2026, 2, None, date(2026, 2, 27)),  # Saturday, and Monday is March: back to Friday
        (8, 2026, 7, "canton.guayaquil", date(2026, 7, 27)),  # rested in Guayaquil: Monday
        (8, 2026, 7, "canton.quito", date(2026, 7, 24)),  # worked in Quito
    ],
)
def test_a_return_falls_due_on_a_working_day(
    digit: int, year: int, month: int, canton: str | None, expected: date
) -> None:
    """A due day that is not worked moves on, or back when the following working day is in another month."""
    assert due(digit, year, month, canton) == expected


@pytest.mark.parametrize("digit", range(10))
def test_a_return_never_leaves_its_month(digit: int) -> None:
    """In five years no due date is a rest day or lies in another month."""
    for year in range(2026, 2031):
        for month in range(1, 13):
            found = due(digit, year, month)
            assert (found.year, found.month) == (year, month)
            assert working_calendar().is_working_day(found)
