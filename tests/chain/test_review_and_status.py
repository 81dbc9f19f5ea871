"""BORRADOR or REVISADO, and what stands between the two."""

import pytest
from chain_cases import (
    GUIDE,
    LATER,
    NOON,
    advised_session,
    answered_session,
    asked_session,
    edited,
    empty_session,
    finished_session,
    play,
    redone,
    replied,
    wordy_plan,
)
from changed_parts import PARTS, change

from retention_coach.chain.events import Answered, DraftKept, FieldGiven, RedoAsked, Reviewed
from retention_coach.chain.status import status_of
from retention_coach.domain.base import TOPICS
from retention_coach.domain.session import Session
from retention_coach.errors import StateError


def reviewed(session: Session | None = None) -> Session:
    """The session with the consultant's word on it."""
    return play(session or finished_session(), Reviewed("Ana Vega", LATER))


def test_finished_session_is_a_draft_until_somebody_answers_for_it() -> None:
    """Finishing is not reviewing."""
    assert status_of(finished_session()).status == finished_session().summary.status == "draft"
    assert status_of(reviewed()).status == reviewed().summary.status == "reviewed"
    review = reviewed().review
    assert review is not None
    assert (review.by, review.at) == ("Ana Vega", LATER)


@pytest.mark.parametrize("part", PARTS)
def test_any_later_change_voids_the_review(part: str) -> None:
    """Whatever of profile, figures, answers, choice and outputs was changed, somebody must look again."""
    changed = change(reviewed(), part)
    assert status_of(changed).status == changed.summary.status == "draft"
    assert status_of(reviewed(changed)).status == "reviewed"


def test_new_output_voids_the_review() -> None:
    """Also one that an engine wrote."""
    session = play(reviewed(), RedoAsked(("62-action-plan",), LATER), replied("62-action-plan", wordy_plan()))
    assert status_of(session).status == "draft"


def test_review_holds_while_the_documents_stay_the_same() -> None:
    """Drafts and fields as typed are not shown; a redo that writes the same shows the same."""
    session = play(reviewed(), DraftKept("Q1", "a medio", LATER), FieldGiven("company", "Otra", LATER))
    assert status_of(session).status == "reviewed"
    assert status_of(redone(session, "65-advocacy")).status == "reviewed"


@pytest.mark.parametrize("session", [empty_session(), answered_session()])
def test_there_must_be_a_strategy_to_answer_for(session: Session) -> None:
    """Before it there is no document."""
    with pytest.raises(StateError):
        reviewed(session)


def test_status_gives_its_reasons() -> None:
    """What is not finished, out of date, found by the checks, or unknown."""
    session = play(finished_session(), RedoAsked(("65-advocacy",), NOON))
    status = status_of(play(session, edited("63-kpis", "kpis.0.owner", "Nadie")))
    assert status.unfinished == ("65-advocacy",)
    assert set(status.stale) == {"64-sector-plan", "65-advocacy"}
    assert {finding.step for finding in status.findings} == {"63-kpis"}
    assert status.unknown_topics == ("objectives",)


def test_topic_is_unknown_until_something_is_said_about_it() -> None:
    """«No sé» says nothing."""
    assert status_of(asked_session()).unknown_topics == TOPICS
    known = play(asked_session(), *(Answered(question.id, "Sí.", NOON) for question in GUIDE.questions))
    assert status_of(known).unknown_topics == ()
    unknown = play(asked_session(), *(Answered(question.id, None, NOON) for question in GUIDE.questions))
    assert status_of(unknown).unknown_topics == TOPICS


def test_summary_says_where_the_session_stands() -> None:
    """What a listing shows of it."""
    assert finished_session().summary.model_dump() == {
        "company": "Contadores del Valle 24 Horas",
        "status": "draft",
        "next_step": None,
        "steps_done": 8,
        "steps_total": 8,
        "errors": 0,
        "stale": 0,
        "engine": "scripted",
    }
    assert (advised_session().summary.next_step, advised_session().summary.steps_done) == ("61-choice", 3)
    assert (empty_session().summary.next_step, empty_session().summary.company) == ("profile", "")


def test_paused_profile_is_listed_by_the_name_typed() -> None:
    """Before the profile is whole, the listing shows what was typed; then what the profile says."""
    session = play(empty_session(), FieldGiven("company", "Contadores", NOON), FieldGiven("ruc", None, NOON))
    assert session.summary.company == "Contadores"
    assert play(empty_session(), FieldGiven("company", None, NOON)).summary.company == ""
