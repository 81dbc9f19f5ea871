"""Which indicator each month works for, and when each goal is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from retention_coach.domain.base import KPI_IDS, KpiId
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.horizon import last_day
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goals import path, today_of


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

    The plan begins by measuring what nobody measures yet. Then the indicators that can improve take turns; the main
    one ends with the plan, the second in month 5, the third in month 4. Where nothing can be improved before it is
    measured, the six months measure by turns.
    """
    wanted = tuple(dict.fromkeys(objectives))
    improving = [kpi for kpi in wanted if path(case, kpi).start is not None]
    measuring = [kpi for kpi in wanted if kpi not in improving] + _others(case, wanted)
    if not improving:
        turns = [measuring[month % len(measuring)] for month in range(HORIZON_MONTHS)]
    else:
        first = measuring[:_MONTHS_OF_MEASURING]
        finals = [*reversed(improving[1:]), improving[0]]
        between = HORIZON_MONTHS - len(first) - len(finals)
        turns = [*first, *(improving[turn % len(improving)] for turn in range(between)), *finals]
    stops = tuple(
        Stop(month, kpi, turns[:month].count(kpi) / turns.count(kpi), measures=kpi not in improving)
        for month, kpi in enumerate(turns, start=1)
    )
    return Route(wanted, stops, case.setting.periods)


_MONTHS_OF_MEASURING = 3


def _others(case: Case, objectives: Sequence[KpiId]) -> list[KpiId]:
    """Indicators outside the objectives that nobody measures yet: the plan begins by measuring them.

    Deserción and valor de vida get no month of their own: they follow from retención.
    """
    free = [kpi for kpi in KPI_IDS if kpi not in objectives and kpi not in {"churn", "clv"}]
    return [kpi for kpi in free if today_of(case, kpi) is None]
