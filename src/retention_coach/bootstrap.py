"""The one place where adapters meet the chain.

What only a whole coach needs is imported where it is built, so that a listing of sessions does not wait for it.
"""

import re
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from retention_coach.chain import outputs
from retention_coach.ports import Engine, SessionStore
from retention_coach.settings import Settings
from retention_coach.spanish.words import fold
from retention_coach.storage.json_folder import JsonFolderStore

if TYPE_CHECKING:
    from retention_coach.chain.coach import Coach
    from retention_coach.knowledge.base import Knowledge
    from retention_coach.prompting import TemplateRenderer


class SystemClock:
    """The machine's clock, in UTC."""

    def now(self) -> datetime:
        """The current moment."""
        return datetime.now(UTC)


def build(
    settings: Settings | None = None, *, engine: Engine | None = None, store: SessionStore | None = None
) -> "Coach":
    """A coach ready to work: the offline playbook engine and a folder of sessions, unless others are given.

    Args:
        settings: folders; by default `./sessions` and the prompts shipped.
        engine: who answers the steps.
        store: where sessions are kept.

    Raises:
        PromptError: if the prompts folder cannot be used.
        KnowledgeError: if the knowledge base is damaged.
    """
    from retention_coach.chain.coach import Coach
    from retention_coach.engines.playbook.engine import PlaybookEngine
    from retention_coach.knowledge.loader import load

    chosen = settings or Settings()
    knowledge = load()
    return Coach(
        engine=engine or PlaybookEngine(knowledge),
        store=store or session_store(chosen),
        renderer=templates(chosen, knowledge),
        knowledge=knowledge,
        clock=SystemClock(),
        new_id=new_session_id,
    )


def session_store(settings: Settings) -> SessionStore:
    """The sessions alone, for what needs no chain."""
    return JsonFolderStore(settings.sessions_dir, validate=outputs.validate)


def templates(settings: Settings, knowledge: "Knowledge") -> "TemplateRenderer":
    """The prompts alone.

    Raises:
        PromptError: if the prompts folder cannot be used.
    """
    from retention_coach.prompting import TemplateRenderer, locate_prompts
    from retention_coach.prompting.selection import KnowledgeSelection

    return TemplateRenderer(locate_prompts(settings.prompts_dir), select=KnowledgeSelection(knowledge))


def new_session_id(company: str) -> str:
    """A short readable id, unique for practical purposes: the company's name and six random hexadecimal digits."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(company)).strip("-")[:48].strip("-")
    return f"{slug or 'empresa'}-{secrets.token_hex(3)}"
