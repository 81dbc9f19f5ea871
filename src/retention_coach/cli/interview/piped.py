"""Answers from a pipe or a file: blocks of text with a line `---` between them."""

from io import TextIOWrapper
from typing import BinaryIO, TextIO

from retention_coach.cli.interview.sources import Ask, InputEnded
from retention_coach.cli.interview.text_files import decoded

SEPARATOR = "---"


class PipedSource:
    """Reads one block for each question, only when it is asked for; an empty block leaves the question as it is."""

    is_live = False

    def __init__(self, stream: TextIO) -> None:
        # Bytes where there are any, because text typed on Windows may not be UTF-8.
        self._bytes: BinaryIO | None = stream.buffer if isinstance(stream, TextIOWrapper) else None
        self._stream = stream
        self._line = 0
        self._first_line = 1
        self._block = 0
        self._ended = False

    @property
    def place(self) -> str:
        """«bloque 3, línea 12»."""
        return f"bloque {self._block}, línea {self._first_line}"

    async def read(self, ask: Ask) -> str:
        """The next block, or what was there already if the block is empty.

        Raises:
            InputEnded: there are no more blocks.
        """
        if self._ended:
            raise InputEnded
        self._block += 1
        self._first_line = self._line + 1
        lines: list[str] = []
        while True:
            line = self._next_line()
            if line is None:
                self._ended = True
                if not "".join(lines).strip():
                    raise InputEnded
                break
            if line.strip() == SEPARATOR:
                break
            lines.append(line)
        return "\n".join(lines).strip() or ask.default

    def _next_line(self) -> str | None:
        self._line += 1
        line = decoded(self._bytes.readline()) if self._bytes else self._stream.readline()
        return line.rstrip("\r\n") if line else None
