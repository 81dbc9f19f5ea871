"""Which readings of an indicator call for which action."""

from typing import Literal

from retention_coach.domain.base import KpiId
from retention_coach.domain.evidence import Figure
from retention_coach.domain.kpi_set import Scenario
from retention_coach.knowledge.entries.kpis import KpiDefinition

Label = Literal["alert", "watch", "on_target"]


def scenarios(entry: KpiDefinition, today: Figure | None, target: Figure | None) -> tuple[Scenario, ...]:
    """Ranges that touch and cover every value: three around today and the target, two where nothing is known yet."""
    actions: dict[Label, str] = {
        "alert": entry.scenarios.alert[0],
        "watch": entry.scenarios.watch[0],
        "on_target": entry.scenarios.on_target[0],
    }
    borders = _borders(entry, today, target)
    labels: tuple[Label, ...] = ("alert", "watch", "on_target") if len(borders) == 2 else ("alert", "watch")
    if entry.direction == "down":
        labels = labels[::-1]
    ranges = zip((None, *borders), (*borders, None), strict=True)
    return tuple(
        Scenario(label=label, low=low, high=high, action=actions[label])
        for label, (low, high) in zip(labels, ranges, strict=True)
    )


def _borders(entry: KpiDefinition, today: Figure | None, target: Figure | None) -> tuple[float, ...]:
    """Where the scenarios part. For an indicator that should fall, the target itself still counts as reached.

    Without a target there is one border, a step away from today; of an NPS without target too few customers answered
    to draw a line near its value.
    """
    goal = target or today
    if goal is None or (target is None and entry.kpi == "nps"):
        return _PROVISIONAL[entry.kpi]
    start = today.value if today and today.unit == goal.unit else goal.value
    least = 1.0 if goal.unit == "customers" else 0.1
    step = {"customers": 1.0, "points": 5.0}.get(goal.unit, max(abs(goal.value) * 0.05, 0.1))
    step = max(abs(goal.value - start), step)
    if entry.direction == "up":
        borders = (round(min(start, goal.value - step), 2), round(goal.value, 2))
        return borders if target else borders[:1]
    borders = (round(goal.value + least, 2), round(max(start, goal.value + step) + least, 2))
    return borders if target else borders[1:]


_PROVISIONAL: dict[KpiId, tuple[float, ...]] = {
    "retention": (80,),
    "churn": (20,),
    "nps": (0,),
    "clv": (0,),
    "usage": (1,),
    "response_time": (8,),
}
"""One border each until there is a baseline, professional judgement: below it (above, where less is better) one acts
at once: a fifth of the customers lost, more detractors than promoters, customers who cost more than they leave,
customers who do not use the service every month, a working day without an answer."""
