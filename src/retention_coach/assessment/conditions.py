"""What approaches ask of a company's figures, accounts and means."""

from collections.abc import Callable, Mapping

from retention_coach.domain.capacity import HORIZON_MONTHS, is_small_portfolio, total_hours
from retention_coach.domain.horizon import period_of, plan_periods
from retention_coach.domain.profile import Account, Profile
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.approaches import Condition
from retention_coach.knowledge.setting import Setting

_MANY_CUSTOMERS = 60
"""From here on nobody can call every customer each month; professional judgement."""

_LARGE_SHARE = 0.35
"""Share of the revenue from which the named accounts decide the year; professional judgement."""

_SMALL_SHARE = 0.15
"""Share of the revenue under which the agreements that end do not decide the semester; professional judgement."""

_FEW_HOURS = 20.0
"""Team hours a month below which only a few customers can be reached; professional judgement."""


def holds(condition: Condition, profile: Profile, knowledge: Knowledge) -> bool:
    """Whether a condition holds for a company; what it did not say does not hold."""
    if condition == "busy_season":
        return len(busy_months(profile, knowledge)) > 1
    return _TESTS[condition](profile)


def renewals_within(profile: Profile) -> tuple[Account, ...]:
    """The named customers whose agreement ends within the plan, the first to end first."""
    periods = plan_periods(profile.start_month)
    due = [
        (account.renewal_date, account)
        for account in profile.accounts
        if account.renewal_date and periods[0] <= period_of(account.renewal_date) <= periods[-1]
    ]
    return tuple(account for _end, account in sorted(due, key=lambda pair: pair[0]))


def busy_months(profile: Profile, knowledge: Knowledge) -> tuple[str, ...]:
    """The months of the plan (`aaaa-mm`) that are high season in the customers' first sector that is known."""
    setting = Setting.of(profile, knowledge)
    if not setting.customer_sectors:
        return ()
    sector = setting.customer_sectors[0]
    return tuple(period for period in setting.periods if sector.in_month(int(period[5:])).activity == "high")


def _has_named_renewals(profile: Profile) -> bool:
    return bool(renewals_within(profile))


def _has_renewal_at_risk(profile: Profile) -> bool:
    return any(account.risk == "high" for account in renewals_within(profile))


def _is_concentrated(profile: Profile) -> bool:
    total = profile.figures.value("revenue_opening")
    named = sum(account.annual_revenue_usd or 0 for account in profile.accounts)
    return bool(total) and named >= _LARGE_SHARE * (total or 0)


def _has_small_stake(profile: Profile) -> bool:
    """Whether the agreements that end are those of a few of many customers and bring little of the revenue."""
    total, due = profile.figures.value("revenue_opening"), renewals_within(profile)
    known = [account.annual_revenue_usd for account in due if account.annual_revenue_usd is not None]
    is_small = bool(total and due) and len(known) == len(due) and sum(known) < _SMALL_SHARE * (total or 0)
    return is_small and _has_many_customers(profile)


def _has_many_customers(profile: Profile) -> bool:
    return (profile.figures.value("customers_start") or 0) >= _MANY_CUSTOMERS


def _has_few_hours(profile: Profile) -> bool:
    hours = total_hours(profile, plan_periods(profile.start_month))
    return hours is not None and hours < _FEW_HOURS * HORIZON_MONTHS


def _net_change(profile: Profile) -> float:
    """What customers added to what they buy, less what they cut."""
    figures = profile.figures
    return (figures.value("revenue_expansion") or 0) - (figures.value("revenue_contraction") or 0)


_TESTS: Mapping[Condition, Callable[[Profile], bool]] = {
    "named_renewals": _has_named_renewals,
    "renewal_at_risk": _has_renewal_at_risk,
    "accounts_at_risk": lambda profile: any(account.risk == "high" for account in profile.accounts),
    "few_customers": is_small_portfolio,
    "many_customers": _has_many_customers,
    "customers_lost": lambda profile: bool(profile.figures.value("customers_lost")),
    "new_customers": lambda profile: bool(profile.figures.value("customers_new")),
    "concentrated": _is_concentrated,
    "small_stake": _has_small_stake,
    "growing": lambda profile: _net_change(profile) > 0,
    "shrinking": lambda profile: _net_change(profile) < 0,
    "few_hours": _has_few_hours,
    "no_budget": lambda profile: not profile.budget_usd,
    "contract": lambda profile: profile.relationship_model == "contract",
    "recurring": lambda profile: profile.relationship_model == "recurring",
    "project": lambda profile: profile.relationship_model == "project",
}
