"""What an indicator should reach: the plan's own number, or what follows from it."""

from retention_coach.assessment import cite
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.base import KpiId
from retention_coach.domain.evidence import Figure
from retention_coach.domain.strategy import Objective
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goals import amount
from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.baselines import FORMULA_OF, inputs
from retention_coach.metrics.registry import FORMULAS
from retention_coach.metrics.result import Computed


def target_of(case: Case, kpi: KpiId) -> Figure | None:
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


def own_target(case: Case, kpi: KpiId, today: Figure | None, target: Figure | None) -> str:
    """The target in a sentence, or why there is none."""
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
