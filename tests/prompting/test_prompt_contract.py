"""Template, declared inputs and reply model hold together."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from prompting_cases import PROMPTS, READS, REPLIES, inputs, renderer
from pydantic import BaseModel

from retention_coach.chain.steps import WITH_REPLY
from retention_coach.domain.base import KPI_IDS, TOPICS
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Profile
from retention_coach.domain.sector_plan import PHASE_TITLES
from retention_coach.prompting.context import system_values, user_values
from retention_coach.prompting.stats import estimated_tokens, stats

DATA_NAMES = {"professional_judgement", "id", "core", "useful", "null", "rest_days", "blackouts"}
"""What templates name besides models: fields of knowledge entries and months, and a word of JSON."""


def _words(node: Any) -> Iterator[str]:
    """Every property name and every allowed value of a JSON schema."""
    if isinstance(node, dict):
        yield from node.get("properties", {})
        yield from (value for value in (*node.get("enum", ()), node.get("const")) if isinstance(value, str))
        for value in node.values():
            yield from _words(value)
    elif isinstance(node, list):
        for value in node:
            yield from _words(value)


def _vocabulary(*models: type[BaseModel]) -> set[str]:
    return {word for model in models for word in _words(model.model_json_schema())}


def _named_in(text: str) -> set[str]:
    return set(re.findall(r"`([a-z_]+)`", text))


@pytest.mark.parametrize("template", REPLIES)
def test_every_name_in_the_instructions_exists(template: str) -> None:
    """A field renamed in a model cannot stay behind in its template."""
    known = _vocabulary(REPLIES[template], Profile, AnsweredQuestion, *READS[template]) | DATA_NAMES
    assert _named_in(renderer().text(template)) - known == set()


def test_every_name_in_the_base_exists() -> None:
    """The same for what all steps share."""
    known = _vocabulary(Profile, AnsweredQuestion, *REPLIES.values()) | DATA_NAMES
    assert _named_in(renderer().text("base")) - known == set()


@pytest.mark.parametrize("template", REPLIES)
def test_reply_is_outlined_field_by_field(template: str) -> None:
    """The prompt ends with the model's own fields, none without a description."""
    system = renderer().system(template, REPLIES[template])
    assert f'"{REPLIES[template].__name__}"' in system
    for name in REPLIES[template].model_fields:
        assert re.search(rf'^- "{name}": "\S.+"$', system, re.MULTILINE)


@pytest.mark.parametrize("template", REPLIES)
def test_template_asks_only_for_what_its_step_reads(template: str) -> None:
    """Its declared variables are offered, and its earlier outputs are among those the step is given."""
    shared = renderer()
    given = inputs(template)
    values = user_values(given, {"knowledge": [], "months": []})
    offered = {*values, *system_values(REPLIES[template])}
    outputs = values["outputs"]
    assert isinstance(outputs, dict)
    offered |= {f"outputs.{name}" for name in outputs}
    assert shared.declared_variables(template) <= offered


def test_declared_variables_name_earlier_outputs() -> None:
    """As the chain's declarations need them."""
    assert renderer().declared_variables("65-advocacy") == {
        "answers",
        "figures",
        "knowledge",
        "months",
        "outputs.action_plan",
        "outputs.kpi_set",
        "outputs.sector_plan",
        "profile",
        "reply",
    }


def test_interview_needs_only_the_profile() -> None:
    """It comes before figures and answers."""
    assert renderer().declared_variables("61-interview") == {"knowledge", "profile", "reply"}


def test_fixed_words_of_the_models_are_in_the_templates() -> None:
    """Topics, indicators and phase titles are those of the domain."""
    shared = renderer()
    assert [topic for topic in TOPICS if f"`{topic}`" not in shared.text("61-strategy")] == []
    assert [kpi for kpi in KPI_IDS if f"`{kpi}`" not in shared.text("63-kpis")] == []
    assert [title for title in PHASE_TITLES if f"`{title}`" not in shared.text("64-sector-plan")] == []


def test_front_matters_are_listed_in_order() -> None:
    """What `prompts list` shows."""
    listed = renderer().front_matters()
    assert [item.name for item in listed] == list(REPLIES)
    assert [item.step for item in listed] == ["61", "61", "62", "63", "64", "65"]


def test_text_is_the_file_as_written() -> None:
    """What `prompts show` shows."""
    for name in ("base", *REPLIES):
        assert renderer().text(name) == (PROMPTS / f"{name}.md.j2").read_text(encoding="utf-8")


@pytest.mark.parametrize("template", REPLIES)
def test_stats_measure_the_fixed_prefix(template: str) -> None:
    """The fixed part is the system role, long enough for providers to cache it and not bloated."""
    shared = renderer()
    measured = stats(shared, template, REPLIES[template])
    prompt = shared.render(template, inputs(template), REPLIES[template])
    assert measured.fixed == len(prompt.system)
    assert 1_024 < measured.fixed_tokens < 4_500
    assert measured.fixed_share(prompt) == pytest.approx(len(prompt.system) / len(prompt.system + prompt.user))


def test_four_characters_are_a_token() -> None:
    """The declared rule, rounded up."""
    assert [estimated_tokens(size) for size in (0, 1, 4, 5)] == [0, 1, 1, 2]


def test_cases_are_the_steps_of_the_chain() -> None:
    """Templates, models and earlier outputs are those that the chain declares."""
    assert {step.id: step.reply.wire for step in WITH_REPLY if step.reply} == REPLIES
    stored = {f"steps.{step.id}": step.reply.stored for step in WITH_REPLY if step.reply}
    for step in WITH_REPLY:
        assert [stored[read] for read in step.reads if read in stored] == list(READS[step.id])
