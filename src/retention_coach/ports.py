"""What the chain needs from outside, as protocols; adapters say how.

Invariant: a `StepRequest` carries the rendered prompt and the typed inputs, so that a rule engine never parses prose
and a language model never sees the session.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeVar

from pydantic import BaseModel

from retention_coach.domain.base import AlternativeLabel, StepId, Wire
from retention_coach.domain.finding import Finding
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Profile
from retention_coach.domain.session import Attempt, MadeBy, Session, Summary

Output = TypeVar("Output", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class StepInputs:
    """What a step reads, and nothing else: parts that it does not declare are blank.

    `outputs` holds the earlier steps' outputs by their stored model.
    """

    profile: Profile
    answers: tuple[AnsweredQuestion, ...] = ()
    choice: AlternativeLabel | None = None
    outputs: Mapping[type[BaseModel], BaseModel] = field(default_factory=dict)

    def output(self, model: type[Output]) -> Output:
        """The output of an earlier step, by its stored model.

        Raises:
            KeyError: if the step does not read it.
        """
        found = self.outputs[model]
        if not isinstance(found, model):
            raise KeyError(model)
        return found


@dataclass(frozen=True, slots=True)
class Prompt:
    """A rendered prompt: the two roles apart, and the template it comes from."""

    system: str
    user: str
    template: str
    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class StepRequest:
    """One request to an engine. `repair` holds the findings of the earlier reply that it should mend."""

    step: StepId
    prompt: Prompt
    inputs: StepInputs
    reply_model: type[Wire]
    repair: tuple[Finding, ...] = ()
    earlier_reply: Wire | None = None


@dataclass(frozen=True, slots=True)
class StepReply:
    """An engine's reply: the filled model, what made it, and every call that it took."""

    content: Wire
    made_by: MadeBy
    attempts: tuple[Attempt, ...]


class Engine(Protocol):
    """Fills a step's model.

    `name` is what sessions and documents show; `max_repairs` is how many times it may be asked to mend one step.
    """

    @property
    def name(self) -> str: ...  # noqa: D102 - said above

    @property
    def max_repairs(self) -> int: ...  # noqa: D102 - said above

    async def answer(self, request: StepRequest) -> StepReply:
        """Fill `request.reply_model`.

        Raises:
            EngineError: if no reply could be had; its `error_class` is recorded as a failed attempt.
            ReplyInvalidError: if the reply does not fit the model.
        """
        ...


class PromptRenderer(Protocol):
    """Renders the template of a step."""

    def render(self, template: str, inputs: StepInputs, reply_model: type[Wire]) -> Prompt:
        """The prompt of a step.

        Raises:
            PromptError: if the template is missing, malformed, or asks for a value that the step does not supply.
        """
        ...


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """One line of a listing; `problem` is a Spanish sentence where the file cannot be read."""

    id: str
    updated_at: datetime | None
    summary: Summary | None
    problem: str = ""


class SessionStore(Protocol):
    """Keeps sessions. A writer that read an older revision is refused, never merged."""

    async def save(self, session: Session, *, expected_revision: int) -> Session:
        """Write the session durably and return it with its new revision (`expected_revision + 1`).

        `expected_revision` is 0 for a session that does not exist yet.

        Raises:
            StaleRevisionError: if another writer was first.
            SessionLockedError: if another process holds the lock.
            SessionUnreadableError, SessionTooNewError: if what is there cannot be read; it is left alone.
            SaveFailedError: if the disk refuses; unless the message says otherwise, the earlier version is intact.
        """
        ...

    async def load(self, session_id: str) -> Session:
        """The session with this id.

        Raises:
            SessionNotFoundError, SessionUnreadableError, SessionTooNewError.
        """
        ...

    async def find(self, prefix: str) -> str:
        """The only id that begins with `prefix` (an exact id always wins).

        Raises:
            SessionNotFoundError, AmbiguousSessionError.
        """
        ...

    async def entries(self) -> Sequence[SessionEntry]:
        """Every session, latest first, unreadable files included with their problem."""
        ...

    async def delete(self, session_id: str) -> None:
        """Remove the session and what belongs to it.

        Raises:
            SessionNotFoundError, SessionLockedError, SaveFailedError.
        """
        ...

    def claim(self, session_id: str) -> AbstractAsyncContextManager[None]:
        """Hold the session while a person works in it, so that two windows do not; the system frees it on a kill.

        Raises:
            SessionLockedError: on entering, if another window has it.
        """
        ...


class Clock(Protocol):
    """The time, so that tests can decide it."""

    def now(self) -> datetime:
        """The current moment, aware, in UTC."""
        ...
