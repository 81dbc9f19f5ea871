"""What the company can spend on retention: hours a month and dollars in six months."""

from retention_coach.domain.profile import Profile

HORIZON_MONTHS = 6
"""Every plan covers six months (prompt 62)."""

MINIMUM_HOURS_PER_MONTH = 2.0
"""What at least one person must have: an hour for the month's action and another for the five strategies."""

SMALL_PORTFOLIO = 30
"""Under this number of customers, goals speak in customers, not in percentages: one customer weighs too much."""


def monthly_hours(profile: Profile, period: str) -> float | None:
    """Hours of the whole team in a month (`aaaa-mm`); None when the company did not say who can work on retention."""
    if not profile.team:
        return None
    return sum(member.hours_in(period) for member in profile.team)


def total_hours(profile: Profile, periods: tuple[str, ...]) -> float | None:
    """Hours of the whole team in these months together; None when the company did not say who can work on retention."""
    if not profile.team:
        return None
    return sum(member.hours_in(period) for member in profile.team for period in periods)


def is_feasible(profile: Profile) -> bool:
    """Whether somebody has the hours for the smallest plan, or the company did not say who can work on retention.

    Somebody must have them in each of the six months. Money never makes a plan infeasible: many actions are free.
    """
    first = int(profile.start_month[5:])
    months = {(first - 1 + step) % 12 + 1 for step in range(HORIZON_MONTHS)}
    return not profile.team or all(
        any(
            member.hours_per_month >= MINIMUM_HOURS_PER_MONTH and month not in member.months_off
            for member in profile.team
        )
        for month in months
    )


def is_small_portfolio(profile: Profile) -> bool:
    """Whether the company has fewer customers than `SMALL_PORTFOLIO`; False when the number is not known."""
    customers = profile.figures.value("customers_start")
    return customers is not None and customers < SMALL_PORTFOLIO
