"""A company's session at every stage of the chain, built from the finding-free sample of the tests of the checks."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from pydantic import BaseModel
from sample_chain import (
    ACTION_PLAN,
    ADVOCACY_PLAN,
    GUIDE,
    KPI_SET,
    SECTOR_PLAN,
    STRATEGY,
)
from sample_company import ANSWERS, KNOWLEDGE, PROFILE

from retention_coach.chain.coach import Coach
from retention_coach.chain.events import Answered, Chosen, Edited, Event, ProfileSet, RedoAsked, Replied
from retention_coach.chain.machine import apply, new_session
from retention_coach.chain.readiness import Finished, NeedsAnswers, NeedsChoice, ready
from retention_coach.domain.action_plan import ActionPlan, Infeasible
from retention_coach.domain.base import AlternativeLabel, StepId, Wire
from retention_coach.domain.profile import Profile
from retention_coach.domain.session import Attempt, MadeBy, Session, StepVersion
from retention_coach.ports import Engine, Prompt, SessionStore, StepInputs
from retention_coach.testing import ManualClock, MemoryStore, ScriptedEngine

__all__ = ["ACTION_PLAN", "ANSWERS", "GUIDE", "KNOWLEDGE", "PROFILE", "STRATEGY"]

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=3)

CONTENT: Mapping[StepId, Wire] = {
    "61-interview": GUIDE,
    "61-strategy": STRATEGY,
    "62-action-plan": ACTION_PLAN,
    "63-kpis": KPI_SET,
    "64-sector-plan": SECTOR_PLAN,
    "65-advocacy": ADVOCACY_PLAN,
}
"""What the engine writes in each step; every output passes its checks."""

STEP_IDS = tuple(CONTENT)
AFTER_CHOICE = STEP_IDS[2:]

LONG_ACTIVITY = " ".join(["palabra"] * 29) + " final."
"""Over the 25 words that prompt 62 allows."""


def put(model: Any, path: str, value: Any) -> Any:
    """A copy of a model with another value at a place, unchecked."""
    if not path:
        return value
    head, _, rest = path.partition(".")
    if isinstance(model, tuple):
        index = int(head)
        return (*model[:index], put(model[index], rest, value), *model[index + 1 :])
    return model.model_copy(update={head: put(getattr(model, head), rest, value)})


def wordy_plan(*places: str) -> ActionPlan:
    """The action plan with an activity that is too long at each of these places; one error for each."""
    plan = ACTION_PLAN
    for place in places or ("months.0.actions.0",):
        plan = put(plan, f"{place}.activity", LONG_ACTIVITY)
    return plan


def infeasible_plan() -> ActionPlan:
    """A plan that says that it cannot be done."""
    blocked = Infeasible(reason="Nadie tiene horas.", needed="Que alguien dedique horas cada mes.", figures=())
    return ActionPlan(alternative="A", months=(), calendar_note="", infeasible=blocked)


def attempt(error: str = "", cost_usd: float | None = None) -> Attempt:
    """One call of an engine, for the ledger."""
    return Attempt(at=NOON, engine="scripted", error=error, cost_usd=cost_usd)


def replied(
    step: StepId, content: Wire | None = None, *, max_repairs: int = 0, template_version: str = "1", at: datetime = NOON
) -> Replied:
    """The event of an engine that filled a step, with the sample's content unless another is given."""
    return Replied(
        step=step,
        content=content or CONTENT[step],
        made_by=MadeBy(engine="scripted", template=step, template_version=template_version),
        attempts=(attempt(cost_usd=0.01),),
        max_repairs=max_repairs,
        at=at,
    )


def edited(step: StepId, path: str, value: object) -> Edited:
    """The event of a hand that changes an output."""
    return Edited(step, path, value, "Ana Vega", LATER)


def play(session: Session, *events: Event) -> Session:
    """The session after these events."""
    for event in events:
        session = apply(session, event, KNOWLEDGE)
    return session


@cache
def empty_session() -> Session:
    """Nothing said yet."""
    return new_session("contadores-000001", NOON)


@cache
def asked_session() -> Session:
    """Profile and guide are there; no answer yet."""
    return play(empty_session(), ProfileSet(PROFILE, NOON), replied("61-interview"))


@cache
def answered_session() -> Session:
    """Every question is answered, one of them with «no sé»."""
    answers = (Answered(item.id, item.text, NOON, item.consultant_only) for item in ANSWERS)
    return play(asked_session(), *answers)


@cache
def advised_session() -> Session:
    """The strategy is there, not chosen yet."""
    return play(answered_session(), replied("61-strategy"))


@cache
def chosen_session(label: AlternativeLabel = "A") -> Session:
    """An alternative is chosen."""
    return play(advised_session(), Chosen(label, "consultant", NOON))


@cache
def finished_session() -> Session:
    """All steps are done."""
    return play(chosen_session(), *(replied(step) for step in AFTER_CHOICE))


def redone(session: Session, *steps: StepId) -> Session:
    """The session after these steps were asked for and written again, word for word."""
    return play(session, RedoAsked(steps, LATER), *(replied(step, at=LATER) for step in steps))


def version_of(session: Session, step: StepId) -> StepVersion:
    """The current version of a step that has one."""
    current = session.steps[step].current
    assert current is not None
    return current


def with_profile(session: Session, **changes: object) -> Session:
    """The session after its profile was corrected."""
    assert session.profile is not None
    data = {**session.profile.model_dump(), **changes}
    return play(session, ProfileSet(Profile.model_validate(data), LATER))


class PlainRenderer:
    """Renders no template: the prompt says the step's name, which is all that these tests look at."""

    def render(self, template: str, inputs: StepInputs, reply_model: type[Wire]) -> Prompt:
        """A prompt for any step."""
        user = f"{inputs.profile.company}: {reply_model.__name__}"
        return Prompt(system=template, user=user, template=template, version="1", hash="0" * 12)


def scripted(*, max_repairs: int = 0, **changed: list[Wire | Exception]) -> ScriptedEngine:
    """An engine that writes the sample; a keyword such as `s62` gives other replies for the step with that number."""
    script: dict[StepId, list[Any]] = {step: [content] for step, content in CONTENT.items()}
    for name, replies in changed.items():
        script[next(step for step in reversed(STEP_IDS) if step.startswith(name[1:]))] = replies
    return ScriptedEngine(script, max_repairs=max_repairs)


def coach_with(engine: Engine | None = None, store: SessionStore | None = None) -> Coach:
    """A coach over the sample's knowledge, in memory unless told otherwise."""
    return Coach(
        engine=engine or scripted(),
        store=store or MemoryStore(),
        renderer=PlainRenderer(),
        knowledge=KNOWLEDGE,
        clock=ManualClock(NOON),
        new_id=lambda _company: "contadores-000001",
    )


async def whole_chain(coach: Coach, session: Session) -> Session:
    """Go on from wherever the session is until it is finished."""
    if session.profile is None:
        session = await coach.record(session, ProfileSet(PROFILE, NOON))
    while not isinstance(need := ready(session)[0], Finished):
        if isinstance(need, NeedsAnswers):
            asked = {question.id for question in need.questions}
            answer = next(item for item in ANSWERS if item.id in asked)
            session = await coach.record(session, Answered(answer.id, answer.text, NOON, answer.consultant_only))
        elif isinstance(need, NeedsChoice):
            session = await coach.choose(session, "A")
        else:
            session = await coach.advance(session)
    return session


async def stored(coach: Coach, session: Session) -> Session:
    """The session as its store has it."""
    return await coach.store.load(session.id)


async def kept(coach: Coach, session: Session) -> Session:
    """Put a session made elsewhere into the coach's store."""
    return await coach.store.save(session, expected_revision=0)


def dumped(model: BaseModel) -> str:
    """A model as text, to compare in depth."""
    return model.model_dump_json()
