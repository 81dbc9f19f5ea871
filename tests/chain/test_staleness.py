"""A changed part makes out of date exactly the steps that read it, and those that rest on them."""

import pytest
from chain_cases import (
    AFTER_CHOICE,
    ANSWERS,
    CONTENT,
    LATER,
    STEP_IDS,
    advised_session,
    attempt,
    edited,
    finished_session,
    play,
    redone,
    replied,
    version_of,
    with_profile,
)
from changed_parts import ANSWERED, COMPANY, FIGURES, OUTPUT_CHANGES, PARTS, PROFILE_CHANGES, change

from retention_coach.chain.events import (
    Answered,
    Chosen,
    DraftKept,
    EngineFailed,
    FieldGiven,
    RedoAsked,
    Reviewed,
    TopicClosed,
)
from retention_coach.chain.parts import parts
from retention_coach.chain.staleness import Stale, choice_is_current, stale_steps
from retention_coach.domain.profile import Profile
from retention_coach.domain.session import Session

SAID = STEP_IDS[1:]
MONEY = ("61-strategy", "62-action-plan", "64-sector-plan", "65-advocacy")

DIRECT: dict[str, tuple[str, ...]] = {
    **{f"profile.{name}": STEP_IDS for name in COMPANY},
    "profile.ruc": ("61-strategy", "62-action-plan", "64-sector-plan"),
    **{f"profile.{name}": SAID for name in ("team", "segments", "accounts", "contacts")},
    "profile.budget_usd": MONEY,
    **{f"figures.{name}": SAID for name in FIGURES},
    **{f"answers.{name}": SAID for name in ANSWERED},
    "choice": AFTER_CHOICE,
    **{f"steps.{step}": STEP_IDS[number + 1 :] for number, step in enumerate(STEP_IDS)},
    "steps.61-interview": (),
}
"""For each part, the steps that read it. The guide reaches the others through the answers, with their questions."""

READ_BY = {
    "61-strategy": AFTER_CHOICE,
    "62-action-plan": STEP_IDS[3:],
    "63-kpis": STEP_IDS[4:],
    "64-sector-plan": STEP_IDS[5:],
}
"""For each step, those that read its output."""


def reasons(session: Session) -> dict[str, Stale]:
    """The out-of-date steps of a session."""
    return dict(stale_steps(session))


def test_table_names_every_part_of_a_session() -> None:
    """A new field of the profile, figure or step must be added to the table."""
    assert set(DIRECT) == set(PARTS)
    assert set(PROFILE_CHANGES) | {"figures"} == set(Profile.model_fields)
    assert set(OUTPUT_CHANGES) == set(CONTENT)
    assert {name for name, _value in parts(finished_session())} <= set(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_changed_part_outdates_exactly_its_readers(part: str) -> None:
    """Those that read it name it; those that rest on them name them; the rest is fresh."""
    found = reasons(change(finished_session(), part))
    upstream = {step: tuple(up for up in found if step in READ_BY.get(up, ())) for step in STEP_IDS}
    expected = {
        step: Stale((part,) if step in DIRECT[part] else (), upstream[step])
        for step in STEP_IDS
        if step in DIRECT[part] or upstream[step]
    }
    assert found == expected
    assert set(DIRECT[part]) <= set(found)


def test_finished_chain_is_fresh() -> None:
    """Nothing is out of date when it has just been written."""
    assert reasons(finished_session()) == {}


def test_budget_outdates_the_indicators_through_the_plan() -> None:
    """63 does not read the budget, but the steps that it reads do."""
    found = reasons(with_profile(finished_session(), budget_usd=5))
    assert found["63-kpis"] == Stale((), ("61-strategy", "62-action-plan"))


def test_reworded_question_outdates_what_read_its_answer() -> None:
    """An answer is read with its question."""
    found = reasons(play(finished_session(), edited("61-interview", "questions.1.text", "¿Y por qué?")))
    assert found["61-strategy"].changed == ("answers.Q2",)


def test_asking_a_figure_that_is_unknown_counts_as_a_change() -> None:
    """«No sé» is something that was said, unlike a figure that was not asked."""
    session = finished_session()
    assert session.profile is not None
    figures = session.profile.figures.model_dump() | {"customers_new": {"value": None}}
    assert reasons(with_profile(session, figures=figures))["61-strategy"].changed == ("figures.customers_new",)


@pytest.mark.parametrize("step", STEP_IDS)
def test_talk_around_the_chain_outdates_nothing(step: str) -> None:
    """Drafts, fields as typed, closed topics, failures, redo requests and the review are read by no step."""
    session = play(
        finished_session(),
        DraftKept("Q1", "a medio", LATER),
        FieldGiven("company", "Otra", LATER),
        TopicClosed("risks", LATER),
        EngineFailed(step, attempt("timeout"), LATER),
        RedoAsked((step,), LATER),
        Reviewed("Ana", LATER),
    )
    assert reasons(session) == {}


@pytest.mark.parametrize("part", PARTS)
def test_part_changed_back_is_fresh_again(part: str) -> None:
    """Staleness compares values, not moments."""
    session = finished_session()
    assert session.profile is not None
    back = change(session, part)
    family, _, name = part.partition(".")
    if family in {"profile", "figures"}:
        back = with_profile(back, **session.profile.model_dump())
    elif family == "answers":
        item = next(answer for answer in ANSWERS if answer.id == name)
        back = play(back, Answered(name, item.text, LATER, item.consultant_only))
    elif family == "choice":
        back = play(back, Chosen("A", "consultant", LATER))
    else:
        path = OUTPUT_CHANGES[name][0]
        back = play(back, edited(name, path, version_of(back, name).edits[-1].before))
    assert reasons(back) == {}
    assert choice_is_current(back)


def test_mark_only_for_the_consultant_is_part_of_the_answer() -> None:
    """What may be shown is something that the steps must know."""
    session = play(finished_session(), Answered("Q1", ANSWERS[0].text, LATER, consultant_only=True))
    assert reasons(session)["61-strategy"].changed == ("answers.Q1",)


def test_newer_template_is_no_staleness() -> None:
    """What made an output is told apart from what it was made of: neither the step nor those after it are stale."""
    again = play(
        finished_session(), RedoAsked(("62-action-plan",), LATER), replied("62-action-plan", template_version="2")
    )
    assert version_of(again, "62-action-plan").made_by.template_version == "2"
    assert version_of(again, "63-kpis").made_by.template_version == "1"
    assert reasons(again) == {}


def test_redone_step_is_fresh_again() -> None:
    """Only the step redone; those after it still rest on the older profile."""
    session = with_profile(finished_session(), canton="Cuenca")
    assert set(reasons(redone(session, "61-interview"))) == set(SAID)
    assert reasons(redone(session, *STEP_IDS)) == {}


def test_step_not_done_is_not_stale() -> None:
    """What does not exist is not out of date."""
    assert set(reasons(with_profile(advised_session(), canton="Cuenca"))) == {"61-interview", "61-strategy"}


def test_staleness_is_counted_in_the_summary() -> None:
    """Listings show how many steps are out of date."""
    assert with_profile(finished_session(), canton="Cuenca").summary.stale == len(STEP_IDS)
