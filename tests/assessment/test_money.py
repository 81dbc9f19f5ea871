"""What a plan costs and protects: cases worked by hand, and what is not said where figures are missing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.assessment import cite
from retention_coach.assessment.money import MoneyCase, money_of
from retention_coach.domain.base import Unit
from retention_coach.domain.evidence import Figure
from retention_coach.domain.figures import CompanyFigures, Measure, Period
from retention_coach.domain.strategy import Objective
from retention_coach.metrics.arithmetic import evaluate


def figures(**values: float | tuple[float, Period]) -> CompanyFigures:
    """Figures by name; a pair gives the period too."""
    return CompanyFigures.model_validate(
        {
            name: Measure(value=value[0], period=value[1]) if isinstance(value, tuple) else Measure(value=value)
            for name, value in values.items()
        }
    )


def goal(low: float, high: float, unit: Unit = "percent") -> Objective:
    """A goal for retention, from `low` to `high`."""
    start, end = (cite.assumed("retención", value, unit, "Para la prueba.") for value in (low, high))
    return Objective(kpi="retention", kind="improve", statement="", baseline=start, target=end, due=date(2027, 6, 30))


def value(figure: Figure | None) -> float:
    """The value of a figure that must be there."""
    assert figure is not None
    return figure.value


WHOLE = figures(customers_start=200, customers_lost=30, revenue_opening=240_000, gross_margin=40)


def test_a_large_portfolio_by_hand() -> None:
    """200 customers of USD 1,200; five points more keep 10: USD 12,000 of revenue, 4,800 of margin a year."""
    account = money_of(WHOLE, [goal(85, 90)], hours=[100], costs=[600, 600])
    assert value(account.kept) == 10
    assert value(account.protected_revenue) == 12_000
    assert value(account.protected_margin) == 4_800
    assert value(account.payback_months) == 3  # 1,200 of cost over 400 a month
    assert value(account.customers_to_pay) == 3  # 1,200 over 480 a customer is 2.5
    assert value(account.hour_worth) == 36  # (4,800 - 1,200) over 100 hours


def test_doing_nothing_by_hand() -> None:
    """30 in a year are 15 in six months, 10 in a quarter are 20; each bills USD 1,200."""
    assert value(money_of(WHOLE, [], hours=[], costs=[]).leaving) == 15
    assert value(money_of(WHOLE, [], hours=[], costs=[]).leaving_revenue) == 18_000
    quarterly = figures(customers_start=200, customers_lost=(10, "quarter"))
    assert value(money_of(quarterly, [], hours=[], costs=[]).leaving) == 20


def test_customers_who_left_are_worth_what_they_billed() -> None:
    """Those who left are a better measure than the average: USD 3,000 between 5."""
    known = figures(customers_start=50, customers_lost=5, revenue_opening=100_000, revenue_lost=3_000, gross_margin=50)
    account = money_of(known, [goal(45, 47, "customers")], hours=[10], costs=[100])
    assert value(account.kept) == 2
    assert value(account.protected_revenue) == 1_200
    assert value(account.protected_margin) == 600


def test_monthly_revenue_is_counted_by_the_year() -> None:
    """USD 10,000 a month between 50 customers are 2,400 a year each."""
    known = figures(customers_start=50, customers_lost=5, revenue_opening=(10_000, "month"))
    account = money_of(known, [goal(45, 46, "customers")], hours=[10], costs=[])
    assert value(account.protected_revenue) == 2_400


def test_nothing_is_said_that_no_figure_supports() -> None:
    """Without margin no payback, without losses no pace, without a goal nothing is protected."""
    no_margin = money_of(figures(customers_start=200, revenue_opening=240_000), [goal(85, 90)], hours=[9], costs=[9])
    assert value(no_margin.protected_revenue) == 12_000
    assert (no_margin.protected_margin, no_margin.payback_months, no_margin.leaving) == (None, None, None)
    assert no_margin.missing == ("customers_lost", "gross_margin")
    held = money_of(WHOLE, [goal(85, 85)], hours=[9], costs=[9])
    assert (held.kept, held.protected_revenue) == (None, None)
    assert money_of(WHOLE, [], hours=[9], costs=[9]).kept is None


def test_a_plan_that_costs_no_money_has_no_payback() -> None:
    """There is nothing to pay back, and an hour is worth all that it protects."""
    account = money_of(WHOLE, [goal(85, 90)], hours=[100], costs=[])
    assert account.cost.value == 0
    assert account.payback_months is None
    assert value(account.hour_worth) == 48


def test_a_plan_that_costs_more_than_it_protects_says_so_by_its_months() -> None:
    """More than twelve months, and no hour of the team is paid for within the year."""
    account = money_of(WHOLE, [goal(85, 85.5)], hours=[10], costs=[6_000])
    assert value(account.payback_months) > 12
    assert account.hour_worth is None


amounts = st.one_of(st.none(), st.floats(0, 1e7, allow_nan=False).map(lambda number: round(number, 2)))


@given(
    start=st.integers(0, 5_000),
    lost=st.integers(0, 5_000),
    opening=amounts,
    gone=amounts,
    margin=st.one_of(st.none(), st.integers(0, 100)),
    reach=st.floats(0, 100),
    cost=st.integers(0, 100_000),
    hours=st.integers(0, 1_000),
)
def test_every_number_follows_from_its_arithmetic(  # noqa: PLR0917 - one figure each
    start: int,
    lost: int,
    opening: float | None,
    gone: float | None,
    margin: int | None,
    reach: float,
    cost: int,
    hours: int,
) -> None:
    """Whatever the figures, nothing fails, and each value is what its operation gives, up to rounding."""
    known = {"revenue_opening": opening, "revenue_lost": gone, "gross_margin": margin}
    given_figures = figures(
        customers_start=start,
        customers_lost=min(lost, start),
        **{name: float(number) for name, number in known.items() if number is not None},
    )
    account = money_of(given_figures, [goal(80, round(reach, 1))], hours=[hours], costs=[cost])
    for name in MoneyCase.model_fields:
        figure = getattr(account, name)
        if isinstance(figure, Figure) and name != "customers_to_pay":
            assert figure.value == pytest.approx(evaluate(figure.basis.detail), abs=0.06, rel=1e-6), name
