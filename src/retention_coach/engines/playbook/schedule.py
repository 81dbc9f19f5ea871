"""Which plays are played, when, by whom and with how many customers, within hours and money."""

from collections.abc import Sequence

from retention_coach.domain.base import KpiId, Method
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.engines.playbook.board import Board, Wish
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.course import Course
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.naming import named
from retention_coach.engines.playbook.paths import moves
from retention_coach.engines.playbook.play_kinds import is_renewal
from retention_coach.engines.playbook.route import Stop
from retention_coach.engines.playbook.talks import Talks
from retention_coach.engines.playbook.task import Task
from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.entries.vocabulary import Occasion

_HOURS_FOR_ACTIONS = (0.0, 5.0, 15.0, 120.0)
"""Hours that the team needs in a month for a first, second, third and fourth action besides the named talks."""

_ENOUGH = 4
"""Actions of a month, the named talks among them, to which none is added that it could do without."""

_STRONG = 2
"""The weight from which a signal is more than a remark."""


class Scheduler:
    """Fills six months, the plays that answer what was seen first."""

    def __init__(self, case: Case, ledger: Ledger, course: Course) -> None:
        self._case = case
        self._course = course
        self._methods = course.methods
        self._board = Board(case, ledger, course)
        self._ranked = course.ranked(case.plays)

    def run(self, stops: Sequence[Stop]) -> tuple[Task, ...]:
        """The plan's tasks, month by month; each stop names its month's indicator.

        Open complaints come first, then named talks, before their date. Then every month gets a play that measures
        or moves its indicator where there is one, and the best of those that answer something seen in this company.
        Every method of the alternative is used at least once, as far as hours allow. A month for which nothing of the
        alternative fits takes the best of any method.
        """
        self._open_complaints()
        Talks(self._board).plan()
        for stop in stops:
            self._fill(stop)
        return tuple(sorted(self._board.tasks, key=lambda task: (task.month, task.deadline)))

    def _fill(self, stop: Stop) -> None:
        month = stop.month
        missing = [method for method in self._methods if method not in self._used_methods()]
        if len(missing) > HORIZON_MONTHS - month:
            self._add(month, [play for play in self._candidates(month) if play.method in missing])
        if not (stop.measures and self._add(month, self._measuring(stop.kpi))):
            self._move(month, stop.kpi)
        while self._has_room(month) and self._add(month, self._called_for(month)):
            pass
        if not self._board.in_month(month):
            self._add(month, self._candidates(month)) or self._add(month, self._anything(month), by_anybody=True)

    def _open_complaints(self) -> None:
        """Nobody hears an offer while a complaint is open: they are closed first, and then kept in a register."""
        if self._case.weights.get("unresolved_complaints", 0) < _STRONG:
            return
        self._add(1, self._for_occasion("open_complaints"))
        self._add(2, self._for_occasion("complaint_register"))

    def _for_occasion(self, occasion: Occasion) -> list[Play]:
        """The plays for an occasion, those made for the company's own sector first."""
        plays = [play for play in self._case.plays if play.occasion == occasion]
        return sorted(plays, key=lambda play: (not play.only_sectors, play.hours_fixed, play.id))

    def _move(self, month: int, kpi: KpiId) -> None:
        """A play that moves the month's indicator: one that earns its place, or any where nothing moves it yet."""
        if not self._has_room(month) and any(moves(task.play.kpi, kpi) for task in self._board.in_month(month)):
            return
        moving = [play for play in self._candidates(month) if moves(play.kpi, kpi)]
        if self._add(month, [play for play in moving if self._strength(play)]):
            return
        if not any(moves(task.play.kpi, kpi) for task in self._board.tasks if task.month <= month):
            self._add(month, moving)

    def _measuring(self, kpi: KpiId) -> list[Play]:
        """Plays that give the indicator its baseline, of any method: without them the goal would be a wish."""
        return [play for play in self._unused() if play.kpi == kpi and play.gives_baseline]

    def _candidates(self, month: int) -> list[Play]:
        """Plays not used yet whose prerequisites are done, of the alternative's methods.

        They come in the order in which the course would take them in this phase of the plan.
        """
        phase = (month + 1) // 2
        done = {task.play.id: task.month for task in self._board.tasks}
        free = [
            play
            for play in self._unused()
            if play.method in self._methods
            and self._in_season(play, month)
            and all(done.get(needed, month) < month for needed in play.prerequisites)
        ]
        return self._course.in_phase(free, phase)

    def _in_season(self, play: Play, month: int) -> bool:
        return play.may_start(month, int(self._case.setting.periods[month - 1][5:]))

    def _called_for(self, month: int) -> list[Play]:
        """The candidates that earn their place.

        Those whose first signal was seen more than once or plainly; one that was seen at all, or that a play answers
        besides its first, only while the month has nothing of its own.
        """
        free = self._candidates(month)
        strong = [play for play in free if self._strength(play) >= _STRONG]
        weak = [play for play in free if 0 < self._strength(play) < _STRONG]
        own = sum(not is_renewal(task.play) for task in self._board.in_month(month))
        if own > 1:
            return strong
        return [*strong, *weak] if own else [*strong, *weak, *filter(self._course.answers, free)]

    def _strength(self, play: Play) -> int:
        """The weight of the play's first signal; 0 where it was not seen."""
        return self._case.weights.get(play.themes[0], 0)

    def _anything(self, month: int) -> list[Play]:
        """What is left in season, of any method."""
        return [play for play in self._unused() if self._in_season(play, month)]

    def _unused(self) -> list[Play]:
        """Plays not used yet, nor of an occasion that has passed; renewals are scheduled by their dates only."""
        used = {task.play.id for task in self._board.tasks}
        passed = {task.play.occasion for task in self._board.tasks if task.play.occasion}
        free = (play for play in self._ranked if play.id not in used and not is_renewal(play))
        return [play for play in free if play.occasion not in passed]

    def _has_room(self, month: int) -> bool:
        board = self._board
        hours = board.ledger.monthly(month) * board.open[month]
        wanted = sum(hours >= least for least in _HOURS_FOR_ACTIONS)
        days = len(self._case.diary.good(self._case.setting.periods[month - 1]))
        tasks = board.in_month(month)
        return sum(not is_renewal(task.play) for task in tasks) < wanted and len(tasks) < min(_ENOUGH, days + 1)

    def _add(self, month: int, candidates: Sequence[Play], *, by_anybody: bool = False) -> bool:
        for play in candidates:
            wish = Wish(play, month, self._board.most(play), by_anybody=by_anybody)
            task = self._board.fit(wish)
            task = task if task is None or by_anybody else named(self._board, wish, task)
            if task is not None:
                self._board.take(task)
                return True
        return False

    def _used_methods(self) -> set[Method]:
        return {task.play.method for task in self._board.tasks}
