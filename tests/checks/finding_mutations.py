"""For each code, one place of the sample chain spoilt so that exactly this code fires."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import BaseModel
from sample_chain import (
    ACTION_PLAN,
    BETTER_NPS,
    CONTEXTS,
    OUTPUTS,
    STRATEGY,
    question,
    source,
    sums_to,
)

from retention_coach.checks import CheckContext
from retention_coach.domain.action_plan import Infeasible
from retention_coach.domain.profile import Account
from retention_coach.domain.strategy import Strategy
from retention_coach.metrics.formula import WorkedCase
from retention_coach.metrics.registry import FORMULAS


@dataclass(frozen=True)
class Mutation:
    """A spoilt case.

    Attributes:
        step: the step's short name.
        output: what it produced.
        context: what it was given.
        patches: names of the program, each with what stands in its place.
    """

    step: str
    output: BaseModel
    context: CheckContext
    patches: Mapping[str, object] = field(default_factory=dict)


def put(model: Any, path: str, value: Any) -> Any:
    """A copy of a model with another value at a place, unchecked; a function is given the old value."""
    if not path:
        return value(model) if callable(value) else value
    head, _, rest = path.partition(".")
    if isinstance(model, tuple):
        index = int(head)
        return (*model[:index], put(model[index], rest, value), *model[index + 1 :])
    return model.model_copy(update={head: put(getattr(model, head), rest, value)})


def spoil(step: str, path: str, value: Any) -> Mutation:
    """A change in one place of a step's output."""
    return Mutation(step, put(OUTPUTS[step], path, value), CONTEXTS[step])


def given(step: str, path: str, value: Any) -> Mutation:
    """A change in one place of the profile that a step was given."""
    inputs = CONTEXTS[step].inputs
    changed_inputs = replace(inputs, profile=put(inputs.profile, path, value))
    return Mutation(step, OUTPUTS[step], replace(CONTEXTS[step], inputs=changed_inputs))


def after_strategy(path: str, value: Any) -> Mutation:
    """A change in one place of the strategy that the action plan was given."""
    inputs = CONTEXTS["plan"].inputs
    changed_inputs = replace(inputs, outputs={Strategy: put(STRATEGY, path, value)})
    return Mutation("plan", ACTION_PLAN, replace(CONTEXTS["plan"], inputs=changed_inputs))


def patched(step: str, name: str, value: object) -> Mutation:
    """The sample as it is, with something of the program spoilt."""
    return Mutation(step, OUTPUTS[step], CONTEXTS[step], {name: value})


def added(*more: object) -> Callable[[tuple[object, ...]], tuple[object, ...]]:
    """The old items and more."""
    return lambda old: (*old, *more)


def without(index: int) -> Callable[[tuple[object, ...]], tuple[object, ...]]:
    """The old items without one."""
    return lambda old: (*old[:index], *old[index + 1 :])


def changed(**fields: object) -> Callable[[BaseModel], BaseModel]:
    """The old model with other values in some fields."""
    return lambda old: old.model_copy(update=fields)


_GOAL = "months.2.goal"
_ACTION = "months.1.actions.0"
_LONG = " ".join(["palabra"] * 26)
_TOLD_IN_PRIVATE = "Cuidado: el principal quiere abrir su propia oficina y llevarse clientes."
_INFEASIBLE = Infeasible(reason="Faltan horas.", needed="Contratar a alguien.", figures=())

_OF_EVERY_OUTPUT: Mapping[str, Mutation] = {
    "TEXT_EMPTY": spoil("strategy", "alternatives.0.must_be_true.0", "  "),
    "PLACEHOLDER_LEFT": spoil("advocacy", "strategies.2.message", "Estimado [nombre], ¿nos recomendaría?"),
    "INFORMAL_REGISTER": spoil("advocacy", "strategies.2.message", "¿Nos recomiendas a tus colegas?"),
    "QUOTE_NOT_FOUND": spoil("strategy", "diagnosis.1.statement", "Dicen que «nadie contesta jamás el correo»."),
    "CONSULTANT_ONLY_LEAKED": spoil("strategy", "unknowns.0.what", _TOLD_IN_PRIVATE),
    "CLAIM_WITHOUT_OWN_FIGURES": spoil(
        "strategy", "alternatives.0.why", "Retener a un cliente cuesta cinco veces menos que conseguir otro."
    ),
    "EVIDENCE_MISSING": spoil("plan", f"{_ACTION}.evidence", ()),
    "EVIDENCE_UNRESOLVED": spoil("plan", f"{_ACTION}.evidence.0.ref", "D99"),
    "LOCAL_FIT_UNRESOLVED": spoil("sector", "phases.0.actions.0.local_fit.knowledge_id", "legal.inventada"),
    "PROSE_NUMBER_UNCITED": spoil("strategy", "diagnosis.0.statement", "La respuesta tarda 11 horas."),
    "FIGURE_ARITHMETIC": spoil("plan", f"{_GOAL}.target.basis.detail", "10 - 2"),
    "FIGURE_SOURCE_MISMATCH": spoil("strategy", "alternatives.0.objectives.1.baseline.value", 10.2),
    "HOURS_NOT_POSITIVE": spoil("plan", f"{_ACTION}.hours", 0),
    "COST_NEGATIVE": spoil("plan", f"{_ACTION}.cost_usd", -1),
    "OWNER_UNKNOWN": spoil("kpis", "kpis.0.owner", "Director de marketing"),
    "ACTION_TOO_LONG": spoil("strategy", "alternatives.1.levers.0.first_action", _LONG),
}

_OF_THE_GUIDE: Mapping[str, Mutation] = {
    "GUIDE_TOPIC_MISSING": spoil("guide", "questions.4.topic", "risks"),
    "GUIDE_NOT_A_QUESTION": spoil("guide", "questions.0.text", "Hable de sus quejas."),
    "GUIDE_ID_REPEATED": spoil("guide", "questions.1.id", "Q1"),
    "GUIDE_TOO_LONG": spoil("guide", "questions", added(*(question(n, "risks") for n in range(6, 42)))),
}

_OF_THE_STRATEGY: Mapping[str, Mutation] = {
    "INPUT_PLACEHOLDER": given("strategy", "services", "[especificar tu servicio]"),
    "TOPIC_UNCOVERED": spoil("strategy", "unknowns.0.topic", "risks"),
    "ALTERNATIVES_NOT_TWO": spoil("strategy", "alternatives.1.label", "A"),
    "ALTERNATIVES_ALIKE": spoil("strategy", "alternatives.1.levers", STRATEGY.alternatives[0].levers),
    "LEVERS_COUNT": spoil("strategy", "alternatives.1.levers", without(0)),
    "OBJECTIVES_COUNT": spoil("strategy", "alternatives.1.objectives", ()),
    "LOCAL_FIT_MISSING": spoil("strategy", "alternatives.1.local_fit", ()),
    "LIST_EMPTY": spoil("strategy", "alternatives.1.how_it_can_fail", ()),
    "OBJECTIVE_DATE": spoil("strategy", "alternatives.1.objectives.0.due", date(2028, 2, 1)),
    "EFFORT_OVER_CAPACITY": spoil("strategy", "alternatives.1.effort_hours", 181),
    "RECOMMENDATION_UNKNOWN": spoil("strategy", "recommendation.label", "C"),
    "SMALL_PORTFOLIO_PERCENT": spoil("strategy", "alternatives.0.objectives.0.target.unit", "percent"),
}

_OF_THE_PLAN: Mapping[str, Mutation] = {
    "INFEASIBLE_UNJUSTIFIED": spoil("plan", "infeasible", _INFEASIBLE),
    "ALTERNATIVE_NOT_SELECTED": spoil("plan", "alternative", "B"),
    "MONTHS_NOT_SIX": spoil(
        "plan", "months", added(put(ACTION_PLAN.months[5], "actions.0.activity", "Agradezca a cada finca."))
    ),
    "MONTH_ORDER": spoil("plan", "months.1.period", "2027-10"),
    "ACTIONS_MISSING": spoil("plan", "months.1.actions", ()),
    "RESOURCES_MISSING": spoil("plan", f"{_ACTION}.resources", ()),
    "ACTION_REPEATED": spoil("plan", f"{_ACTION}.activity", "LLAME a cada  cliente y escuche."),
    "GOAL_WITHOUT_NUMBER": spoil("plan", f"{_GOAL}.statement", "Responder más rápido."),
    "GOAL_DATE": spoil("plan", f"{_GOAL}.due", date(2027, 11, 1)),
    "GOAL_REGRESSES": spoil(
        "plan", _GOAL, changed(statement="Responder en 9,8 horas.", target=sums_to(9.8, "hours", "10 - 0.2"))
    ),
    "INDICATOR_MISMATCH": spoil("plan", "months.2.main_indicator.kpi", "usage"),
    "LEVER_UNUSED": after_strategy("alternatives.0.levers.1.method", "expansion"),
    "OBJECTIVE_DROPPED": after_strategy("alternatives.0.objectives", added(put(BETTER_NPS, "kpi", "clv"))),
    "FINAL_TARGET_DIFFERS": spoil(
        "plan",
        "months.3.goal",
        changed(statement="Responder en 8,5 horas.", target=sums_to(8.5, "hours", "10 - 1.5")),
    ),
    "DEADLINE_OUTSIDE_MONTH": spoil("plan", f"{_ACTION}.deadline", date(2027, 10, 1)),
    "DEADLINE_NOT_WORKING_DAY": spoil("plan", "months.4.actions.0.deadline", date(2027, 12, 6)),
    "DEADLINE_IN_BLACKOUT": spoil("plan", "months.5.actions.0.deadline", date(2028, 1, 20)),
    "ACCOUNT_AT_RISK_UNATTENDED": given(
        "plan", "accounts", added(Account(id="C2", customer="Pétalos del Norte", risk="high"))
    ),
    "SEASONALITY_MISSING": spoil("plan", "months.2.seasonality", ()),
    "CALENDAR_END_UNSAID": spoil("plan", "calendar_note", ""),
    "HOURS_OVER_CAPACITY": spoil("plan", f"{_ACTION}.hours", 31),
    "OWNER_OVER_HOURS": spoil("plan", f"{_ACTION}.hours", 21),
    "COST_OVER_BUDGET": spoil("plan", f"{_ACTION}.cost_usd", 481),
}

_WRONG_VECTOR = replace(FORMULAS["usage_per_customer"], test_vector=WorkedCase({"usage_events": 1}, 1))

_OF_THE_KPIS: Mapping[str, Mutation] = {
    "KPIS_NOT_SIX": spoil("kpis", "kpis", without(4)),
    "GOAL_WITHOUT_KPI": spoil("kpis", "kpis", without(1)),
    "FORMULA_UNKNOWN": spoil("kpis", "kpis.4.formula_id", "logo_churn"),
    "FORMULA_WRONG": patched(
        "kpis", "retention_coach.checks.kpi_formulas.FORMULAS", {**FORMULAS, "usage_per_customer": _WRONG_VECTOR}
    ),
    "DIRECTION_WRONG": spoil("kpis", "kpis.3.direction", "up"),
    "BASELINE_MISMATCH": spoil("kpis", "kpis.1.baseline", sums_to(49, "points", "50 - 1")),
    "BASELINE_LOST": spoil("kpis", "kpis.1.baseline", None),
    "TARGET_NOT_IN_PLAN": spoil("kpis", "kpis.3.target", None),
    "BENCHMARK_UNRESOLVED": spoil("kpis", "kpis.0.optimal_ratio.benchmark_id", "benchmark.first_reply_consultancy"),
    "BENCHMARK_UNSOURCED": spoil("kpis", "kpis.0.optimal_ratio.benchmark_note", "El promedio del país es alto."),
    "SCENARIOS_INVALID": spoil("kpis", "kpis.0.scenarios.1.high", 8.0),
    "SCENARIO_ACTION_REPEATED": spoil("kpis", "kpis.0.scenarios.1.action", "Reunir al equipo esa semana."),
}

_OF_THE_SECTOR_PLAN: Mapping[str, Mutation] = {
    "INDUSTRY_MISSING": spoil("sector", "industry", " "),
    "CONSIDERATIONS_NOT_FOUR": spoil("sector", "considerations", without(0)),
    "PHASES_NOT_THREE": spoil("sector", "phases", without(2)),
    "PHASE_TITLE": spoil("sector", "phases.0.title", "Mes 1-2: Fortalecimiento"),
    "PHASE_EMPTY": spoil("sector", "phases.0.actions", ()),
    "DEADLINE_OUTSIDE_PHASE": spoil("sector", "phases.1.actions.0.deadline", date(2027, 9, 20)),
    "PLAN_ACTION_UNKNOWN": spoil("sector", "phases.0.actions.0.plan_action_id", "A99"),
    "PLAN_ACTION_CHANGED": spoil("sector", "phases.0.actions.0.hours", 3),
}

_OF_THE_ADVOCACY_PLAN: Mapping[str, Mutation] = {
    "STRATEGIES_NOT_FIVE": spoil("advocacy", "strategies", without(4)),
    "STRATEGY_REPEATED": spoil("advocacy", "strategies.1.name", "Caso de  exito"),
    "STEPS_TOO_FEW": spoil("advocacy", "strategies.0.steps", without(0)),
    "METRICS_MISSING": spoil("advocacy", "strategies.0.success_metrics", ()),
    "MONTH_OUTSIDE": spoil("advocacy", "strategies.0.month", 7),
    "COMMERCIAL_USE_MISSING": spoil("advocacy", "strategies.0.commercial_application", "Se archiva en la oficina."),
    "CONSENT_MISSING": spoil("advocacy", "strategies.0.consent_text", "Gracias por su tiempo."),
    "EXPERIENCE_MISSING": spoil("advocacy", "strategies.0.evidence", (source("knowledge", "legal.consent"),)),
}

MUTATIONS: Mapping[str, Mutation] = {
    **_OF_EVERY_OUTPUT,
    **_OF_THE_GUIDE,
    **_OF_THE_STRATEGY,
    **_OF_THE_PLAN,
    **_OF_THE_KPIS,
    **_OF_THE_SECTOR_PLAN,
    **_OF_THE_ADVOCACY_PLAN,
}
"""One mutation for each code."""
