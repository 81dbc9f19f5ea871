"""Where answers come from: what a source of typed text is, and how it ends."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Ask:
    """What is being asked for.

    Attributes:
        mark: what stands before the answer.
        default: what is already there, to be corrected or sent again.
        is_long: whether it takes several lines, so that one Enter does not send it.
        is_paste: whether only Ctrl-D or Esc+Enter sends, so that blank lines cannot.
    """

    mark: str
    default: str = ""
    is_long: bool = False
    is_paste: bool = False


class Interrupted(Exception):  # noqa: N818 - a person stopped, nothing failed
    """The person stopped in mid-answer; `draft` is what was typed, `exit_code` how the program should end."""

    def __init__(self, draft: str, exit_code: int) -> None:
        super().__init__()
        self.draft = draft
        self.exit_code = exit_code


class InputEnded(Exception):  # noqa: N818 - the same
    """There is nothing more to read."""


class Source(Protocol):
    """Something that answers."""

    @property
    def is_live(self) -> bool:
        """Whether a person types, who can be asked again."""
        ...

    @property
    def place(self) -> str:
        """Where the last answer stood, for messages; empty for a person."""
        ...

    async def read(self, ask: Ask) -> str:
        """The next answer, without blank lines around it.

        Raises:
            Interrupted: the person stopped.
            InputEnded: nothing more will come.
        """
        ...
