"""The company's own words: what was answered, and what the profile says."""

from collections.abc import Iterator

from pydantic import BaseModel

from retention_coach.checks.context import CheckContext


def public_texts(context: CheckContext) -> Iterator[str]:
    """Every answer that the company may see again, and every text of the profile."""
    for answer in context.inputs.answers:
        if answer.text is not None and not answer.consultant_only:
            yield answer.text
    yield from _texts(context.profile)


def confidential_texts(context: CheckContext) -> Iterator[tuple[str, str]]:
    """The answers marked «solo consultor», as pairs of question id and text."""
    for answer in context.inputs.answers:
        if answer.text is not None and answer.consultant_only:
            yield answer.id, answer.text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for element in value:
            yield from _texts(element)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
