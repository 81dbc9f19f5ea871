"""Which indicator each month works for, and when each goal is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from retention_coach.domain.base import KPI_IDS, KpiId
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.horizon import last_day
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goals import path
from retention_coach.engines.playbook.own_paths import own_path
from retention_coach.engines.playbook.paths import today_of
from retention_coach.engines.playbook.timing import open_part
from retention_coach.metrics.baselines import baseline
from retention_coach.metrics.result import NotComputable


@dataclass(frozen=True, slots=True)
class Stop:
    """One month's goal.

    Its indicator, how much of the way (0 to 1) it should have gone by then, and whether the way is only to measure it.
    """

    month: int
    kpi: KpiId
    part: float
    measures: bool


@dataclass(frozen=True, slots=True)
class Route:
    """Six stops; `objectives` are the indicators that the alternative promises, the main one first."""

    objectives: tuple[KpiId, ...]
    stops: tuple[Stop, ...]
    periods: tuple[str, ...]

    def due(self, kpi: KpiId) -> date:
        """The last day of the month in which this indicator's way ends."""
        final = max(stop.month for stop in self.stops if stop.kpi == kpi)
        return last_day(self.periods[final - 1])


def route_for(case: Case, objectives: Sequence[KpiId]) -> Route:
    """A route for up to three objectives, the main one first.

    What the company itself asks for leads. The plan begins by measuring what nobody measures yet; what was measured
    with too few answers is measured again near its end. In between the indicators that can improve take turns; the main
    one ends with the plan, the second in month 5, the third in month 4. An indicator that is read once in a semester
    has only its last month. Where nothing can be improved before it is measured, the six months measure by turns.
    """
    wanted = _asked_first(case, objectives)
    improving = [kpi for kpi in wanted if path(case, kpi).start is not None]
    measuring = [kpi for kpi in wanted if kpi not in improving] + _others(case, wanted)
    turns = _turns(case, improving, measuring)
    stops = tuple(
        Stop(month, kpi, _part(turns, month, is_measured=kpi not in improving), measures=kpi not in improving)
        for month, kpi in enumerate(turns, start=1)
    )
    return Route(wanted, stops, case.setting.periods)


def _asked_first(case: Case, objectives: Sequence[KpiId]) -> tuple[KpiId, ...]:
    """The objectives with those of the company before them, losses first and then what it wants faster.

    Its limit of losses takes the place of retención. The value of a customer is no objective where it can be computed:
    it follows from who stays.
    """
    own = [kpi for kpi in _ASKED if (way := own_path(case, kpi)) is not None and way == path(case, kpi)]
    if "churn" in own:
        own = [kpi for kpi in own if kpi != "retention"]
    wanted = [kpi for kpi in objectives if kpi != "clv" or not _follows(case)]
    if "churn" in own:
        wanted = [kpi for kpi in wanted if kpi != "retention"]
    return tuple(dict.fromkeys([*own, *wanted]))[:_MOST_OBJECTIVES] or ("retention",)


def _follows(case: Case) -> bool:
    """Whether the value of a customer can be computed, or waits for the discount rate alone: a question, not months."""
    found = baseline("clv", case.profile.figures)
    return not isinstance(found, NotComputable) or found.needs == ("discount_rate",)


def _turns(case: Case, improving: Sequence[KpiId], measuring: Sequence[KpiId]) -> list[KpiId]:
    if not improving:
        return [measuring[month % len(measuring)] for month in range(HORIZON_MONTHS)]
    again = [kpi for kpi in measuring if today_of(case, kpi) is not None]
    first = [kpi for kpi in measuring if kpi not in again][:_MONTHS_OF_MEASURING]
    finals = [*again, *reversed(improving[1:]), improving[0]][-_MONTHS_OF_MEASURING:]
    if again and len(finals) == _MONTHS_OF_MEASURING and _is_closed(case, _MONTHS_OF_MEASURING + 1):
        finals[:2] = reversed(finals[:2])  # so many customers are asked in a month with more days
    often = [kpi for kpi in improving if kpi not in _READ_ONCE] or [improving[0]]
    between = HORIZON_MONTHS - len(first) - len(finals)
    return [*first, *(often[turn % len(often)] for turn in range(between)), *finals]


def _is_closed(case: Case, month: int) -> bool:
    """Whether less of the month can be used than of the next one."""
    now, then = (case.setting.periods[number - 1] for number in (month, month + 1))
    return open_part(case, now) < open_part(case, then)


def _part(turns: Sequence[KpiId], month: int, *, is_measured: bool) -> float:
    """How much of the way lies behind: by the times it was measured, or by the months until its last."""
    kpi = turns[month - 1]
    if is_measured:
        return turns[:month].count(kpi) / turns.count(kpi)
    last = max(number for number, turn in enumerate(turns, start=1) if turn == kpi)
    return month / last


_MONTHS_OF_MEASURING = 3
_MOST_OBJECTIVES = 3
_ASKED: tuple[KpiId, ...] = ("churn", "retention", "response_time", "nps")
"""The indicators of which a company may ask something of its own, as they count."""

_READ_ONCE: frozenset[KpiId] = frozenset({"nps", "clv"})
"""Indicators that are read once in a semester: no month before their last has a reading of theirs."""


def _others(case: Case, objectives: Sequence[KpiId]) -> list[KpiId]:
    """Indicators outside the objectives that nobody measures yet: the plan begins by measuring them.

    Deserción and valor de vida get no month of their own: they follow from retención.
    """
    free = [kpi for kpi in KPI_IDS if kpi not in objectives and kpi not in {"churn", "clv"}]
    return [kpi for kpi in free if today_of(case, kpi) is None]
