from datetime import date, timedelta

import pytest
from calendar_sources import OFFICIAL_REST_DAYS, official_rest_days
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.knowledge.calendar.rule import (
    national_transfers,
    transfer,
    transfer_excepted,
    transfer_pair,
)

MONDAY, TUESDAY, THURSDAY, FRIDAY = 0, 1, 3, 4
ANY_DAY = st.dates(date(2000, 1, 10), date(2100, 12, 20))


@pytest.mark.parametrize("year", OFFICIAL_REST_DAYS)
def test_the_rule_reproduces_the_official_list(year: int) -> None:
    """The rule gives exactly the published rest days of the five years whose lists were read."""
    assert {each.rest_day for each in national_transfers(year, easter(year))} == official_rest_days(year)


@given(ANY_DAY)
def test_an_ordinary_holiday_makes_a_long_weekend(holiday: date) -> None:
    """An ordinary holiday is rested on a Monday or a Friday at most two days away."""
    rested = transfer(holiday)
    assert rested.weekday() in {MONDAY, FRIDAY}
    assert abs(rested - holiday) <= timedelta(days=2)


@given(ANY_DAY)
def test_an_excepted_holiday_moves_only_out_of_a_weekend(holiday: date) -> None:
    """New Year and Christmas stay on a weekday and leave a weekend by one day."""
    rested = transfer_excepted(holiday)
    assert rested.weekday() <= FRIDAY
    assert rested == holiday or holiday.weekday() > FRIDAY
    assert abs(rested - holiday) <= timedelta(days=1)


@given(ANY_DAY)
def test_a_pair_is_rested_on_two_days_beside_a_weekend(first: date) -> None:
    """Two consecutive holidays are rested Monday and Tuesday, Thursday and Friday, or around the weekend."""
    rests = transfer_pair(first)
    weekdays = {day.weekday() for day in rests}
    assert weekdays in ({MONDAY, TUESDAY}, {THURSDAY, FRIDAY}, {FRIDAY, MONDAY})
    assert abs(rests[0] - rests[1]) <= timedelta(days=3)
    assert all(
        abs(rest - holiday) <= timedelta(days=2)
        for rest, holiday in zip(rests, (first, first + timedelta(days=1)), strict=True)
    )


@pytest.mark.parametrize(
    ("year", "november_days"),
    [(2026, (2, 3)), (2027, (2, 1)), (2033, (4, 3)), (2028, (2, 3)), (2029, (2, 1)), (2024, (1, 4)), (2025, (4, 3))],
)
def test_november_pair_by_weekday(year: int, november_days: tuple[int, int]) -> None:
    """2 and 3 November are rested as the law says for each weekday of 2 November, Monday to Sunday."""
    assert tuple(day.day for day in transfer_pair(date(year, 11, 2))) == november_days


def test_a_saturday_new_year_is_rested_in_the_year_before() -> None:
    """1 January 2028 is a Saturday, so its rest day leaves the year."""
    assert national_transfers(2028, easter(2028))[0].rest_day == date(2027, 12, 31)
