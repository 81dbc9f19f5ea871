"""Findings point at real places, and no text can break a check."""

from typing import Any

import pytest
from finding_mutations import MUTATIONS, put
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_chain import CONTEXTS, OUTPUTS
from test_checks import CHECKS

from retention_coach.checks import run_checks
from retention_coach.checks.walk import IDENTIFIERS, items, nodes, prose, written
from retention_coach.domain.finding import Finding

HARD_TEXT = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="«»[]{}%.,0123456789 -*/()XUSDmil\n", max_size=60),
    st.sampled_from(["«", "»»««", "[", "{{", "1/0", "nan", "٣", "9" * 400, "1.2.3", "\x00", "\ud800"]),
)


@pytest.mark.parametrize("code", MUTATIONS)
def test_a_finding_names_a_place_that_exists(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every path can be followed in the output."""
    mutation = MUTATIONS[code]
    for name, value in mutation.patches.items():
        monkeypatch.setattr(name, value)
    found = run_checks(CHECKS[mutation.step], mutation.output, mutation.context)
    assert code in {finding.code for finding in found}
    for finding in found:
        place: Any = mutation.output
        for part in filter(None, finding.path.split(".")):
            place = place[int(part)] if part.isdecimal() else getattr(place, part)


@pytest.mark.parametrize("step", OUTPUTS)
def test_the_walk_meets_every_text(step: str) -> None:
    """Every string of the output is prose, a note, an identifier, a code, or the operation of a calculation."""
    met = {text.path for text in written(OUTPUTS[step])}
    for path, model in nodes(OUTPUTS[step]):
        for name, field in type(model).model_fields.items():
            if field.annotation is str and name not in IDENTIFIERS:
                place = f"{path}.{name}".lstrip(".")
                is_operation = name == "detail" and getattr(model, "kind", "") == "calculation"
                assert (place in met) is not is_operation


def test_each_text_of_an_item_belongs_to_it_alone() -> None:
    """No text is judged against the figures of two items."""
    for output in OUTPUTS.values():
        places = [text.path for item in items(output) for text in item.prose]
        assert len(places) == len(set(places))


@pytest.mark.parametrize("step", OUTPUTS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_text_breaks_a_check(step: str, data: st.DataObject) -> None:
    """Whatever an engine writes in its texts and references, the checks answer with findings."""
    places = [text.path for text in prose(OUTPUTS[step])]
    places += [
        f"{path}.{name}".lstrip(".")
        for path, model in nodes(OUTPUTS[step])
        for name in IDENTIFIERS | {"detail"}
        if isinstance(getattr(model, name, None), str)
    ]
    output = OUTPUTS[step]
    for place in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=8)):
        output = put(output, place, data.draw(HARD_TEXT))
    for finding in run_checks(CHECKS[step], output, CONTEXTS[step]):
        assert finding.step == CONTEXTS[step].step


@settings(max_examples=40, deadline=None)
@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_breaks_a_check(value: float) -> None:
    """However absurd, every number that a model accepts is only reported, also where sums overflow."""
    for place in ("hours", "cost_usd"):
        plan = put(
            OUTPUTS["plan"], "months.0.actions", lambda old, field=place: tuple(put(a, field, value) for a in old)
        )
        found = run_checks(CHECKS["plan"], plan, CONTEXTS["plan"])
        assert value >= 0 or found
    run_checks(CHECKS["plan"], put(OUTPUTS["plan"], "months.2.goal.target.value", value), CONTEXTS["plan"])
    for place in ("kpis.0.scenarios.0.high", "kpis.1.baseline.value", "kpis.3.target.value"):
        found = run_checks(CHECKS["kpis"], put(OUTPUTS["kpis"], place, value), CONTEXTS["kpis"])
        assert all(Finding.model_validate_json(finding.model_dump_json()) == finding for finding in found)


@settings(max_examples=50, deadline=None)
@given(words=st.text(alphabet="tusvoscontigo habla[]XX{{", min_size=1, max_size=40))
def test_quoted_words_are_free_of_style(words: str) -> None:
    """Between « and » only the truth of the quote is judged."""
    output = put(OUTPUTS["strategy"], "diagnosis.1.statement", f"Dicen «{words}».")
    codes = {finding.code for finding in run_checks(CHECKS["strategy"], output, CONTEXTS["strategy"])}
    assert codes <= {"QUOTE_NOT_FOUND"}
