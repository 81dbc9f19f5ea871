"""What an indicator should reach: the plan's own number, or what follows from it."""

from retention_coach.assessment import cite
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.base import KpiId
from retention_coach.domain.evidence import Figure
from retention_coach.domain.strategy import Objective
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goal_words import amount
from retention_coach.engines.playbook.own_paths import own_path
from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.baselines import FORMULA_OF, inputs
from retention_coach.metrics.registry import FORMULAS
from retention_coach.metrics.result import Computed


def target_of(case: Case, kpi: KpiId) -> Figure | None:
    """The plan's last improvement of this indicator; retención, deserción and valor de vida follow from each other."""
    goal = last_goal(case, kpi)
    if goal is not None:
        return goal.target.model_copy(update={"basis": cite.plan(kpi)})
    retention = last_goal(case, "retention")
    kept = retention.target if retention is not None else _kept_within_limit(case) or _kept_with_churn(case)
    if kept is None or kpi not in {"retention", "churn", "clv"}:
        return None
    if kpi == "retention":
        return kept
    return _churn_from(case, kept) if kpi == "churn" else _clv_from(case, kept)


def last_goal(case: Case, kpi: KpiId) -> Objective | None:
    """The plan's last goal that improves this indicator; None where it has none."""
    months = case.inputs.output(ActionPlan).months
    goals = [month.goal for month in months if month.goal.kpi == kpi and month.goal.kind == "improve"]
    return goals[-1] if goals else None


def _kept_within_limit(case: Case) -> Figure | None:
    """The retention of a year in which two semesters like the planned one lose no more than its limit."""
    way, goal = own_path(case, "churn"), last_goal(case, "churn")
    start, lost = case.profile.figures.value("customers_start"), case.profile.figures.customers_lost
    if way is None or goal is None or not way.is_limit or way.target != goal.target:
        return None
    if not start or lost is None or lost.period != "year" or goal.target.value * 2 > start:
        return None
    label, rest = "meta de tasa de retención", f"{literal(start)} - {literal(goal.target.value)} * 2"
    if case.is_small:
        return cite.computed(label, start - goal.target.value * 2, "customers", rest)
    value = round((start - goal.target.value * 2) / start * 100, 1)
    return cite.computed(label, value, "percent", f"({rest}) / {literal(start)} * 100")


def _kept_with_churn(case: Case) -> Figure | None:
    """The retention that a goal of churn leaves: the rest of the hundred, or of the customers."""
    goal, start = last_goal(case, "churn"), case.profile.figures.value("customers_start")
    way = own_path(case, "churn")
    if goal is None or (way is not None and way.is_limit):
        return None
    label, lost = "meta de tasa de retención", literal(goal.target.value)
    if goal.target.unit == "percent":
        return cite.computed(label, round(100 - goal.target.value, 1), "percent", f"100 - {lost}")
    if not start:
        return None
    return cite.computed(label, start - goal.target.value, "customers", f"{literal(start)} - {lost}")


def _churn_from(case: Case, retention: Figure) -> Figure | None:
    kept = literal(retention.value)
    if retention.unit == "customers":
        start = case.profile.figures.value("customers_start")
        if start is None:
            return None
        value = start - retention.value
        return cite.computed("meta de tasa de deserción", value, "customers", f"{literal(start)} - {kept}")
    value = round(100 - retention.value, 1)
    return cite.computed("meta de tasa de deserción", value, "percent", f"100 - {kept}")


def _clv_from(case: Case, retention: Figure) -> Figure | None:
    """The customer value at the promised retention, all else as today."""
    known = inputs(case.profile.figures)
    rate = known.get("retention_rate")
    lost = case.profile.figures.customers_lost
    if not isinstance(rate, float) or lost is None or lost.period != "year":
        return None
    start = case.profile.figures.value("customers_start")
    target = retention.value
    known["retention_rate"] = target / start * 100 if retention.unit == "customers" and start else target
    result = FORMULAS[FORMULA_OF["clv"]].compute(known)
    if not isinstance(result, Computed):
        return None
    label = "meta de valor de vida del cliente"
    return cite.computed(label, round(result.value, 2), "usd", result.arithmetic, FORMULA_OF["clv"])


def own_target(case: Case, kpi: KpiId, today: Figure | None, target: Figure | None) -> str:
    """The target in a sentence, or why there is none."""
    if target is None:
        return _no_target(kpi, today)
    value, goal = amount(target), last_goal(case, kpi)
    way = own_path(case, kpi)
    if goal is not None and way is not None and way.target == goal.target:
        said = f"perder a lo sumo {value} en los seis meses" if way.is_limit else value
        asked = ", lo que pide la empresa" if goal.target.basis.kind == "answer" else ""
        return f"Meta propia: {said}{asked}. {way.remark}".rstrip()
    if today is None:
        return f"Meta propia a seis meses: {value}."
    if goal is None:
        source = "deserción" if last_goal(case, "retention") is None else "retención"
        return f"Meta propia: {value}{_supposed(case, kpi)}; se sigue de la meta de {source}. Hoy: {amount(today)}."
    if target.value == today.value:
        return f"Meta propia: mantener {value}, que ya es un buen nivel; el esfuerzo está puesto en otros indicadores."
    return (
        f"Meta propia a seis meses: {value}, desde {amount(today)} hoy. El avance es criterio profesional "
        "para un semestre y se revisa con las lecturas de cada mes."
    )


def _supposed(case: Case, kpi: KpiId) -> str:
    """What a yearly target supposes that follows from a limit for six months."""
    if _kept_within_limit(case) is None:
        return ""
    if kpi == "clv":
        return " con la retención de esa meta"
    return " en un año, si el semestre siguiente no pierde más clientes que el del plan"


def _no_target(kpi: KpiId, today: Figure | None) -> str:
    if today is None:
        return "La meta propia se fija en cuanto exista la línea base; antes sería inventada."
    if kpi == "nps":
        return "Sin meta todavía: con tan pocas respuestas un cambio no se distingue del azar. Primero, más respuestas."
    return "Este semestre se vigila sin meta propia: el esfuerzo está puesto en otros indicadores."
