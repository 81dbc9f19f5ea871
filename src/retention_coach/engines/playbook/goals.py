"""Goals: how far each indicator can move in six months, and what to measure where nothing is known yet.

The steps of improvement are professional judgement, said as such in every figure that rests on them: a fifth fewer
customers lost, a quarter less waiting, ten per cent more use, five or ten NPS points.
"""

import math
from datetime import date

from retention_coach.assessment import cite
from retention_coach.domain.base import KPI_IDS, KpiId
from retention_coach.domain.evidence import Figure
from retention_coach.domain.strategy import Objective
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goal_words import MEASURES, statement
from retention_coach.engines.playbook.own_paths import own_path
from retention_coach.engines.playbook.paths import Path, bare_name, today_of
from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.baselines import baseline
from retention_coach.metrics.result import Computed


def path(case: Case, kpi: KpiId) -> Path:
    """How far this company can take this indicator in six months: where it asks to go, if that can be believed.

    The value of a customer that can be computed has no way of its own: it follows from who stays.
    """
    own, today = own_path(case, kpi), today_of(case, kpi)
    if kpi != "nps" or is_nps_telling(case):
        if own is not None:
            return own
        if today is not None:
            return Path(kpi, today, _improved(case, kpi, today))
    return Path(kpi, None, _measure_target(case, kpi))


def is_nps_telling(case: Case) -> bool:
    """Whether enough customers answered for ten points more to be seen at all."""
    result = baseline("nps", case.profile.figures)
    if not isinstance(result, Computed) or result.low is None or result.high is None:
        return False
    return result.high - result.low <= _WIDEST_NPS_INTERVAL


_WIDEST_NPS_INTERVAL = 20.0
"""Points; wider, and ten points more would not stand out from chance: the goal is to collect answers."""


def objective(case: Case, way: Path, due: date) -> Objective:
    """The goal in words, with its figures and its date."""
    return Objective(
        kpi=way.kpi,
        kind="measure" if way.start is None else "improve",
        statement=statement(case, way, due),
        baseline=way.start,
        target=way.target,
        due=due,
    )


def whole(case: Case) -> tuple[Figure, ...]:
    """What goals may mention besides their own figures: the portfolio, and what the company's own goals rest on."""
    own = (own_path(case, kpi) for kpi in KPI_IDS)
    figures = tuple(figure for way in own if way is not None for figure in way.figures)
    if not case.is_small:
        return figures
    return (cite.company_figure(case.profile.figures, "customers_start", "clientes al inicio"), *figures)


def _improved(case: Case, kpi: KpiId, today: Figure) -> Figure:
    value, base = today.value, literal(today.value)
    label = f"meta de {bare_name(kpi)}"
    if today.unit == "customers":
        return _improved_in_customers(case, kpi, today, label)
    if kpi == "nps":
        step = round(min(10 if value < 50 else 5, 100 - value), 2)
        return cite.computed(label, round(value + step, 1), "points", f"{base} + {literal(step)}")
    if kpi == "retention":
        better = round(value + (100 - value) * 0.2, 1)
        return cite.computed(label, better, "percent", f"{base} + (100 - {base}) * 0.2")
    factor = 1.0 if kpi == "response_time" and value <= _QUICK_HOURS else _FACTORS[kpi]
    return cite.computed(label, round(value * factor, 1), today.unit, f"{base} * {literal(factor)}")


_QUICK_HOURS = 4.0
"""Who answers within half a working day need not be faster: it is enough to keep it so."""

_FACTORS: dict[KpiId, float] = {"churn": 0.8, "response_time": 0.75, "usage": 1.1}


def _improved_in_customers(case: Case, kpi: KpiId, today: Figure, label: str) -> Figure:
    lost = case.profile.figures.value("customers_lost") or 0
    fewer = max(1, math.floor(lost * 0.2)) if lost else 0
    sign = "-" if kpi == "churn" else "+"
    value = today.value - fewer if kpi == "churn" else today.value + fewer
    return cite.computed(label, value, "customers", f"{literal(today.value)} {sign} {fewer}")


def _measure_target(case: Case, kpi: KpiId) -> Figure:
    _sentence, label, unit = MEASURES[kpi]
    customers = case.customers_now
    wanted = {"churn": 5, "nps": 30}.get(kpi, 20)
    if kpi == "response_time" or not customers or customers >= wanted:
        why = "Criterio profesional: bastan para una primera línea base sin recargar al equipo."
        return cite.assumed(label, wanted, unit, why)
    return cite.assumed(label, customers, unit, "La cartera completa: son pocos clientes y cada uno pesa.")
