"""Goals: how far each indicator can move in six months, and what to measure where nothing is known yet.

The steps of improvement are professional judgement, said as such in every figure that rests on them: a fifth fewer
customers lost, a quarter less waiting, ten per cent more use, five or ten NPS points.
"""

import math
from datetime import date

from retention_coach.assessment import cite
from retention_coach.assessment.account_names import is_sayable, short_name
from retention_coach.domain.base import KPI_IDS, KpiId, Unit
from retention_coach.domain.evidence import Figure
from retention_coach.domain.horizon import last_day, period_of
from retention_coach.domain.strategy import Objective
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.own_paths import accounts_asked_for, own_path
from retention_coach.engines.playbook.paths import NAMES, Path, bare_name, today_of
from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.baselines import baseline
from retention_coach.metrics.result import Computed
from retention_coach.spanish import formats

MEASURES: dict[KpiId, tuple[str, str, Unit]] = {
    "retention": ("Revisar la última compra o el último pago de {n}", "clientes revisados", "customers"),
    "churn": ("Anotar el motivo de salida de {n}", "salidas con motivo anotado", "customers"),
    "nps": ("Obtener respuestas a la pregunta de recomendación de {n}", "respuestas de NPS", "answers"),
    "clv": ("Calcular el margen anual de {n}", "clientes con margen calculado", "customers"),
    "usage": ("Registrar cada mes los pedidos o usos de {n}", "clientes con uso registrado", "customers"),
    "response_time": ("Registrar la hora de entrada y de primera respuesta de {n} casos", "casos registrados", "count"),
}
"""What is measured first where the indicator is not known: the sentence, the label and the unit of its goal."""

def path(case: Case, kpi: KpiId) -> Path:
    """How far this company can take this indicator in six months: where it asks to go, if that can be believed."""
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


def statement(case: Case, way: Path, due: date) -> str:
    """One sentence that a manager can repeat."""
    by = f"hasta el {formats.long_date(due)}"
    value = amount(way.target)
    if way.start is None:
        return f"{MEASURES[way.kpi][0].format(n=value)} {by}."
    end = last_day(case.setting.periods[-1])
    kept = _and_kept(case) if due == end and way.kpi in {"churn", "retention"} else ""
    if way.is_limit:
        if due < end:
            month = formats.month_name(period_of(due))
            return f"Cerrar {month} dentro del límite del semestre: perder a lo sumo {value} hasta el {formats.long_date(end)}."
        return f"Perder a lo sumo {value} {by}{kept}. {way.remark}".rstrip()
    start = amount(way.start)
    if way.own is not None and way.own.flow is not None:
        return f"Bajar {way.own.flow.name} de {start} a {value} {by}."
    if case.is_small and way.kpi == "churn":
        total = formats.number(case.profile.figures.value("customers_start") or 0)
        lost = formats.number(way.target.value)
        return f"Perder a lo sumo {lost} de {total} clientes {case.year_of_data} {by}{kept}."
    if case.is_small and way.kpi == "retention":
        total = formats.number(case.profile.figures.value("customers_start") or 0)
        stay = formats.number(way.target.value)
        return f"Conservar {stay} de {total} clientes {case.year_of_data} {by}{kept}."
    if way.start.value == way.target.value:
        return f"Mantener {NAMES[way.kpi]} en {value} {by}{kept}."
    remark = f" {way.remark}" if due == end else ""
    return f"Llevar {NAMES[way.kpi]} de {start} a {value} {by}{kept}.{remark}"


def _and_kept(case: Case) -> str:
    """«, sin perder a Nordfrucht»: the customers that the company asks to keep by name."""
    asked = accounts_asked_for(case)
    names = [short_name(account) for account in case.profile.accounts if account.id in asked and is_sayable(account.customer)]
    return f", sin perder a {formats.join_words(names)}" if names else ""


def whole(case: Case) -> tuple[Figure, ...]:
    """What goals may mention besides their own figures: the portfolio, and what the company's own goals rest on."""
    own = (own_path(case, kpi) for kpi in KPI_IDS)
    figures = tuple(figure for way in own if way is not None for figure in way.figures)
    if not case.is_small:
        return figures
    return (cite.company_figure(case.profile.figures, "customers_start", "clientes al inicio"), *figures)


def amount(figure: Figure) -> str:
    """A figure as people write it in a sentence."""
    value = figure.value
    match figure.unit:
        case "percent":
            return formats.percent(value)
        case "usd":
            return formats.money(value)
        case "count":
            return formats.number(value)
        case unit:
            singular, many = _COUNTED[unit]
            return formats.plural(value, singular, many)


_COUNTED: dict[Unit, tuple[str, str]] = {
    "customers": ("cliente", "clientes"),
    "answers": ("cliente", "clientes"),
    "hours": ("hora hábil", "horas hábiles"),
    "days": ("día", "días"),
    "weeks": ("semana", "semanas"),
    "points": ("punto", "puntos"),
}


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

_FACTORS: dict[KpiId, float] = {"churn": 0.8, "response_time": 0.75, "usage": 1.1, "clv": 1.05}


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
