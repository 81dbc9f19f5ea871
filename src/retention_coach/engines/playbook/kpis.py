"""Step 63: the six indicators, computed from the company's figures, with the plan's numbers as targets."""

from retention_coach.domain.base import KPI_IDS, KpiId
from retention_coach.domain.evidence import Figure
from retention_coach.domain.kpi_set import Kpi, KpiSetDraft, OptimalRatio
from retention_coach.domain.strategy import Objective
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.kpi_grounds import (
    baseline_note,
    benchmark_note,
    definition,
    evidence,
    reference,
    target_figures,
)
from retention_coach.engines.playbook.kpi_scenarios import scenarios
from retention_coach.engines.playbook.kpi_targets import last_goal, own_target, target_of
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.paths import today_of
from retention_coach.metrics.baselines import FORMULA_OF
from retention_coach.metrics.registry import FORMULAS


def write_kpi_set(case: Case) -> KpiSetDraft:
    """One indicator for each of the six."""
    return KpiSetDraft(kpis=tuple(_kpi(case, kpi) for kpi in KPI_IDS))


def _kpi(case: Case, kpi: KpiId) -> Kpi:
    entry = next(item for item in case.knowledge.kpis if item.kpi == kpi)
    goal, target = last_goal(case, kpi), target_of(case, kpi)
    today = _start(goal) or today_of(case, kpi)
    owners = Ledger(case.profile).owners((entry.owner_role,))
    found, reference_figures = reference(case, kpi)
    note, note_figures = baseline_note(case, kpi, today)
    return Kpi(
        kpi=kpi,
        definition=definition(case, entry, today),
        formula_id=FORMULA_OF[kpi],
        formula_text=FORMULAS[FORMULA_OF[kpi]].formula_text,
        frequency=entry.frequency,
        direction=entry.direction,
        baseline=today,
        baseline_note=note,
        target=target,
        optimal_ratio=OptimalRatio(
            own_target=own_target(case, kpi, today, target),
            benchmark_id=found.id if found else None,
            benchmark_note=benchmark_note(case, kpi, found),
        ),
        scenarios=scenarios(case, entry, goal.baseline if goal else today, target),
        owner=owners[0],
        data_source=entry.data_source,
        evidence=evidence(case, kpi, entry),
        figures=(*note_figures, *reference_figures, *target_figures(case, kpi)),
    )


def _start(goal: Objective | None) -> Figure | None:
    """Where the plan's goal starts, where that is not the indicator's usual measure.

    It is what an answer says of the one flow to speed up, or the losses of six months at today's pace.
    """
    start = goal.baseline if goal is not None else None
    if goal is None or start is None:
        return None
    in_customers = goal.kpi == "churn" and start.unit == goal.target.unit == "customers"
    is_pace = in_customers and start.basis.kind == "calculation"
    return start if is_pace or start.basis.kind == "answer" else None
