"""The named customers whose going is at stake within the plan, and what they bill: what could be lost, not a gain."""

from pydantic import BaseModel, ConfigDict

from retention_coach.assessment import cite
from retention_coach.domain.evidence import Figure
from retention_coach.domain.horizon import first_day, last_day, plan_periods
from retention_coach.domain.profile import Account, Profile
from retention_coach.metrics.arithmetic import literal


class Exposure(BaseModel):
    """Accounts with a date within the plan or in high risk.

    Attributes:
        accounts: in the order of the profile.
        revenue: what they bill in a year, USD, those whose billing is known; None where none is.
        share: percent of the company's billing; None where that is not known or is smaller.
        margin: gross margin on that revenue in a year, USD; None where the margin is not known.
    """

    model_config = ConfigDict(frozen=True)

    accounts: tuple[Account, ...]
    revenue: Figure | None
    share: Figure | None
    margin: Figure | None


def exposure_of(profile: Profile) -> Exposure | None:
    """The exposure of a company; None where no named customer is at stake."""
    at_stake = tuple(account for account in profile.accounts if account.risk == "high" or _ends(account, profile))
    if not at_stake:
        return None
    billed = [account.annual_revenue_usd for account in at_stake if account.annual_revenue_usd]
    revenue = cite.total("facturación anual en juego", "usd", billed) if billed else None
    return Exposure(
        accounts=at_stake, revenue=revenue, share=_share(profile, revenue), margin=_margin(profile, revenue)
    )


def _ends(account: Account, profile: Profile) -> bool:
    """Whether its agreement ends within the six months of the plan."""
    periods = plan_periods(profile.start_month)
    return account.renewal_date is not None and first_day(periods[0]) <= account.renewal_date <= last_day(periods[-1])


def _margin(profile: Profile, revenue: Figure | None) -> Figure | None:
    rate = profile.figures.value("gross_margin")
    if revenue is None or not rate:
        return None
    arithmetic = f"{literal(revenue.value)} * {literal(rate)} / 100"
    return cite.computed("margen bruto anual en juego", round(revenue.value * rate / 100, 2), "usd", arithmetic)


def _share(profile: Profile, revenue: Figure | None) -> Figure | None:
    opening = profile.figures.revenue_opening
    if revenue is None or opening is None or opening.period != "year" or not opening.value:
        return None
    if revenue.value > opening.value:
        return None
    arithmetic = f"{literal(revenue.value)} / {literal(opening.value)} * 100"
    return cite.computed(
        "parte de la facturación", round(revenue.value / opening.value * 100, 1), "percent", arithmetic
    )
