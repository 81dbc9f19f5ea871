"""Two alternatives, each whole and affordable, and a recommendation (constraints 61.5 to 61.7)."""

from collections.abc import Iterator

from retention_coach.checks.context import CheckContext
from retention_coach.checks.walk import join
from retention_coach.domain.capacity import is_feasible, total_hours
from retention_coach.domain.finding import Finding
from retention_coach.domain.horizon import first_day, last_day
from retention_coach.domain.strategy import Strategy


def alternatives_are_two(strategy: Strategy, context: CheckContext) -> Iterator[Finding]:
    """ALTERNATIVES_NOT_TWO (61.5): exactly two, A and B."""
    labels = [alternative.label for alternative in strategy.alternatives]
    if sorted(labels) != ["A", "B"]:
        yield context.finding("ALTERNATIVES_NOT_TWO", "alternatives", found=", ".join(labels))


def alternatives_are_complete(strategy: Strategy, context: CheckContext) -> Iterator[Finding]:
    """LEVERS_COUNT, OBJECTIVES_COUNT, LOCAL_FIT_MISSING (61.7) and LIST_EMPTY: what each alternative has to hold."""
    for index, alternative in enumerate(strategy.alternatives):
        path = join("alternatives", index)
        levers, objectives = len(alternative.levers), len(alternative.objectives)
        if not 2 <= levers <= 4:
            yield context.finding("LEVERS_COUNT", join(path, "levers"), count=levers)
        if not 1 <= objectives <= 3:
            yield context.finding("OBJECTIVES_COUNT", join(path, "objectives"), count=objectives)
        if not alternative.local_fit:
            yield context.finding("LOCAL_FIT_MISSING", join(path, "local_fit"))
        for field in ("must_be_true", "how_it_can_fail"):
            if not getattr(alternative, field):
                yield context.finding("LIST_EMPTY", join(path, field), field=field)


def objectives_are_dated(strategy: Strategy, context: CheckContext) -> Iterator[Finding]:
    """OBJECTIVE_DATE (61.6): an objective is due within the six months of the plan."""
    periods = context.setting.periods
    first, last = first_day(periods[0]), last_day(periods[-1])
    for index, alternative in enumerate(strategy.alternatives):
        for number, objective in enumerate(alternative.objectives):
            if not first <= objective.due <= last:
                yield context.finding(
                    "OBJECTIVE_DATE",
                    join("alternatives", index, "objectives", number, "due"),
                    due=objective.due.isoformat(),
                    first=first.isoformat(),
                    last=last.isoformat(),
                )


def effort_is_affordable(strategy: Strategy, context: CheckContext) -> Iterator[Finding]:
    """EFFORT_OVER_CAPACITY: an alternative takes no more hours and dollars than the company has in six months.

    Where nobody has hours to speak of, step 62 says so; 61 shows what it would take.
    """
    hours = total_hours(context.profile, context.setting.periods) if is_feasible(context.profile) else None
    budget = context.profile.budget_usd
    for index, alternative in enumerate(strategy.alternatives):
        path = join("alternatives", index)
        if hours is not None and alternative.effort_hours > hours:
            yield context.finding(
                "EFFORT_OVER_CAPACITY",
                join(path, "effort_hours"),
                resource="hours",
                needed=alternative.effort_hours,
                available=hours,
            )
        if budget is not None and alternative.cost_usd > budget:
            yield context.finding(
                "EFFORT_OVER_CAPACITY",
                join(path, "cost_usd"),
                resource="usd",
                needed=alternative.cost_usd,
                available=budget,
            )


def recommendation_exists(strategy: Strategy, context: CheckContext) -> Iterator[Finding]:
    """RECOMMENDATION_UNKNOWN: what is recommended is one of the alternatives."""
    label = strategy.recommendation.label
    if label not in {alternative.label for alternative in strategy.alternatives}:
        yield context.finding("RECOMMENDATION_UNKNOWN", "recommendation.label", label=label)
