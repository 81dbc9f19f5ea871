"""The driver of the machine: ask, check, apply, save. Terminal, web, run and batch all go through it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from retention_coach.chain.events import Chosen, EngineFailed, Event, RedoAsked, Replied
from retention_coach.chain.fork import fork
from retention_coach.chain.inputs import inputs_for
from retention_coach.chain.machine import apply, new_session
from retention_coach.chain.readiness import NeedsReply, ready
from retention_coach.chain.spec import StepSpec
from retention_coach.chain.steps import STEPS, step_named
from retention_coach.domain.base import AlternativeLabel, StepId
from retention_coach.domain.session import Attempt, Session
from retention_coach.errors import EngineError, ReplyInvalidError
from retention_coach.knowledge.base import Knowledge
from retention_coach.ports import Clock, Engine, PromptRenderer, SessionStore, StepReply, StepRequest

Progress = Callable[[StepSpec, Literal["begun", "stored"], Session], None]
"""Told of each reply twice, repair turns included: when an engine begins it and when it is stored, with the session as
it is then."""


@dataclass(frozen=True, slots=True)
class Coach:
    """One consultant's tool: a chain with its engine, store, prompts, knowledge and clock."""

    engine: Engine
    store: SessionStore
    renderer: PromptRenderer
    knowledge: Knowledge
    clock: Clock
    new_id: Callable[[str], str]

    async def create(self, company: str) -> Session:
        """A new, empty session for the company, saved."""
        session = new_session(self.new_id(company), self.clock.now())
        return await self.store.save(session, expected_revision=0)

    async def record(self, session: Session, event: Event) -> Session:
        """Apply an event and save the result before returning it.

        Raises:
            InvalidInputError, StateError: if the event does not fit; nothing is saved.
            StorageError: if it could not be saved.
        """
        changed = apply(session, event, self.knowledge)
        return await self.store.save(changed, expected_revision=session.revision)

    async def advance(self, session: Session, *, progress: Progress | None = None) -> Session:
        """Let the engine fill every step that waits for it, saving after each.

        Returns when the session needs a person, is blocked, or is finished.

        Raises:
            EngineError: if the engine failed; the attempt is kept in the saved session.
            StorageError: if a step could not be saved.

        After an error or a cancellation the session given is behind what was saved: load it again to go on.
        """
        while need := next((item for item in ready(session) if isinstance(item, NeedsReply)), None):
            if progress:
                progress(need.step, "begun", session)
            session = await self._fill(session, need)
            if progress:
                progress(need.step, "stored", session)
        return session

    async def choose(self, session: Session, label: AlternativeLabel, *, recommended: bool = False) -> Session:
        """Select an alternative and save."""
        by: Literal["recommended", "consultant"] = "recommended" if recommended else "consultant"
        return await self.record(session, Chosen(label, by, self.clock.now()))

    async def redo(self, session: Session, first: StepId) -> Session:
        """Ask for a step and all that rest on it to be done again; `advance` does them.

        Raises:
            InvalidInputError: if there is no such step.
        """
        return await self.record(session, RedoAsked(_with_dependents(step_named(first).id), self.clock.now()))

    async def fork(self, session: Session, label: AlternativeLabel) -> Session:
        """A second session with the other alternative chosen, saved."""
        company = session.profile.company if session.profile else session.id
        copy = fork(session, self.new_id(company), label, self.clock.now(), self.knowledge)
        return await self.store.save(copy, expected_revision=0)

    async def _fill(self, session: Session, need: NeedsReply) -> Session:
        request = self._request(session, need)
        try:
            reply = await self.engine.answer(request)
            _fits(reply, request)
        except EngineError as error:
            now = self.clock.now()
            attempt = Attempt(at=now, engine=self.engine.name, error=error.error_class)
            await self.record(session, EngineFailed(need.step.id, attempt, now))
            raise
        return await self.record(
            session,
            Replied(
                step=need.step.id,
                content=reply.content,
                made_by=reply.made_by,
                attempts=reply.attempts,
                max_repairs=self.engine.max_repairs,
                at=self.clock.now(),
            ),
        )

    def _request(self, session: Session, need: NeedsReply) -> StepRequest:
        spec = need.step
        if spec.reply is None:
            raise TypeError(f"{spec.id} is not answered by an engine")
        inputs = inputs_for(session, spec)
        current = session.steps[spec.id].current if need.repair else None
        return StepRequest(
            step=spec.id,
            prompt=self.renderer.render(spec.id, inputs, spec.reply.wire),
            inputs=inputs,
            reply_model=spec.reply.wire,
            repair=tuple(f for f in current.findings if f.severity == "error") if current else (),
            # As the engine gave it: without the ids, which its model does not have.
            earlier_reply=spec.reply.wire.model_validate(current.output, extra="ignore") if current else None,
        )


def _fits(reply: StepReply, request: StepRequest) -> None:
    if not isinstance(reply.content, request.reply_model):
        raise ReplyInvalidError(
            f"El motor «{reply.made_by.engine}» devolvió {type(reply.content).__name__} en el paso «{request.step}»; "
            f"se esperaba {request.reply_model.__name__}.",
            error_class="wrong_model",
        )


def _with_dependents(first: StepId) -> tuple[StepId, ...]:
    found = [first]
    for step in STEPS:
        if set(step.after) & set(found) and step.id not in found:
            found.append(step.id)
    return tuple(step.id for step in STEPS if step.id in found and step.reply)
