"""The one place where adapters meet the chain."""

import re
import secrets
from datetime import UTC, datetime

from retention_coach.chain import outputs
from retention_coach.chain.coach import Coach
from retention_coach.engines.playbook.engine import PlaybookEngine
from retention_coach.knowledge.loader import load
from retention_coach.ports import Engine, SessionStore
from retention_coach.prompting import TemplateRenderer, locate_prompts
from retention_coach.prompting.selection import KnowledgeSelection
from retention_coach.settings import Settings
from retention_coach.spanish.words import fold
from retention_coach.storage.json_folder import JsonFolderStore


class SystemClock:
    """The machine's clock, in UTC."""

    def now(self) -> datetime:
        """The current moment."""
        return datetime.now(UTC)


def build(
    settings: Settings | None = None, *, engine: Engine | None = None, store: SessionStore | None = None
) -> Coach:
    """A coach ready to work: the offline playbook engine and a folder of sessions, unless others are given.

    Args:
        settings: folders; by default `./sessions` and the prompts shipped.
        engine: who answers the steps.
        store: where sessions are kept.

    Raises:
        PromptError: if the prompts folder cannot be used.
        KnowledgeError: if the knowledge base is damaged.
    """
    chosen = settings or Settings()
    knowledge = load()
    return Coach(
        engine=engine or PlaybookEngine(knowledge),
        store=store or JsonFolderStore(chosen.sessions_dir, validate=outputs.validate),
        renderer=TemplateRenderer(locate_prompts(chosen.prompts_dir), select=KnowledgeSelection(knowledge)),
        knowledge=knowledge,
        clock=SystemClock(),
        new_id=new_session_id,
    )


def new_session_id(company: str) -> str:
    """A short readable id, unique for practical purposes: the company's name and six random hexadecimal digits."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(company)).strip("-")[:48].strip("-")
    return f"{slug or 'empresa'}-{secrets.token_hex(3)}"
