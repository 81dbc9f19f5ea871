"""The terminal: every word of the command line goes to the screen through it.

Invariants: what is written is clean (no control character of a company, a model or a file reaches the screen);
colour and moving lines appear only where a person looks at a terminal; one write, one flush.
"""

import shutil
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from typing import Literal, TextIO

from retention_coach.cli.terminal.layout import BULLET, side_by_side, table, under_bullet, wrap
from retention_coach.spanish.cleaning import clean

Style = Literal["plain", "heading", "strong", "good", "warning", "bad", "quiet"]

_CODES: dict[Style, str] = {
    "plain": "",
    "heading": "\x1b[1;36m",
    "strong": "\x1b[1m",
    "good": "\x1b[32m",
    "warning": "\x1b[33m",
    "bad": "\x1b[31m",
    "quiet": "\x1b[2m",
}
_RESET = "\x1b[0m"
_ERASE_LINE = "\r\x1b[K"
_PIPE_WIDTH = 80
_WIDEST = 160
_NARROWEST = 40


class Terminal:
    """Writes to a person's screen, or plainly to a pipe.

    Args:
        out: where to write.
        live: whether a person watches a terminal, so that a line may be rewritten.
        colour: whether to use colour.
        width: columns; None to ask the terminal each time, because its window may change.
    """

    def __init__(self, out: TextIO, *, live: bool, colour: bool, width: int | None) -> None:
        self._out = out
        self.live = live
        self.colour = colour
        self._width = width
        self._working = False

    @classmethod
    def attached(cls, out: TextIO, environ: Mapping[str, str]) -> "Terminal":
        """The terminal behind a stream: colour only on a screen without NO_COLOR and not «dumb»."""
        if isinstance(out, TextIOWrapper):
            out.reconfigure(errors="replace")  # a letter that the encoding lacks must not end the program
        live = out.isatty() and environ.get("TERM") != "dumb"
        return cls(out, live=live, colour=live and not environ.get("NO_COLOR"), width=None if live else _PIPE_WIDTH)

    @property
    def width(self) -> int:
        """The columns that may be used now."""
        columns = self._width or shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns
        return max(_NARROWEST, min(columns, _WIDEST))

    def say(self, text: str = "", style: Style = "plain", *, indent: int = 0) -> None:
        """A paragraph, wrapped to the width."""
        self._lines(wrap(clean(text), self.width - indent), style, indent)

    def heading(self, text: str) -> None:
        """A title, with a blank line before and a rule after."""
        lines = wrap(clean(text), self.width)
        self._lines(["", *lines, "─" * min(self.width, max(map(len, lines)))], "heading", 0)

    def bullets(self, items: Sequence[str], style: Style = "plain", *, indent: int = 2) -> None:
        """A list, one item after another."""
        self.hanging([f"{BULLET}{item}" for item in items], style, indent=indent)

    def hanging(self, items: Sequence[str], style: Style = "plain", *, indent: int = 0) -> None:
        """Paragraphs; what follows a bullet hangs under its text."""
        for item in items:
            self._lines(wrap(clean(item), self.width - indent, hanging=under_bullet(item)), style, indent)

    def pair(self, label: str, text: str, *, indent: int = 0) -> None:
        """«Label: text», the label strong."""
        lines = wrap(f"{clean(label)}: {clean(text)}", self.width - indent, hanging="  ")
        head = f"{clean(label)}:"
        if lines[0].startswith(head):
            lines[0] = f"{self.styled(head, 'strong')}{lines[0][len(head) :]}"
        self._lines(lines, "plain", indent)

    def columns(self, left: Sequence[str], right: Sequence[str], style: Style = "plain") -> None:
        """Two lists of texts side by side, item beside item."""
        self._lines(side_by_side([clean(item) for item in left], [clean(item) for item in right], self.width), style)

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table no wider than the screen."""
        self._lines(
            table([clean(cell) for cell in header], [[clean(cell) for cell in row] for row in rows], self.width)
        )

    def begin(self, text: str) -> None:
        """Say what is being done, on a line that `done` replaces; silent on a pipe."""
        if self.live:
            self._erase()
            self._write(f"  … {clean(text)}")
            self._working = True

    def done(self, text: str) -> None:
        """Say what has been done."""
        self._erase()
        self._write(f"  {self.styled('✓', 'good')} {clean(text)}\n")

    def command(self, text: str) -> None:
        """A command to be copied: on a line of its own and never broken."""
        self._lines([clean(text)], "strong", 2)

    def raw(self, text: str) -> None:
        """Text that is already exact, such as JSON, as it is."""
        self._write(text)

    def styled(self, text: str, style: Style) -> str:
        """The text in a style, or as it is where there is no colour."""
        return f"{_CODES[style]}{text}{_RESET}" if self.colour and _CODES[style] and text else text

    def _lines(self, lines: Sequence[str], style: Style = "plain", indent: int = 0) -> None:
        self._erase()
        margin = " " * indent
        self._write("".join(f"{margin if line else ''}{self.styled(line, style)}\n" for line in lines))

    def _erase(self) -> None:
        if self._working:
            self._working = False
            self._write(_ERASE_LINE)

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
