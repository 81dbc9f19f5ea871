"""Goals: how far each indicator can move in six months, and what to measure where nothing is known yet.

The steps of improvement are professional judgement, said as such in every figure that rests on them: a fifth fewer
customers lost, a quarter less waiting, ten per cent more use, five or ten NPS points.
"""

import math
from dataclasses import dataclass
from datetime import date

from retention_coach.assessment import cite
from retention_coach.domain.base import KpiId, Unit
from retention_coach.domain.evidence import Figure
from retention_coach.domain.strategy import Objective
from retention_coach.engines.playbook.case import Case
from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.baselines import FORMULA_OF, baseline
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

NAMES: dict[KpiId, str] = {
    "retention": "la tasa de retención",
    "churn": "la tasa de deserción",
    "nps": "el NPS",
    "clv": "el valor de vida del cliente",
    "usage": "la frecuencia de uso por cliente y mes",
    "response_time": "la mediana de primera respuesta",
}


@dataclass(frozen=True, slots=True)
class Path:
    """The way of one indicator from today to its goal; `start` is None where today is not known."""

    kpi: KpiId
    start: Figure | None
    target: Figure

    @property
    def kind(self) -> str:
        """`improve`, or `measure` where today is not known."""
        return "measure" if self.start is None else "improve"

    def at(self, part: float) -> "Path":
        """The same way, ended after this part (0 to 1) of it."""
        if part >= 1:
            return self
        if self.start is None:
            some = max(1, math.ceil(self.target.value * part))
            return Path(self.kpi, None, self.target.model_copy(update={"value": some}))
        low, high = self.start.value, self.target.value
        if self.target.unit in {"customers", "answers", "count"} and float(high).is_integer():
            value = low + math.trunc((high - low) * part)
            arithmetic = f"{literal(low)} + {literal(value - low)}"
        else:
            value = round(low + (high - low) * part, 1)
            arithmetic = f"{literal(low)} + ({literal(high)} - {literal(low)}) * {literal(part)}"
        figure = cite.computed(self.target.label, value, self.target.unit, arithmetic)
        return Path(self.kpi, self.start, figure)


def path(case: Case, kpi: KpiId) -> Path:
    """How far this company can take this indicator in six months."""
    today = today_of(case, kpi)
    if today is None or (kpi == "nps" and not is_nps_telling(case)):
        return Path(kpi, None, _measure_target(case, kpi))
    return Path(kpi, today, _improved(case, kpi, today))


def is_nps_telling(case: Case) -> bool:
    """Whether enough customers answered for ten points more to be seen at all."""
    result = baseline("nps", case.profile.figures)
    if not isinstance(result, Computed) or result.low is None or result.high is None:
        return False
    return result.high - result.low <= _WIDEST_NPS_INTERVAL


_WIDEST_NPS_INTERVAL = 40.0
"""Points; wider, and the goal would be to collect answers, not to move the score."""


def today_of(case: Case, kpi: KpiId) -> Figure | None:
    """The indicator today as a cited figure; None where it cannot be computed."""
    figures = case.profile.figures
    if case.is_small and kpi in {"retention", "churn"}:
        return _today_in_customers(case, kpi)
    result = baseline(kpi, figures)
    if not isinstance(result, Computed):
        return None
    label = f"{NAMES[kpi].removeprefix('la ').removeprefix('el ')} hoy"
    if not result.arithmetic:
        return cite.company_figure(figures, "response_hours_median", label)
    decimals = 2 if result.unit == "usd" else 1
    return cite.computed(label, round(result.value, decimals), result.unit, result.arithmetic, FORMULA_OF[kpi])


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
    start = amount(way.start)
    if case.is_small and way.kpi == "churn":
        total = formats.number(case.profile.figures.value("customers_start") or 0)
        return f"Perder a lo sumo {formats.number(way.target.value)} de {total} clientes {case.year_of_data} {by}."
    if case.is_small and way.kpi == "retention":
        total = formats.number(case.profile.figures.value("customers_start") or 0)
        return f"Conservar {formats.number(way.target.value)} de {total} clientes {case.year_of_data} {by}."
    if way.start.value == way.target.value:
        return f"Mantener {NAMES[way.kpi]} en {value} {by}."
    return f"Llevar {NAMES[way.kpi]} de {start} a {value} {by}."


def whole(case: Case) -> tuple[Figure, ...]:
    """The portfolio that a goal in customers is a part of, for the item that says the goal."""
    if not case.is_small:
        return ()
    return (cite.company_figure(case.profile.figures, "customers_start", "clientes al inicio"),)


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


def _today_in_customers(case: Case, kpi: KpiId) -> Figure | None:
    figures = case.profile.figures
    start, lost = figures.value("customers_start"), figures.value("customers_lost")
    if not start or lost is None:
        return None
    if kpi == "churn":
        return cite.company_figure(figures, "customers_lost", "clientes perdidos")
    arithmetic = f"{literal(start)} - {literal(lost)}"
    return cite.computed("clientes conservados", start - lost, "customers", arithmetic)


def _improved(case: Case, kpi: KpiId, today: Figure) -> Figure:
    value, base = today.value, literal(today.value)
    label = f"meta de {NAMES[kpi].removeprefix('la ').removeprefix('el ')}"
    if today.unit == "customers":
        return _improved_in_customers(case, kpi, today, label)
    if kpi == "nps":
        step = round(min(10 if value < 50 else 5, 100 - value), 2)
        return cite.computed(label, round(value + step, 1), "points", f"{base} + {literal(step)}")
    if kpi == "retention":
        better = round(value + (100 - value) * 0.2, 1)
        return cite.computed(label, better, "percent", f"{base} + (100 - {base}) * 0.2")
    factor = _FACTORS[kpi]
    return cite.computed(label, round(value * factor, 1), today.unit, f"{base} * {literal(factor)}")


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
