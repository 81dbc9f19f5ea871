"""`apply` is a function: its input stays as it was, and the same input gives the same output."""

import copy
from datetime import datetime

import pytest
from chain_cases import (
    KNOWLEDGE,
    LATER,
    NOON,
    PROFILE,
    advised_session,
    answered_session,
    asked_session,
    attempt,
    dumped,
    edited,
    empty_session,
    finished_session,
    play,
    replied,
    wordy_plan,
)

from retention_coach.chain.events import (
    Answered,
    Chosen,
    DraftKept,
    EngineFailed,
    Event,
    FieldGiven,
    ProfileSet,
    RedoAsked,
    Reviewed,
    TopicClosed,
    UnderstandingAccepted,
    UnderstandingCorrected,
)
from retention_coach.chain.machine import apply
from retention_coach.chain.readiness import ready
from retention_coach.chain.staleness import stale_steps
from retention_coach.chain.status import status_of
from retention_coach.domain.interview import Corrections
from retention_coach.domain.session import Session
from retention_coach.errors import InvalidInputError

EVENTS: dict[str, tuple[Session, Event]] = {
    "field": (empty_session(), FieldGiven("company", "Contadores", LATER)),
    "profile": (empty_session(), ProfileSet(PROFILE, LATER)),
    "answer": (asked_session(), Answered("Q1", "Bien.", LATER)),
    "correction": (
        play(asked_session(), Answered("Q1", "Nos demoramos en contestar.", NOON)),
        UnderstandingCorrected("Q1", Corrections(removed=("slow_response",)), LATER),
    ),
    "acceptance": (answered_session(), UnderstandingAccepted(("Q1",), LATER)),
    "draft": (answered_session(), DraftKept("Q1", "a med", LATER)),
    "topic": (asked_session(), TopicClosed("risks", LATER)),
    "choice": (advised_session(), Chosen("B", "recommended", LATER)),
    "first reply": (answered_session(), replied("61-strategy", at=LATER)),
    "reply again": (finished_session(), replied("62-action-plan", wordy_plan(), max_repairs=2, at=LATER)),
    "failure": (finished_session(), EngineFailed("63-kpis", attempt("timeout"), LATER)),
    "edit": (finished_session(), edited("62-action-plan", "months.2.actions.0.resources", ["Lista", "Teléfono"])),
    "redo": (finished_session(), RedoAsked(("62-action-plan", "63-kpis"), LATER)),
    "review": (finished_session(), Reviewed("Ana", LATER)),
}


def test_every_kind_of_event_is_tried_here() -> None:
    """A new event must be added to the table."""
    assert {type(event) for _session, event in EVENTS.values()} == set(Event.__args__)


@pytest.mark.parametrize("name", EVENTS)
def test_event_leaves_its_input_alone_and_repeats_itself(name: str) -> None:
    """Deep comparison before and after, with two runs."""
    session, event = EVENTS[name]
    kept, kept_event = copy.deepcopy(session), copy.deepcopy(event)
    first, second = apply(session, event, KNOWLEDGE), apply(session, event, KNOWLEDGE)
    assert dumped(session) == dumped(kept)
    assert event == kept_event
    assert dumped(first) == dumped(second)
    assert dumped(first) != dumped(session)


@pytest.mark.parametrize("name", EVENTS)
def test_event_gives_the_time(name: str) -> None:
    """The session was last changed when the event happened; it was created when it was created."""
    session, event = EVENTS[name]
    after = apply(session, event, KNOWLEDGE)
    assert (after.updated_at, after.created_at) == (LATER, NOON)


@pytest.mark.parametrize("name", EVENTS)
def test_event_round_trips_through_json(name: str) -> None:
    """What is saved is what was there."""
    session, event = EVENTS[name]
    after = apply(session, event, KNOWLEDGE)
    again = Session.model_validate_json(after.model_dump_json(warnings="error"))
    assert dumped(again) == dumped(after)
    assert (ready(again), stale_steps(again), status_of(again)) == (ready(after), stale_steps(after), status_of(after))


def test_edited_value_is_copied() -> None:
    """The session does not change when the caller goes on using the list that it handed over."""
    resources = ["Lista", "Teléfono"]
    session = play(finished_session(), edited("62-action-plan", "months.0.actions.0.resources", resources))
    before = dumped(session)
    resources.append("Correo")
    assert dumped(session) == before


def test_event_without_time_zone_is_refused() -> None:
    """A session with such a time could not be read back."""
    naive = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 - what is refused
    with pytest.raises(InvalidInputError, match="zona horaria"):
        play(asked_session(), Answered("Q1", "Bien.", naive))
