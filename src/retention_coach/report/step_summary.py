"""A finished step in a few lines, for the terminal."""

from collections.abc import Callable, Iterator, Mapping

from retention_coach.chain import outputs
from retention_coach.chain.steps import ACTION_PLAN, ADVOCACY, CHOICE, INTERVIEW, KPIS, PROFILE, SECTOR_PLAN, STRATEGY
from retention_coach.domain.base import StepId
from retention_coach.domain.session import Session
from retention_coach.knowledge.base import Knowledge
from retention_coach.report.case import Case
from retention_coach.report.figure_wording import UNKNOWN
from retention_coach.report.sections.advocacy import advocacy_of
from retention_coach.report.sections.alternatives import alternatives_of
from retention_coach.report.sections.cover import cover_of
from retention_coach.report.sections.diagnosis import diagnosis_of
from retention_coach.report.sections.kpis import KpiSheet, kpis_of
from retention_coach.report.sections.plan import Obstacle, plan_of
from retention_coach.report.sections.sector import sector_of
from retention_coach.report.sections.workload import workload_of
from retention_coach.spanish.cleaning import one_line
from retention_coach.spanish.formats import money, number, plural


def step_summary(session: Session, step: StepId, knowledge: Knowledge) -> tuple[str, ...]:
    """The step's result in at most a dozen lines, each in one line; none for a step without result."""
    case = Case.of(session, knowledge, "consultant")
    return tuple(one_line(line) for line in _WRITERS[step](case)) if step in _WRITERS else ()


def _profile(case: Case) -> Iterator[str]:
    if case.profile is not None:
        yield case.company
        yield from (f"{label}: {text}" for label, text in cover_of(case).facts)


def _interview(case: Case) -> Iterator[str]:
    questions = outputs.questions(case.session)
    if not questions:
        return
    known = sum(item.text is not None for item in case.answers)
    yield f"{plural(known, 'respuesta', 'respuestas')} de {plural(len(questions), 'pregunta', 'preguntas')}."
    yield f"«No sé»: {len(case.answers) - known}. Sin responder: {len(questions) - len(case.answers)}."


def _strategy(case: Case) -> Iterator[str]:
    diagnosis, alternatives = diagnosis_of(case), alternatives_of(case)
    if diagnosis is None or alternatives is None:
        return
    yield f"{diagnosis.title}; por saber: {len(diagnosis.unknowns)}."
    for sheet in alternatives.sheets:
        yield (
            f"{sheet.label}. {sheet.name}: {plural(sheet.effort_hours, 'hora', 'horas')}, {money(sheet.cost_usd)}, "
            f"primer resultado en {plural(sheet.weeks_to_first_result, 'semana', 'semanas')}."
        )
        yield from (f"   Meta: {goal.statement}" for goal in sheet.goals)
    yield f"Se recomienda la {alternatives.recommended}: {alternatives.reason}"


def _choice(case: Case) -> Iterator[str]:
    alternatives = alternatives_of(case)
    if case.chosen is not None and alternatives is not None:
        yield f"Alternativa {case.chosen.label}, «{case.chosen.name}», {alternatives.chosen_by}."


def _plan(case: Case) -> Iterator[str]:
    plan, workload = plan_of(case), workload_of(case)
    if plan is None:
        return
    yield from _obstacle(plan.obstacle)
    for month in plan.months:
        yield f"{month.name}: {month.goal.statement} ({plural(len(month.actions), 'acción', 'acciones')})"
    if workload is not None:
        yield f"{workload.title}."


def _kpis(case: Case) -> Iterator[str]:
    section = kpis_of(case)
    for sheet in section.sheets if section else ():
        yield f"{sheet.name}: {_from_to(sheet)}; se mide {sheet.frequency}, {sheet.direction}."


def _from_to(sheet: KpiSheet) -> str:
    baseline = sheet.baseline.text if sheet.baseline else UNKNOWN
    return f"hoy {baseline}, meta {sheet.target.text}" if sheet.target else f"hoy {baseline}, sin meta todavía"


def _sector(case: Case) -> Iterator[str]:
    section = sector_of(case)
    if section is None:
        return
    yield from _obstacle(section.obstacle)
    yield f"Para: {section.industry}; {section.customer_profile}"
    for phase in section.phases:
        new = sum(not action.plan_action for action in phase.actions)
        yield f"{phase.title}: {plural(len(phase.actions), 'acción', 'acciones')}, {plural(new, 'nueva', 'nuevas')}."


def _advocacy(case: Case) -> Iterator[str]:
    section = advocacy_of(case)
    if section is None:
        return
    yield from _obstacle(section.obstacle)
    for sheet in section.strategies:
        yield f"{sheet.id}. {sheet.name} ({sheet.month}, {sheet.owner}): {sheet.action}"
    yield f"En total, {number(sum(sheet.hours for sheet in section.strategies))} horas."


def _obstacle(obstacle: Obstacle | None) -> Iterator[str]:
    if obstacle is not None:
        yield f"No puede hacerse con los recursos que hay: {obstacle.reason}"
        yield f"Haría falta: {obstacle.needed}"


_WRITERS: Mapping[StepId, Callable[[Case], Iterator[str]]] = {
    PROFILE.id: _profile,
    INTERVIEW.id: _interview,
    STRATEGY.id: _strategy,
    CHOICE.id: _choice,
    ACTION_PLAN.id: _plan,
    KPIS.id: _kpis,
    SECTOR_PLAN.id: _sector,
    ADVOCACY.id: _advocacy,
}
