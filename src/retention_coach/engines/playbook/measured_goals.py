"""Goals of measuring: as many customers as the plan's own actions reach, not a number out of the air."""

from collections.abc import Sequence

from retention_coach.assessment import cite
from retention_coach.domain.base import KpiId
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goal_words import MEASURES
from retention_coach.engines.playbook.goals import path
from retention_coach.engines.playbook.paths import Path
from retention_coach.engines.playbook.task import Task


def way_of(case: Case, kpi: KpiId, tasks: Sequence[Task], month: int) -> Path:
    """The indicator's way until this month.

    Where it is still to be measured, the goal is what the plan's measuring actions reach by then.
    """
    way = path(case, kpi)
    reached = [
        float(task.reach)
        for task in tasks
        if task.play.kpi == kpi and task.play.gives_baseline and task.reach and task.month <= month
    ]
    if way.start is not None or not reached:
        return way
    _sentence, label, unit = MEASURES[kpi]
    return Path(kpi, None, cite.total(label, unit, reached))
