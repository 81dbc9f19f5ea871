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

    Retention and churn may also be given in customers kept or lost. Without the figures there is no baseline, unless
    the plan starts from what an answer says of the one flow that it speeds up.
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
        if kpi.baseline is not None and not _is_ours(kpi.baseline, today, _in_customers(formula, figures)):
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


def _is_said(given: Figure, goal: Objective | None) -> bool:
    """Whether it is the start of the plan's goal, as an answer says it."""
    return given.basis.kind == "answer" and goal is not None and goal.baseline == given


def _is_ours(given: Figure, *amounts: Amount | None) -> bool:
    return any(
        amount is not None and agrees(given.value, amount.value) and given.unit == amount.unit for amount in amounts
    )
