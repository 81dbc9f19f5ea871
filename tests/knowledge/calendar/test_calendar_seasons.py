from collections.abc import Callable
from datetime import date, timedelta

import pytest
from calendar_sources import calendar_data, working_calendar
from dateutil.easter import easter
from dateutil.relativedelta import SU, TH, relativedelta
from pydantic import ValidationError

from retention_coach.knowledge.calendar.seasons import Season, Window, YearlyWindow
from retention_coach.spanish.register import informal_forms

YEARS = range(2026, 2031)


def season(name: str) -> Season:
    """The shipped season of this id."""
    return next(each for each in calendar_data().seasons if each.id == f"season.{name}")


def ids(seasons: tuple[Season, ...]) -> set[str]:
    """The ids without their common beginning."""
    return {each.id.removeprefix("season.") for each in seasons}


def black_friday(year: int) -> date:
    """The day after the fourth Thursday of November."""
    return date(year, 11, 1) + relativedelta(weekday=TH(4)) + timedelta(days=1)


def mothers_day(year: int) -> date:
    """The second Sunday of May."""
    return date(year, 5, 1) + relativedelta(weekday=SU(2))


def fathers_day(year: int) -> date:
    """The third Sunday of June."""
    return date(year, 6, 1) + relativedelta(weekday=SU(3))


def carnival_tuesday(year: int) -> date:
    """47 days before Easter."""
    return easter(year) - timedelta(days=47)


def eve_of_black_friday_week(year: int) -> date:
    """The Sunday before."""
    return black_friday(year) - timedelta(days=5)


MOVABLE = [
    ("black-friday", black_friday, 4),
    ("preparacion-black-friday", eve_of_black_friday_week, 8),
    ("dia-de-la-madre", mothers_day, 13),
    ("dia-del-padre", fathers_day, 6),
    ("semana-santa-comercio", easter, 7),
    ("semana-santa-turismo", easter, 4),
    ("carnaval-turismo", carnival_tuesday, 5),
    ("fiesta-flores-y-frutas-ambato", carnival_tuesday, 8),
]


@pytest.mark.parametrize(("name", "last_day", "days_before"), MOVABLE)
def test_movable_windows_equal_their_rule(name: str, last_day: Callable[[int], date], days_before: int) -> None:
    """Each movable season has one window a year, computed from its rule."""
    expected = [Window(first=last_day(year) - timedelta(days=days_before), last=last_day(year)) for year in YEARS]
    assert list(season(name).windows) == expected


def test_flower_farms_are_left_alone_before_saint_valentine() -> None:
    """15 January to 14 February is a blackout for flowers, both days included, and for nobody else."""
    calendar = working_calendar()
    for year in YEARS:
        for day in (date(year, 1, 15), date(year, 2, 14)):
            found = calendar.blackout_on(day, ["flores"])
            assert found is not None
            assert found.season.id == "season.san-valentin-flores"
        assert calendar.blackout_on(date(year, 1, 14), ["flores"]) is None
        assert calendar.blackout_on(date(year, 2, 15), ["flores"]) is None
        assert calendar.blackout_on(date(year, 1, 20), ["contabilidad"]) is None


def test_a_month_shows_a_blackout_whole() -> None:
    """February 2027 tells the florist's consultant that the blackout began in January."""
    found = working_calendar().month(2027, 2, sectors=["flores"]).blackouts
    assert [(each.first, each.last) for each in found] == [(date(2027, 1, 15), date(2027, 2, 14))]


def test_the_year_end_pause_reaches_into_january() -> None:
    """A window over New Year is found in both its years, also in the first and the last year covered."""
    calendar = working_calendar()
    for day in (date(2026, 1, 2), date(2027, 1, 1), date(2030, 12, 26), date(2030, 12, 31)):
        found = calendar.blackout_on(day)
        assert found is not None
        assert found.season.id == "season.pausa-de-fin-de-ano"


@pytest.mark.parametrize(
    ("month", "canton", "expected"),
    [
        (3, "canton.guayaquil", "decimo-cuarto-costa-insular"),
        (3, "canton.santa-cruz", "decimo-cuarto-costa-insular"),
        (8, "canton.quito", "decimo-cuarto-sierra-amazonia"),
        (8, "canton.tena", "decimo-cuarto-sierra-amazonia"),
    ],
)
def test_the_fourteenth_salary_follows_the_region(month: int, canton: str, expected: str) -> None:
    """Coast and Galápagos pay it in March, Sierra and Amazonía in August, and neither in the other's month."""
    calendar = working_calendar()
    assert expected in ids(calendar.month(2027, month, cantons=[canton]).seasons)
    other = 8 if month == 3 else 3
    assert not any("decimo-cuarto" in each for each in ids(calendar.month(2027, other, cantons=[canton]).seasons))


def test_both_regions_seasons_concern_a_company_with_customers_in_both() -> None:
    """An office in Quito with customers in Guayaquil sees the coast's salary month."""
    context = working_calendar().month(2027, 3, cantons=["canton.quito", "canton.guayaquil"])
    assert "decimo-cuarto-costa-insular" in ids(context.seasons)


def test_without_place_or_sector_only_general_seasons_are_said() -> None:
    """Nothing limited to a region, place or sector is asserted of a company that named none."""
    calendar = working_calendar()
    for month in range(1, 13):
        for each in calendar.month(2027, month).seasons:
            assert (each.regions, each.places, each.sectors) == ((), (), ()), each.id


def test_local_festivities_concern_their_canton() -> None:
    """Quito's December is Quito's."""
    calendar = working_calendar()
    assert "fiestas-de-quito" in ids(calendar.month(2026, 12, cantons=["canton.quito"]).seasons)
    assert "fiestas-de-quito" not in ids(calendar.month(2026, 12, cantons=["canton.cuenca"]).seasons)


def test_the_elections_of_2027_happen_once() -> None:
    """The campaign is named in January and February 2027 and in no other year."""
    calendar = working_calendar()
    named = [
        (year, month)
        for year in YEARS
        for month in range(1, 13)
        if "campana-seccional-2027" in ids(calendar.month(year, month).seasons)
    ]
    assert named == [(2027, 1), (2027, 2)]


def test_a_season_twice_in_a_month_is_named_once() -> None:
    """No month lists a season twice."""
    calendar = working_calendar()
    for month in range(1, 13):
        names = [each.id for each in calendar.month(2026, month, sectors=["comercio", "turismo"]).seasons]
        assert len(names) == len(set(names))


def test_effects_are_one_formal_sentence() -> None:
    """What a season means is one sentence, in usted."""
    for each in calendar_data().seasons:
        assert each.effect.endswith("."), each.id
        assert each.effect.rstrip(".").count(". ") == 0, each.id
        assert informal_forms(each.effect) == [], each.id


def test_a_season_that_never_happens_is_refused() -> None:
    """A season says when it happens, in one way."""
    fields = season("presupuestos").model_dump() | {"yearly": None}
    with pytest.raises(ValidationError, match="yearly"):
        Season.model_validate(fields)
    both = season("presupuestos").model_dump() | {"windows": [{"first": "2026-01-01", "last": "2026-01-02"}]}
    with pytest.raises(ValidationError, match="yearly"):
        Season.model_validate(both)


def test_a_blackout_of_one_place_is_refused() -> None:
    """`blackout_on` knows regions and sectors only, so a blackout may not hide behind a place."""
    fields = season("pausa-de-fin-de-ano").model_dump() | {"places": ["canton.quito"]}
    with pytest.raises(ValidationError, match="bloqueo"):
        Season.model_validate(fields)


@pytest.mark.parametrize("month_day", ["02-29", "13-01", "00-10", "04-31", "1-1"])
def test_a_day_that_not_every_year_has_is_refused(month_day: str) -> None:
    """A yearly window begins and ends on days that exist every year."""
    with pytest.raises(ValidationError):
        YearlyWindow.model_validate({"first": month_day, "last": "12-31"})


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    """Dated windows are in order."""
    with pytest.raises(ValidationError, match="antes de empezar"):
        Window(first=date(2026, 2, 2), last=date(2026, 2, 1))
