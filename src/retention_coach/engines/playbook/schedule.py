"""Which plays are played, when, by whom and with how many customers, within hours and money."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from retention_coach.domain.base import KpiId, Method
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.horizon import first_day
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.conversations import Conversation, activity, conversations
from retention_coach.engines.playbook.course import Course
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.paths import moves
from retention_coach.engines.playbook.play_kinds import is_renewal
from retention_coach.engines.playbook.route import Stop
from retention_coach.engines.playbook.task import Task
from retention_coach.engines.playbook.timing import deadline, open_part
from retention_coach.knowledge.entries.plays import Play

_SHARE = 0.6
"""The part of each person's month that the six-month plan may use; the rest is for steps 64 and 65."""

_HOURS_FOR_ACTIONS = (0.0, 5.0, 15.0, 35.0, 75.0)
"""Hours that the team needs in a month for a first, second, third, fourth and fifth action."""

_MOST_MET, _MOST_CALLED, _MOST_WRITTEN_TO = 12, 24, 60
"""More customers in one month's action is a campaign, not a conversation; what takes minutes each reaches further."""

_A_CALL, _A_MESSAGE = 0.5, 0.25
"""Hours for each customer up to which an action is a call or a message, not a meeting."""


@dataclass(frozen=True, slots=True)
class Urgent:
    """What cannot wait for a quieter month.

    Attributes:
        before: the day that it must not pass; None for no day.
        after: how many more tasks of the month than those there stand before it.
    """

    before: date | None
    after: int


class Scheduler:
    """Fills six months, the plays that answer what was seen first."""

    def __init__(self, case: Case, ledger: Ledger, course: Course) -> None:
        self._case = case
        self._ledger = ledger
        self._course = course
        self._methods = course.methods
        self._tasks: list[Task] = []
        self._spendable = ledger.money * 0.7
        self._open = {number: open_part(case, period) for number, period in enumerate(case.setting.periods, start=1)}
        self._ranked = course.ranked(case.plays)

    def run(self, stops: Sequence[Stop]) -> tuple[Task, ...]:
        """The plan's tasks, month by month; each stop names its month's indicator.

        Named renewals come first, before their date. Then every month gets a play that measures or moves its
        indicator where there is one, and the best of those that answer something seen in this company. Every method
        of the alternative is used at least once, as far as hours allow. A month for which nothing of the alternative
        fits takes the best of any method.
        """
        for conversation in conversations(self._case):
            self._converse(conversation)
        for stop in stops:
            month = stop.month
            missing = [method for method in self._methods if method not in self._used_methods()]
            if len(missing) > HORIZON_MONTHS - month:
                self._add(month, [play for play in self._candidates(month) if play.method in missing])
            if not (stop.measures and self._add(month, self._measuring(stop.kpi))):
                self._add(month, [play for play in self._candidates(month) if moves(play.kpi, stop.kpi)])
            while self._has_room(month) and self._add(month, self._called_for(month)):
                pass
            if not any(task.month == month for task in self._tasks):
                self._add(month, self._candidates(month)) or self._add(month, self._anything(month))
        return tuple(sorted(self._tasks, key=lambda task: (task.month, task.deadline)))

    def _converse(self, conversation: Conversation) -> None:
        """A talk with named customers, and before it what prepares it; with as many a month as fit."""
        first = first_day(self._case.setting.periods[0])
        for month in range(conversation.month, HORIZON_MONTHS + 1):
            if not conversation.accounts:
                return
            meeting = Urgent(conversation.before(first), after=int(conversation.preparation is not None))
            task = self._named(conversation.play, conversation, month, meeting)
            if task is None:
                continue
            self._take(task)
            if conversation.preparation is not None:
                held = replace(conversation, accounts=conversation.accounts[: task.reach])
                ready = self._named(conversation.preparation, held, month, Urgent(task.deadline, after=-1))
                if ready is not None and ready.reach == task.reach and not self._is_planned(ready.activity):
                    self._take(ready)
            conversation = conversation.without(task.reach)

    def _is_planned(self, activity: str) -> bool:
        """Whether the very same is to be done in another month: a customer at risk may also have a date."""
        return any(task.activity == activity for task in self._tasks)

    def _named(self, play: Play, conversation: Conversation, month: int, urgent: Urgent) -> Task | None:
        task = self._fit(play, month, most=len(conversation.accounts), urgent=urgent)
        if task is None:
            return None
        accounts = conversation.accounts[: task.reach]
        said = activity(play, accounts, without_names=task.activity)
        return replace(task, accounts=tuple(item.id for item in accounts), activity=said)

    def _measuring(self, kpi: KpiId) -> list[Play]:
        """Plays that give the indicator its baseline, of any method: without them the goal would be a wish."""
        return [play for play in self._unused() if play.kpi == kpi and play.gives_baseline]

    def _candidates(self, month: int) -> list[Play]:
        """Plays not used yet whose prerequisites are done, of the alternative's methods.

        Those that follow its approach come first once their phase has begun, then this phase's.
        """
        phase = (month + 1) // 2
        done = {task.play.id: task.month for task in self._tasks}
        free = [
            play
            for play in self._unused()
            if play.method in self._methods
            and self._in_season(play, month)
            and all(done.get(needed, month) < month for needed in play.prerequisites)
        ]
        return sorted(
            free,
            key=lambda play: (
                play.horizon_phase > phase or not self._course.follows(play),
                play.horizon_phase != phase,
                play.horizon_phase > phase,
            ),
        )

    def _in_season(self, play: Play, month: int) -> bool:
        return play.may_start(month, int(self._case.setting.periods[month - 1][5:]))

    def _called_for(self, month: int) -> list[Play]:
        """The candidates that answer something seen; work that nothing calls for is no filler."""
        return [play for play in self._candidates(month) if self._course.answers(play)]

    def _anything(self, month: int) -> list[Play]:
        """What is left in season, of any method."""
        return [play for play in self._unused() if self._in_season(play, month)]

    def _unused(self) -> list[Play]:
        """Plays not used yet; renewals are scheduled by the accounts' dates, never otherwise."""
        used = {task.play.id for task in self._tasks}
        return [play for play in self._ranked if play.id not in used and not is_renewal(play)]

    def _has_room(self, month: int) -> bool:
        hours = self._ledger.monthly(month) * self._open[month]
        wanted = sum(hours >= least for least in _HOURS_FOR_ACTIONS)
        return sum(task.month == month for task in self._tasks) < wanted

    def _add(self, month: int, candidates: Sequence[Play]) -> bool:
        for play in candidates:
            task = self._fit(play, month, most=self._case.group_size(play))
            if task is not None:
                self._take(task)
                return True
        return False

    def _take(self, task: Task) -> None:
        self._tasks.append(task)
        self._ledger.take(task.owner, task.month, task.hours, task.cost_usd)
        self._spendable -= task.cost_usd

    def _fit(self, play: Play, month: int, *, most: int, urgent: Urgent | None = None) -> Task | None:
        """The play in this month with as many customers as fit; None if hours, money or time do not reach."""
        position = sum(task.month == month for task in self._tasks) + (urgent.after if urgent else 0)
        period = self._case.setting.periods[month - 1]
        before = urgent.before if urgent else None
        for owner in self._ledger.owners(play.owner_roles, for_key_customers=urgent is not None):
            reach = self._reach(play, most, self._hours_for(owner, month, is_urgent=urgent is not None))
            if reach is None:
                continue
            day = deadline(self._case, period, position, play.lead_time_days, before=before, owner=owner)
            if day is not None:
                return Task(play, month, owner, reach, self._activity(play, reach), day, self._course.cause(play))
        return None

    def _hours_for(self, owner: str, month: int, *, is_urgent: bool) -> float:
        """What the person may still spend in the month; for what cannot wait, all that is left but an hour."""
        whole, left = self._ledger.whole(owner, month), self._ledger.left(owner, month)
        if is_urgent:
            return left - 1.0
        return max(math.floor(whole * _SHARE * self._open[month] * 4) / 4, min(1.0, whole - 1)) - (whole - left)

    def _reach(self, play: Play, most: int, hours: float) -> int | None:
        """How many customers fit in these hours and the money left; None if not even the smallest version does."""
        cap = _MOST_WRITTEN_TO if play.hours_per_customer <= _A_MESSAGE else _MOST_CALLED
        cap = _MOST_MET if play.hours_per_customer > _A_CALL else cap
        highest, least = (min(most, cap), play.min_reach) if play.needs_reach else (0, 0)
        for reach in range(highest, least - 1, -1):
            if play.hours(reach) <= hours and play.cost_usd(reach) <= self._spendable and play.hours(reach) > 0:
                return reach
        return None

    def _activity(self, play: Play, reach: int) -> str:
        case = self._case
        return play.render_action(reach=reach, sector=case.sector.adjective, segment=play.segments[0], own=case.own)

    def _used_methods(self) -> set[Method]:
        return {task.play.method for task in self._tasks}
