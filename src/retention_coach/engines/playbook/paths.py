"""The way of an indicator from today to its goal."""

import math
from dataclasses import dataclass, replace

from retention_coach.assessment import cite
from retention_coach.assessment.own_goals import OwnGoal
from retention_coach.domain.base import KpiId
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.evidence import Figure
from retention_coach.engines.playbook.case import Case
from retention_coach.metrics.arithmetic import literal
from retention_coach.metrics.baselines import FORMULA_OF, baseline
from retention_coach.metrics.result import Computed

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
    """The way of one indicator.

    Attributes:
        kpi: the indicator.
        start: where it is today; None where that is not known.
        target: where it should be.
        own: what the company itself asks for, where the target comes from that.
        remark: what a manager should know of the target, as a sentence; empty where nothing.
        figures: those that the remark mentions.
    """

    kpi: KpiId
    start: Figure | None
    target: Figure
    own: OwnGoal | None = None
    remark: str = ""
    figures: tuple[Figure, ...] = ()

    @property
    def kind(self) -> str:
        """`improve`, or `measure` where today is not known."""
        return "measure" if self.start is None else "improve"

    @property
    def is_limit(self) -> bool:
        """Whether the target is how many customers may be lost in the six months: a limit that holds all along."""
        return self.kpi == "churn" and self.own is not None and self.target.unit == "customers"

    def at(self, part: float) -> "Path":
        """The same way, ended after this part (0 to 1) of it; of a limit of losses, what may be lost until then."""
        if part >= 1:
            return self
        if self.start is None:
            some = max(1, math.ceil(self.target.value * part))
            return replace(self, target=self.target.model_copy(update={"value": some}))
        if self.is_limit:
            return self._limit_by(self.start, part)
        low, high = self.start.value, self.target.value
        if self.target.unit in {"customers", "answers", "count"} and float(high).is_integer():
            value = low + math.trunc((high - low) * part)
            arithmetic = f"{literal(low)} + {literal(value - low)}"
        else:
            exact = low + (high - low) * part
            value = round(exact, 0 if self.target.unit == "days" else 1)  # a wait in days is known to the day at best
            arithmetic = f"{literal(low)} + ({literal(high)} - {literal(low)}) * {literal(part)}"
            if self.target.unit == "days" and value != exact:
                arithmetic += f" + {literal(round(value - exact, 6))}"
        return replace(self, target=cite.computed(self.target.label, value, self.target.unit, arithmetic))

    def _limit_by(self, pace: Figure, part: float) -> "Path":
        """How many may be lost until then, and how many it would be at today's pace."""
        months = round(part * HORIZON_MONTHS)
        share = self.target.value * months / HORIZON_MONTHS
        most = math.ceil(share)
        arithmetic = f"{literal(self.target.value)} * {months} / {HORIZON_MONTHS}"
        rest = round(most - share, 4)
        target = cite.computed(
            "clientes que se pueden perder a lo sumo hasta el cierre del mes",
            most,
            "customers",
            f"{arithmetic} + {literal(rest)}" if rest else arithmetic,
        )
        start = cite.computed(
            "clientes que se perderían hasta el cierre del mes al ritmo de hoy",
            round(pace.value * months / HORIZON_MONTHS, 1),
            "customers",
            f"{literal(pace.value)} * {months} / {HORIZON_MONTHS}",
        )
        return replace(self, start=start, target=target)


_MOVED_BY: dict[KpiId, frozenset[KpiId]] = {"churn": frozenset({"churn", "retention"})}
"""Whose actions move an indicator, where not only its own: who is kept is not lost."""


def moves(play_kpi: KpiId, kpi: KpiId) -> bool:
    """Whether an action on one indicator moves another."""
    return play_kpi in _MOVED_BY.get(kpi, {kpi})


def bare_name(kpi: KpiId) -> str:
    """The indicator's name without its article."""
    return NAMES[kpi].removeprefix("la ").removeprefix("el ")


def today_of(case: Case, kpi: KpiId) -> Figure | None:
    """The indicator today as a cited figure; None where it cannot be computed."""
    figures = case.profile.figures
    if case.is_small and kpi in {"retention", "churn"}:
        return _today_in_customers(case, kpi)
    result = baseline(kpi, figures)
    if not isinstance(result, Computed):
        return None
    label = f"{bare_name(kpi)} hoy"
    if not result.arithmetic:
        return cite.company_figure(figures, "response_hours_median", label)
    decimals = 2 if result.unit == "usd" else 1
    return cite.computed(label, round(result.value, decimals), result.unit, result.arithmetic, FORMULA_OF[kpi])


def _today_in_customers(case: Case, kpi: KpiId) -> Figure | None:
    figures = case.profile.figures
    start, lost = figures.value("customers_start"), figures.value("customers_lost")
    if not start or lost is None:
        return None
    if kpi == "churn":
        return cite.company_figure(figures, "customers_lost", "clientes perdidos")
    arithmetic = f"{literal(start)} - {literal(lost)}"
    return cite.computed("clientes conservados", start - lost, "customers", arithmetic)
