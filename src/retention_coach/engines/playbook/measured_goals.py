"""Goals of measuring: as many customers as answer the plan's own actions, not a number out of the air."""

import math
from collections.abc import Sequence

from retention_coach.assessment import cite
from retention_coach.domain.base import KpiId
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goal_words import MEASURES
from retention_coach.engines.playbook.goals import path
from retention_coach.engines.playbook.paths import Path
from retention_coach.engines.playbook.task import Task
from retention_coach.metrics.arithmetic import literal

_ASKED: frozenset[KpiId] = frozenset({"nps"})
"""Indicators that customers are asked for: not all of them answer."""

_WHO_ANSWER = 0.65
"""The part of those asked by name whose answer can be expected; the others do not answer in a month."""


def way_of(case: Case, kpi: KpiId, tasks: Sequence[Task], month: int) -> Path:
    """The indicator's way until this month.

    Where it is still to be measured, the goal is what the plan's measuring actions reach by then, less
    those who will not answer.
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
    if kpi not in _ASKED:
        return Path(kpi, None, cite.total(label, unit, reached))
    asked = sum(reached)
    answers = max(1.0, float(math.floor(asked * _WHO_ANSWER)))
    arithmetic = f"{literal(asked)} - {literal(asked - answers)}"
    return Path(kpi, None, cite.computed(label, answers, unit, arithmetic))
