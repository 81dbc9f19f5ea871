"""What the strategy starts from: the profile and the five topics (constraints 61.1 and 61.2)."""

import re
from collections.abc import Iterator

from retention_coach.checks.context import CheckContext
from retention_coach.domain.base import TOPICS
from retention_coach.domain.finding import Finding
from retention_coach.domain.strategy import Strategy

_PROMPT_INPUTS = ("services", "main_benefit", "customer_profile")
"""The three inputs that prompt 61 asks to fill in."""


_GAP = re.compile(
    r"\[(?:especificar|valor que aportamos|audiencia objetivo|completar|llenar|\.{3}|…)[^\[\]]*\]", re.IGNORECASE
)


def inputs_are_filled(_strategy: Strategy, context: CheckContext) -> Iterator[Finding]:
    """INPUT_PLACEHOLDER (61.1): services, main benefit and customer profile are not the prompt's own gaps.

    Anything else between brackets may be what the company means: «mantenimiento [sin repuestos]».
    """
    for field in _PROMPT_INPUTS:
        found = _GAP.search(getattr(context.profile, field))
        if found:
            yield context.finding("INPUT_PLACEHOLDER", field=field, found=found.group())


def topics_are_covered(strategy: Strategy, context: CheckContext) -> Iterator[Finding]:
    """TOPIC_UNCOVERED (61.2): each topic is in the diagnosis or declared unknown."""
    covered = {item.topic for item in strategy.diagnosis} | {item.topic for item in strategy.unknowns}
    for topic in TOPICS:
        if topic not in covered:
            yield context.finding("TOPIC_UNCOVERED", "diagnosis", topic=topic)
