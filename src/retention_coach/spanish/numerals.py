"""Every figure that a text mentions, so that each can be asked for its source.

Counted are digits in the notation of Ecuador with their sign, «USD», «%», «mil» and «millones», and number words
before «%» or «por ciento». Other number words («dos clientes») are not counted.

Not counted: customers' words inside «…»; dates, years (1900 to 2099 without separator), clock hours; labels («mes 3»,
«meses 1-2», «fase 2», «art. 18»), ordinals («1.º»), numbers of a list; ids («Q3», «KPI-2», «ISO 9001», «2x1»,
«24/7»), versions («1.2.3»), and runs of 10, 13 or over 15 digits (cédula or telephone, RUC, account). A year or label
followed by a counted noun or «%» is a figure after all: «2000 clientes», «este mes 3 clientes».
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from retention_coach.spanish.figure_patterns import PIECE, without_accents
from retention_coach.spanish.notation import read_numeral
from retention_coach.spanish.number_words import SCALES, read_amount
from retention_coach.spanish.quotes import blank_quotes


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a text.

    Attributes:
        value: the figure, with «mil» and «millones» applied.
        unit: "%" or "USD" if written beside it, or None.
        text: as written.
        start: where it begins in the text.
        end: where it ends.
    """

    value: float
    unit: Literal["%", "USD"] | None
    text: str
    start: int
    end: int


def mentioned_numbers(text: str) -> list[Mention]:
    """Every figure that a text mentions, in order (see the module for what counts as one).

    «10 a 15 %» and «10–15 mil» are two figures that share unit and scale. Of «1,234» the decimal reading is given.
    """
    plain = without_accents(blank_quotes(text))
    return [mention for match in PIECE.finditer(plain) for mention in _mentions(match, text)]


def _mentions(match: re.Match[str], text: str) -> Iterator[Mention]:
    if match["words"] is not None:
        amount = read_amount(match["words"].lower().split(), 0)
        if amount is not None:
            yield _mention(amount.value, "%", text, match.span())
    elif match["digits"] is not None:
        yield from _figures(match, text)


def _figures(match: re.Match[str], text: str) -> Iterator[Mention]:
    """The one or two figures of a match; those whose digits are no number are ids or versions."""
    first = read_numeral(match["digits"])
    last = read_numeral(match["last"]) if match["last"] else None
    scale = _scale(match["scale"])
    unit = _unit(match)
    if first is not None:
        value = -first.value if match["sign"] else first.value
        shares_scale = last is None or value * scale <= last.value * scale
        end = match.end() if match["last"] is None else match.end("digits")
        yield _mention(value * scale if shares_scale else value, unit, text, (match.start(), end))
    if last is not None:
        alone = match["currency"] and match["joiner"].strip() in {"y", "o"}  # «USD 500 y 3 clientes»
        yield _mention(last.value * scale, None if alone else unit, text, (match.start("last"), match.end()))


def _unit(match: re.Match[str]) -> Literal["%", "USD"] | None:
    written = match["unit"] or match["currency"]
    if written is None:
        return None
    return "%" if written == "%" or written.lower().startswith("por") else "USD"


def _scale(written: str | None) -> int:
    scale = 1
    for word in (written or "").lower().split():
        scale *= SCALES[word]
    return scale


def _mention(value: float, unit: Literal["%", "USD"] | None, text: str, span: tuple[int, int]) -> Mention:
    return Mention(value, unit, text[slice(*span)], *span)
