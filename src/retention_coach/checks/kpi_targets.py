"""Targets are the plan's, benchmarks are published or absent, and each result has its own action (63.2, 63.4, 63.5)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from retention_coach.checks.closeness import same
from retention_coach.checks.context import CheckContext
from retention_coach.checks.goals import last_improvements
from retention_coach.checks.walk import join
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.finding import Finding
from retention_coach.domain.kpi_set import Kpi, KpiSet, Scenario
from retention_coach.spanish.words import fold, normalise_spaces

_UNPUBLISHED = "sin referencia publicada"


def targets_are_the_plans(kpi_set: KpiSet, context: CheckContext) -> Iterator[Finding]:
    """TARGET_NOT_IN_PLAN (CH.1): the target is the plan's last goal that improves the indicator.

    Without such a goal a target may only be calculated, as churn follows from retention.
    """
    goals = last_improvements(context.inputs.output(ActionPlan))
    for index, kpi in enumerate(kpi_set.kpis):
        goal, path = goals.get(kpi.kpi), join("kpis", index, "target")
        if goal is None and kpi.target is not None and kpi.target.basis.kind != "calculation":
            yield context.finding("TARGET_NOT_IN_PLAN", path, kpi=kpi.kpi, value=kpi.target.value, unit=kpi.target.unit)
        if goal is not None and not _is_goal(kpi, goal.target.value, goal.target.unit):
            found = {} if kpi.target is None else {"value": kpi.target.value, "unit": kpi.target.unit}
            yield context.finding(
                "TARGET_NOT_IN_PLAN",
                path,
                kpi=kpi.kpi,
                expected=goal.target.value,
                expected_unit=goal.target.unit,
                **found,
            )


def benchmarks_are_published(kpi_set: KpiSet, context: CheckContext) -> Iterator[Finding]:
    """BENCHMARK_UNRESOLVED and BENCHMARK_UNSOURCED (63.4): a known reference for this indicator, or a plain «none»."""
    known = {entry.id: entry.kpi for entry in context.knowledge.benchmarks}
    for index, kpi in enumerate(kpi_set.kpis):
        ratio, path = kpi.optimal_ratio, join("kpis", index, "optimal_ratio")
        if ratio.benchmark_id is not None and known.get(ratio.benchmark_id) != kpi.kpi:
            yield context.finding(
                "BENCHMARK_UNRESOLVED", join(path, "benchmark_id"), ref=ratio.benchmark_id, kpi=kpi.kpi
            )
        if ratio.benchmark_id is None and ratio.benchmark_note.strip() and not _says_unpublished(ratio.benchmark_note):
            yield context.finding("BENCHMARK_UNSOURCED", join(path, "benchmark_note"), kpi=kpi.kpi)


def scenarios_cover_all(kpi_set: KpiSet, context: CheckContext) -> Iterator[Finding]:
    """SCENARIOS_INVALID and SCENARIO_ACTION_REPEATED (63.5).

    Two scenarios or more, whose ranges together hold every value once, and no two of which ask for the same.
    """
    for index, kpi in enumerate(kpi_set.kpis):
        path = join("kpis", index, "scenarios")
        if not _covers_all(kpi.scenarios):
            yield context.finding("SCENARIOS_INVALID", path, kpi=kpi.kpi)
        actions = [said for scenario in kpi.scenarios if (said := _folded(scenario.action))]
        if len(set(actions)) < len(actions):
            yield context.finding("SCENARIO_ACTION_REPEATED", path, kpi=kpi.kpi)


def _is_goal(kpi: Kpi, value: float, unit: str) -> bool:
    return kpi.target is not None and same(kpi.target.value, value) and kpi.target.unit == unit


def _covers_all(scenarios: Sequence[Scenario]) -> bool:
    """Whether the ranges, lowest first, join end to start from no lower limit to no upper limit."""
    ranges = sorted(scenarios, key=lambda scenario: (scenario.low is not None, scenario.low or 0.0))
    if len(ranges) < 2 or ranges[0].low is not None or ranges[-1].high is not None:
        return False
    rising = all(scenario.low is None or scenario.high is None or scenario.low < scenario.high for scenario in ranges)
    return rising and all(
        below.high is not None and above.low is not None and same(below.high, above.low)
        for below, above in pairwise(ranges)
    )


def _says_unpublished(note: str) -> bool:
    return _UNPUBLISHED in _folded(note)


def _folded(text: str) -> str:
    return normalise_spaces(fold(text))
