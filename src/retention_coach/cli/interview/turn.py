"""One point while it is being answered, and how a sitting pauses there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from retention_coach.cli.interview.points import Point

T = TypeVar("T")

PIPE_ENDED = 2


class Paused(Exception):  # noqa: N818 - nothing failed
    """The interview stops here for now; everything finished is saved.

    `point` is the one that is open, or None between points.
    """

    def __init__(self, point: Point | None, exit_code: int, *, draft_kept: bool = False) -> None:
        super().__init__()
        self.point = point
        self.exit_code = exit_code
        self.draft_kept = draft_kept


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A decision put off: first to this point or, without one, back to whatever is open now."""

    point: Point | None = None


class Pick(Protocol):
    """Asks for a decision until what is typed can be read."""

    async def __call__(self, mark: str, read: Callable[[str], T]) -> T | Elsewhere:
        """The decision, or where to go first."""
        ...


@dataclass
class Turn:
    """Where one point stands while it is being answered.

    `target` is where to go afterwards; `meant` is what a plain yes accepts, after an answer that was refused.
    """

    point: Point
    text: str
    private: bool
    was_private: bool
    target: Point | None = None
    meant: str | None = None
    is_over: bool = False

    def as_draft(self, text: str) -> str:
        """The text with the mark that it was given or lost and that is not saved yet, as it would be typed."""
        if not text or self.private == self.was_private:
            return text
        return f"/{'solo' if self.private else 'publica'}\n{text}"

    @property
    def mark(self) -> str:
        """What stands before the answer."""
        return "[solo consultor] ›" if self.private else "›"
