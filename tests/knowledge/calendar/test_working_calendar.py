from datetime import date, timedelta

import pytest
from calendar_sources import calendar_data, raw_sources, working_calendar
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.errors import KnowledgeError
from retention_coach.knowledge.calendar.calendar_data import CalendarData
from retention_coach.knowledge.calendar.working_calendar import WorkingCalendar

CANTONS = st.sampled_from([None, "canton.quito", "canton.guayaquil", "canton.cuenca", "canton.la-concordia"])
ANY_DAY = st.dates(date(2020, 1, 1), date(2035, 12, 31))
COVERED_DAY = st.dates(date(2026, 1, 1), date(2030, 12, 31))


def with_decree(effect: str, day: date) -> WorkingCalendar:
    """The shipped calendar with one more decree."""
    raw = raw_sources()
    raw["decrees"].append(
        {
            "id": "decree.test",
            "day": day,
            "name": "Puente",
            "number": "1",
            "effect": effect,
            "source": "https://example.org",
            "verified_on": "2026-11-21",
        }
    )
    return WorkingCalendar.from_entries(CalendarData.model_validate(raw))


@given(ANY_DAY, CANTONS)
def test_next_working_day_is_the_first_worked_after(day: date, canton: str | None) -> None:
    """The next working day is worked, comes later, and nothing between is worked."""
    calendar = working_calendar()
    found = calendar.next_working_day(day, canton)
    assert found > day
    assert calendar.working_days(day + timedelta(days=1), found, canton) == [found]


@given(ANY_DAY, CANTONS)
def test_last_working_day_is_the_day_or_the_closest_before(day: date, canton: str | None) -> None:
    """The last working day is worked, comes no later, and nothing between is worked."""
    calendar = working_calendar()
    found = calendar.last_working_day_on_or_before(day, canton)
    assert found <= day
    assert calendar.working_days(found, day, canton) == [found]


@given(ANY_DAY, CANTONS)
def test_a_day_is_worked_unless_weekend_or_rested(day: date, canton: str | None) -> None:
    """Weekends and rest days are never worked, every other day is."""
    calendar = working_calendar()
    rested = day.weekday() >= 5 or calendar.rest_day(day, canton) is not None
    assert calendar.is_working_day(day, canton) is not rested


@given(COVERED_DAY, CANTONS)
def test_month_agrees_with_the_days(day: date, canton: str | None) -> None:
    """A month counts the working days that the calendar lists and names the rest day of each other weekday."""
    calendar = working_calendar()
    context = calendar.month(day.year, day.month, cantons=[canton] if canton else [])
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    assert context.period == f"{day:%Y-%m}"
    assert context.known
    assert context.working_days == len(calendar.working_days(first, last, canton))
    assert (day in {rest.day for rest in context.rest_days}) == (calendar.rest_day(day, canton) is not None)


def test_month_with_two_cantons_counts_days_worked_in_both() -> None:
    """July 2026 loses 24 July to Guayaquil for whoever works with Guayaquil and Quito."""
    calendar = working_calendar()
    both = calendar.month(2026, 7, cantons=["canton.quito", "canton.guayaquil"])
    assert [rest.entry.id for rest in both.rest_days] == ["local-holiday.guayaquil-07-25"]
    assert both.rest_days[0].day == date(2026, 7, 24)
    assert both.working_days == calendar.month(2026, 7, cantons=["canton.quito"]).working_days - 1


def test_two_cantons_of_a_province_name_its_holiday_once() -> None:
    """A provincial holiday appears once although both cantons rest."""
    context = working_calendar().month(2026, 11, cantons=["canton.santo-domingo", "canton.la-concordia"])
    local = [rest.entry.id for rest in context.rest_days if rest.place]
    assert local == ["local-holiday.santo-domingo-de-los-tsachilas-11-06"]


def test_outside_the_table_only_weekends_are_known() -> None:
    """1 January 2031 counts as worked, and the month says that it does not know."""
    calendar = working_calendar()
    assert not calendar.covers(date(2031, 1, 1))
    assert calendar.is_working_day(date(2031, 1, 1))
    assert not calendar.is_working_day(date(2031, 1, 4))
    context = calendar.month(2031, 1, sectors=["flores"])
    assert not context.known
    assert context.working_days == 23
    assert (context.rest_days, context.seasons, context.blackouts) == ((), (), ())


def test_a_plan_may_ask_for_the_last_representable_month() -> None:
    """December 9999 has no following month, and is answered all the same."""
    assert working_calendar().month(9999, 12).working_days == 23


def test_the_decree_of_2026_is_rested_and_recoverable() -> None:
    """Friday 2 January 2026 is rested by decree and its hours are owed."""
    rest = working_calendar().rest_day(date(2026, 1, 2))
    assert rest is not None
    assert rest.entry.id == "decree.2026-01-02"
    assert next(each for each in calendar_data().decrees if each.id == rest.entry.id).recoverable


def test_a_decree_may_take_out_a_rest_day() -> None:
    """A decree that takes out a national or a local rest day makes it worked everywhere."""
    national = with_decree("removes", date(2026, 8, 10))
    assert national.is_working_day(date(2026, 8, 10), "canton.quito")
    local = with_decree("removes", date(2026, 7, 24))
    assert local.is_working_day(date(2026, 7, 24), "canton.guayaquil")
    assert not local.is_working_day(date(2027, 7, 26), "canton.guayaquil")


def test_a_decree_may_add_a_rest_day() -> None:
    """A decree that adds a day stops work in every canton."""
    assert not with_decree("adds", date(2028, 3, 1)).is_working_day(date(2028, 3, 1), "canton.tena")


def test_working_days_of_an_empty_stretch() -> None:
    """A stretch that ends before it begins has no working days."""
    assert working_calendar().working_days(date(2026, 6, 2), date(2026, 6, 1)) == []


@pytest.mark.parametrize("canton", ["canton.atlantida", "quito", ""])
def test_an_unknown_canton_is_refused(canton: str) -> None:
    """A name instead of an id must not pass silently as a place without holidays."""
    calendar = working_calendar()
    with pytest.raises(KnowledgeError, match="no es el identificador"):
        calendar.is_working_day(date(2026, 6, 1), canton)
    with pytest.raises(KnowledgeError, match="no es el identificador"):
        calendar.month(2026, 6, cantons=[canton])
