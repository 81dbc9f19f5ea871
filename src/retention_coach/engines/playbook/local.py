"""What of Ecuador weighs on a month or a decision, each with the entry that says so."""

from collections.abc import Sequence
from datetime import date

from retention_coach.assessment import cite
from retention_coach.domain.evidence import Figure
from retention_coach.domain.strategy import LocalFit
from retention_coach.engines.playbook.case import Case
from retention_coach.knowledge.calendar.entries import Canton, Province
from retention_coach.knowledge.calendar.month_context import MonthContext
from retention_coach.knowledge.entries.sectors import Activity, Sector
from retention_coach.spanish import formats


def month_fits(case: Case, context: MonthContext) -> tuple[LocalFit, ...]:
    """Seasons first, blackouts before them, then rest days, then the sector's own cycle; at most five."""
    blackouts = {found.season.id for found in context.blackouts}
    seasons = sorted(context.seasons, key=lambda season: (season.id not in blackouts, not season.sectors))
    fits = [LocalFit(knowledge_id=season.id, statement=season.effect) for season in seasons[:3]]
    fits += [
        LocalFit(
            knowledge_id=rest.entry.id,
            statement=f"El {formats.long_date(rest.day)} no se trabaja{_where(case, rest.place)}: {rest.name}.",
        )
        for rest in context.rest_days[:2]
    ]
    return (*fits, sector_fit(case, context.period))


def sector_fit(case: Case, period: str) -> LocalFit:
    """What the month usually is in the customers' sector, unless the company says otherwise."""
    return LocalFit(knowledge_id=case.sector.id, statement=case.month_note(period).text)


def fit_for(case: Case, day: date, trades: Sequence[Sector]) -> LocalFit:
    """What of Ecuador weighs on an action of that day, and what to make of it.

    A season of the trades that it is meant for that the day falls in; else what the month is for the trade of whom it
    asks most. Where no trade is known (none given), what the month is for the company itself.
    """
    calendar = case.knowledge.working_calendar
    season = calendar.blackout_on(day, sectors=[trade.key for trade in trades]) if trades else None
    if season is not None and season.season.sectors:
        return LocalFit(knowledge_id=season.season.id, statement=season.season.effect)
    if not trades:
        return LocalFit(knowledge_id=case.own.id, statement=case.month_in(case.own, day.month).text)
    sector = max(trades, key=lambda each: _URGENCY[case.month_in(each, day.month).activity])
    note = case.month_in(sector, day.month)
    return LocalFit(knowledge_id=sector.id, statement=f"{note.text} {_MEANING[note.activity]}".strip())


_URGENCY: dict[Activity, int] = {"high": 2, "low": 1, "normal": 0}
_MEANING: dict[Activity, str] = {
    "high": "Contacto corto y acordado antes.",
    "low": "Hay tiempo para sentarse a conversar.",
    "normal": "",
}


def figures_of(*fits: LocalFit) -> tuple[Figure, ...]:
    """The figures that these statements mention, each resting on its entry."""
    return tuple(
        figure
        for fit in fits
        for figure in cite.figures_in(fit.statement, fit.knowledge_id, "cifra de la fuente citada")
    )


def _where(case: Case, place: str | None) -> str:
    """«en Cayambe», for a local holiday."""
    entry = case.knowledge.entry(place) if place else None
    return f" en {entry.name}" if isinstance(entry, Canton | Province) else ""
