"""What a plan costs, what it protects and when it pays back, from the company's own figures and nothing else.

Professional judgement, said in documents: losses are spread evenly over a period; a customer who stays is worth what
those who left were worth, or the average customer where that is not known; people's hours are not valued, because
nobody said what they cost: instead the figure `hour_worth` says up to what cost of an hour the plan pays.
"""

import math
from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ConfigDict

from retention_coach.assessment import cite
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.figures import CompanyFigures
from retention_coach.domain.strategy import Objective
from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.baselines import MONTHS

_YEAR = 12


class MoneyCase(BaseModel):
    """The account of a plan. A figure is None where the company's figures do not reach for it.

    Attributes:
        cost: USD in the six months, of every step.
        hours: people's hours in the six months.
        leaving: customers who would leave in six months at today's pace.
        leaving_revenue: what these customers bill in a year, USD.
        kept: customers who stay thanks to the goal.
        protected_revenue: what they bill in a year, USD.
        protected_margin: gross margin on it in a year, USD.
        payback_months: months of that margin that cover the cost.
        customers_to_pay: customers who must stay for a year so that the margin covers the cost, rounded up.
        hour_worth: USD that an hour of the team may cost so that the first year still pays.
        evidence: the company's figures that were used.
        missing: ids of the figures without which more cannot be said.
    """

    model_config = ConfigDict(frozen=True)

    cost: Figure
    hours: Figure
    leaving: Figure | None = None
    leaving_revenue: Figure | None = None
    kept: Figure | None = None
    protected_revenue: Figure | None = None
    protected_margin: Figure | None = None
    payback_months: Figure | None = None
    customers_to_pay: Figure | None = None
    hour_worth: Figure | None = None
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()


def money_of(
    figures: CompanyFigures, goals: Sequence[Objective], *, hours: Sequence[float], costs: Sequence[float]
) -> MoneyCase:
    """The account of a plan or of an alternative.

    Args:
        figures: the company's figures.
        goals: its objectives; the one for retention or churn says how many customers stay.
        hours: people's hours of each part of the plan.
        costs: USD of each part of the plan.
    """
    case = MoneyCase(
        cost=cite.total("costo en seis meses", "usd", list(costs)),
        hours=cite.total("horas de trabajo en seis meses", "hours", list(hours)),
        missing=tuple(name for name in _NEEDED if figures.value(name) is None),
        evidence=tuple(cite.figure(name) for name in (*_NEEDED, "revenue_lost") if figures.value(name) is not None),
    )
    return case.model_copy(update={**dict(_losses(figures)), **dict(_protection(figures, goals, case))})


_NEEDED = ("customers_start", "customers_lost", "revenue_opening", "gross_margin")


def _losses(figures: CompanyFigures) -> Iterator[tuple[str, Figure]]:
    """What happens if nothing is done."""
    lost = figures.customers_lost
    if lost is None or not lost.value:
        return
    arithmetic = f"{literal(lost.value)} * {HORIZON_MONTHS} / {MONTHS[lost.period]}"
    leaving = lost.value * HORIZON_MONTHS / MONTHS[lost.period]
    yield "leaving", cite.computed("clientes que se irían en seis meses", leaving, "customers", arithmetic)
    each = _revenue_of_a_customer(figures)
    if each is not None:
        yield "leaving_revenue", _product("facturación anual de esos clientes", leaving, each)


def _protection(
    figures: CompanyFigures, goals: Sequence[Objective], case: MoneyCase
) -> Iterator[tuple[str, Figure | None]]:
    """What the goal protects and when that pays the cost."""
    kept, each = _kept(figures, goals), _revenue_of_a_customer(figures)
    if kept is None:
        return
    yield "kept", kept
    if each is None:
        return
    revenue = _product("facturación anual que se conserva", kept.value, each)
    yield "protected_revenue", revenue
    rate = figures.value("gross_margin")
    if not rate:
        return
    each_margin = each.value * rate / 100
    margin = revenue.value * rate / 100
    arithmetic = f"{literal(revenue.value)} * {literal(rate)} / 100"
    yield "protected_margin", cite.computed("margen bruto anual que se conserva", round(margin, 2), "usd", arithmetic)
    yield from _payback(case, round(margin, 2), round(each_margin, 2))


def _payback(case: MoneyCase, margin: float, each_margin: float) -> Iterator[tuple[str, Figure]]:
    cost, hours = case.cost.value, case.hours.value
    if cost and margin and each_margin:
        arithmetic = f"{literal(cost)} / ({literal(margin)} / {_YEAR})"
        months = cost / (margin / _YEAR)
        yield "payback_months", cite.computed("meses hasta pagarse", round(months, 1), "count", arithmetic)
        enough = f"{literal(cost)} / {literal(each_margin)}"
        customers = math.ceil(cost / each_margin)
        yield "customers_to_pay", cite.computed("clientes que pagan el plan", customers, "customers", enough)
    if hours and margin > cost:
        arithmetic = f"({literal(margin)} - {literal(cost)}) / {literal(hours)}"
        worth = round((margin - cost) / hours, 2)
        yield "hour_worth", cite.computed("costo de la hora que el plan soporta", worth, "usd", arithmetic)


def _kept(figures: CompanyFigures, goals: Sequence[Objective]) -> Figure | None:
    """The customers who stay thanks to the goal: the way it goes, in customers; None where it goes none."""
    goal = next((item for item in goals if item.kpi in {"retention", "churn"} and item.baseline), None)
    if goal is None or goal.baseline is None or goal.baseline.unit != goal.target.unit:
        return None
    high, low = sorted((goal.target.value, goal.baseline.value), reverse=True)
    label = "clientes que se quedan si se cumple la meta"
    if high == low:
        return None
    if goal.target.unit == "customers":
        return cite.computed(label, round(high - low, 2), "customers", f"{literal(high)} - {literal(low)}")
    start = figures.value("customers_start")
    if goal.target.unit != "percent" or not start:
        return None
    arithmetic = f"({literal(high)} - {literal(low)}) / 100 * {literal(start)}"
    return cite.computed(label, round((high - low) / 100 * start, 1), "customers", arithmetic)


def _revenue_of_a_customer(figures: CompanyFigures) -> Figure | None:
    """What a customer bills in a year: those who left, or else the average customer."""
    pairs = (
        ("facturación anual de cada cliente que se fue", figures.revenue_lost, figures.customers_lost),
        ("facturación anual de un cliente promedio", figures.revenue_opening, figures.customers_start),
    )
    for label, revenue, customers in pairs:
        if revenue and revenue.value and customers and customers.value:
            factor = _YEAR / MONTHS[revenue.period]
            times = "" if factor == 1 else f" * {literal(factor)}"
            arithmetic = f"{literal(revenue.value)} / {literal(customers.value)}{times}"
            return cite.computed(label, round(revenue.value / customers.value * factor, 2), "usd", arithmetic)
    return None


def _product(label: str, count: float, each: Figure) -> Figure:
    arithmetic = f"{literal(count)} * {literal(each.value)}"
    return cite.computed(label, round(count * each.value, 2), "usd", arithmetic)
