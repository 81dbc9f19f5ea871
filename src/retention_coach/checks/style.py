"""Texts are finished and speak in *usted* (constraint 65.4)."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from retention_coach.checks.context import CheckContext
from retention_coach.checks.sources import public_texts
from retention_coach.checks.walk import join, nodes, prose, written
from retention_coach.domain.evidence import Figure
from retention_coach.domain.finding import Finding
from retention_coach.spanish.quotes import strip_quotes
from retention_coach.spanish.register import informal_forms

MAY_BE_BLANK = frozenset({"calendar_note"})
"""Texts that are empty where there is nothing to say."""

REPORTED_ELSEWHERE = frozenset({"industry", "customer_profile"})
"""Blank texts that have a finding of their own."""

_PLACEHOLDER = re.compile(
    r"""
    \[[^\[\]]+\]                    # [especificar…]
  | \{\{ | \}\} | \{\w+\}           # {{ company }}, {reach}
  | (?<!siglo[ ])\bX{2,}\b          # XX
  | \b(?i:lorem)\b
    """,
    re.VERBOSE,
)


def texts_are_formal(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """INFORMAL_REGISTER: nobody is addressed as «tú» or «vos»; the company's own words are left alone."""
    own = set(public_texts(context))
    for path, content in written(output):
        forms = [] if content in own else informal_forms(content)
        if forms:
            yield context.finding("INFORMAL_REGISTER", path, words=", ".join(dict.fromkeys(forms)))


def texts_are_finished(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """PLACEHOLDER_LEFT: no text holds a gap that somebody should have filled in; what the company wrote is its own."""
    own = set(public_texts(context))
    for path, content in written(output):
        found = "" if content in own else placeholder(strip_quotes(content))
        if found:
            yield context.finding("PLACEHOLDER_LEFT", path, found=found)


def texts_are_given(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """TEXT_EMPTY: no text that a person should read is blank."""
    for path, content in (*prose(output), *_labels(output)):
        field = path.rpartition(".")[2]
        if not content.strip() and field not in MAY_BE_BLANK | REPORTED_ELSEWHERE:
            yield context.finding("TEXT_EMPTY", path)


def placeholder(text: str) -> str:
    """The first gap left in a text, such as «[especificar]» or «{reach}»; empty if there is none."""
    match = _PLACEHOLDER.search(text)
    return match.group() if match else ""


def _labels(output: BaseModel) -> Iterator[tuple[str, str]]:
    for path, model in nodes(output):
        if isinstance(model, Figure):
            yield join(path, "label"), model.label
