"""Which days are worked where, and what a month brings: pure look-ups in precomputed tables."""

from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Self

from retention_coach.errors import KnowledgeError
from retention_coach.knowledge.calendar.calendar_data import CalendarData
from retention_coach.knowledge.calendar.month_context import MonthContext, RestDay
from retention_coach.knowledge.calendar.seasons import Occurrence
from retention_coach.knowledge.calendar.tables import CalendarTables

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class WorkingCalendar:
    """Ecuador's working days, by canton. Build it with `from_entries`.

    A canton is always given by its id («canton.quito»), or None for what holds in the whole country. Decrees prevail
    over the national table, and a rest day that a decree takes out is worked everywhere. Outside the covered years
    only weekends are known: see `covers`.

    Raises:
        KnowledgeError: from every method that takes a canton, when no canton has that id.
    """

    def __init__(self, tables: CalendarTables) -> None:
        self._tables = tables

    @classmethod
    def from_entries(cls, raw: CalendarData) -> Self:
        """Compute every table once; the calendar never reads the entries again."""
        return cls(CalendarTables.compute(raw))

    @property
    def years(self) -> range:
        """The years whose rest days and seasons are known."""
        return self._tables.years

    def covers(self, day: date) -> bool:
        """Whether rest days and seasons of this day's year are known."""
        return day.year in self._tables.years

    def rest_day(self, day: date, canton: str | None = None) -> RestDay | None:
        """The holiday rested on this day, national before local, or None; a plain weekend has none."""
        local = self._local_of(canton)
        return self._tables.national.get(day) or local.get(day)

    def is_working_day(self, day: date, canton: str | None = None) -> bool:
        """Whether the day is neither a weekend nor rested in the canton."""
        return self.rest_day(day, canton) is None and day.weekday() < _SATURDAY

    def last_working_day_on_or_before(self, day: date, canton: str | None = None) -> date:
        """The day itself if it is worked, or else the closest earlier day that is."""
        while not self.is_working_day(day, canton):
            day -= _ONE_DAY
        return day

    def next_working_day(self, day: date, canton: str | None = None) -> date:
        """The first working day strictly after this day."""
        day += _ONE_DAY
        while not self.is_working_day(day, canton):
            day += _ONE_DAY
        return day

    def working_days(self, first: date, last: date, canton: str | None = None) -> list[date]:
        """The working days from `first` to `last`, both included; none if `last` comes before."""
        return [day for day in _days(first, last) if self.is_working_day(day, canton)]

    def month(
        self, year: int, month: int, *, cantons: Collection[str] = (), sectors: Collection[str] = ()
    ) -> MonthContext:
        """What a plan should know about a month.

        Args:
            year: any year; outside `years` the context says `known=False`.
            month: 1 to 12.
            cantons: ids of the cantons that matter, the company's own and its customers'; with none, only what holds
                in the whole country is said.
            sectors: sector keys (`flores`), likewise; with none, only what concerns every sector is said.
        """
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        rest_days = tuple(self._rest_days(first, last, cantons))
        rested = {rest.day for rest in rest_days}
        happening = self._concerning(
            first,
            sectors=sectors,
            regions={self._tables.regions[canton] for canton in cantons},
            places={place for canton in cantons for place in self._tables.places[canton]},
        )
        return MonthContext(
            period=f"{year:04d}-{month:02d}",
            known=self.covers(first),
            working_days=sum(day.weekday() < _SATURDAY and day not in rested for day in _days(first, last)),
            rest_days=rest_days,
            # Two windows of one season may touch the same month; the season is named once.
            seasons=tuple({found.season.id: found.season for found in happening}.values()),
            blackouts=tuple(found for found in happening if found.season.blackout),
        )

    def blackout_on(self, day: date, sectors: Collection[str] = (), regions: Collection[str] = ()) -> Occurrence | None:
        """The blackout this day falls in for these sectors and regions, or None; of several, the one that ends last."""
        found = [
            occurrence
            for occurrence in self._concerning(day, sectors=sectors, regions=regions, places=())
            if occurrence.season.blackout and occurrence.includes(day)
        ]
        return max(found, key=lambda occurrence: occurrence.last, default=None)

    def _local_of(self, canton: str | None) -> Mapping[date, RestDay]:
        if canton is None:
            return {}
        if canton not in self._tables.local:
            raise KnowledgeError(
                f"«{canton}» no es el identificador de ningún cantón.",
                hint="Use el que devuelve la búsqueda de lugares, por ejemplo «canton.quito».",
            )
        return self._tables.local[canton]

    def _rest_days(self, first: date, last: date, cantons: Collection[str]) -> Iterator[RestDay]:
        """The rest days of a stretch in date order; each local entry once, although several cantons share it."""
        tables = [self._local_of(canton) for canton in cantons]
        for day in _days(first, last):
            national = self._tables.national.get(day)
            if national is not None:
                yield national
            else:
                yield from {table[day].entry.id: table[day] for table in tables if day in table}.values()

    def _concerning(
        self, day: date, *, sectors: Collection[str], regions: Collection[str], places: Collection[str]
    ) -> list[Occurrence]:
        """What happens in the day's month and is limited to nothing or to some of what is given."""
        return [
            occurrence
            for occurrence in self._tables.occurrences.get((day.year, day.month), ())
            if _meets(occurrence.season.sectors, sectors)
            and _meets(occurrence.season.regions, regions)
            and _meets(occurrence.season.places, places)
        ]


def _meets(limits: Collection[str], given: Collection[str]) -> bool:
    return not limits or any(limit in given for limit in limits)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=offset) for offset in range((last - first).days + 1))
