"""Formulas come from the library and compute (constraints 63.2 and 63.3)."""

from collections.abc import Iterator

from retention_coach.checks.closeness import same
from retention_coach.checks.context import CheckContext
from retention_coach.checks.goals import IMPROVES_DOWN
from retention_coach.checks.walk import join
from retention_coach.domain.finding import Finding
from retention_coach.domain.kpi_set import Kpi, KpiSet
from retention_coach.metrics.formula import Formula
from retention_coach.metrics.registry import FORMULAS
from retention_coach.metrics.result import Computed


def formulas_are_known(kpi_set: KpiSet, context: CheckContext) -> Iterator[Finding]:
    """FORMULA_UNKNOWN and FORMULA_WRONG (63.3): the library has the formula for this indicator, and it computes."""
    for index, kpi in enumerate(kpi_set.kpis):
        path = join("kpis", index, "formula_id")
        formula = formula_of(kpi)
        if formula is None:
            yield context.finding("FORMULA_UNKNOWN", path, formula=kpi.formula_id, kpi=kpi.kpi)
        elif not _computes(formula):
            yield context.finding("FORMULA_WRONG", path, formula=kpi.formula_id)


def directions_are_right(kpi_set: KpiSet, context: CheckContext) -> Iterator[Finding]:
    """DIRECTION_WRONG: churn and response time improve downwards, the other four upwards."""
    for index, kpi in enumerate(kpi_set.kpis):
        expected = "down" if kpi.kpi in IMPROVES_DOWN else "up"
        if kpi.direction != expected:
            yield context.finding("DIRECTION_WRONG", join("kpis", index, "direction"), kpi=kpi.kpi, expected=expected)


def formula_of(kpi: Kpi) -> Formula | None:
    """The library's formula that an indicator cites, if it is one of that indicator."""
    formula = FORMULAS.get(kpi.formula_id)
    return formula if formula is not None and formula.kpi == kpi.kpi else None


def _computes(formula: Formula) -> bool:
    result = formula.compute(formula.test_vector.inputs)
    return isinstance(result, Computed) and same(result.value, formula.test_vector.expected)
