"""The executive summary: the situation, the decision asked for, what it takes and the next thirty days."""

from dataclasses import dataclass

from retention_coach.domain.strategy import Alternative, Strategy
from retention_coach.report.case import Case
from retention_coach.report.sections.alternatives import Goal, goal_of
from retention_coach.report.sections.money import MoneySection
from retention_coach.report.sections.plan import ActionRow, PlanSection
from retention_coach.report.sections.workload import Workload
from retention_coach.spanish.formats import join_words, money, number, plural

_FINDINGS = 4
_STRENGTHS = ("strong", "medium", "weak")


@dataclass(frozen=True, slots=True)
class Summary:
    """One page for whoever decides. `next_days` and `account` are empty while there is no plan."""

    title: str
    situation: tuple[str, ...]
    decision: str
    reason: str
    goals: tuple[Goal, ...]
    investment: str
    account: str
    next_title: str
    next_days: tuple[ActionRow, ...]


def summary_of(
    case: Case, plan: PlanSection | None, workload: Workload | None, account: MoneySection | None
) -> Summary | None:
    """The summary; None before the strategy."""
    strategy = case.strategy
    if strategy is None or not strategy.alternatives:
        return None
    proposed = case.chosen or _recommended(strategy)
    first_month = plan.months[0] if plan and plan.months else None
    return Summary(
        title=f"En resumen: {_claim(proposed, workload)}",
        situation=_situation(strategy),
        decision=_decision(case, strategy, proposed, plan),
        reason=strategy.recommendation.reason if proposed.label == strategy.recommendation.label else proposed.why,
        goals=tuple(goal_of(objective, case) for objective in proposed.objectives),
        investment=_investment(proposed, workload),
        account=account.line if account else "",
        next_title=f"Los próximos 30 días: {first_month.name}" if first_month else "",
        next_days=first_month.actions if first_month else (),
    )


def _recommended(strategy: Strategy) -> Alternative:
    label = strategy.recommendation.label
    return next((item for item in strategy.alternatives if item.label == label), strategy.alternatives[0])


def _claim(proposed: Alternative, workload: Workload | None) -> str:
    hours, cost = (workload.hours, workload.cost_usd) if workload else (proposed.effort_hours, proposed.cost_usd)
    return f"«{proposed.name}», {plural(hours, 'hora', 'horas')} y {money(cost)} en seis meses"


def _situation(strategy: Strategy) -> tuple[str, ...]:
    """The observations with the strongest evidence, in the order in which the diagnosis gives them."""
    ranked = sorted(strategy.diagnosis, key=lambda item: _STRENGTHS.index(item.strength))[:_FINDINGS]
    return tuple(item.statement for item in strategy.diagnosis if item in ranked)


def _decision(case: Case, strategy: Strategy, proposed: Alternative, plan: PlanSection | None) -> str:
    if plan and plan.obstacle:
        return f"Decidir cómo hacer posible el plan. {plan.obstacle.reason} {plan.obstacle.needed}"
    if case.chosen is None:
        names = join_words([f"{item.label} («{item.name}»)" for item in strategy.alternatives])
        return f"Elegir entre las alternativas {names}. Se recomienda la {strategy.recommendation.label}."
    if plan is None or not plan.months:
        return f"La alternativa {proposed.label}, «{proposed.name}», está elegida; falta su plan de seis meses."
    return (
        f"Aprobar la alternativa {proposed.label}, «{proposed.name}», su presupuesto y las horas de cada responsable, "
        f"para empezar en {plan.months[0].name}."
    )


def _investment(proposed: Alternative, workload: Workload | None) -> str:
    if workload is None:
        return (
            f"{plural(proposed.effort_hours, 'hora', 'horas')} de trabajo y {money(proposed.cost_usd)} en seis meses, "
            "según la estimación de la alternativa."
        )
    hours = plural(workload.hours, "hora", "horas")
    available = workload.total_capacity
    of_hours = f" de las {number(available)} que tiene el equipo" if available is not None else ""
    budget = workload.budget_usd
    of_money = f" de un presupuesto de {money(budget)}" if budget is not None else " (sin presupuesto definido)"
    return f"{hours} de trabajo{of_hours} y {money(workload.cost_usd)}{of_money}, en seis meses."
