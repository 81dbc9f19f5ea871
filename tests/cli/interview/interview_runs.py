"""Runs the interview in this process, with answers from a pipe and sessions in memory."""

import asyncio
import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from retention_coach.chain.coach import Coach
from retention_coach.cli.interview.command import interview
from retention_coach.cli.interview.interruption import Interruption
from retention_coach.cli.interview.opening import Opening
from retention_coach.cli.interview.piped import PipedSource
from retention_coach.cli.interview.sources import Ask, InputEnded, Source
from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.domain.session import Session
from retention_coach.engines.playbook.engine import PlaybookEngine
from retention_coach.knowledge.loader import load
from retention_coach.ports import Engine
from retention_coach.prompting.location import locate_prompts
from retention_coach.prompting.renderer import TemplateRenderer
from retention_coach.prompting.selection import KnowledgeSelection
from retention_coach.testing.clock import ManualClock
from retention_coach.testing.store import MemoryStore

SESSION = "acme-1"

NAME = "Transandina Carga S.A."
PROFILE = (
    "Transporte refrigerado de flores.",
    "La flor llega fría al avión.",
    "Fincas medianas de Cayambe.",
    "Transporte y logística",
    "Quito",
    "Florícolas",
    "Cayambe",
    "2",
    "90 días",
    "enero 2027",
    "Gerente 20 h; Asesora 40 h",
    "USD 3 mil",
    "42",
    "6 de 42",
    "/tema",
    "Florícola X; USD 12.000; 15/03/2027; alto",
    "/tema",
    "/tema",
    "/tema",
    "/tema",
)
"""What a consultant answers to the form, without the company's name."""

TOPICS = ("Perdimos seis clientes por demoras.", "/tema") * 5
"""One answer for each topic; the rest of it is not known."""


class Person:
    """Types these answers; an exception is what the keyboard would raise. `asks` is what was asked."""

    is_live = True
    place = ""

    def __init__(self, typed: Iterable[str | Exception]) -> None:
        self._typed = iter(typed)
        self.asks: list[Ask] = []

    async def read(self, ask: Ask) -> str:
        """The next of them; the end of the input after the last."""
        self.asks.append(ask)
        typed = next(self._typed, InputEnded())
        if isinstance(typed, Exception):
            raise typed
        return typed


@dataclass
class Case:
    """A company's sessions and who writes for them, across several sittings."""

    store: MemoryStore = field(default_factory=MemoryStore)
    engine: Engine = field(default_factory=lambda: PlaybookEngine(load()))

    @property
    def coach(self) -> Coach:
        """A coach over this store and engine."""
        knowledge = load()
        return Coach(
            engine=self.engine,
            store=self.store,
            renderer=TemplateRenderer(locate_prompts(), select=KnowledgeSelection(knowledge)),
            knowledge=knowledge,
            clock=ManualClock(),
            new_id=lambda _company: SESSION,
        )

    @property
    def session(self) -> Session:
        """The session as it was saved last."""
        return Session.model_validate_json(self.store.documents[SESSION])

    def sit(self, *blocks: str, opening: Opening | None = None) -> "Sat":
        """One sitting: a new session for the company, or another opening, and these blocks of answers."""
        return self.sit_with(PipedSource(io.StringIO("\n---\n".join(blocks))), opening)

    def sit_with(self, source: Source, opening: Opening | None = None) -> "Sat":
        """One sitting with any source of answers."""
        out = io.StringIO()
        code = asyncio.run(
            interview(
                self.coach,
                Terminal.attached(out, {}),
                source,
                opening=opening or Opening(company=NAME),
                interruption=Interruption(),
                go_on=lambda session: f"retention-coach interview --session {session.id}",
                to_export=lambda session: f"retention-coach export {session.id}",
            )
        )
        return Sat(code, out.getvalue())

    def resume(self, *blocks: str) -> "Sat":
        """Another sitting with the same session."""
        return self.sit(*blocks, opening=Opening(session=SESSION))


@dataclass(frozen=True)
class Sat:
    """How a sitting ended, and all that it wrote."""

    code: int
    output: str

    @property
    def words(self) -> str:
        """The output in one line, however it was wrapped."""
        return " ".join(self.output.split())
