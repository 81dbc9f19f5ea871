"""The driver: every event is saved before it returns, and the engine is given what its step reads."""

import asyncio
from typing import Literal

import pytest
from chain_cases import (
    ACTION_PLAN,
    AFTER_CHOICE,
    ANSWERS,
    NOON,
    STEP_IDS,
    chosen_session,
    coach_with,
    dumped,
    empty_session,
    finished_session,
    kept,
    scripted,
    stored,
    whole_chain,
    wordy_plan,
)

from retention_coach.chain.events import Answered, Chosen, DraftKept, Event, Reviewed
from retention_coach.chain.readiness import Finished, ready
from retention_coach.chain.spec import StepSpec
from retention_coach.domain.action_plan import ActionPlan, ActionPlanDraft
from retention_coach.domain.session import Session
from retention_coach.errors import (
    StaleRevisionError,
)
from retention_coach.testing import ManualClock, MemoryStore

PLAN = "62-action-plan"


def test_whole_chain_is_saved_event_by_event() -> None:
    """One revision for each event, and what is stored is what was returned."""

    async def scenario() -> None:
        coach = coach_with()
        session = await whole_chain(coach, await coach.create("Contadores"))
        assert session.revision == 1 + 1 + 6 + len(ANSWERS) + 1
        assert await stored(coach, session) == session
        assert (session.summary.steps_done, session.summary.errors, session.summary.stale) == (8, 0, 0)

    asyncio.run(scenario())


@pytest.mark.parametrize(
    "event",
    [
        Answered("Q1", "Bien.", NOON),
        DraftKept("Q1", "Bi", NOON),
        Chosen("B", "consultant", NOON),
        Reviewed("Ana", NOON),
    ],
)
def test_event_is_saved_when_it_returns(event: Event) -> None:
    """Read again from the store at once, it is there."""

    async def scenario() -> None:
        coach = coach_with()
        before = await kept(coach, finished_session())
        after = await coach.record(before, event)
        assert after.revision == before.revision + 1
        assert await stored(coach, after) == after
        assert dumped(after) != dumped(before)

    asyncio.run(scenario())


def test_repair_request_carries_the_errors_and_the_earlier_reply() -> None:
    """The errors, as the checks found them, and the reply as the engine gave it: of its model, without ids."""

    async def scenario() -> None:
        engine = scripted(max_repairs=2, s62=[wordy_plan(), ACTION_PLAN])
        coach = coach_with(engine)
        session = await coach.advance(await kept(coach, chosen_session()))
        first, second = engine.requests[:2]
        assert (first.repair, first.earlier_reply) == ((), None)
        assert [finding.code for finding in second.repair] == ["ACTION_TOO_LONG"]
        assert type(second.earlier_reply) is second.reply_model is ActionPlanDraft
        assert second.earlier_reply == ActionPlanDraft.model_validate(wordy_plan().model_dump(), extra="ignore")
        assert second.inputs == first.inputs
        assert ready(session) == (Finished(),)
        assert [request.step for request in engine.requests[:3]] == [PLAN, PLAN, "63-kpis"]

    asyncio.run(scenario())


def test_engine_that_mends_what_it_is_handed_keeps_the_ids() -> None:
    """The mended plan has the ids of the faulty one where the text is the same."""

    async def scenario() -> None:
        coach = coach_with(scripted(max_repairs=1, s62=[wordy_plan(), ACTION_PLAN]))
        session = await coach.advance(await kept(coach, chosen_session()))
        current, faulty = session.steps[PLAN].current, session.steps[PLAN].history[0]
        assert current is not None
        new, old = (ActionPlan.model_validate(version.output).actions() for version in (current, faulty))
        assert old.keys() - new.keys() == {"A1"}
        assert all(old[key].activity == action.activity for key, action in new.items() if key in old)

    asyncio.run(scenario())


def test_request_shows_only_what_the_step_reads() -> None:
    """The engine of the interview sees no figure and no account."""

    async def scenario() -> None:
        engine = scripted()
        coach = coach_with(engine)
        await whole_chain(coach, await coach.create("Contadores"))
        assert [request.step for request in engine.requests] == list(STEP_IDS)
        interview, last = engine.requests[0].inputs, engine.requests[-1].inputs
        assert (interview.answers, interview.profile.accounts, interview.outputs) == ((), (), {})
        assert [item.id for item in last.answers] == [item.id for item in ANSWERS]
        assert last.output(ActionPlan) == ACTION_PLAN
        with pytest.raises(KeyError):
            interview.output(ActionPlan)

    asyncio.run(scenario())


def test_progress_is_told_before_and_after_each_reply() -> None:
    """When it is told that a step is stored, it is, in the session that comes with it."""

    async def scenario() -> None:
        store = MemoryStore()
        coach = coach_with(store=store)
        before = await kept(coach, chosen_session())
        told: list[tuple[str, str, bool]] = []

        def listen(step: StepSpec, moment: Literal["begun", "stored"], session: Session) -> None:
            assert session == Session.model_validate_json(store.documents[before.id])
            told.append((step.id, moment, step.id in session.steps))

        await coach.advance(before, progress=listen)
        assert told == [(step, *end) for step in AFTER_CHOICE for end in (("begun", False), ("stored", True))]

    asyncio.run(scenario())


def test_nothing_to_advance_saves_nothing() -> None:
    """A finished session, and one that waits for a person, come back as they are."""

    async def scenario() -> None:
        coach = coach_with()
        empty = await coach.create("Contadores")
        assert await coach.advance(empty) is empty
        other = await kept(coach, finished_session().model_copy(update={"id": "otra-1"}))
        assert await coach.advance(other) is other

    asyncio.run(scenario())


def test_choice_says_who_made_it() -> None:
    """The consultant, or nobody but the recommendation."""

    async def scenario() -> None:
        coach = coach_with()
        session = await kept(coach, chosen_session())
        by_hand = await coach.choose(session, "B")
        by_default = await coach.choose(by_hand, "A", recommended=True)
        assert by_hand.choice is not None
        assert by_default.choice is not None
        assert (by_hand.choice.by, by_default.choice.by) == ("consultant", "recommended")

    asyncio.run(scenario())


def test_created_session_is_empty_and_saved() -> None:
    """With the id given, at the time of the clock."""

    async def scenario() -> None:
        coach = coach_with()
        assert isinstance(coach.clock, ManualClock)
        session = await coach.create("Contadores")
        assert session == empty_session().model_copy(update={"revision": 1})
        coach.clock.move()
        with pytest.raises(StaleRevisionError):
            await coach.create("Contadores")

    asyncio.run(scenario())
