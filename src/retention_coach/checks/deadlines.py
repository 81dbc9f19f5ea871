"""Deadlines on days that are worked, in their month or phase (constraints 62.5, 62.6 and 64.3)."""

from collections.abc import Iterator
from datetime import date

from retention_coach.checks.context import CheckContext
from retention_coach.checks.walk import join
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.finding import Finding
from retention_coach.domain.horizon import period_of
from retention_coach.domain.sector_plan import SectorPlan

_MONTHS_IN_PHASE = 2


def plan_deadlines_hold(plan: ActionPlan, context: CheckContext) -> Iterator[Finding]:
    """DEADLINE_OUTSIDE_MONTH, DEADLINE_NOT_WORKING_DAY and DEADLINE_IN_BLACKOUT, for the six-month plan."""
    for index, month in enumerate(plan.months):
        period = context.setting.periods[index] if index < len(context.setting.periods) else month.period
        for number, action in enumerate(month.actions):
            path = join("months", index, "actions", number, "deadline")
            if period_of(action.deadline) != period:
                yield context.finding(
                    "DEADLINE_OUTSIDE_MONTH", path, deadline=action.deadline.isoformat(), period=period
                )
            yield from _not_worked(action.deadline, path, context)
            yield from _in_blackout(action.deadline, path, context)


def sector_deadlines_hold(plan: SectorPlan, context: CheckContext) -> Iterator[Finding]:
    """DEADLINE_OUTSIDE_PHASE, DEADLINE_NOT_WORKING_DAY and DEADLINE_IN_BLACKOUT, for the sector plan.

    Only new actions are judged for blackouts: those of the six-month plan already were.
    """
    periods = context.setting.periods
    for index, phase in enumerate(plan.phases):
        allowed = periods[index * _MONTHS_IN_PHASE : (index + 1) * _MONTHS_IN_PHASE]
        for number, action in enumerate(phase.actions):
            path = join("phases", index, "actions", number, "deadline")
            if allowed and period_of(action.deadline) not in allowed:
                yield context.finding(
                    "DEADLINE_OUTSIDE_PHASE",
                    path,
                    deadline=action.deadline.isoformat(),
                    first=allowed[0],
                    last=allowed[-1],
                )
            yield from _not_worked(action.deadline, path, context)
            if action.plan_action_id is None:
                yield from _in_blackout(action.deadline, path, context)


def _not_worked(day: date, path: str, context: CheckContext) -> Iterator[Finding]:
    calendar, canton = context.knowledge.working_calendar, context.setting.canton
    if not calendar.is_working_day(day, canton):
        rest = calendar.rest_day(day, canton)
        yield context.finding(
            "DEADLINE_NOT_WORKING_DAY", path, deadline=day.isoformat(), holiday=rest.name if rest else ""
        )


def _in_blackout(day: date, path: str, context: CheckContext) -> Iterator[Finding]:
    reason = context.setting.blackout_reason(day, context.knowledge)
    if reason:
        yield context.finding("DEADLINE_IN_BLACKOUT", path, deadline=day.isoformat(), reason=reason)
