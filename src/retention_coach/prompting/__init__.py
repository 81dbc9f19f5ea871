"""The prompts: found, checked, and rendered with a company's data as JSON."""

from retention_coach.prompting.location import locate_prompts
from retention_coach.prompting.renderer import TemplateRenderer

__all__ = ["TemplateRenderer", "locate_prompts"]
