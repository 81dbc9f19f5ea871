"""Which plays are played, when, by whom and with how many customers, within hours and money."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from retention_coach.domain.base import KpiId, Method
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.evidence import Figure
from retention_coach.domain.horizon import first_day, last_day
from retention_coach.engines.playbook import cite
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.reading import Sighting
from retention_coach.knowledge.entries.plays import Play
from retention_coach.metrics.arithmetic import literal

_SHARE = 0.6
"""The part of each person's month that the six-month plan may use; the rest is for steps 64 and 65."""

_HOURS_FOR_ACTIONS = (0.0, 5.0, 20.0, 50.0)
"""Hours that the team needs in a month for a first, second, third and fourth action."""

_MOST_REACHED = 12
"""More customers in one month's action is a campaign, not a conversation."""


@dataclass(frozen=True, slots=True)
class Task:
    """One play of the plan: who does it in which month, with how many customers, and what called for it."""

    play: Play
    month: int
    owner: str
    reach: int
    activity: str
    cause: Sighting | None

    @property
    def hours(self) -> float:
        """People's hours."""
        return self.play.hours(self.reach)

    @property
    def cost_usd(self) -> float:
        """Money."""
        return self.play.cost_usd(self.reach)

    def reach_figure(self) -> Figure:
        """The number of customers as a cited figure: what the hours assigned allow."""
        label, each = "clientes que alcanzan las horas asignadas", self.play.hours_per_customer
        if not each:
            why = "Se empieza por este grupo; el esfuerzo no depende de cuántos sean."
            return cite.assumed(label, self.reach, "customers", why)
        arithmetic = f"({literal(self.hours)} - {literal(self.play.hours_fixed)}) / {literal(each)}"
        return cite.computed(label, self.reach, "customers", arithmetic)


class Scheduler:
    """Fills six months, the plays that answer what was seen first."""

    def __init__(self, case: Case, ledger: Ledger, methods: Sequence[Method]) -> None:
        self._case = case
        self._ledger = ledger
        self._methods = tuple(methods)
        self._tasks: list[Task] = []
        self._spendable = ledger.money * 0.7
        self._open = {number: open_part(case, period) for number, period in enumerate(case.setting.periods, start=1)}
        self._ranked = sorted(case.plays, key=lambda play: (-self._score(play), play.id))

    def run(self, goals: Sequence[KpiId]) -> tuple[Task, ...]:
        """The plan's tasks, month by month; `goals` names each month's indicator.

        Every month gets a play that moves its indicator where there is one, then the best of what is left. Every
        method of the alternative is used at least once, as far as hours allow. A month for which nothing of the
        alternative fits takes the best of any method.
        """
        for month, kpi in enumerate(goals, start=1):
            missing = [method for method in self._methods if method not in self._used_methods()]
            if len(missing) > HORIZON_MONTHS - month:
                self._add(month, [play for play in self._candidates(month) if play.method in missing])
            self._add(month, [play for play in self._candidates(month) if play.kpi == kpi])
            while self._has_room(month) and self._add(month, self._candidates(month)):
                pass
            if not any(task.month == month for task in self._tasks):
                self._add(month, self._unused())
        return tuple(self._tasks)

    def _candidates(self, month: int) -> list[Play]:
        """Plays not used yet whose prerequisites are done, of the alternative's methods; this phase's first."""
        phase = (month + 1) // 2
        done = {task.play.id: task.month for task in self._tasks}
        free = [
            play
            for play in self._unused()
            if play.method in self._methods and all(done.get(needed, month) < month for needed in play.prerequisites)
        ]
        return sorted(free, key=lambda play: (play.horizon_phase != phase, play.horizon_phase > phase))

    def _unused(self) -> list[Play]:
        used = {task.play.id for task in self._tasks}
        return [play for play in self._ranked if play.id not in used]

    def _has_room(self, month: int) -> bool:
        hours = self._ledger.monthly() * self._open[month]
        wanted = sum(hours >= least for least in _HOURS_FOR_ACTIONS)
        return sum(task.month == month for task in self._tasks) < wanted

    def _add(self, month: int, candidates: Sequence[Play]) -> bool:
        for play in candidates:
            task = self._fit(play, month)
            if task is not None:
                self._tasks.append(task)
                self._ledger.take(task.owner, month, task.hours, task.cost_usd)
                self._spendable -= task.cost_usd
                return True
        return False

    def _fit(self, play: Play, month: int) -> Task | None:
        for owner in self._ledger.owners(play.owner_roles):
            reach = self._reach(play, self._hours_for(owner, month))
            if reach is not None:
                return Task(play, month, owner, reach, self._activity(play, reach), self._cause(play))
        return None

    def _hours_for(self, owner: str, month: int) -> float:
        whole = dict(self._ledger.team)[owner]
        used = whole - self._ledger.left(owner, month)
        return max(math.floor(whole * _SHARE * self._open[month] * 4) / 4, min(1.0, whole - 1)) - used

    def _reach(self, play: Play, hours: float) -> int | None:
        """How many customers fit in these hours and the money left; None if not even the smallest version does."""
        most = min(self._case.group_size(play.segments[0]), _MOST_REACHED) if play.needs_reach else 0
        least = 1 if play.needs_reach else 0
        for reach in range(most, least - 1, -1):
            if play.hours(reach) <= hours and play.cost_usd(reach) <= self._spendable and play.hours(reach) > 0:
                return reach
        return None

    def _activity(self, play: Play, reach: int) -> str:
        return play.render_action(reach=reach, sector=self._case.sector.adjective, segment=play.segments[0])

    def _cause(self, play: Play) -> Sighting | None:
        seen = [item for item in self._case.seen if item.signal.code in play.themes]
        return max(seen, key=lambda item: (item.weight, -play.themes.index(item.signal.code)), default=None)

    def _score(self, play: Play) -> float:
        weights = self._case.weights
        score = sum(
            weights.get(theme, 0) * (1.0 if position == 0 else 0.5) for position, theme in enumerate(play.themes)
        )
        return score + (0.75 if play.only_sectors or play.customer_sectors else 0.0)

    def _used_methods(self) -> set[Method]:
        return {task.play.method for task in self._tasks}


def open_part(case: Case, period: str) -> float:
    """The part (0 to 1) of a month's working days on which the customers may be disturbed."""
    days, open_days = _days(case, period)
    return len(open_days) / len(days)


def deadline(case: Case, period: str, position: int, count: int) -> date:
    """The working day of the month by which the n-th of its tasks (from 0) is due, away from blackouts.

    Where every working day is a blackout, the last working day of the month.
    """
    days, open_days = _days(case, period)
    choice = open_days or days[-1:]
    return choice[min(len(choice) - 1, (position + 1) * len(choice) // (count + 1))]


def _days(case: Case, period: str) -> tuple[list[date], list[date]]:
    """The month's working days, and those of them outside the customers' blackouts."""
    days = case.knowledge.working_calendar.working_days(first_day(period), last_day(period), case.setting.canton)
    return days, [day for day in days if not case.setting.blackout_reason(day, case.knowledge)]
