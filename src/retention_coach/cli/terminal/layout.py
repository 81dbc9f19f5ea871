"""Text laid out in columns of characters. Pure functions over clean text; widths are columns of a terminal."""

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

BULLET = "• "

_GAP = "   "


def display_width(text: str) -> int:
    """How many columns the text takes: two for wide East Asian characters and emoji, none for combining marks."""
    return sum(_columns(char) for char in text)


def under_bullet(text: str) -> str:
    """What stands before the second line of a text: as much as its bullet takes, if it has one."""
    return " " * len(BULLET) if text.startswith(BULLET) else ""


def pad(text: str, width: int) -> str:
    """The text with spaces up to the width; longer text stays as it is."""
    return text + " " * max(0, width - display_width(text))


def wrap(text: str, width: int, *, hanging: str = "") -> list[str]:
    """The text in lines of at most `width` columns, its own line breaks kept; at least one line.

    Breaks only at plain spaces, so that «15 %» with a no-break space stays together; a word too long is cut.

    Args:
        text: clean text.
        width: columns of a line, `hanging` included.
        hanging: what begins every line but the first.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        start = hanging if lines else ""
        lines.extend(_wrap_paragraph(paragraph, width, start, hanging))
    return lines


def side_by_side(left: Sequence[str], right: Sequence[str], width: int) -> list[str]:
    """Two texts in two equal columns, row by row: the n-th item of both begins on the same line.

    Args:
        left: items of the left column.
        right: as many items for the right one.
        width: columns of both together.
    """
    column = (width - len(_GAP)) // 2
    lines: list[str] = []
    for first, second in zip(left, right, strict=True):
        one = wrap(first, column, hanging=under_bullet(first))
        two = wrap(second, column, hanging=under_bullet(second))
        lines.extend(f"{pad(a, column)}{_GAP}{b}".rstrip() for a, b in zip_longest(one, two, fillvalue=""))
    return lines


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """A table with a rule under the header; where it is too wide, its widest columns give way and wrap."""
    cells = [tuple(header), *(tuple(row) for row in rows)]
    widths = [max(display_width(row[index]) for row in cells) for index in range(len(header))]
    while sum(widths) + len(_GAP) * (len(widths) - 1) > width and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    first, *others = [_table_row(row, widths) for row in cells]
    rule = _GAP.join("─" * column for column in widths)
    return [*first, rule, *(line for row in others for line in row)]


def _table_row(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    return [
        _GAP.join(pad(line, width) for line, width in zip(line_cells, widths, strict=True)).rstrip()
        for line_cells in zip_longest(*columns, fillvalue="")
    ]


def _wrap_paragraph(text: str, width: int, start: str, hanging: str) -> list[str]:
    lines = [start]
    empty = True
    for word in text.split(" "):
        candidate = word if empty else f" {word}"
        if display_width(lines[-1] + candidate) <= width or (empty and not word):
            lines[-1] += candidate
            empty = False
            continue
        if not empty:
            lines.append(hanging)
        rest = word
        while display_width(lines[-1] + rest) > width and len(rest) > 1:
            cut = _fitting(rest, width - display_width(lines[-1]))
            lines[-1] += rest[:cut]
            lines.append(hanging)
            rest = rest[cut:]
        lines[-1] += rest
        empty = False
    return [line.rstrip() for line in lines]


def _fitting(word: str, width: int) -> int:
    """How many of the word's characters fit; at least one, so that the cutting ends."""
    used = 0
    for position, char in enumerate(word):
        used += _columns(char)
        if used > width:
            return max(1, position)
    return len(word)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
