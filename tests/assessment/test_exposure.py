"""Named customers at stake: who they are, what they bill, and what part of the whole that is."""

from datetime import date

from playbook_cases import figures, profile

from retention_coach.assessment.exposure import exposure_of
from retention_coach.domain.profile import Account

SOON, LATER = date(2027, 3, 31), date(2029, 1, 1)


def account(number: int, **values: object) -> Account:
    """An account with what the test says of it."""
    return Account.model_validate({"id": f"C{number}", "customer": f"Cliente {number}", **values})


def test_accounts_with_a_date_in_the_plan_or_in_high_risk_are_at_stake() -> None:
    """Neither one that renews later in low risk nor one of which nothing is known."""
    named = (
        account(1, renewal_date=SOON, annual_revenue_usd=6_000),
        account(2, risk="high", annual_revenue_usd=4_000),
        account(3, renewal_date=LATER, risk="low", annual_revenue_usd=9_000),
        account(4),
    )
    company = profile(accounts=named, start_month="2027-01", figures=figures(revenue_opening=40_000, gross_margin=30))
    found = exposure_of(company)
    assert found is not None
    assert [item.id for item in found.accounts] == ["C1", "C2"]
    assert found.revenue is not None
    assert found.revenue.value == 10_000
    assert found.share is not None
    assert found.share.value == 25
    assert found.margin is not None
    assert found.margin.value == 3_000


def test_without_billing_there_is_no_sum() -> None:
    """The names are told, the money is not invented."""
    found = exposure_of(profile(accounts=(account(1, risk="high"),), start_month="2027-01"))
    assert found is not None
    assert (found.revenue, found.share, found.margin) == (None, None, None)


def test_without_named_customers_at_stake_there_is_no_exposure() -> None:
    """A calm portfolio exposes nothing."""
    assert exposure_of(profile(accounts=(account(1, risk="low"),), start_month="2027-01")) is None
