"""Words between « and » are somebody's own: nobody is made to say what they did not say (constraint 65.4)."""

from collections.abc import Iterator

from pydantic import BaseModel

from retention_coach.checks.context import CheckContext
from retention_coach.checks.sources import public_texts
from retention_coach.checks.walk import written
from retention_coach.domain.finding import Finding
from retention_coach.spanish.words import normalise_spaces


def quotes_are_literal(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """QUOTE_NOT_FOUND: what stands in «…» is in an answer or in the profile, letter by letter but for white space.

    Answers marked «solo consultor» may not be quoted either.
    """
    said = [normalise_spaces(text) for text in public_texts(context)]
    for path, content in written(output):
        for quote in map(normalise_spaces, _quoted(content)):
            if not any(quote in text for text in said):
                yield context.finding("QUOTE_NOT_FOUND", path, quote=quote)


def _quoted(text: str) -> Iterator[str]:
    """What stands in each balanced «…», inner quotes before those around them."""
    opened: list[int] = []
    for position, char in enumerate(text):
        if char == "«":
            opened.append(position)
        elif char == "»" and opened:
            yield text[opened.pop() + 1 : position]
