"""One way to go, planned: what it would do, and what that takes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from retention_coach.assessment.approaches import Fit
from retention_coach.domain.base import KpiId, Method
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.course import Course, course_of
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.route import Route, route_for
from retention_coach.engines.playbook.schedule import Scheduler
from retention_coach.engines.playbook.task import Task
from retention_coach.knowledge.entries.approaches import Approach

_FEWEST_LEVERS = 2


@dataclass(frozen=True, slots=True)
class Option:
    """An approach with the tasks that step 62 would schedule for it: its hours and dollars are those of the plan.

    Of what calls for the approach, `fit` holds what is work of this course: the rest is the other one's reason.
    """

    fit: Fit
    course: Course
    route: Route
    tasks: tuple[Task, ...]

    @property
    def approach(self) -> Approach:
        """What it is about."""
        return self.fit.approach

    @property
    def hours(self) -> float:
        """People's hours in the six months."""
        return round(sum(task.hours for task in self.tasks), 2)

    @property
    def cost_usd(self) -> float:
        """Dollars in the six months."""
        return round(sum(task.cost_usd for task in self.tasks), 2)

    @property
    def reach(self) -> int:
        """How many customers its widest action reaches."""
        return max((task.reach for task in self.tasks), default=0)

    @property
    def weeks(self) -> int:
        """Weeks until something shows: what the approach usually takes, or what its first action does if longer."""
        first = min((task.play.lead_time_days for task in self.tasks if task.month == 1), default=21)
        return max(self.approach.typical_weeks, round((first + 14) / 7))

    @property
    def main_kpi(self) -> KpiId:
        """The indicator that it promises first."""
        return self.route.objectives[0]


def plan_option(case: Case, fit: Fit, other: Approach) -> Option:
    """The option of an approach, offered beside another."""
    route = route_for(case, fit.approach.kpis)
    course, tasks = _scheduled(case, course_of(case, fit.approach, other), route)
    if len(course.methods) < _FEWEST_LEVERS:
        course, tasks = _scheduled(case, course.with_every_method(), route)
    own = tuple(cause for cause in fit.causes if cause.signal.code in course.signals)
    return Option(replace(fit, causes=own), course, route, tasks)


def _scheduled(case: Case, course: Course, route: Route) -> tuple[Course, tuple[Task, ...]]:
    """The tasks, and the course with the methods that they really use: what does not fit in the hours is no lever."""
    while True:
        tasks = Scheduler(case, Ledger(case.profile), course).run(route.stops)
        levers = _levers(course, tasks)
        if levers == {*course.methods}:
            return course, tasks
        course = course.with_methods(levers)


def _levers(course: Course, tasks: Sequence[Task]) -> set[Method]:
    """The methods at work, those of tasks that are the approach's or at least this course's, if they are enough."""
    used = {task.play.method for task in tasks} & {*course.methods}
    for belongs in (course.follows, course.owns):
        own = {task.play.method for task in tasks if belongs(task.play)} & used
        if len(own) >= _FEWEST_LEVERS:
            return own
    return used
