"""Bounded strings: what a person types has an end, and control characters never enter a session."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from retention_coach.spanish.cleaning import clean


def _cleaned(value: str) -> str:
    return clean(value).strip()


def _filled(value: str) -> str:
    if not value:
        raise ValueError("no puede quedar vacío")
    return value


Name = Annotated[str, StringConstraints(max_length=160), AfterValidator(_cleaned), AfterValidator(_filled)]
"""A name: 1 to 160 characters once cleaned."""

ShortText = Annotated[str, StringConstraints(max_length=400), AfterValidator(_cleaned)]
"""A phrase, possibly empty."""

LongText = Annotated[str, StringConstraints(max_length=4_000), AfterValidator(_cleaned), AfterValidator(_filled)]
"""A description: 1 to 4,000 characters once cleaned."""

AnswerText = Annotated[str, StringConstraints(max_length=20_000), AfterValidator(_cleaned), AfterValidator(_filled)]
"""What a person answered: 1 to 20,000 characters once cleaned."""
