"""A finished step in a few lines."""

import pytest
from sample_case import KNOWLEDGE, LATE_EVENING, OUTPUTS, PLAN_OUTPUT, session_until

from retention_coach.chain.machine import new_session
from retention_coach.chain.spec import StepSpec
from retention_coach.chain.steps import ACTION_PLAN, CHOICE, INTERVIEW, KPIS, PROFILE, STEPS, STRATEGY
from retention_coach.domain.action_plan import Infeasible
from retention_coach.domain.finding import Finding
from retention_coach.domain.interview import Interview
from retention_coach.domain.session import Session
from retention_coach.report.step_summary import Part, Points, StepSummary, Table, step_summary


def _summary(session: Session, step_id: str) -> StepSummary:
    found = step_summary(session, next(step for step in STEPS if step.id == step_id), KNOWLEDGE)
    assert found is not None
    return found


def _texts(part: Part) -> tuple[str, ...]:
    return tuple(cell for row in part.rows for cell in row) if isinstance(part, Table) else part.lines


@pytest.mark.parametrize("step", [step.id for step in STEPS if step != PROFILE])
def test_every_step_has_a_short_summary(step: str) -> None:
    """Under its title, at most a dozen parts, no text empty or broken."""
    summary = _summary(session_until(), step)
    title = next(spec.title for spec in STEPS if spec.id == step)
    assert summary.title == ("Lo que se entendió de las respuestas" if step == INTERVIEW.id else title)
    texts = [text for part in summary.parts for text in _texts(part)]
    assert 1 <= len(summary.parts) <= 12
    assert all(text.strip() and "\n" not in text for text in texts)


@pytest.mark.parametrize("step", STEPS, ids=[step.id for step in STEPS])
def test_nothing_is_said_of_a_step_that_is_not_done(step: StepSpec) -> None:
    """A new session has no result yet; the profile is no result at all."""
    assert step_summary(new_session("vacia-1", LATE_EVENING), step, KNOWLEDGE) is None
    assert step_summary(session_until(), PROFILE, KNOWLEDGE) is None


def test_guide_names_its_topics() -> None:
    """How many questions, and about what, while they wait."""
    waiting = session_until(INTERVIEW.id).model_copy(update={"interview": Interview()})
    summary = _summary(waiting, INTERVIEW.id)
    assert summary.title == "Preguntas preparadas"
    (part,) = summary.parts
    assert _texts(part)[0].endswith("para esta empresa: situación actual, riesgos, oportunidades, objetivos.")


def test_strategy_shows_the_strongest_observations() -> None:
    """Two of each topic at most; what is left out is counted."""
    diagnosis = _summary(session_until(), STRATEGY.id).parts[0]
    assert isinstance(diagnosis, Points)
    topics = [line.partition(":")[0] for line in diagnosis.lines]
    assert max(map(topics.count, topics)) <= 2
    assert len(diagnosis.lines) + diagnosis.left_out == len(OUTPUTS["strategy"].model_dump()["diagnosis"])


def test_choice_shows_both_and_the_advice() -> None:
    """What each takes, which is recommended, and which it is."""
    both, chosen = _summary(session_until(), CHOICE.id).parts
    assert _texts(both)[0] == "A · Respuesta a tiempo: 60 horas, USD 300,00, primer resultado en 4 semanas."
    assert _texts(both)[-1].startswith("Se recomienda la A: ")
    assert isinstance(chosen, Points)
    assert chosen.title.startswith("Alternativa A, ")


def test_plan_shows_each_month() -> None:
    """The goal of each month, its work and what comes first."""
    parts = _summary(session_until(), ACTION_PLAN.id).parts
    first = parts[0]
    assert len(parts) == 6
    assert isinstance(first, Points)
    assert first.title == "Mes 1, agosto de 2027: Obtener 12 respuestas a la pregunta de recomendación."
    assert first.lines[0].startswith("2 acciones, ")
    assert f"Lo primero: {PLAN_OUTPUT.months[0].actions[0].activity}" in first.lines[0]


def test_indicators_are_a_table() -> None:
    """Six rows: what it is now, what it should be, how often it is looked at."""
    (table,) = _summary(session_until(), KPIS.id).parts
    assert isinstance(table, Table)
    assert table.header == ("Indicador", "Hoy", "Meta", "Se mide")
    assert len(table.rows) == 6


def test_remarks_of_the_checks_are_told_without_notices() -> None:
    """With their severity, in words."""
    session = session_until()
    record = session.steps[ACTION_PLAN.id]
    assert record.current is not None
    findings = tuple(
        Finding(step=ACTION_PLAN.id, code="ACTION_TOO_LONG", path="months.0", severity=severity, parameters={})
        for severity in ("error", "notice")
    )
    version = record.current.model_copy(update={"findings": findings})
    steps = {**session.steps, ACTION_PLAN.id: record.model_copy(update={"current": version})}
    (remark,) = _summary(session.model_copy(update={"steps": steps}), ACTION_PLAN.id).remarks
    assert remark.startswith("Error: Mes 1")


def test_step_being_mended_or_not_feasible_has_no_summary() -> None:
    """There is nothing to talk about yet, or it is told where the person is asked what to change."""
    session = session_until()
    mended = session.steps[ACTION_PLAN.id].model_copy(update={"repairs_left": 1})
    steps = {**session.steps, ACTION_PLAN.id: mended}
    assert step_summary(session.model_copy(update={"steps": steps}), ACTION_PLAN, KNOWLEDGE) is None
    blocked = PLAN_OUTPUT.model_copy(
        update={"months": (), "infeasible": Infeasible(reason="Nadie tiene horas.", needed="Una hora.", figures=())}
    )
    infeasible = session_until(ACTION_PLAN.id, outputs={**OUTPUTS, "plan": blocked})
    assert step_summary(infeasible, ACTION_PLAN, KNOWLEDGE) is None
