"""Talks with named customers in the plan: made ready, held, and followed by an answer before the agreement ends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.horizon import first_day
from retention_coach.domain.profile import Account
from retention_coach.engines.playbook.board import Board, Wish
from retention_coach.engines.playbook.conversations import Conversation, activity, border, conversations
from retention_coach.engines.playbook.task import Task
from retention_coach.engines.playbook.timing import Window, deadline
from retention_coach.knowledge.entries.plays import Play

_GAPS = (21, 7, 2)
"""Days from a talk to the answer, the most convenient first: less where the agreement ends before."""

_MEETING, _READY, _ANSWER = 0.6, 0.5, 0.4
"""How far along the days that are left each falls: the meeting with days before it and after it."""


class Talks:
    """Puts the talks on the board, those that end first before the others."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._first = first_day(board.case.setting.periods[0])

    def plan(self) -> None:
        """Every talk with what prepares it; then, in the room that is left, what follows each."""
        held = [pair for conversation in conversations(self._board.case) for pair in self._hold(conversation)]
        for conversation, meeting in held:
            if conversation.follow_up is not None:
                self._answer(conversation.follow_up, conversation.accounts[: meeting.reach], meeting)

    def _hold(self, conversation: Conversation) -> Iterator[tuple[Conversation, Task]]:
        """The meetings of a conversation, with as many customers a month as fit."""
        for month in range(conversation.month, HORIZON_MONTHS + 1):
            if not conversation.accounts:
                return
            needed = 1 + int(conversation.preparation is not None)
            window = Window(_MEETING, border(conversation.accounts, self._first))
            task = self._named(conversation.play, conversation.accounts, month, window)
            if task is None or self._board.is_full(month, needed):
                continue
            self._board.take(task)
            self._prepare(conversation, task)
            yield conversation, task
            conversation = conversation.without(task.reach)

    def _prepare(self, conversation: Conversation, meeting: Task) -> None:
        if conversation.preparation is None:
            return
        accounts = conversation.accounts[: meeting.reach]
        task = self._named(conversation.preparation, accounts, meeting.month, Window(_READY, meeting.deadline))
        is_planned = task is not None and any(other.activity == task.activity for other in self._board.tasks)
        if task is not None and task.reach == meeting.reach and not is_planned:
            self._board.take(task)

    def _answer(self, play: Play, accounts: Sequence[Account], meeting: Task) -> None:
        """The same customers again, each before its agreement ends; those whose day falls in one month together."""
        together: dict[tuple[int, int], list[Account]] = {}
        for account in accounts:
            found = self._day_for(play, account, meeting)
            if found is not None:
                together.setdefault(found, []).append(account)
        for (month, gap), group in together.items():
            window = Window(_ANSWER, border(group, self._first), meeting.deadline + timedelta(days=gap))
            options = (self._named(play, group, later, window) for later in range(month, HORIZON_MONTHS + 1))
            task = next((task for task in options if task is not None), None)
            if task is not None:
                self._board.take(task)

    def _day_for(self, play: Play, account: Account, meeting: Task) -> tuple[int, int] | None:
        """The first month with a day for the answer and the days to leave since the meeting; None where none is."""
        end: date | None = border([account], self._first)
        case = self._board.case
        for gap in _GAPS:
            window = Window(0, end, meeting.deadline + timedelta(days=gap))
            for month in range(meeting.month, HORIZON_MONTHS + 1):
                period = case.setting.periods[month - 1]
                if deadline(case, period, 0, play.lead_time_days, window=window) is not None:
                    return month, gap
        return None

    def _named(self, play: Play, accounts: Sequence[Account], month: int, window: Window) -> Task | None:
        wish = Wish(play, month, len(accounts), window, tuple(accounts), is_urgent=True)
        task = self._board.fit(wish)
        if task is None:
            return None
        met = accounts[: task.reach]
        said = activity(play.action, met, without_names=task.activity)
        return replace(task, accounts=tuple(item.id for item in met), activity=said)
