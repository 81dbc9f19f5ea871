"""Which readings of an indicator call for which action, by whom, and with which customers first."""

import math
from collections.abc import Iterable
from typing import Literal

from retention_coach.assessment.account_names import is_sayable, short_name
from retention_coach.domain.base import KpiId
from retention_coach.domain.evidence import Figure
from retention_coach.domain.kpi_set import Scenario
from retention_coach.domain.profile import Account
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.ledger import Ledger
from retention_coach.engines.playbook.own_paths import own_path
from retention_coach.knowledge.entries.kpis import KpiDefinition
from retention_coach.knowledge.entries.vocabulary import OwnerRole
from retention_coach.spanish.formats import join_words

Label = Literal["alert", "watch", "on_target"]

_NAMED = 2
_RISK_OF: dict[tuple[KpiId, Label], str] = {
    ("retention", "watch"): "medium",
    ("retention", "on_target"): "low",
    ("churn", "alert"): "high",
    ("churn", "watch"): "medium",
    ("clv", "watch"): "medium",
}
"""With customers of which risk an action begins, where the risk that the company sees says something of it."""


def scenarios(case: Case, entry: KpiDefinition, start: Figure | None, target: Figure | None) -> tuple[Scenario, ...]:
    """Three ranges that touch and cover every value.

    Args:
        case: the company.
        entry: what is known of the indicator.
        start: where it is today, on the way to the target.
        target: where it should be; None for an indicator that is only watched.
    """
    labels: tuple[Label, ...] = ("alert", "watch", "on_target")
    if entry.direction == "down":
        labels = labels[::-1]
    borders = _borders(entry, start, target)
    ranges = zip((None, *borders), (*borders, None), strict=True)
    return tuple(
        Scenario(label=label, low=low, high=high, action=_action(case, entry, label, start))
        for label, (low, high) in zip(labels, ranges, strict=True)
    )


def _action(case: Case, entry: KpiDefinition, label: Label, start: Figure | None) -> str:
    """Who does what: in alert whoever decides, else whoever measures; and where to begin."""
    said: str = getattr(entry.scenarios, label)[0]
    roles: tuple[OwnerRole, ...] = ("Gerencia general", entry.owner_role) if label == "alert" else (entry.owner_role,)
    owner = Ledger(case.profile).owners(roles, for_key_customers=label == "alert")[0]
    return f"{owner}: {said[:1].lower()}{said[1:]}{_where_to_begin(case, entry.kpi, label, start)}"


def _where_to_begin(case: Case, kpi: KpiId, label: Label, start: Figure | None) -> str:
    if (kpi, label) == ("retention", "alert"):
        names = _names(item for item in case.profile.accounts if item.risk == "high")
        return f" Hable antes de que se vayan con {join_words(names)}." if names else ""
    if (kpi, label) == ("clv", "on_target"):
        names = _names(item for item in case.profile.accounts if item.annual_revenue_usd)
        return f" Los que más facturan: {join_words(names)}." if names else ""
    risk = _RISK_OF.get((kpi, label))
    if risk is not None:
        names = _names(item for item in case.profile.accounts if item.risk == risk)
        return f" Empiece por {join_words(names)}." if names else ""
    way = own_path(case, kpi)
    if way is not None and way.own is not None and way.own.flow is not None and way.start == start:
        return f" Se trata de {way.own.flow.name}."
    return _whom_to_call(case, kpi) if label == "alert" and kpi in {"nps", "usage"} else ""


def _names(accounts: Iterable[Account]) -> list[str]:
    """The heaviest of the customers that may be named."""
    return [short_name(item) for item in sorted(accounts, key=_by_weight) if is_sayable(item.customer)][:_NAMED]


def _whom_to_call(case: Case, kpi: KpiId) -> str:
    """The detractors that the survey knows; else the largest segment."""
    if kpi == "nps" and case.profile.figures.value("nps_detractors"):
        return " Sus nombres constan en las respuestas de la última encuesta, si esta los pidió; empiece por ellos."
    largest = max(case.profile.segments, key=lambda item: item.customers or 0, default=None)
    is_known = largest is not None and largest.customers is not None and is_sayable(largest.name)
    return f" Empiece por el segmento {largest.name}, el más numeroso." if largest and is_known else ""


def _by_weight(account: Account) -> tuple[float, str]:
    return -(account.annual_revenue_usd or 0), account.id


def _borders(entry: KpiDefinition, start: Figure | None, target: Figure | None) -> tuple[float, float]:
    """Where the scenarios part. For an indicator that should fall, the target itself still counts as reached.

    Without a target the band to watch is around today; of an NPS without target too few customers answered to draw a
    line near its value.
    """
    goal = target or start
    if goal is None or (target is None and entry.kpi == "nps"):
        return _PROVISIONAL[entry.kpi]
    today = start.value if start and start.unit == goal.unit else goal.value
    least = 1.0 if goal.unit in {"customers", "days"} else 0.1
    step = {"customers": 1.0, "points": 5.0}.get(goal.unit, max(abs(goal.value) * 0.05, 0.1))
    if target is None:
        low, high = _around(today, entry.kpi, step)
        return low, max(min(high, 100.0), low + least) if goal.unit == "percent" else high
    step = max(abs(goal.value - today), step)
    if entry.direction == "up":
        return round(min(today, goal.value - step), 2), round(goal.value, 2)
    worst = max(today, goal.value + step)
    if goal.unit == "days":
        return goal.value + least, max(math.floor(worst) + least, goal.value + least + least)
    worst += least
    return round(goal.value + least, 2), math.ceil(worst) if goal.unit == "customers" else round(worst, 2)


def _around(today: float, kpi: KpiId, step: float) -> tuple[float, float]:
    """The band to watch around today: a quarter each way of what is only a rough count, in figures easy to say."""
    if kpi not in {"usage", "response_time"} or today <= 0:
        return round(today - step, 2), round(today + step, 2)
    unit = 10 ** math.floor(math.log10(today)) / 2
    return round(math.floor(today * 0.75 / unit) * unit, 4), round(math.ceil(today * 1.25 / unit) * unit, 4)


_PROVISIONAL: dict[KpiId, tuple[float, float]] = {
    "retention": (80, 90),
    "churn": (10, 20),
    "nps": (0, 50),
    "clv": (0, 1000),
    "usage": (1, 2),
    "response_time": (4, 8),
}
"""Two borders each until there is a baseline, professional judgement. The worse: a fifth of the customers lost, more
detractors than promoters, customers who cost more than they leave, customers who do not use the service every month, a
working day without an answer. The better: half of that, or an amount that is worth the care of an account."""
