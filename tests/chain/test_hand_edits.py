"""Changes by hand: what, from what, by whom, when; and what is refused."""

import math
from datetime import date
from typing import Any

import pytest
from chain_cases import (
    LATER,
    LONG_ACTIVITY,
    advised_session,
    answered_session,
    edited,
    finished_session,
    play,
    replied,
    version_of,
    wordy_plan,
)

from retention_coach.chain.events import Edited
from retention_coach.chain.status import findings_of
from retention_coach.errors import InvalidInputError, StateError

PLAN = "62-action-plan"
FIRST = "months.0.actions.0"


def test_edit_says_who_when_before_and_after() -> None:
    """A new version, marked as edited, made from the same inputs."""
    before = version_of(finished_session(), PLAN)
    session = play(finished_session(), edited(PLAN, f"{FIRST}.metric", "Fincas atendidas"))
    after = version_of(session, PLAN)
    (edit,) = after.edits
    assert edit.model_dump() == {
        "path": f"{FIRST}.metric",
        "before": "Clientes atendidos",
        "after": "Fincas atendidas",
        "by": "Ana Vega",
        "at": LATER,
    }
    assert after.output["months"][0]["actions"][0]["metric"] == "Fincas atendidas"
    assert (after.number, after.origin, after.at) == (2, "edited", LATER)
    assert (after.inputs, after.made_by) == (before.inputs, before.made_by)
    assert session.steps[PLAN].history == (before,)


def test_edits_add_up() -> None:
    """The current version lists all changes since an engine wrote it, first to last."""
    session = play(
        finished_session(),
        edited(PLAN, f"{FIRST}.metric", "Fincas"),
        edited(PLAN, f"{FIRST}.owner", "Asistente contable"),
    )
    assert [edit.path for edit in version_of(session, PLAN).edits] == [f"{FIRST}.metric", f"{FIRST}.owner"]
    assert len(session.steps[PLAN].history) == 2


def test_edit_runs_the_checks_again() -> None:
    """An error appears with the change and goes with the next one."""
    spoilt = play(finished_session(), edited(PLAN, f"{FIRST}.activity", LONG_ACTIVITY))
    (finding,) = findings_of(spoilt)
    assert (finding.code, finding.path) == ("ACTION_TOO_LONG", f"{FIRST}.activity")
    assert spoilt.summary.errors == 1
    mended = play(spoilt, edited(PLAN, f"{FIRST}.activity", "Llame a cada finca."))
    assert findings_of(mended) == ()


def test_edit_does_not_make_a_stale_step_fresh() -> None:
    """It is still made from what it was made from."""
    session = play(finished_session(), edited("61-strategy", "recommendation.reason", "Es más simple."))
    assert PLAN in play(session, edited(PLAN, f"{FIRST}.metric", "Fincas")).steps
    assert play(session, edited(PLAN, f"{FIRST}.metric", "Fincas")).summary.stale == session.summary.stale == 4


def test_edit_ends_the_repair_turns() -> None:
    """The person has taken over."""
    waiting = play(advised_session(), replied("61-strategy"))
    assert waiting.steps["61-strategy"].repairs_left == 0
    broken = play(finished_session(), replied(PLAN, wordy_plan(), max_repairs=2))
    assert broken.steps[PLAN].repairs_left == 2
    assert play(broken, edited(PLAN, f"{FIRST}.metric", "Fincas")).steps[PLAN].repairs_left == 0


@pytest.mark.parametrize(
    ("path", "value", "kept"),
    [
        (f"{FIRST}.deadline", date(2027, 8, 5), "2027-08-05"),
        (f"{FIRST}.hours", "4", 4.0),
        (f"{FIRST}.resources", ("Lista", "Teléfono"), ["Lista", "Teléfono"]),
        (f"{FIRST}.activity", "Llame\x1b[31m a cada\u202e finca\ud800.", "Llame a cada finca."),
        (f"{FIRST}.resources", ["Lista\x00"], ["Lista"]),
        ("months.5.figures", [], []),
        ("calendar_note", "", ""),
    ],
)
def test_edited_value_is_kept_as_the_step_keeps_it(path: str, value: object, kept: object) -> None:
    """Clean text and plain data, in the output and in the record of the change alike."""
    version = version_of(play(finished_session(), edited(PLAN, path, value)), PLAN)
    place: Any = version.output
    for key in path.split("."):
        place = place[int(key)] if isinstance(place, list) else place[key]
    assert version.edits[-1].after == place == kept


@pytest.mark.parametrize(
    "path",
    [
        "",
        "months",
        "months.0",
        "monthss",
        "months.6",
        "months.-1",
        "months.٣",
        "months.0x0",
        "months." + "9" * 5_000,
        "months.0.",
        "months.0.actions.first",
        f"{FIRST}.activity.0",
        f"{FIRST}.activity.upper",
        "infeasible.reason",
        "calendar_note.0",
    ],
)
def test_edit_of_no_place_is_refused(path: str) -> None:
    """A text does not fit a list, and what does not exist cannot be changed; nothing happens."""
    with pytest.raises(InvalidInputError):
        play(finished_session(), edited(PLAN, path, "texto"))


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (f"{FIRST}.hours", "muchas", f"{FIRST}.hours: debe ser un número"),
        (f"{FIRST}.hours", math.nan, f"{FIRST}.hours: debe ser un número"),
        (f"{FIRST}.hours", None, f"{FIRST}.hours: debe ser un número"),
        (f"{FIRST}.activity", None, f"{FIRST}.activity: debe ser un texto"),
        (f"{FIRST}.deadline", "pronto", f"{FIRST}.deadline: debe ser una fecha, aaaa-mm-dd"),
        (f"{FIRST}.resources", 3, f"{FIRST}.resources: debe ser una lista"),
        ("months.0.number", 1.5, "months.0.number: debe ser un número entero"),
        ("alternative", "C", "alternative: debe ser 'A' o 'B'"),
        ("months.0.main_indicator", {"kpi": "nps"}, "months.0.main_indicator.reading: falta"),
        (
            "months.0.main_indicator",
            {"kpi": "nps", "reading": "", "x": 1},
            "months.0.main_indicator.x: no existe en ese lugar",
        ),
        ("months.0.goal", object(), "months.0.goal: debe tener los campos de ese lugar"),
    ],
)
def test_edit_that_does_not_fit_says_what_would(path: str, value: object, said: str) -> None:
    """The place and what was expected, in Spanish."""
    with pytest.raises(InvalidInputError) as refusal:
        play(finished_session(), edited(PLAN, path, value))
    assert refusal.value.problems == (said,)


@pytest.mark.parametrize(
    ("step", "path", "value"),
    [
        (PLAN, f"{FIRST}.id", "A2"),
        (PLAN, f"{FIRST}.id", "Z9"),
        ("61-interview", "questions.0.id", "Q99"),
        ("61-strategy", "diagnosis.0.id", "D77"),
    ],
)
def test_ids_are_not_edited(step: str, path: str, value: str) -> None:
    """Answers, evidence and later steps point at them."""
    with pytest.raises(InvalidInputError, match="identificadores"):
        play(finished_session(), edited(step, path, value))


def test_items_may_be_taken_out_but_not_brought_in() -> None:
    """A list may lose items; one with an id that nobody gave is refused, and so is the same one twice."""
    actions = version_of(finished_session(), "64-sector-plan").output["phases"][0]["actions"]
    shorter = play(finished_session(), edited("64-sector-plan", "phases.0.actions", actions[:1]))
    assert version_of(shorter, "64-sector-plan").output["phases"][0]["actions"] == actions[:1]
    for longer in ([*actions, {**actions[0], "id": "S99"}], [*actions, actions[0]]):
        with pytest.raises(InvalidInputError, match="identificadores"):
            play(finished_session(), edited("64-sector-plan", "phases.0.actions", longer))


def test_step_without_output_is_not_edited() -> None:
    """There is nothing to correct yet."""
    with pytest.raises(StateError, match="todavía no tiene resultado"):
        play(answered_session(), edited("61-strategy", "recommendation.reason", "Porque sí."))


@pytest.mark.parametrize("step", ["profile", "61-choice"])
def test_step_of_a_person_is_not_edited(step: str) -> None:
    """The profile and the choice are given again, not patched."""
    with pytest.raises(StateError, match="no es un paso que escriba un motor"):
        play(finished_session(), edited(step, "company", "Otra"))


def test_unknown_step_is_refused_in_words() -> None:
    """With the steps that there are."""
    with pytest.raises(InvalidInputError) as refusal:
        play(finished_session(), Edited("66-more", "x", 1, "Ana", LATER))
    assert "62-action-plan" in refusal.value.hint
