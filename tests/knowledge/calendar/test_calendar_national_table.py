from datetime import date

import pytest
from calendar_sources import calendar_data, official_rest_days, working_calendar
from dateutil.easter import easter

from retention_coach.knowledge.calendar.entries import Holiday
from retention_coach.knowledge.calendar.rule import national_transfers


def table(year: int) -> list[Holiday]:
    """The shipped holidays whose statutory date lies in a year."""
    return [holiday for holiday in calendar_data().holidays if holiday.statutory_day.year == year]


@pytest.mark.parametrize("year", range(2026, 2031))
def test_table_equals_the_derivation(year: int) -> None:
    """Each year's table holds the eleven transfers of the rule, neither more nor less."""
    shipped = {(holiday.statutory_day, holiday.day) for holiday in table(year)}
    assert shipped == set(national_transfers(year, easter(year)))
    assert len(table(year)) == 11


def test_table_covers_2026_to_2030() -> None:
    """The product promises five years."""
    assert calendar_data().years == range(2026, 2031)


def test_rest_days_of_2026_equal_the_official_list_and_the_decree() -> None:
    """Of all weekdays of 2026, exactly the published ones and the decreed 2 January are not worked."""
    calendar = working_calendar()
    weekdays = {date.fromordinal(n) for n in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal())}
    rested = {day for day in weekdays if day.weekday() < 5 and not calendar.is_working_day(day)}
    assert rested == official_rest_days(2026) | {date(2026, 1, 2)}


def test_only_what_was_read_is_official() -> None:
    """The official calendar was read for 2026 and up to 24 May 2027; the rest is derived."""
    for holiday in calendar_data().holidays:
        assert (holiday.standing == "official") == (holiday.statutory_day <= date(2027, 5, 24)), holiday.id


def test_doubtful_days_are_marked_and_explained() -> None:
    """The New Year boundary and the Friday case of 2029 are doubtful and say why."""
    doubtful = {holiday.day: holiday.note for holiday in calendar_data().holidays if holiday.doubtful}
    assert set(doubtful) == {date(2027, 12, 31), date(2029, 11, 1), date(2029, 11, 2)}
    assert all("Confírmelo" in note for note in doubtful.values())


def test_an_id_names_the_rest_day() -> None:
    """A plan cites `holiday.2026-11-02` and finds that day."""
    for holiday in calendar_data().holidays:
        assert holiday.id == f"holiday.{holiday.day}"
