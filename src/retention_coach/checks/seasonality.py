"""The plan knows what each month brings (constraint 62.6)."""

from collections.abc import Iterator

from retention_coach.checks.context import CheckContext
from retention_coach.checks.walk import join
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.finding import Finding
from retention_coach.domain.horizon import first_day


def seasons_are_considered(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """SEASONALITY_MISSING: a month with holidays or seasons for these cantons and sectors names at least one."""
    for index, (month, period) in enumerate(zip(plan.months, context.setting.periods, strict=False)):
        happening = context.setting.calendar_entries(period, context.knowledge)
        if happening and not happening & {fit.knowledge_id for fit in month.seasonality}:
            yield context.finding(
                "SEASONALITY_MISSING",
                join("months", index, "seasonality"),
                period=period,
                entries=", ".join(sorted(happening)),
            )


def calendar_end_is_said(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """CALENDAR_END_UNSAID: a plan that goes beyond the known calendar says so."""
    calendar = context.knowledge.working_calendar
    unknown = [
        period for period in context.setting.periods[: len(plan.months)] if not calendar.covers(first_day(period))
    ]
    if unknown and not plan.calendar_note.strip():
        yield context.finding(
            "CALENDAR_END_UNSAID",
            "calendar_note",
            period=unknown[0],
            first_year=str(calendar.years[0]),
            last_year=str(calendar.years[-1]),
        )
