"""What the actions of a phase do: what they mend, for whom, and what they are counted by."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from retention_coach.domain.action_plan import PlanAction
from retention_coach.domain.base import KpiId
from retention_coach.domain.sector_plan import SectorActionDraft
from retention_coach.engines.playbook.case import Case
from retention_coach.knowledge.lexicon import singular, words

_MAIN_THEMES = 2
"""Themes of a play that it is made for; those after them it only touches."""
_SHORTEST_TELLING = 6
_SHARED = 2


@dataclass(frozen=True, slots=True)
class Deed:
    """One action of the phase; `action` is the id of the six-month plan's action, None for a new one."""

    action: str | None
    activity: str
    metric: str
    kpi: KpiId
    themes: frozenset[str]
    accounts: frozenset[str]

    def tells_of(self, text: str) -> bool:
        """Whether it does what a text speaks of: they share at least two telling words."""
        return len(_telling(self.activity) & _telling(text)) >= _SHARED


def deeds_of(case: Case, actions: Sequence[PlanAction], new: Sequence[SectorActionDraft]) -> tuple[Deed, ...]:
    """The actions of a phase, those of the six-month plan first."""
    return (*(_deed(case, action, action.id) for action in actions), *(_deed(case, action, None) for action in new))


def _deed(case: Case, action: PlanAction | SectorActionDraft, action_id: str | None) -> Deed:
    cited = {item.ref for item in action.evidence}
    accounts = frozenset(item.ref for item in action.evidence if item.kind == "account")
    return Deed(action_id, action.activity, action.metric, action.kpi, _themes(case, cited), accounts)


def _themes(case: Case, cited: Collection[str]) -> frozenset[str]:
    return frozenset(theme for play in case.plays if play.id in cited for theme in play.themes[:_MAIN_THEMES])


def _telling(text: str) -> frozenset[str]:
    return frozenset(singular(word) for word in words(text) if len(word) >= _SHORTEST_TELLING)
