"""Step 63: the six indicators, computed from the company's figures, with the plan's numbers as targets."""

from typing import Literal

from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.base import KPI_IDS, KpiId
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.figures import Origin
from retention_coach.domain.kpi_set import Kpi, KpiSetDraft, OptimalRatio, Scenario
from retention_coach.domain.strategy import Objective
from retention_coach.engines.playbook import cite
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goals import amount, today_of
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.knowledge.entries.benchmarks import Benchmark
from retention_coach.knowledge.entries.kpis import KpiDefinition
from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.baselines import FORMULA_OF, baseline, inputs
from retention_coach.metrics.registry import FORMULAS
from retention_coach.metrics.result import Computed
from retention_coach.spanish import formats

Label = Literal["alert", "watch", "on_target"]


def write_kpi_set(case: Case) -> KpiSetDraft:
    """One indicator for each of the six."""
    return KpiSetDraft(kpis=tuple(_kpi(case, kpi) for kpi in KPI_IDS))


def _kpi(case: Case, kpi: KpiId) -> Kpi:
    entry = next(item for item in case.knowledge.kpis if item.kpi == kpi)
    today, target = today_of(case, kpi), _target(case, kpi)
    owners = Ledger(case.profile).owners((entry.owner_role,))
    reference, reference_figures = _reference(case, kpi)
    note, note_figures = _baseline_note(case, kpi, today)
    return Kpi(
        kpi=kpi,
        definition=entry.definition,
        formula_id=FORMULA_OF[kpi],
        formula_text=FORMULAS[FORMULA_OF[kpi]].formula_text,
        frequency=entry.frequency,
        direction=entry.direction,
        baseline=today,
        baseline_note=note,
        target=target,
        optimal_ratio=OptimalRatio(
            own_target=_own_target(case, kpi, today, target),
            benchmark_id=reference.id if reference else None,
            benchmark_note=_benchmark_note(case, kpi, reference),
        ),
        scenarios=_scenarios(entry, today, target),
        owner=owners[0],
        data_source=entry.data_source,
        evidence=_evidence(case, kpi, entry),
        figures=(*note_figures, *reference_figures),
    )


def _target(case: Case, kpi: KpiId) -> Figure | None:
    """The plan's last improvement of this indicator; deserción and valor de vida follow from retención."""
    goal = _last_goal(case, kpi)
    if goal is not None:
        return goal.target.model_copy(update={"basis": cite.plan(kpi)})
    retention = _last_goal(case, "retention")
    if retention is None:
        return None
    return {"churn": _churn_from, "clv": _clv_from}.get(kpi, _none)(case, retention)


def _last_goal(case: Case, kpi: KpiId) -> Objective | None:
    months = case.inputs.output(ActionPlan).months
    goals = [month.goal for month in months if month.goal.kpi == kpi and month.goal.kind == "improve"]
    return goals[-1] if goals else None


def _churn_from(case: Case, retention: Objective) -> Figure | None:
    kept = literal(retention.target.value)
    if retention.target.unit == "customers":
        start = case.profile.figures.value("customers_start")
        if start is None:
            return None
        value = start - retention.target.value
        return cite.computed("meta de tasa de deserción", value, "customers", f"{literal(start)} - {kept}")
    value = round(100 - retention.target.value, 1)
    return cite.computed("meta de tasa de deserción", value, "percent", f"100 - {kept}")


def _clv_from(case: Case, retention: Objective) -> Figure | None:
    """The customer value at the promised retention, all else as today."""
    known = inputs(case.profile.figures)
    rate = known.get("retention_rate")
    lost = case.profile.figures.customers_lost
    if not isinstance(rate, float) or lost is None or lost.period != "year":
        return None
    start = case.profile.figures.value("customers_start")
    target = retention.target.value
    known["retention_rate"] = target / start * 100 if retention.target.unit == "customers" and start else target
    result = FORMULAS[FORMULA_OF["clv"]].compute(known)
    if not isinstance(result, Computed):
        return None
    label = "meta de valor de vida del cliente"
    return cite.computed(label, round(result.value, 2), "usd", result.arithmetic, FORMULA_OF["clv"])


def _none(_case: Case, _retention: Objective) -> None:
    """The other indicators do not follow from retention."""


def _own_target(case: Case, kpi: KpiId, today: Figure | None, target: Figure | None) -> str:
    if target is None and today is None:
        return "La meta propia se fija en cuanto exista la línea base; antes sería inventada."
    if target is None and kpi == "nps":
        return "Sin meta todavía: con tan pocas respuestas un cambio no se distingue del azar. Primero, más respuestas."
    if target is None:
        return "Este semestre se vigila sin meta propia: el esfuerzo está puesto en otros indicadores."
    if today is None:
        return f"Meta propia a seis meses: {amount(target)}."
    if _last_goal(case, kpi) is None:
        return f"Meta propia a seis meses: {amount(target)}; se sigue de la meta de retención. Hoy: {amount(today)}."
    return (
        f"Meta propia a seis meses: {amount(target)}, desde {amount(today)} hoy. El avance es criterio profesional "
        "para un semestre y se revisa con las lecturas de cada mes."
    )


def _baseline_note(case: Case, kpi: KpiId, today: Figure | None) -> tuple[str, tuple[Figure, ...]]:
    entry = next(item for item in case.knowledge.kpis if item.kpi == kpi)
    if today is None:
        missing = baseline(kpi, case.profile.figures)
        keys = () if isinstance(missing, Computed) else missing.needs
        ways = [spec.if_unknown for spec in case.knowledge.figures if spec.key in keys]
        return (ways[0] if ways else f"Se obtiene de: {entry.data_source}"), ()
    result = baseline(kpi, case.profile.figures)
    if isinstance(result, Computed) and result.low is not None and result.high is not None:
        low, high = round(result.low, 1), round(result.high, 1)
        figures = (
            cite.assumed("límite inferior del intervalo", low, "points", "Intervalo de Wald ajustado, al 95 %."),
            cite.assumed("límite superior del intervalo", high, "points", "Intervalo de Wald ajustado, al 95 %."),
        )
        interval = f"entre {formats.number(low)} y {formats.number(high)}"
        return f"Con estas respuestas, el valor de toda la cartera está {interval}.", figures
    return _origin_note(case, kpi), ()


def _origin_note(case: Case, kpi: KpiId) -> str:
    figures = case.profile.figures
    measures = [getattr(figures, figure_id) for figure_id in _FIGURES[kpi]]
    weakest = min((item for item in measures if item), key=lambda item: _TRUST.index(item.origin))
    cutoff = f", con corte al {formats.short_date(weakest.cutoff)}" if weakest.cutoff else ""
    return f"{_ORIGINS[weakest.origin]}{cutoff}; confírmela con la lista de clientes antes de la primera medición."


_TRUST: tuple[Origin, ...] = ("assumption", "estimate", "system")
_ORIGINS: dict[Origin, str] = {
    "assumption": "Descansa en un supuesto de la empresa",
    "estimate": "Es una estimación de la empresa",
    "system": "Sale de un sistema de la empresa",
}


def _reference(case: Case, kpi: KpiId) -> tuple[Benchmark | None, tuple[Figure, ...]]:
    """A published reference that resembles this company, or none: a foreign one of another business helps nobody."""
    keys = set(case.setting.sector_keys())
    for item in case.knowledge.benchmarks:
        if item.kpi == kpi and keys & set(item.sectors):
            text = _benchmark_text(item)
            return item, cite.figures_in(text, item.id, item.name)
    return None, ()


def _benchmark_note(case: Case, kpi: KpiId, reference: Benchmark | None) -> str:
    if reference is not None:
        return _benchmark_text(reference)
    known = next((item for item in case.knowledge.no_benchmarks if item.kpi == kpi), None)
    statement = "Sin referencia publicada verificable; use su línea base."
    return f"{statement} {known.instead}" if known else statement


def _benchmark_text(item: Benchmark) -> str:
    low, high = _shown(item, item.low), _shown(item, item.high)
    value = low if item.low == item.high else f"{low} a {high}"
    return f"{item.name}: {value}. {item.geography}. No describe al Ecuador: {item.limits[0]}"


def _shown(item: Benchmark, value: float) -> str:
    return formats.percent(value) if item.unit == "percent" else formats.number(value)


def _scenarios(entry: KpiDefinition, today: Figure | None, target: Figure | None) -> tuple[Scenario, ...]:
    """Ranges that touch and cover every value: three around today and the target, two where nothing is known yet."""
    actions: dict[Label, str] = {
        "alert": entry.scenarios.alert[0],
        "watch": entry.scenarios.watch[0],
        "on_target": entry.scenarios.on_target[0],
    }
    borders = _borders(entry, today, target)
    labels: tuple[Label, ...] = ("alert", "watch", "on_target") if len(borders) == 2 else ("alert", "watch")
    if entry.direction == "down":
        labels = labels[::-1]
    ranges = zip((None, *borders), (*borders, None), strict=True)
    return tuple(
        Scenario(label=label, low=low, high=high, action=actions[label])
        for label, (low, high) in zip(labels, ranges, strict=True)
    )


def _borders(entry: KpiDefinition, today: Figure | None, target: Figure | None) -> tuple[float, ...]:
    """Where the scenarios part. For an indicator that should fall, the target itself still counts as reached."""
    goal = target or today
    if goal is None:
        return _PROVISIONAL[entry.kpi]
    start = today.value if today and today.unit == goal.unit else goal.value
    least = 1.0 if goal.unit == "customers" else 0.1
    step = {"customers": 1.0, "points": 5.0}.get(goal.unit, max(abs(goal.value) * 0.05, 0.1))
    step = max(abs(goal.value - start), step)
    if entry.direction == "up":
        return round(min(start, goal.value - step), 2), round(goal.value, 2)
    return round(goal.value + least, 2), round(max(start, goal.value + step) + least, 2)


_PROVISIONAL: dict[KpiId, tuple[float, ...]] = {
    "retention": (80,),
    "churn": (20,),
    "nps": (0,),
    "clv": (0,),
    "usage": (1,),
    "response_time": (8,),
}
"""One border each until there is a baseline, professional judgement: below it (above, where less is better) one acts
at once: a fifth of the customers lost, more detractors than promoters, customers who cost more than they leave,
customers who do not use the service every month, a working day without an answer."""


def _evidence(case: Case, kpi: KpiId, entry: KpiDefinition) -> tuple[Evidence, ...]:
    figures = case.profile.figures
    used = [*_FIGURES[kpi]] if isinstance(baseline(kpi, figures), Computed) else []
    known = [figure_id for figure_id in used if figures.value(figure_id) is not None]
    return (*(cite.figure(figure_id) for figure_id in known), cite.knowledge(entry.id))


_FIGURES: dict[KpiId, tuple[str, ...]] = {
    "retention": ("customers_start", "customers_lost"),
    "churn": ("customers_start", "customers_lost"),
    "nps": ("nps_promoters", "nps_passives", "nps_detractors"),
    "clv": ("revenue_opening", "customers_start", "gross_margin", "customers_lost", "discount_rate"),
    "usage": ("usage_events", "active_customers"),
    "response_time": ("response_hours_median",),
}
"""The company's figures behind each indicator, the telling one among the first."""
