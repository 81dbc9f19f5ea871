"""Which indicator each month works for, and when each goal is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from retention_coach.domain.base import KPI_IDS, KpiId
from retention_coach.domain.horizon import last_day
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goals import today_of


@dataclass(frozen=True, slots=True)
class Stop:
    """One month's goal: its indicator and how much of the way (0 to 1) it should have gone by then."""

    month: int
    kpi: KpiId
    part: float


@dataclass(frozen=True, slots=True)
class Route:
    """Six stops; `objectives` are the indicators that the alternative promises, the main one first."""

    objectives: tuple[KpiId, ...]
    stops: tuple[Stop, ...]
    periods: tuple[str, ...]

    def kpis(self) -> tuple[KpiId, ...]:
        """Each month's indicator."""
        return tuple(stop.kpi for stop in self.stops)

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
    others = _others(case, objectives)
    begun = [Stop(0, kpi, 1.0) for kpi in others[:2]] + [Stop(0, third, 0.5), Stop(0, second, 0.5)]
    first_two = [Stop(month, stop.kpi, stop.part) for month, stop in enumerate(begun[:2], start=1)]
    stops = (*first_two, Stop(3, main, 0.5), Stop(4, third, 1.0), Stop(5, second, 1.0), Stop(6, main, 1.0))
    return Route(tuple(dict.fromkeys(objectives)), stops, case.setting.periods)


def _others(case: Case, objectives: Sequence[KpiId]) -> list[KpiId]:
    """Indicators outside the objectives that nobody measures yet: the plan begins by measuring them.

    Deserción and valor de vida get no month of their own: they follow from retención.
    """
    free = [kpi for kpi in KPI_IDS if kpi not in objectives and kpi not in {"churn", "clv"}]
    return [kpi for kpi in free if today_of(case, kpi) is None]
