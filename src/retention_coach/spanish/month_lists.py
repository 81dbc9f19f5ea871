"""Months of any year, said one after another: «marzo y abril», «de octubre a diciembre»."""

import re
from collections.abc import Collection

from retention_coach.spanish.formats import MONTHS, join_words

_NUMBERS = {**{name: number for number, name in enumerate(MONTHS, start=1)}, "setiembre": 9}

MONTH = rf"(?:{'|'.join(_NUMBERS)})"
"""A month's name in folded text."""

MONTH_LIST = rf"(?:(?:de|en|desde) )?{MONTH}(?: ?,? ?(?:y|e|o|ni|a|hasta|al)? ?(?:(?:de|en) )?{MONTH}){{0,11}}"
"""Months one after another in folded text."""

_NAME = re.compile(rf"\b{MONTH}\b")
_RANGE = re.compile(rf"\b({MONTH}) (?:a|hasta|al)(?: de)? ({MONTH})\b")


def months_in(text: str) -> frozenset[int]:
    """The months, 1 to 12, that folded text names; «de octubre a diciembre» is three."""
    found = {_NUMBERS[name] for name in _NAME.findall(text)}
    for first, last in _RANGE.findall(text):
        start, end = _NUMBERS[first], _NUMBERS[last]
        found |= {(start - 1 + step) % 12 + 1 for step in range((end - start) % 12 + 1)}
    return frozenset(found)


def month_names(months: Collection[int]) -> str:
    """Months, 1 to 12, by name and in order: «marzo y abril»."""
    return join_words([MONTHS[month - 1] for month in sorted(months)])
