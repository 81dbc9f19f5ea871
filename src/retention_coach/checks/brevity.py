"""An action fits in 25 words (prompt 62; constraint 62.4)."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from retention_coach.checks.context import CheckContext
from retention_coach.checks.walk import join, nodes
from retention_coach.domain.action_plan import PlanActionDraft
from retention_coach.domain.advocacy_plan import AdvocacyStrategyDraft
from retention_coach.domain.finding import Finding
from retention_coach.domain.sector_plan import SectorActionDraft
from retention_coach.domain.strategy import Lever
from retention_coach.spanish.words import count_words

MOST_WORDS = 25

_ACTIONS: Mapping[type[BaseModel], str] = {
    PlanActionDraft: "activity",
    SectorActionDraft: "activity",
    Lever: "first_action",
    AdvocacyStrategyDraft: "action",
}
"""The field that says what to do, in each model that has one."""


def actions_are_brief(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """ACTION_TOO_LONG: an action has at most 25 words, counted between white space."""
    for path, model in nodes(output):
        for kind, field in _ACTIONS.items():
            if isinstance(model, kind):
                length = count_words(getattr(model, field))
                if length > MOST_WORDS:
                    yield context.finding("ACTION_TOO_LONG", join(path, field), words=length, most=MOST_WORDS)
