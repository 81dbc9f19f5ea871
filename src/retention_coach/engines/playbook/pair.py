"""Which two ways to go a company is offered: the best answer, and the best one that is really another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from retention_coach.assessment.approaches import Fit, is_thin
from retention_coach.checks.real_choice import LEAST_TRADE_OFFS
from retention_coach.domain.base import AlternativeLabel
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.option import Option, plan_option
from retention_coach.knowledge.entries.approaches import Approach


@dataclass(frozen=True, slots=True)
class Pair:
    """Two options; A is the one that shows results first. `recommended` is the one that answers best."""

    a: Option
    b: Option
    recommended: AlternativeLabel

    @property
    def best(self) -> Option:
        """The recommended option."""
        return self.a if self.recommended == "A" else self.b

    @property
    def second(self) -> Option:
        """The other one."""
        return self.b if self.recommended == "A" else self.a


def choose_pair(case: Case) -> Pair:
    """The best answer and the next best between which there is something to choose.

    It differs in at least two of effort, cost, speed and main indicator. A team so small that nothing does takes the
    pair that differs most.
    """
    best, *rest = case.fits
    pairs = []
    for fit in _others(case, best, rest):
        pair = plan_option(case, best, fit.approach), plan_option(case, fit, best.approach)
        if _real_choice(*pair) >= LEAST_TRADE_OFFS:
            return _ordered(*pair)
        pairs.append(pair)
    return _ordered(*max(pairs, key=lambda pair: _real_choice(*pair)))


Difference = Literal["hours", "cost", "weeks", "reach", "kpi"]


def trade_offs(one: Option, other: Option) -> tuple[Difference, ...]:
    """In what the two options differ enough to choose by it."""
    return tuple(_differences(one, other))


def are_two(one: Approach, other: Approach) -> bool:
    """Whether two approaches are two ideas: not akin, and about other signals."""
    return other.id not in one.akin and {*one.main_themes}.isdisjoint(other.main_themes)


def _others(case: Case, best: Fit, rest: list[Fit]) -> list[Fit]:
    """What could stand beside the best, the fittest first; finding out goes before all while too little is known."""
    found = [fit for fit in rest if are_two(best.approach, fit.approach)]
    if is_thin(case.told) and not best.approach.finds_out:
        found.sort(key=lambda fit: not fit.approach.finds_out)
    return found


def _real_choice(one: Option, other: Option) -> int:
    """In how many things the two differ, besides how many customers they reach."""
    return len({*trade_offs(one, other)} - {"reach"})


def _differences(one: Option, other: Option) -> Iterator[Difference]:
    if abs(one.hours - other.hours) >= _A_SIXTH * max(one.hours, other.hours):
        yield "hours"
    if abs(one.cost_usd - other.cost_usd) >= max(_LEAST_USD, _A_SIXTH * max(one.cost_usd, other.cost_usd)):
        yield "cost"
    if abs(one.weeks - other.weeks) >= _LEAST_WEEKS:
        yield "weeks"
    if abs(one.reach - other.reach) >= _LEAST_CUSTOMERS:
        yield "reach"
    if one.main_kpi != other.main_kpi:
        yield "kpi"


_A_SIXTH, _LEAST_USD, _LEAST_WEEKS, _LEAST_CUSTOMERS = 1 / 6, 50.0, 2, 3
"""From here on a difference in hours, dollars, weeks or customers is one that a manager would notice."""


def _ordered(best: Option, second: Option) -> Pair:
    return Pair(best, second, "A") if best.weeks <= second.weeks else Pair(second, best, "B")
