"""The look-up tables of the calendar, computed once from its entries."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Self

from retention_coach.knowledge.calendar.calendar_data import CalendarData
from retention_coach.knowledge.calendar.entries import Canton, Decree, Holiday, LocalHoliday, Region, day_in
from retention_coach.knowledge.calendar.month_context import RestDay
from retention_coach.knowledge.calendar.rule import transfer
from retention_coach.knowledge.calendar.seasons import Occurrence


class CalendarTables(NamedTuple):
    """Everything `WorkingCalendar` looks up.

    Attributes:
        years: the covered years.
        national: rest days of the whole country by date, decrees applied.
        local: for each canton id, the rest days of the canton and its province by date, decrees applied.
        regions: the region of each canton id.
        places: for each canton id, its own id and its province's.
        occurrences: for each (year, month), the seasons that touch it, in order of date.
    """

    years: range
    national: Mapping[date, RestDay]
    local: Mapping[str, Mapping[date, RestDay]]
    regions: Mapping[str, Region]
    places: Mapping[str, frozenset[str]]
    occurrences: Mapping[tuple[int, int], tuple[Occurrence, ...]]

    @classmethod
    def compute(cls, raw: CalendarData) -> Self:
        """All tables for the years the national holidays cover."""
        region_of = {province.id: province.region for province in raw.provinces}
        return cls(
            years=raw.years,
            national=_national(raw),
            local=_local(raw),
            regions={canton.id: region_of[canton.province] for canton in raw.cantons},
            places={canton.id: frozenset((canton.id, canton.province)) for canton in raw.cantons},
            occurrences=_occurrences(raw),
        )


def _national(raw: CalendarData) -> dict[date, RestDay]:
    national = {
        holiday.day: _rest(holiday, holiday.day, holiday.statutory_day, doubtful=holiday.doubtful)
        for holiday in raw.holidays
    }
    for decree in raw.decrees:
        if decree.effect == "adds":
            national[decree.day] = _rest(decree, decree.day, decree.day)
        else:
            national.pop(decree.day, None)
    return national


def _local(raw: CalendarData) -> dict[str, dict[date, RestDay]]:
    taken_out = {decree.day for decree in raw.decrees if decree.effect == "removes"}
    by_place: dict[str, dict[date, RestDay]] = defaultdict(dict)
    for holiday in raw.local_holidays:
        for year in raw.years:
            statutory = day_in(year, holiday.month_day)
            rested = transfer(statutory)
            if rested not in taken_out:
                by_place[holiday.place][rested] = _rest(holiday, rested, statutory, place=holiday.place)
    return {canton.id: _in_canton(canton, by_place) for canton in raw.cantons}


def _in_canton(canton: Canton, by_place: Mapping[str, dict[date, RestDay]]) -> dict[date, RestDay]:
    return {**by_place.get(canton.province, {}), **by_place.get(canton.id, {})}


def _rest(
    entry: Holiday | LocalHoliday | Decree,
    day: date,
    statutory: date,
    *,
    place: str | None = None,
    doubtful: bool = False,
) -> RestDay:
    return RestDay(day=day, statutory_day=statutory, name=entry.name, place=place, doubtful=doubtful, entry=entry)


def _occurrences(raw: CalendarData) -> dict[tuple[int, int], tuple[Occurrence, ...]]:
    years = raw.years
    by_month: dict[tuple[int, int], list[Occurrence]] = defaultdict(list)
    for season in raw.seasons:
        for occurrence in season.occurrences(years[0], years[-1]):
            year, month = occurrence.first.year, occurrence.first.month
            while (year, month) <= (occurrence.last.year, occurrence.last.month):
                if year in years:
                    by_month[year, month].append(occurrence)
                year, month = year + month // 12, month % 12 + 1
    return {month: tuple(sorted(found, key=lambda each: each.first)) for month, found in by_month.items()}
