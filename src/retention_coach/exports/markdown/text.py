"""Markdown blocks (CommonMark with tables) in which every text stands for itself.

Foreign text can never become markup: whatever CommonMark or GitHub would read as such is escaped, line breaks become
spaces, and invisible characters are removed. Blocks are joined by blank lines.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from retention_coach.spanish.cleaning import clean, one_line
from retention_coach.spanish.sentences import ended

Blocks = Iterator[str]

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&#$^]|(?<=[A-Za-z]):(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_BLOCK_START = re.compile(r"[-+=]|\d{1,9}(?=[.)](\s|$))")
_ADDRESS = re.compile(r"https?://[^\s<>|\\]+")


def literal(text: str) -> str:
    """The text in one line, so that a Markdown reader shows exactly it."""
    escaped = _MARKUP.sub(lambda mark: f"\\{mark.group()}", one_line(text))
    start = _BLOCK_START.match(escaped)
    if start is None:
        return escaped
    if start.group().isdigit():
        return f"{start.group()}\\{escaped[start.end() :]}"
    return f"\\{escaped}"


def sentence(text: str) -> str:
    """The text as a sentence that ends."""
    return ended(literal(text))


def capitalised(text: str) -> str:
    """The text with a capital at its beginning."""
    return f"{text[:1].upper()}{text[1:]}"


def linked(address: str) -> str:
    """An address of the knowledge base as a link; anything else as it is said."""
    return f"<{address}>" if _ADDRESS.fullmatch(address) else literal(address)


def heading(level: int, text: str, mark: str = "") -> str:
    """A heading, with a mark such as «desactualizado» in parentheses; without the full stop of a sentence."""
    shown = literal(text).rstrip(".")
    return f"{'#' * level} {shown}{f' ({literal(mark)})' if mark else ''}"


def labelled(label: str, text: str) -> Blocks:
    """«**Label.** Text», or nothing without text."""
    if text.strip():
        yield f"**{literal(label)}.** {sentence(text)}"


def bullets(items: Iterable[str]) -> Blocks:
    """A list, or nothing without items."""
    lines = [f"- {shown}" for item in items if (shown := literal(item))]
    if lines:
        yield "\n".join(lines)


def listed(label: str, items: Iterable[str]) -> Blocks:
    """A list under its label, or nothing without items."""
    lines = list(bullets(items))
    if lines:
        yield f"**{literal(label)}**"
        yield from lines


def numbered(items: Iterable[str]) -> Blocks:
    """A numbered list, or nothing without items."""
    lines = [f"{number}. {literal(item)}" for number, item in enumerate(items, start=1)]
    if lines:
        yield "\n".join(lines)


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[int] = (), links: Sequence[int] = ()
) -> Blocks:
    """A table, or nothing without rows; `right` are the columns of figures, `links` those of our own sources."""
    body = [
        _row([linked(cell) if column in links else literal(cell) for column, cell in enumerate(row)]) for row in rows
    ]
    if body:
        rule = ["---:" if column in right else "---" for column in range(len(header))]
        yield "\n".join([_row([literal(cell) for cell in header]), _row(rule), *body])


def quoted(text: str) -> Blocks:
    """The text as a quotation, its own paragraphs kept, or nothing without text."""
    lines = [literal(line) for line in clean(text).strip().split("\n")]
    if any(lines):
        yield "\n".join(f"> {line}" if line else ">" for line in _apart(lines))


def _apart(lines: Sequence[str]) -> Iterator[str]:
    """A line typed on its own stays a line of its own."""
    for index, line in enumerate(lines):
        if index and line and lines[index - 1]:
            yield ""
        yield line


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
