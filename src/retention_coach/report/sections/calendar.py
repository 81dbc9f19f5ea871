"""What the six months bring: days of rest, seasons, and days on which customers should be left alone."""

from dataclasses import dataclass
from datetime import date

from retention_coach.knowledge.calendar.month_context import MonthContext, RestDay
from retention_coach.knowledge.calendar.seasons import Occurrence, Season
from retention_coach.knowledge.provenance import Entry
from retention_coach.knowledge.setting import Setting
from retention_coach.report.case import Case, month_label
from retention_coach.report.entry_names import name_of


@dataclass(frozen=True, slots=True)
class RestLine:
    """A day of rest; `place` is empty for the whole country, `doubtful` says that it may still be moved."""

    day: date
    name: str
    place: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class SeasonLine:
    """A season and what it means for the plan."""

    name: str
    effect: str


@dataclass(frozen=True, slots=True)
class QuietLine:
    """Days, both included, on which the customers should be neither visited nor asked for decisions."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """One month; where it is not `known`, nothing but weekends is counted and the lists are empty."""

    name: str
    known: bool
    working_days: int
    rest_days: tuple[RestLine, ...]
    seasons: tuple[SeasonLine, ...]
    quiet: tuple[QuietLine, ...]


@dataclass(frozen=True, slots=True)
class CalendarSection:
    """The six months of the plan."""

    title: str
    months: tuple[CalendarMonth, ...]


def calendar_of(case: Case) -> CalendarSection | None:
    """The calendar of the six months; None before the profile."""
    contexts = _contexts(case)
    if not contexts:
        return None
    first, last = month_label(contexts[0].period), month_label(contexts[-1].period)
    return CalendarSection(
        title=f"Las fechas que condicionan el plan, de {first} a {last}",
        months=tuple(_month(context, case) for context in contexts),
    )


def calendar_entries(case: Case) -> tuple[Entry, ...]:
    """The knowledge entries that the calendar shows, each once."""
    found: dict[str, Entry] = {}
    for context in _contexts(case):
        for entry in (*(rest.entry for rest in context.rest_days), *context.seasons):
            found.setdefault(entry.id, entry)
    return tuple(found.values())


def _contexts(case: Case) -> tuple[MonthContext, ...]:
    if case.profile is None:
        return ()
    setting = Setting.of(case.profile, case.knowledge)
    return tuple(setting.month(period, case.knowledge) for period in case.periods)


def _month(context: MonthContext, case: Case) -> CalendarMonth:
    return CalendarMonth(
        name=month_label(context.period),
        known=context.known,
        working_days=context.working_days,
        rest_days=tuple(_rest(rest, case) for rest in context.rest_days),
        seasons=tuple(_season(season) for season in context.seasons),
        quiet=tuple(_quiet(occurrence) for occurrence in context.blackouts if _is_customers(occurrence, case)),
    )


def _is_customers(occurrence: Occurrence, case: Case) -> bool:
    """Whether it is everybody's, or of a sector of the customers: the company's own busy season hinders no visit."""
    sectors = Setting.of(case.profile, case.knowledge).customer_sectors if case.profile else ()
    return not occurrence.season.sectors or any(item.key in occurrence.season.sectors for item in sectors)


def _rest(rest: RestDay, case: Case) -> RestLine:
    place = name_of(rest.place, case.knowledge) if rest.place else ""
    return RestLine(rest.day, rest.name, place, rest.doubtful)


def _season(season: Season) -> SeasonLine:
    return SeasonLine(season.name, season.effect)


def _quiet(occurrence: Occurrence) -> QuietLine:
    return QuietLine(occurrence.season.name, occurrence.first, occurrence.last)
