"""Lists typed by people: one item on a line, or several on one line."""

import re
from collections.abc import Callable
from typing import TypeVar

from retention_coach.errors import InvalidInputError
from retention_coach.spanish.cleaning import clean, one_line

T = TypeVar("T")

_BULLET = re.compile(r"^(?:[-*•·–]|\d{1,2}[.)])\s+")


def split_lines(text: str) -> list[str]:
    """The lines that say something, without bullets or numbers before them."""
    lines = (_BULLET.sub("", one_line(line)) for line in clean(text).split("\n"))
    return [line for line in lines if line]


def split_items(text: str, separators: str) -> list[str]:
    """The items of a list: line by line, and at each of the separators within a line."""
    pieces = (piece.strip() for line in split_lines(text) for piece in re.split(f"[{re.escape(separators)}]", line))
    return [piece.rstrip(".") for piece in pieces if piece.strip(". ")]


def read_each(items: list[str], read: Callable[[str], T], what: str) -> list[T]:
    """Every item as read.

    Raises:
        InvalidInputError: naming every item that cannot be read, not only the first.
    """
    found: list[T] = []
    problems: list[str] = []
    hint = ""
    for position, item in enumerate(items, start=1):
        try:
            found.append(read(item))
        except InvalidInputError as error:
            place = f"{what} {position}: " if len(items) > 1 else ""
            problems.append(f"{place}{error.message}")
            hint = error.hint
    if len(problems) == 1:
        raise InvalidInputError(problems[0], hint=hint)
    if problems:
        raise InvalidInputError(f"Hay {len(problems)} que no se entienden.", problems=problems, hint=hint)
    return found
