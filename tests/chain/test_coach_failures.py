"""The driver when something fails: what was saved stays, the error comes out, and going on works."""

import asyncio

import pytest
from chain_cases import (
    ACTION_PLAN,
    CONTENT,
    GUIDE,
    NOON,
    STEP_IDS,
    attempt,
    chosen_session,
    coach_with,
    finished_session,
    kept,
    scripted,
    stored,
    version_of,
    whole_chain,
)

from retention_coach.chain.events import Answered, Reviewed
from retention_coach.chain.readiness import Finished, ready
from retention_coach.domain.session import MadeBy, Session
from retention_coach.errors import (
    EngineError,
    InvalidInputError,
    ReplyInvalidError,
    SaveFailedError,
    StaleRevisionError,
    StateError,
)
from retention_coach.ports import StepReply, StepRequest
from retention_coach.testing import MemoryStore

PLAN = "62-action-plan"


class FailingStore(MemoryStore):
    """A store whose n-th save is refused, once, as a full disk would."""

    def __init__(self, failing_save: int) -> None:
        super().__init__()
        self.saves = 0
        self._failing_save = failing_save

    async def save(self, session: Session, *, expected_revision: int) -> Session:
        """Save, or refuse.

        Raises:
            SaveFailedError: it is this save's turn.
        """
        self.saves += 1
        if self.saves == self._failing_save:
            raise SaveFailedError("El disco está lleno.")
        return await super().save(session, expected_revision=expected_revision)


@pytest.mark.parametrize("failing_save", range(1, 15))
def test_refused_save_surfaces_and_loses_nothing(failing_save: int) -> None:
    """Whichever save fails, the error comes out; going on from what is stored ends in the same place."""

    async def scenario() -> None:
        store = FailingStore(failing_save)
        coach = coach_with(store=store)
        with pytest.raises(SaveFailedError, match="lleno"):
            await whole_chain(coach, await coach.create("Contadores"))
        if failing_save == 1:
            assert not store.documents
            return
        left = await coach.store.load("contadores-000001")
        assert left.revision == failing_save - 1
        finished = await whole_chain(coach, left)
        assert finished.revision == 14
        for step in STEP_IDS:
            assert version_of(finished, step).output == version_of(finished_session(), step).output

    asyncio.run(scenario())


def test_two_coaches_do_not_overwrite_each_other() -> None:
    """Who started from an older revision is refused; the first one's answer stays."""

    async def scenario() -> None:
        store = MemoryStore()
        first, second = coach_with(store=store), coach_with(store=store)
        seen = await kept(first, finished_session())
        saved = await first.record(seen, Answered("Q1", "Primera.", NOON))
        with pytest.raises(StaleRevisionError):
            await second.record(seen, Answered("Q1", "Segunda.", NOON))
        with pytest.raises(StaleRevisionError):
            await second.redo(seen, PLAN)
        assert await stored(first, saved) == saved

    asyncio.run(scenario())


def test_failing_engine_surfaces_and_is_recorded() -> None:
    """The attempt is in the saved session with its class; what was done before is kept, and going on works."""

    async def scenario() -> None:
        engine = scripted(s63=[EngineError("Se cayó.", error_class="timeout"), CONTENT["63-kpis"]])
        coach = coach_with(engine)
        before = await kept(coach, chosen_session())
        with pytest.raises(EngineError, match="Se cayó"):
            await coach.advance(before)
        left = await stored(coach, before)
        assert left.steps[PLAN].current is not None
        assert left.steps["63-kpis"].current is None
        assert [(item.error, item.engine) for item in left.steps["63-kpis"].attempts] == [("timeout", "scripted")]
        assert ready(await coach.advance(left)) == (Finished(),)

    asyncio.run(scenario())


def test_reply_of_another_model_is_refused_and_recorded() -> None:
    """An engine that answers a plan with questions is told so; the step stays empty."""

    async def scenario() -> None:
        coach = coach_with(scripted(s62=[GUIDE]))
        before = await kept(coach, chosen_session())
        with pytest.raises(ReplyInvalidError, match=r"InterviewGuide.*62-action-plan.*ActionPlanDraft"):
            await coach.advance(before)
        record = (await stored(coach, before)).steps[PLAN]
        assert record.current is None
        assert [item.error for item in record.attempts] == ["wrong_model"]

    asyncio.run(scenario())


class HangingEngine:
    """Answers the first step and then never again."""

    name = "hanging"
    max_repairs = 0

    def __init__(self) -> None:
        self.hangs = asyncio.Event()

    async def answer(self, request: StepRequest) -> StepReply:
        """The plan; for any other step, nothing, for ever."""
        if request.step == PLAN:
            return StepReply(ACTION_PLAN, MadeBy(engine=self.name), (attempt(),))
        self.hangs.set()
        await asyncio.Event().wait()
        raise AssertionError


def test_cancelled_advance_keeps_what_was_done() -> None:
    """The step that was being written is simply not there; another engine finishes the chain."""

    async def scenario() -> None:
        store, engine = MemoryStore(), HangingEngine()
        coach = coach_with(engine, store)
        before = await kept(coach, chosen_session())
        work = asyncio.create_task(coach.advance(before))
        await engine.hangs.wait()
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        left = await stored(coach, before)
        assert (left.revision, left.summary.next_step) == (before.revision + 1, "63-kpis")
        assert ready(await coach_with(store=store).advance(left)) == (Finished(),)

    asyncio.run(scenario())


def test_refused_event_saves_nothing() -> None:
    """The session in the store is the one before."""

    async def scenario() -> None:
        coach = coach_with()
        before = await coach.create("Contadores")
        for event, refusal in ((Answered("Q1", "Bien.", NOON), InvalidInputError), (Reviewed("Ana", NOON), StateError)):
            with pytest.raises(refusal):
                await coach.record(before, event)
        assert await stored(coach, before) == before

    asyncio.run(scenario())
