from datetime import date

import pytest
from calendar_sources import calendar_data, working_calendar

from retention_coach.knowledge.calendar.entries import LocalHoliday, day_in
from retention_coach.knowledge.calendar.rule import transfer


def test_guayaquil_rests_alone_on_25_july() -> None:
    """The holiday of 25 July 2028 (a Tuesday) is rested on Monday 24 in Guayaquil and not in its neighbours."""
    calendar = working_calendar()
    monday = date(2028, 7, 24)
    assert not calendar.is_working_day(monday, "canton.guayaquil")
    assert calendar.is_working_day(date(2028, 7, 25), "canton.guayaquil")
    for neighbour in ("canton.samborondon", "canton.daule", "canton.duran", None):
        assert calendar.is_working_day(monday, neighbour)


@pytest.mark.parametrize(
    ("place", "month_day", "rested"),
    [
        # Rest days of 2025 as the press published them.
        ("canton.azogues", "11-04", 3),
        ("province.santo-domingo-de-los-tsachilas", "11-06", 7),
        ("province.santa-elena", "11-07", 7),
        ("canton.latacunga", "11-11", 10),
        ("canton.ambato", "11-12", 14),
        ("canton.tena", "11-15", 14),
        ("canton.loja", "11-18", 17),
        ("province.carchi", "11-19", 21),
        ("province.esmeraldas", "11-21", 21),
    ],
)
def test_local_holidays_moved_as_published_in_2025(place: str, month_day: str, rested: int) -> None:
    """The rule gives the local rest days that were published for November 2025."""
    entries = calendar_data().local_holidays
    holiday = next(each for each in entries if (each.place, each.month_day) == (place, month_day))
    assert transfer(day_in(2025, holiday.month_day)) == date(2025, 11, rested)


def test_a_province_rests_in_each_of_its_cantons() -> None:
    """6 November 2026, provincial in Santo Domingo, is rested in La Concordia and worked in Quito."""
    calendar = working_calendar()
    day = date(2026, 11, 6)
    rest = calendar.rest_day(day, "canton.la-concordia")
    assert rest is not None
    assert isinstance(rest.entry, LocalHoliday)
    assert rest.place == "province.santo-domingo-de-los-tsachilas"
    assert calendar.is_working_day(day, "canton.quito")


def test_a_national_rest_day_precedes_a_local_one() -> None:
    """Monday 4 November 2030 is rested in the whole country, so Azogues's own holiday is not what is named."""
    rest = working_calendar().rest_day(date(2030, 11, 4), "canton.azogues")
    assert rest is not None
    assert rest.place is None
    assert rest.name == "Independencia de Cuenca"


def test_every_local_holiday_is_rested_in_its_place() -> None:
    """In every year each local holiday's moved date is not worked in the cantons it names."""
    data, calendar = calendar_data(), working_calendar()
    for holiday in data.local_holidays:
        cantons = [each.id for each in data.cantons if holiday.place in {each.id, each.province}]
        assert cantons, holiday.id
        for year in data.years:
            rested = transfer(day_in(year, holiday.month_day))
            assert not any(calendar.is_working_day(rested, canton) for canton in cantons), holiday.id
