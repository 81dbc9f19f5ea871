"""The three samples, judged as their managers would: no false alarm, and the customers that they fear to lose."""

from datetime import date
from pathlib import Path

import pytest
from customers import TOPICS
from playbook_cases import KNOWLEDGE

import retention_coach
from retention_coach.assessment.contradictions import contradictions
from retention_coach.assessment.health import accounts_at_risk, health_of
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.ports import StepInputs
from retention_coach.readers.company_file.reader import parse_company
from retention_coach.readers.form.form import profile_form

EXAMPLES = Path(__file__).parents[2] / "examples"
SAMPLES = {
    "services": Path(retention_coach.__file__).parent / "samples" / "contadores-quito.yaml",
    "exporter": EXAMPLES / "exportador-machala.yaml",
    "cooperative": EXAMPLES / "cooperativa-ambato.yaml",
}


def sample(name: str) -> StepInputs:
    """A sample company with its answers; topics by the number of the question."""
    path = SAMPLES[name]
    read = parse_company(path.read_text(encoding="utf-8"), path.name, profile_form(KNOWLEDGE, date(2026, 11, 20)))
    asked = tuple(
        AnsweredQuestion(
            id=key,
            topic=TOPICS.get(key, "situation"),
            question="¿?",
            text=answer.text,
            consultant_only=bool(answer.consultant_only),
        )
        for key, answer in read.answers.items()
    )
    return StepInputs(profile=read.profile, answers=asked)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("services", []),
        ("exporter", []),
        ("cooperative", []),
    ],
)
def test_only_true_contradictions_are_told(name: str, kinds: list[str]) -> None:
    """The note of the exporter's figure says that it counts orders and no complaints; nothing else clashes."""
    assert [item.entry.id for item in contradictions(sample(name), KNOWLEDGE)] == kinds


@pytest.mark.parametrize(
    ("name", "at_risk"),
    [
        ("services", {"Rosas del Cayambe S.A.", "Importadora Herrera Hermanos"}),
        ("exporter", {"Nordfrucht Hansa GmbH", "Mersin Meyve Ticaret"}),
        ("cooperative", {"Curtiduría Pachanlica Cía. Ltda.", "Compañía de Transporte Ruta del Pastaza S.A."}),
    ],
)
def test_the_accounts_at_risk_are_those_that_the_company_fears_for(name: str, at_risk: set[str]) -> None:
    """Openly said and in confidence alike."""
    for in_confidence in (True, False):
        found = health_of(sample(name), KNOWLEDGE, in_confidence=in_confidence)
        assert {item.subject.name for item in accounts_at_risk(found)} == at_risk
