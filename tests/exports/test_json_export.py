"""The JSON export: a stable shape for programs."""

import json
from datetime import datetime
from typing import Any

import pytest
from report_samples import ANSWERS, OUTPUTS, STRATEGY_OUTPUT, report_of, session_until

from retention_coach.chain.steps import STEPS, WITH_REPLY
from retention_coach.domain.finding import Finding
from retention_coach.exports.json import SCHEMA_VERSION, render
from retention_coach.report import Audience

SESSION_KEYS = {
    "id", "created_at", "updated_at", "language", "profile", "choice", "closed_topics", "answers", "steps",
}  # fmt: skip
REPORT_KEYS = {
    "cover", "standing", "summary", "diagnosis", "health", "alternatives", "plan", "workload", "kpis", "sector",
    "advocacy", "calendar", "sources", "privacy", "interview", "observations", "money",
}  # fmt: skip


def _content(audience: Audience = "company", last: str = "65-advocacy") -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(render(report_of(session_until(last), audience)))
    return loaded


@pytest.mark.parametrize("audience", ["company", "consultant"])
@pytest.mark.parametrize("last", [step.id for step in STEPS])
def test_shape_is_the_documented_one(audience: Audience, last: str) -> None:
    """The same keys at any stage, for any reader; a change of them needs a new version of the shape."""
    content = _content(audience, last)
    assert content["schema_version"] == SCHEMA_VERSION == 1
    assert content["audience"] == audience
    assert set(content) == {"schema_version", "audience", "session", "report"}
    assert set(content["session"]) == SESSION_KEYS
    assert set(content["report"]) == REPORT_KEYS


def test_outputs_are_those_of_the_session() -> None:
    """Each step's output as it is stored, with its maker; numbers, dates and ids typed."""
    steps = _content()["session"]["steps"]
    assert list(steps) == [spec.id for spec in WITH_REPLY]
    assert steps["62-action-plan"]["output"] == OUTPUTS["plan"].model_dump(mode="json")
    assert steps["62-action-plan"]["made_by"]["engine"] == "playbook"
    row = _content()["report"]["plan"]["months"][0]["actions"][0]
    assert (row["id"], row["hours"], row["cost_usd"], row["deadline"]) == ("A1", 4, 20, "2027-08-20")
    assert datetime.fromisoformat(_content()["session"]["updated_at"]).tzinfo is not None


def test_company_version_has_no_confidence() -> None:
    """Neither the answer nor its question nor its id, nor what the checks found, nor who edited what."""
    first, *others = STRATEGY_OUTPUT.diagnosis
    told = first.model_copy(update={"evidence": (first.evidence[0].model_copy(update={"ref": "Q3"}),)})
    strategy = STRATEGY_OUTPUT.model_copy(update={"diagnosis": (told, *others)})
    finding = Finding(code="ACTION_TOO_LONG", severity="error", step="62-action-plan", parameters={"words": 31})
    session = session_until(outputs={**OUTPUTS, "strategy": strategy}, findings={"62-action-plan": (finding,)})
    text = render(report_of(session))
    assert ANSWERS[2].text is not None
    for absent in (ANSWERS[2].text, ANSWERS[2].question, '"Q3"', "ACTION_TOO_LONG", '"findings"', '"edits"'):
        assert absent not in text
    for present in (ANSWERS[2].text, "ACTION_TOO_LONG", '"edits"'):
        assert present in render(report_of(session, "consultant"))


def test_text_is_readable() -> None:
    """Accents as such, indented, ending in a line break."""
    text = render(report_of())
    assert "Llame a cada cliente y escuche." in text
    assert "deserción" in text
    assert text.startswith('{\n  "schema_version": 1')
    assert text.endswith("}\n")
