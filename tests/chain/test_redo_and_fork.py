"""A step done again keeps its history; a fork leaves the original as it was."""

import asyncio

import pytest
from chain_cases import (
    ACTION_PLAN,
    AFTER_CHOICE,
    KNOWLEDGE,
    LATER,
    NOON,
    STEP_IDS,
    STRATEGY,
    answered_session,
    asked_session,
    coach_with,
    dumped,
    edited,
    finished_session,
    play,
    put,
    redone,
    replied,
    version_of,
)

from retention_coach.chain.events import EngineFailed, RedoAsked, Reviewed
from retention_coach.chain.fork import fork
from retention_coach.chain.readiness import NeedsReply, ready
from retention_coach.domain.base import StepId
from retention_coach.domain.session import Attempt, Session
from retention_coach.errors import InvalidInputError, StateError


def numbers(session: Session, step: StepId) -> list[int]:
    """The numbers of all versions of a step, current first."""
    record = session.steps[step]
    return [version_of(session, step).number, *(version.number for version in record.history)]


def test_redo_keeps_every_earlier_version() -> None:
    """Three times the same step: numbers rise, and each version is there as it was."""
    first = finished_session()
    second = redone(first, "63-kpis")
    third = redone(second, "63-kpis")
    assert numbers(third, "63-kpis") == [3, 2, 1]
    assert third.steps["63-kpis"].history == (version_of(second, "63-kpis"), version_of(first, "63-kpis"))


def test_old_output_stays_until_the_new_one_arrives() -> None:
    """Asking for a redo takes nothing away, and says that something is to be done."""
    session = play(finished_session(), RedoAsked(AFTER_CHOICE, LATER))
    for step in AFTER_CHOICE:
        assert version_of(session, step) == version_of(finished_session(), step)
    assert session.summary.next_step == "62-action-plan"
    assert session.summary.steps_done == 4


def test_failing_engine_leaves_the_old_output() -> None:
    """The failure is in the ledger; the step still waits."""
    failure = Attempt(at=LATER, engine="scripted", error="timeout")
    asked = play(finished_session(), RedoAsked(("62-action-plan",), LATER))
    session = play(asked, EngineFailed("62-action-plan", failure, LATER))
    assert version_of(session, "62-action-plan") == version_of(finished_session(), "62-action-plan")
    assert session.steps["62-action-plan"].attempts[-1] == failure
    assert len(session.steps["62-action-plan"].attempts) == 2
    assert ready(session) == ready(asked)


def test_redo_of_a_step_not_begun_changes_nothing() -> None:
    """It is to be done anyway."""
    session = play(answered_session(), RedoAsked(("65-advocacy",), LATER))
    assert "65-advocacy" not in session.steps


@pytest.mark.parametrize(("first", "expected"), [("62-action-plan", AFTER_CHOICE), ("61", STEP_IDS[1:])])
def test_redo_takes_all_that_rest_on_the_step(first: str, expected: tuple[StepId, ...]) -> None:
    """A step may be named as people do, by its number."""

    async def scenario() -> Session:
        coach = coach_with()
        saved = await coach.store.save(finished_session(), expected_revision=0)
        return await coach.redo(saved, first)

    session = asyncio.run(scenario())
    assert tuple(step for step in STEP_IDS if session.steps[step].redo) == expected


@pytest.mark.parametrize("unknown", ["66", "62-plan", ""])
def test_redo_of_an_unknown_step_is_refused(unknown: str) -> None:
    """Rather than doing nothing in silence."""

    async def scenario() -> None:
        coach = coach_with()
        saved = await coach.store.save(finished_session(), expected_revision=0)
        await coach.redo(saved, unknown)

    with pytest.raises(InvalidInputError, match="No hay un paso"):
        asyncio.run(scenario())


def test_choice_is_not_something_an_engine_redoes() -> None:
    """A person chooses."""
    with pytest.raises(StateError, match="no es un paso que escriba un motor"):
        play(finished_session(), RedoAsked(("61-choice",), LATER))


def test_fork_keeps_the_strategy_and_drops_what_was_built_on_the_choice() -> None:
    """Profile, answers and strategy with its history are there; 62 to 65 are to be written for the other one."""
    original = play(redone(finished_session(), "61-strategy"), Reviewed("Ana", LATER)).model_copy(
        update={"revision": 7}
    )
    kept = dumped(original)
    copy = fork(original, "contadores-000002", "B", LATER, KNOWLEDGE)
    assert (copy.id, copy.revision, copy.forked_from) == ("contadores-000002", 0, original.id)
    assert (copy.created_at, copy.review) == (LATER, None)
    assert copy.choice is not None
    assert (copy.choice.label, copy.choice.by) == ("B", "consultant")
    assert (copy.profile, copy.interview, copy.intake) == (original.profile, original.interview, original.intake)
    assert set(copy.steps) == {"61-interview", "61-strategy"}
    assert copy.steps["61-strategy"] == original.steps["61-strategy"]
    (need,) = ready(copy)
    assert isinstance(need, NeedsReply)
    assert need.step.id == "62-action-plan"
    assert copy.summary.steps_done == 4
    assert dumped(original) == kept


def test_fork_needs_a_strategy() -> None:
    """Without one there is nothing else to choose."""
    with pytest.raises(StateError, match="Estrategia de retención"):
        fork(asked_session(), "contadores-000002", "B", LATER, KNOWLEDGE)


def test_saved_fork_lives_beside_the_original() -> None:
    """Changing one does not change the other."""

    async def scenario() -> tuple[Session, Session, Session]:
        coach = coach_with()
        original = await coach.store.save(
            finished_session().model_copy(update={"id": "contadores-original"}), expected_revision=0
        )
        copy = await coach.advance(await coach.fork(original, "B"))
        return original, await coach.store.load(original.id), await coach.store.load(copy.id)

    original, again, copy = asyncio.run(scenario())
    assert again == original
    assert copy.forked_from == original.id
    assert copy.summary.steps_done == 8


def test_hand_edits_survive_a_redo_in_the_history() -> None:
    """The new version is the engine's; the edited one is still readable, with who and when."""
    session = play(finished_session(), edited("62-action-plan", "months.0.actions.0.metric", "Fincas atendidas"))
    after = redone(session, "62-action-plan")
    assert version_of(after, "62-action-plan").edits == ()
    assert version_of(after, "62-action-plan").origin == "generated"
    kept = after.steps["62-action-plan"].history[0]
    assert (kept.origin, kept.edits[0].by, kept.edits[0].at) == ("edited", "Ana Vega", LATER)


def test_choice_of_a_strategy_being_redone_is_refused() -> None:
    """Its alternatives are about to be others."""
    from retention_coach.chain.events import Chosen

    with pytest.raises(StateError, match="a medio rehacer"):
        play(finished_session(), RedoAsked(("61-strategy",), LATER), Chosen("B", "consultant", LATER))


def test_redone_strategy_with_other_words_leaves_the_plans_readable() -> None:
    """They are out of date, not lost."""
    other = put(STRATEGY, "recommendation.reason", "Es más simple.")
    session = play(finished_session(), RedoAsked(("61-strategy",), NOON), replied("61-strategy", other))
    assert version_of(session, "62-action-plan").output["months"] == ACTION_PLAN.model_dump(mode="json")["months"]
    assert session.summary.stale == len(AFTER_CHOICE)
