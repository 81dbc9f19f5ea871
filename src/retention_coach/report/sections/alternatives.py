"""The two alternatives side by side, which one was chosen and why."""

from dataclasses import dataclass
from datetime import date

from retention_coach.domain.base import AlternativeLabel
from retention_coach.domain.strategy import Alternative, LocalFit, Objective, Strategy
from retention_coach.report.case import Case
from retention_coach.report.entry_names import name_of
from retention_coach.report.evidence_wording import all_words, shown_figure, shown_start
from retention_coach.report.figure_wording import ShownFigure
from retention_coach.report.labels import CHOSEN_BY, KPI, METHOD, OBJECTIVE
from retention_coach.report.sections.money import account_of, said


@dataclass(frozen=True, slots=True)
class Goal:
    """A quantifiable goal: the sentence, the indicator, from where to where, and by when."""

    statement: str
    kpi: str
    kind: str
    baseline: ShownFigure | None
    target: ShownFigure
    due: date


@dataclass(frozen=True, slots=True)
class LocalFact:
    """A fact of Ecuador by its name, and what it means for the company."""

    name: str
    statement: str


@dataclass(frozen=True, slots=True)
class LeverLine:
    """A way to act on retention."""

    name: str
    method: str
    first_action: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlternativeSheet:
    """One alternative, whole."""

    label: AlternativeLabel
    name: str
    focus: str
    why: str
    levers: tuple[LeverLine, ...]
    goals: tuple[Goal, ...]
    effort_hours: float
    cost_usd: float
    weeks_to_first_result: int
    account: str
    must_be_true: tuple[str, ...]
    how_it_can_fail: tuple[str, ...]
    early_sign: str
    local_fit: tuple[LocalFact, ...]
    evidence: tuple[str, ...]
    is_recommended: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The alternatives and the decision. `chosen` is None, and `chosen_by` empty, before the choice."""

    title: str
    sheets: tuple[AlternativeSheet, ...]
    recommended: AlternativeLabel
    reason: str
    when_the_other_is_better: str
    evidence: tuple[str, ...]
    chosen: AlternativeLabel | None
    chosen_by: str
    stale: str


def alternatives_of(case: Case) -> Alternatives | None:
    """The alternatives; None before the strategy."""
    strategy = case.strategy
    if strategy is None:
        return None
    advice = strategy.recommendation
    choice = case.session.choice
    return Alternatives(
        title=_title(case, advice.label),
        sheets=tuple(_sheet(item, strategy, case) for item in strategy.alternatives),
        recommended=advice.label,
        reason=advice.reason,
        when_the_other_is_better=advice.when_the_other_is_better,
        evidence=all_words(advice.evidence, case),
        chosen=case.choice,
        chosen_by=CHOSEN_BY[choice.by] if choice and case.choice else "",
        stale=case.stale_mark(Strategy),
    )


def goal_of(objective: Objective, case: Case) -> Goal:
    """A goal in words."""
    return Goal(
        statement=objective.statement,
        kpi=KPI[objective.kpi],
        kind=OBJECTIVE[objective.kind],
        baseline=shown_start(objective.baseline, case, objective.kpi) if objective.baseline else None,
        target=shown_figure(objective.target, case, objective.kpi),
        due=objective.due,
    )


def local_fact(fit: LocalFit, case: Case) -> LocalFact:
    """A fact of Ecuador by its name."""
    return LocalFact(name_of(fit.knowledge_id, case.knowledge), fit.statement)


def _title(case: Case, recommended: AlternativeLabel) -> str:
    if case.choice is None:
        return f"Dos caminos posibles: se recomienda la alternativa {recommended}"
    if case.choice == recommended:
        return f"Dos caminos comparados: se eligió la alternativa {case.choice}, la recomendada"
    return f"Dos caminos comparados: se eligió la alternativa {case.choice} y no la {recommended}, que se recomendaba"


def _sheet(item: Alternative, strategy: Strategy, case: Case) -> AlternativeSheet:
    return AlternativeSheet(
        label=item.label,
        name=item.name,
        focus=item.focus,
        why=item.why,
        levers=tuple(
            LeverLine(lever.name, METHOD[lever.method], lever.first_action, all_words(lever.evidence, case))
            for lever in item.levers
        ),
        goals=tuple(goal_of(objective, case) for objective in item.objectives),
        effort_hours=item.effort_hours,
        cost_usd=item.cost_usd,
        weeks_to_first_result=item.weeks_to_first_result,
        account=said(account_of(item, case.profile)) if case.profile else "",
        must_be_true=item.must_be_true,
        how_it_can_fail=item.how_it_can_fail,
        early_sign=item.early_sign,
        local_fit=tuple(local_fact(fit, case) for fit in item.local_fit),
        evidence=all_words(item.evidence, case),
        is_recommended=item.label == strategy.recommendation.label,
        is_chosen=item.label == case.choice,
    )
