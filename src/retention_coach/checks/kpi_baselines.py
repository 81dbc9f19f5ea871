"""Where an indicator stands today is computed by us, never by an engine (constraint 63.3)."""

from collections.abc import Iterator
from typing import NamedTuple

from retention_coach.checks.closeness import agrees
from retention_coach.checks.context import CheckContext
from retention_coach.checks.goals import last_improvements
from retention_coach.checks.kpi_formulas import formula_of
from retention_coach.checks.walk import join
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.base import Unit
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.evidence import Figure
from retention_coach.domain.figures import CompanyFigures
from retention_coach.domain.finding import Finding
from retention_coach.domain.kpi_set import Kpi, KpiSet
from retention_coach.domain.strategy import Objective
from retention_coach.metrics.baselines import FORMULA_OF, baseline, inputs
from retention_coach.metrics.formula import Formula
from retention_coach.metrics.result import Computed, Result


class Amount(NamedTuple):
    """A value with its unit."""

    value: float
    unit: Unit


def baselines_are_ours(kpi_set: KpiSet, context: CheckContext) -> Iterator[Finding]:
    """BASELINE_MISMATCH and BASELINE_LOST: the baseline is what the library makes of the company's figures.

    Retention and churn may also be given in customers kept or lost, churn as those lost in six months at today's pace
    where the plan limits them. Without the figures there is no baseline, unless the plan starts from what an answer
    says of the one flow that it speeds up.
    """
    figures = context.profile.figures
    goals = last_improvements(context.inputs.output(ActionPlan))
    for index, kpi in enumerate(kpi_set.kpis):
        formula, path = formula_of(kpi), join("kpis", index, "baseline")
        if formula is None:
            continue
        today = _today(kpi, formula, figures)
        expected = {} if today is None else {"expected": round(today.value, 4), "expected_unit": today.unit}
        if kpi.baseline is None and today is not None:
            yield context.finding("BASELINE_LOST", path, kpi=kpi.kpi, **expected)
        if kpi.baseline is not None and _is_said(kpi.baseline, goals.get(kpi.kpi)):
            continue
        goal = goals.get(kpi.kpi)
        pace = _pace(figures) if goal is not None and goal.baseline == kpi.baseline and kpi.kpi == "churn" else None
        if kpi.baseline is not None and not _is_ours(kpi.baseline, today, _in_customers(formula, figures), pace):
            yield context.finding(
                "BASELINE_MISMATCH",
                path,
                kpi=kpi.kpi,
                value=kpi.baseline.value,
                unit=kpi.baseline.unit,
                **expected,
            )


def _today(kpi: Kpi, formula: Formula, figures: CompanyFigures) -> Amount | None:
    """What the library computes; None where the figures do not suffice or contradict each other."""
    try:
        result: Result = (
            baseline(kpi.kpi, figures) if formula.id == FORMULA_OF[kpi.kpi] else formula.compute(inputs(figures))
        )
    except ValueError:  # a count of customers that is not a whole number
        return None
    return Amount(result.value, result.unit) if isinstance(result, Computed) else None


def _in_customers(formula: Formula, figures: CompanyFigures) -> Amount | None:
    """The customers kept, for a retention of customers; those lost, for a churn of customers; None for the others."""
    start, lost = figures.value("customers_start"), figures.value("customers_lost")
    if start is None or lost is None or "customers_start" not in formula.inputs:
        return None
    return Amount(start - lost if formula.kpi == "retention" else lost, "customers")


def _pace(figures: CompanyFigures) -> Amount | None:
    """The customers that the plan's six months would lose at today's pace."""
    lost = figures.customers_lost
    months = _MONTHS_OF.get(lost.period) if lost is not None else None
    if lost is None or lost.value is None or months is None:
        return None
    return Amount(lost.value * HORIZON_MONTHS / months, "customers")


_MONTHS_OF = {"month": 1, "quarter": 3, "semester": 6, "year": 12}


def _is_said(given: Figure, goal: Objective | None) -> bool:
    """Whether it is the start of the plan's goal, as an answer says it."""
    return given.basis.kind == "answer" and goal is not None and goal.baseline == given


def _is_ours(given: Figure, *amounts: Amount | None) -> bool:
    return any(
        amount is not None and agrees(given.value, amount.value) and given.unit == amount.unit for amount in amounts
    )
