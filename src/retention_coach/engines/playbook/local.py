"""What of Ecuador weighs on a month or a decision, each with the entry that says so."""

from datetime import date

from retention_coach.domain.evidence import Figure
from retention_coach.domain.strategy import LocalFit
from retention_coach.engines.playbook import cite
from retention_coach.engines.playbook.case import Case
from retention_coach.knowledge.calendar.entries import Canton, Province
from retention_coach.knowledge.calendar.month_context import MonthContext
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
    """What the month usually is in the customers' sector."""
    return LocalFit(knowledge_id=case.sector.id, statement=case.sector.in_month(int(period[5:])).text)


def fit_for(case: Case, day: date, turn: int) -> LocalFit:
    """One thing of Ecuador that weighs on an action of that day; actions of one phase take turns.

    The seasons of the customers' sector come first, then what the month usually is in it, then the other seasons.
    """
    period = f"{day.year:04d}-{day.month:02d}"
    context = next((month for month in case.months if month.period == period), None)
    seasons = context.seasons if context else ()
    fits = [LocalFit(knowledge_id=season.id, statement=season.effect) for season in seasons if season.sectors]
    fits.append(sector_fit(case, period))
    fits += [LocalFit(knowledge_id=season.id, statement=season.effect) for season in seasons if not season.sectors]
    return fits[turn % len(fits)]


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
