"""Which indicator each month works for, and when each goal is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from retention_coach.domain.base import KPI_IDS, KpiId
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
    """A route for up to three objectives; months that they leave free go to the other indicators.

    The main objective is worked half-way by month 3 and ends with the plan; the second ends in month 5, the third in
    month 4; months 1 and 2 begin what nobody measures yet.
    """
    main, *rest = objectives
    second, third = [*rest, main, main][:2]
    begun: list[tuple[KpiId, float]] = [(kpi, 1.0) for kpi in _others(case, objectives)[:2]]
    ways = [*[*begun, (third, 0.5), (second, 0.5)][:2], (main, 0.5), (third, 1.0), (second, 1.0), (main, 1.0)]
    stops = tuple(
        Stop(month, kpi, part, measures=path(case, kpi).start is None)
        for month, (kpi, part) in enumerate(ways, start=1)
    )
    return Route(tuple(dict.fromkeys(objectives)), stops, case.setting.periods)


def _others(case: Case, objectives: Sequence[KpiId]) -> list[KpiId]:
    """Indicators outside the objectives that nobody measures yet: the plan begins by measuring them.

    Deserción and valor de vida get no month of their own: they follow from retención.
    """
    free = [kpi for kpi in KPI_IDS if kpi not in objectives and kpi not in {"churn", "clv"}]
    return [kpi for kpi in free if today_of(case, kpi) is None]
