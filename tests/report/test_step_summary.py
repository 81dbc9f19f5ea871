"""A finished step in a few lines."""

import pytest
from sample_case import KNOWLEDGE, LATE_EVENING, OUTPUTS, PLAN_OUTPUT, session_until

from retention_coach.chain.machine import new_session
from retention_coach.chain.steps import STEPS
from retention_coach.domain.action_plan import Infeasible
from retention_coach.report.step_summary import step_summary


@pytest.mark.parametrize("step", [step.id for step in STEPS])
def test_every_step_has_a_short_summary(step: str) -> None:
    """At most a dozen lines, none empty, none broken; nothing before the step is done."""
    lines = step_summary(session_until(), step, KNOWLEDGE)
    assert 1 <= len(lines) <= 12
    assert all(line.strip() and "\n" not in line for line in lines)
    assert step_summary(new_session("vacia-1", LATE_EVENING), step, KNOWLEDGE) == ()


def test_strategy_shows_both_and_the_advice() -> None:
    """What each takes and aims at, and which is recommended."""
    lines = step_summary(session_until(), "61-strategy", KNOWLEDGE)
    assert lines[1] == "A. Respuesta a tiempo: 60 horas, USD 300,00, primer resultado en 4 semanas."
    assert lines[-1].startswith("Se recomienda la A: ")


def test_plan_shows_each_month() -> None:
    """The goal of each month and the total."""
    lines = step_summary(session_until(), "62-action-plan", KNOWLEDGE)
    assert lines[0] == "agosto de 2027: Obtener 12 respuestas a la pregunta de recomendación. (2 acciones)"
    assert lines[-1] == "Lo que el plan pide: 40 horas y USD 175,00 en seis meses."


def test_blocked_step_says_why() -> None:
    """The reason and what it would take."""
    blocked = PLAN_OUTPUT.model_copy(
        update={"months": (), "infeasible": Infeasible(reason="Nadie tiene horas.", needed="Una hora.", figures=())}
    )
    session = session_until("62-action-plan", outputs={**OUTPUTS, "plan": blocked})
    assert step_summary(session, "62-action-plan", KNOWLEDGE) == (
        "No puede hacerse con los recursos que hay: Nadie tiene horas.",
        "Haría falta: Una hora.",
    )


def test_unknown_step_has_no_summary() -> None:
    """A step that this version does not know is no error."""
    assert step_summary(session_until(), "99-otro", KNOWLEDGE) == ()
