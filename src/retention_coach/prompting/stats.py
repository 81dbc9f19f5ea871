"""How much of a prompt is the same for every company, in characters and estimated tokens."""

import math
from dataclasses import dataclass

from retention_coach.domain.base import Wire
from retention_coach.ports import Prompt
from retention_coach.prompting.renderer import TemplateRenderer

CHARACTERS_PER_TOKEN = 4
"""The rule of the estimate. Real counts depend on the model; Spanish text usually takes somewhat more tokens."""


@dataclass(frozen=True, slots=True)
class PromptStats:
    """Sizes of a step's prompt, in characters; `fixed` is the system role, the prefix that providers can cache."""

    fixed: int

    @property
    def fixed_tokens(self) -> int:
        """Estimated tokens of the fixed part, rounded up."""
        return estimated_tokens(self.fixed)

    def fixed_share(self, prompt: Prompt) -> float:
        """The fixed part's share of a rendered prompt, from 0 to 1."""
        return self.fixed / (len(prompt.system) + len(prompt.user))


def estimated_tokens(characters: int) -> int:
    """Tokens that this many characters take by the rule of four characters a token, rounded up."""
    return math.ceil(characters / CHARACTERS_PER_TOKEN)


def stats(renderer: TemplateRenderer, template: str, reply_model: type[Wire]) -> PromptStats:
    """The sizes of a step's prompt.

    Raises:
        PromptError: there is no such template.
    """
    return PromptStats(fixed=len(renderer.system(template, reply_model)))
