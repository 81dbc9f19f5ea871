"""The plan while it is being made: what is in it, and whether one more play fits in hours, money and days."""

import math
from dataclasses import dataclass

from retention_coach.domain.profile import Account
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.course import Course
from retention_coach.engines.playbook.ledger import Ledger, is_junior
from retention_coach.engines.playbook.play_kinds import is_negotiated
from retention_coach.engines.playbook.task import Task
from retention_coach.engines.playbook.timing import Window, deadline, open_part
from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.entries.vocabulary import Signal

_SHARE = 0.6
"""The part of each person's month that the six-month plan may use; the rest is for steps 64 and 65."""

_MOST_IN_A_MONTH = 5
"""More actions than this in a month are a list, not a plan."""

_MOST_MET, _MOST_CALLED, _MOST_WRITTEN_TO = 12, 24, 60
"""More customers in one month's action is a campaign, not a conversation; what takes minutes each reaches further."""

_A_CALL, _A_MESSAGE = 0.5, 0.25
"""Hours for each customer up to which an action is a call or a message, not a meeting."""

_LOST: frozenset[Signal] = frozenset({"dormant_customers", "unknown_loss_reasons"})
"""What plays answer that are for customers lost: one is not asked twice."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A play that should be played in a month.

    Attributes:
        play: which.
        month: when, 1 to 6.
        most: with how many customers at most.
        window: the days between which it must fall; None for any.
        accounts: the named customers that it is for, the first to be met first; none for any customers.
        is_urgent: whether it may take all the hours of a person but one, and is not work for assistants.
        by_anybody: whether assistants may negotiate, because the month would be empty otherwise.
    """

    play: Play
    month: int
    most: int
    window: Window | None = None
    accounts: tuple[Account, ...] = ()
    is_urgent: bool = False
    by_anybody: bool = False


class Board:
    """The tasks so far, and what they leave of hours and money."""

    def __init__(self, case: Case, ledger: Ledger, course: Course) -> None:
        self.case = case
        self.ledger = ledger
        self.tasks: list[Task] = []
        self._course = course
        self._spendable = ledger.money * 0.7
        self.open = {number: open_part(case, period) for number, period in enumerate(case.setting.periods, start=1)}

    def in_month(self, month: int) -> list[Task]:
        """The tasks of a month."""
        return [task for task in self.tasks if task.month == month]

    def is_full(self, month: int, more: int = 1) -> bool:
        """Whether the month has no place for this many more."""
        return len(self.in_month(month)) + more > _MOST_IN_A_MONTH

    def most(self, play: Play) -> int:
        """How many customers a play may be for, those lost that were already asked left out."""
        size = self.case.group_size(play)
        if play.themes[0] not in _LOST:
            return size
        return size - sum(task.reach for task in self.tasks if task.play.themes[0] in _LOST)

    def take(self, task: Task) -> None:
        """Add a task."""
        self.tasks.append(task)
        self.ledger.take(task.owner, task.month, task.hours, task.cost_usd)
        self._spendable -= task.cost_usd

    def fit(self, wish: Wish) -> Task | None:
        """The task, with as many customers as fit; None if hours, money or time do not reach."""
        play, month = wish.play, wish.month
        if self.is_full(month):
            return None
        period = self.case.setting.periods[month - 1]
        able = ((owner, self._reach(play, wish.most, self._hours_for(owner, wish))) for owner in self._owners(wish))
        fitting = [(owner, reach) for owner, reach in able if reach is not None]
        if play.gives_baseline:
            fitting.sort(key=lambda pair: -pair[1])  # a survey is for whoever can ask most customers
        for owner, reach in fitting:
            position = len(self.in_month(month))
            day = deadline(self.case, period, position, play.lead_time_days, window=wish.window, owner=owner)
            if day is not None:
                return Task(play, month, owner, reach, self._activity(play, reach), day, self._course.cause(play))
        return None

    def _owners(self, wish: Wish) -> list[str]:
        """Who may do it: no assistant negotiates or meets key customers where somebody else is in the team."""
        whose = [account.segment for account in wish.accounts if account.segment]
        whose += [segment.name for segment in self.case.segments_of(wish.play)]
        owners = self.ledger.owners(wish.play.owner_roles, for_key_customers=wish.is_urgent, whose=whose)
        if wish.by_anybody or not is_negotiated(wish.play) or not self.ledger.has_seniors():
            return owners
        return [owner for owner in owners if not is_junior(owner)]

    def _hours_for(self, owner: str, wish: Wish) -> float:
        """What the person may still spend in the month; for what cannot wait, all that is left but an hour."""
        whole, left = self.ledger.whole(owner, wish.month), self.ledger.left(owner, wish.month)
        if wish.is_urgent:
            return left - 1.0
        return max(math.floor(whole * _SHARE * self.open[wish.month] * 4) / 4, min(1.0, whole - 1)) - (whole - left)

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
        case = self.case
        return play.render_action(reach=reach, sector=case.sector.adjective, segment=play.segments[0], own=case.own)
