"""Findings read well: every code has its sentence, every place its words."""

from collections.abc import Iterator
from string import Formatter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from retention_coach.checks.severities import SEVERITIES
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.advocacy_plan import AdvocacyPlan
from retention_coach.domain.finding import Finding
from retention_coach.domain.interview import InterviewGuide
from retention_coach.domain.kpi_set import KpiSet
from retention_coach.domain.sector_plan import SectorPlan
from retention_coach.domain.strategy import Strategy
from retention_coach.report.finding_place import named_fields, place
from retention_coach.report.finding_sentences import SENTENCES
from retention_coach.report.finding_wording import sentence
from retention_coach.report.labels import KPI
from retention_coach.spanish.register import informal_forms

OUTPUTS: tuple[type[BaseModel], ...] = (InterviewGuide, Strategy, ActionPlan, KpiSet, SectorPlan, AdvocacyPlan)


def finding(code: str, path: str = "", **parameters: str | float) -> Finding:
    """A finding of some step."""
    return Finding(code=code, severity="error", step="62-action-plan", path=path, parameters=parameters)


def fields(model: type[BaseModel]) -> Iterator[str]:
    """The names of a model's fields and of those inside them."""
    for name, field in model.model_fields.items():
        yield name
        for inner in _models(field.annotation):
            yield from fields(inner)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def test_every_code_has_wording_and_no_wording_is_orphaned() -> None:
    """The codes that checks can emit are those that have sentences."""
    assert set(SENTENCES) == set(SEVERITIES)


@pytest.mark.parametrize("model", OUTPUTS)
def test_every_field_of_an_output_has_a_name(model: type[BaseModel]) -> None:
    """No place is shown by its field's English name, or left out."""
    assert set(fields(model)) <= named_fields()


def test_no_named_field_is_orphaned() -> None:
    """No name is kept for a field that no output has."""
    assert named_fields() <= {name for model in OUTPUTS for name in fields(model)}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", ""),
        ("months.1.actions.2", "mes 2, acción 3"),
        ("months.0.actions.2.activity", "mes 1, acción 3, actividad"),
        ("alternatives.1.levers.0.first_action", "alternativa B, palanca 1, primera acción"),
        ("kpis", "indicadores"),
        ("kpis.5.optimal_ratio.benchmark_note", "indicador 6, ratio óptimo, nota sobre la referencia"),
        ("phases.0.actions.1.target", "fase 1, acción 2, valor por alcanzar"),
        ("strategies.4.steps.1", "estrategia 5, paso 2"),
    ],
)
def test_places_are_said_in_words(path: str, words: str) -> None:
    """Positions count from 1, and alternatives go by their letter."""
    assert place(path) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            finding("ACTION_TOO_LONG", "months.2.actions.1.activity", words=31, most=25),
            "Mes 3, acción 2, actividad: tiene 31 palabras y el máximo es 25; acórtela.",
        ),
        (
            finding("COST_OVER_BUDGET", needed=1234.5, available=600.0),
            "Lo planeado cuesta USD 1.234,50 y el presupuesto es USD 600,00.",
        ),
        (
            finding("DEADLINE_NOT_WORKING_DAY", "months.4.actions.0.deadline", deadline="2027-12-06", holiday="Quito"),
            "Mes 5, acción 1, fecha límite: el 06/12/2027 no se trabaja: es feriado (Quito); elija un día laborable.",
        ),
        (
            finding("DEADLINE_NOT_WORKING_DAY", "months.4.actions.0.deadline", deadline="2027-12-05", holiday=""),
            "Mes 5, acción 1, fecha límite: el 05/12/2027 no se trabaja: es fin de semana; elija un día laborable.",
        ),
        (
            finding("EFFORT_OVER_CAPACITY", "alternatives.0.cost_usd", resource="usd", needed=700.0, available=600.0),
            "Alternativa A, costo: pide USD 700,00 y la empresa tiene USD 600,00 para los seis meses.",
        ),
        (
            finding("PLAN_ACTION_CHANGED", "phases.0.actions.0", ref="A1", fields="kpi, hours"),
            "Fase 1, acción 1: cambia de la acción A1 del plan de seis meses: indicador y horas; deben quedar iguales.",
        ),
        (
            finding("MONTH_ORDER", "months.0", number=2, period="pronto", expected_number=1, expected_period="2027-08"),
            "Mes 1: es el mes 2 (pronto) y ahí va el mes 1 (agosto de 2027).",
        ),
        (
            finding("KPIS_NOT_SIX", "kpis", missing="usage", repeated=""),
            "Indicadores: deben estar los seis indicadores, una vez cada uno; falta: " + KPI["usage"] + ".",
        ),
    ],
)
def test_sentences_say_what_where_and_what_was_expected(found: Finding, words: str) -> None:
    """Numbers, dates, months and codes are written as people read them."""
    assert sentence(found) == words


def test_text_of_the_output_stays_text() -> None:
    """Braces, line ends and terminal codes of an engine's text are neither filled in nor passed on."""
    told = sentence(finding("PLACEHOLDER_LEFT", "calendar_note", found="{{ ref }}\x1b[31m\n{0}"))
    assert "«{{ ref }} {0}»" in told


@pytest.mark.parametrize("code", SENTENCES)
def test_wording_is_formal_and_ends_as_a_sentence(code: str) -> None:
    """Every sentence speaks in usted and ends with a full stop."""
    for template in SENTENCES[code]:
        assert informal_forms(template.replace("tú o de vos", "")) == []
        assert template.endswith(".")


@pytest.mark.parametrize("code", SENTENCES)
@given(text=st.text(max_size=30), number=st.floats(allow_nan=False, allow_infinity=False))
def test_any_text_or_number_can_be_worded(code: str, text: str, number: float) -> None:
    """Whatever an engine wrote into a parameter, there is a sentence, in one line."""
    slots = [(name, how) for _text, name, how, _c in Formatter().parse(SENTENCES[code][0]) if name]
    parameters: dict[str, str | float] = {
        name: number if how in {"usd", "unit", "expected_unit", "resource"} else text for name, how in slots
    }
    parameters |= {"unit": "hours", "expected_unit": "usd", "resource": "hours"}
    told = sentence(finding(code, "months.0", **parameters))
    assert told.startswith("Mes 1: ")
    assert "\n" not in told


def test_a_blank_parameter_is_said_to_be_blank() -> None:
    """A lever without a name still gets a sentence."""
    assert "«(vacío)»" in sentence(finding("LEVER_UNUSED", "months", lever=" ", method="expansion"))


def test_a_code_of_another_version_is_shown_as_such() -> None:
    """An old session with a finding that no longer exists can still be read."""
    assert "OLD_CODE" in sentence(finding("OLD_CODE", "months.0"))
