"""The items of a session that people name by id.

D1, A, recomendacion, M2 (a month's goal), A3, nps, ciclo (a consideration), S2, E1, cuenta, C1, and segments by their
names.
"""

from collections.abc import Iterator

from retention_coach.chain.steps import ACTION_PLAN, ADVOCACY, KPIS, SECTOR_PLAN, STRATEGY
from retention_coach.domain.action_plan import PlanAction
from retention_coach.domain.kpi_set import Kpi
from retention_coach.domain.sector_plan import SectorAction
from retention_coach.domain.strategy import Alternative, Observation
from retention_coach.report.case import Case, month_label
from retention_coach.report.health_items import health_items
from retention_coach.report.item import Item
from retention_coach.report.labels import CONSIDERATION, KPI, STRENGTH, TOPIC
from retention_coach.report.sections.money import account_of_plan, said
from retention_coach.report.sections.workload import workload_of
from retention_coach.spanish.formats import money, plural, short_date
from retention_coach.spanish.words import fold


def items_of(case: Case) -> dict[str, Item]:
    """Every item of the session by id, in the order of the chain, customers last: a segment called «A» gives way."""
    found = (
        *_of_strategy(case),
        *_of_plan(case),
        *_of_kpis(case),
        *_of_sector(case),
        *_of_advocacy(case),
        *_of_money(case),
    )
    items = {item.id: item for item in found}
    for item in health_items(case):
        items.setdefault(item.id, item)
    return items


def _of_strategy(case: Case) -> Iterator[Item]:
    if case.strategy is None:
        return
    for observation in case.strategy.diagnosis:
        yield Item(observation.id, STRATEGY.id, _observation_kind(observation), (observation.statement,), observation)
    for alternative in case.strategy.alternatives:
        yield Item(alternative.label, STRATEGY.id, "Alternativa", _alternative_says(alternative), alternative)
    advice = case.strategy.recommendation
    says = (f"Se recomienda la {advice.label}. {advice.reason}", advice.when_the_other_is_better)
    yield Item("recomendacion", STRATEGY.id, "Recomendación", says, advice)


def _observation_kind(item: Observation) -> str:
    return f"Observación del diagnóstico ({TOPIC[item.topic].casefold()}, {STRENGTH[item.strength]})"


def _alternative_says(item: Alternative) -> tuple[str, ...]:
    effort = f"{plural(item.effort_hours, 'hora', 'horas')} y {money(item.cost_usd)} en seis meses."
    return (f"«{item.name}»: {item.focus}", item.why, *(goal.statement for goal in item.objectives), effort)


def _of_plan(case: Case) -> Iterator[Item]:
    if case.plan is None:
        return
    for month in case.plan.months:
        goal = (month.goal.statement, month.main_indicator.reading, month.seasonality_note)
        own = month.model_copy(update={"actions": ()})
        yield Item(f"M{month.number}", ACTION_PLAN.id, f"Meta del mes ({month_label(month.period)})", goal, own)
        for action in month.actions:
            kind = f"Acción del plan de seis meses ({month_label(month.period)})"
            says = (action.activity, _does(action), f"Se mide con: {action.metric}")
            yield Item(action.id, ACTION_PLAN.id, kind, says, action)


def _of_kpis(case: Case) -> Iterator[Item]:
    for item in case.kpis.kpis if case.kpis else ():
        yield Item(item.kpi, KPIS.id, f"Indicador: {KPI[item.kpi]}", _kpi_says(item), item)


def _kpi_says(item: Kpi) -> tuple[str, ...]:
    return (item.definition, f"Fórmula: {item.formula_text}", item.optimal_ratio.own_target, item.baseline_note)


def _of_sector(case: Case) -> Iterator[Item]:
    if case.sector_plan is None:
        return
    for found in case.sector_plan.considerations:
        name = CONSIDERATION[found.kind]
        yield Item(fold(name).split()[0], SECTOR_PLAN.id, f"Consideración: {name}", (found.statement,), found)
    for phase in case.sector_plan.phases:
        for action in phase.actions:
            origin = f"Es la acción {action.plan_action_id}." if action.plan_action_id else "Es una acción nueva."
            kind = f"Acción del plan sectorial ({phase.title})"
            yield Item(action.id, SECTOR_PLAN.id, kind, (action.activity, _does(action), origin), action)


def _of_advocacy(case: Case) -> Iterator[Item]:
    for item in case.advocacy.strategies if case.advocacy else ():
        says = (f"«{item.name}»: {item.action}", item.objective, item.commercial_application)
        yield Item(item.id, ADVOCACY.id, "Estrategia de experiencias positivas", says, item)


def _of_money(case: Case) -> Iterator[Item]:
    account = account_of_plan(case, workload_of(case))
    if account is not None:
        yield Item("cuenta", ACTION_PLAN.id, "La cuenta del plan: qué cuesta y qué protege", (said(account),), account)


def _does(action: PlanAction | SectorAction) -> str:
    effort = f"{plural(action.hours, 'hora', 'horas')} y {money(action.cost_usd)}"
    return f"{action.owner}, hasta el {short_date(action.deadline)}: {effort}."
