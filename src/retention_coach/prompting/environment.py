"""The Jinja environment in which prompts are read: no globals, one filter, nothing undefined, nothing unsafe."""

from jinja2 import StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from retention_coach.prompting.json_text import json_text

FILTER = "json"


def new_environment() -> ImmutableSandboxedEnvironment:
    """An environment without loader: templates are put together by `composition`, so that none reads another file.

    HTML escaping is off, because a prompt is not HTML; `composition` sees to it that data is printed only through the
    `json` filter.
    """
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=False
    )
    environment.globals.clear()
    environment.filters.clear()
    environment.filters[FILTER] = _json_filter
    return environment


def _json_filter(value: object) -> str:
    if isinstance(value, Undefined):
        str(value)  # raises, and says what is undefined
    return json_text(value)
