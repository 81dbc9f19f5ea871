"""One run of the program: what was asked of every command, and where it writes."""

import json
import os
import shlex
import sys
from collections.abc import Coroutine
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer

if TYPE_CHECKING:
    from retention_coach.chain.coach import Coach
    from retention_coach.cli.terminal.terminal import Terminal
    from retention_coach.ports import SessionStore
    from retention_coach.settings import Settings

T = TypeVar("T")

SESSIONS_VARIABLE = "RETENTION_COACH_SESSIONS_DIR"
PROMPTS_VARIABLE = "RETENTION_COACH_PROMPTS_DIR"


class Invocation:
    """The options common to all commands, with what they lead to.

    An option wins over its environment variable, and that over the default. `to_go_on` is the command that takes up
    an interrupted session again, or an empty string while there is none.
    """

    def __init__(self) -> None:
        self.sessions_dir: Path | None = None
        self.prompts_dir: Path | None = None
        self.as_json = False
        self.to_go_on = ""

    @classmethod
    def of(cls, ctx: typer.Context) -> "Invocation":
        """The invocation that this command belongs to."""
        found: Invocation | None = ctx.find_object(cls)
        return ctx.ensure_object(cls) if found is None else found

    @cached_property
    def terminal(self) -> "Terminal":
        """Standard output."""
        from retention_coach.cli.terminal.terminal import Terminal

        return Terminal.attached(sys.stdout, os.environ)

    @property
    def settings(self) -> "Settings":
        """The folders to work with."""
        from retention_coach.settings import Settings

        prompts = self.prompts_dir or _path(os.environ.get(PROMPTS_VARIABLE))
        sessions = self.sessions_dir or _path(os.environ.get(SESSIONS_VARIABLE))
        return Settings(sessions, prompts) if sessions else Settings(prompts_dir=prompts)

    def coach(self) -> "Coach":
        """A coach over these folders."""
        from retention_coach.bootstrap import build

        return build(self.settings)

    def store(self) -> "SessionStore":
        """The sessions alone, for commands that need no chain."""
        from retention_coach.bootstrap import session_store

        return session_store(self.settings)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of a command's asynchronous part."""
        import asyncio

        return asyncio.run(work)

    def write_json(self, data: object) -> None:
        """One JSON document on standard output."""
        self.terminal.raw(json.dumps(data, ensure_ascii=False, indent=2) + "\n")

    def command(self, *words: str) -> str:
        """A command of this program with these words, ready to be typed: the folders given now go with it."""
        from retention_coach.spanish.cleaning import clean

        folders = (("--sessions-dir", self.sessions_dir), ("--prompts-dir", self.prompts_dir))
        given = [word for option, folder in folders if folder for word in (option, str(folder))]
        return clean(shlex.join(["retention-coach", *words, *given]))

    def tell_command(self, *words: str) -> None:
        """Show a command of this program on a line of its own, never broken, so that it can be copied."""
        self.terminal.raw(f"  {self.terminal.styled(self.command(*words), 'strong')}\n")

    def follow(self, session_id: str, *words: str) -> None:
        """Remember how to go on with a session, should this run be interrupted: by default, with the interview."""
        self.to_go_on = self.command(*(words or ("interview", "--session", session_id)))


def _path(text: str | None) -> Path | None:
    return Path(text) if text and text.strip() else None
