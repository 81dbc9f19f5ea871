"""Repair turns: bounded, each one stored, and over when they do not help."""

import pytest
from chain_cases import (
    ACTION_PLAN,
    LATER,
    LONG_ACTIVITY,
    attempt,
    chosen_session,
    finished_session,
    play,
    replied,
    version_of,
    wordy_plan,
)

from retention_coach.chain.events import EngineFailed, RedoAsked
from retention_coach.chain.readiness import NeedsReply, ready
from retention_coach.domain.session import Session
from retention_coach.errors import StateError

PLAN = "62-action-plan"
BOTH = ("months.0.actions.0", "months.1.actions.0")


def next_need(session: Session) -> tuple[str, bool]:
    """The step that waits for an engine, and whether it is to be mended."""
    (need,) = ready(session)
    assert isinstance(need, NeedsReply)
    return need.step.id, need.repair


def test_errors_ask_for_a_repair() -> None:
    """The faulty output is stored, with its findings, and the same step waits."""
    session = play(chosen_session(), replied(PLAN, wordy_plan(), max_repairs=2))
    assert next_need(session) == (PLAN, True)
    assert [finding.code for finding in version_of(session, PLAN).findings] == ["ACTION_TOO_LONG"]
    assert session.steps[PLAN].repairs_left == 2
    assert session.summary.next_step == PLAN


def test_mended_reply_ends_the_turns() -> None:
    """No error, no further turn; what was mended stays in the history, and the chain goes on."""
    session = play(chosen_session(), replied(PLAN, wordy_plan(), max_repairs=2), replied(PLAN, max_repairs=2))
    assert next_need(session) == ("63-kpis", False)
    assert version_of(session, PLAN).findings == ()
    assert [version.number for version in session.steps[PLAN].history] == [1]
    assert session.steps[PLAN].history[0].output["months"][0]["actions"][0]["activity"] == LONG_ACTIVITY


def test_engine_without_repairs_is_asked_once() -> None:
    """The findings stay for the consultant, and the chain goes on."""
    session = play(chosen_session(), replied(PLAN, wordy_plan()))
    assert next_need(session) == ("63-kpis", False)
    assert session.summary.errors == 1


def test_same_errors_twice_end_the_turns() -> None:
    """Asking a third time would not help."""
    session = play(chosen_session(), *[replied(PLAN, wordy_plan(), max_repairs=5)] * 2)
    assert next_need(session) == ("63-kpis", False)
    assert session.summary.errors == 1


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_turns_are_bounded(turns: int) -> None:
    """An engine that breaks something else each time is asked no more than it allows."""
    places = [(f"months.{month}.actions.0",) for month in range(6)]
    session = chosen_session()
    asked = 0
    while next_need(session)[0] == PLAN:
        session = play(session, replied(PLAN, wordy_plan(*places[asked]), max_repairs=turns))
        asked += 1
    assert asked == 1 + turns
    assert session.summary.errors == 1


def test_fewer_errors_are_worth_another_turn() -> None:
    """From two errors to one is progress."""
    session = play(
        chosen_session(),
        replied(PLAN, wordy_plan(*BOTH), max_repairs=2),
        replied(PLAN, wordy_plan(BOTH[0]), max_repairs=2),
    )
    assert next_need(session) == (PLAN, True)
    assert session.steps[PLAN].repairs_left == 1


def test_turns_in_progress_are_part_of_the_session() -> None:
    """Read back from its text, the session knows how many turns are left: a kill starts nothing over."""
    session = play(
        chosen_session(),
        replied(PLAN, wordy_plan(*BOTH), max_repairs=2),
        replied(PLAN, wordy_plan(BOTH[0]), max_repairs=2),
    )
    again = Session.model_validate_json(session.model_dump_json())
    assert next_need(again) == (PLAN, True)
    session = play(again, replied(PLAN, wordy_plan(BOTH[1]), max_repairs=2))
    assert next_need(session) == ("63-kpis", False)


def test_every_attempt_is_in_the_ledger() -> None:
    """Replies, repairs and failures, in order, with what they cost."""
    session = play(
        chosen_session(),
        EngineFailed(PLAN, attempt("rate_limit"), LATER),
        replied(PLAN, wordy_plan(), max_repairs=2),
        EngineFailed(PLAN, attempt("timeout"), LATER),
        replied(PLAN, max_repairs=2),
    )
    ledger = [(item.error, item.cost_usd) for item in session.steps[PLAN].attempts]
    assert ledger == [("rate_limit", None), ("", 0.01), ("timeout", None), ("", 0.01)]


def test_failure_in_a_repair_turn_costs_no_turn() -> None:
    """The provider's trouble is not the reply's."""
    session = play(
        chosen_session(), replied(PLAN, wordy_plan(), max_repairs=1), EngineFailed(PLAN, attempt("timeout"), LATER)
    )
    assert next_need(session) == (PLAN, True)
    assert session.steps[PLAN].repairs_left == 1


def test_redo_starts_the_turns_anew() -> None:
    """It is a fresh request, not one to mend the earlier reply."""
    session = play(finished_session(), RedoAsked((PLAN,), LATER), replied(PLAN, wordy_plan(), max_repairs=1))
    assert next_need(session) == (PLAN, True)
    asked_again = play(session, RedoAsked((PLAN,), LATER))
    assert next_need(asked_again) == (PLAN, False)
    assert next_need(play(asked_again, replied(PLAN, wordy_plan(), max_repairs=1))) == (PLAN, True)


def test_reply_is_cleaned_before_it_is_kept() -> None:
    """Terminal escapes and lone surrogates of a model never enter the session."""
    dirty = ACTION_PLAN.model_copy(update={"calendar_note": "Sin\x1b[2J feriados\ud83d."})
    session = play(chosen_session(), replied(PLAN, dirty))
    assert version_of(session, PLAN).output["calendar_note"] == "Sin feriados."


def test_reply_that_comes_too_early_is_refused() -> None:
    """Without the outputs that the step reads there is nothing to check it against."""
    with pytest.raises(StateError, match="todavía no tiene «Plan de acción"):
        play(chosen_session(), replied("63-kpis"))
