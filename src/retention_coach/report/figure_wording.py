"""Figures in words, by unit; rates of a small portfolio in customers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite

from retention_coach.domain.base import KpiId, Unit
from retention_coach.domain.capacity import is_small_portfolio
from retention_coach.domain.profile import Profile
from retention_coach.report.labels import UNIT
from retention_coach.spanish.formats import money, number, percent, plural

UNKNOWN = "no se sabe"

_NOT_A_NUMBER = "valor no válido"
_WHOLE = 0.05  # a rate given with one decimal is this close to a whole number of customers

_WRITERS: Mapping[Unit, Callable[[float], str]] = {"percent": percent, "usd": money, "count": number}


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure as documents show it: the value typed for spreadsheets, in words for people, and what it rests on."""

    label: str
    value: float
    unit: Unit
    text: str
    basis: str


def amount(value: float, unit: Unit) -> str:
    """A value with its unit: «USD 1.234,50», «3,8 %», «1 cliente», «24 horas»."""
    if not isfinite(value):
        return _NOT_A_NUMBER
    writer = _WRITERS.get(unit)
    return writer(value) if writer else plural(value, *UNIT[unit])


def kpi_amount(value: float, unit: Unit, kpi: KpiId, profile: Profile | None) -> str:
    """A value of an indicator; with few customers, retention and churn are said in customers: «17 de 18 clientes».

    One customer weighs too much in a small portfolio for a percentage to be read well.
    """
    plain = amount(value, unit)
    if profile is None or not is_small_portfolio(profile) or kpi not in {"retention", "churn"}:
        return plain
    total = profile.figures.value("customers_start")
    if not total or not isfinite(value):
        return plain
    customers = value / 100 * total if unit == "percent" else value
    if unit not in {"percent", "customers"} or abs(customers - round(customers)) > _WHOLE * total / 100 + 1e-9:
        return plain
    counted = f"{round(customers)} de {amount(total, 'customers')}"
    return f"{counted} ({plain})" if unit == "percent" else counted


def interval(low: float | None, high: float | None, write: Callable[[float], str]) -> str:
    """A range in words, low included and high excluded: «menos de 85 %», «desde 85 % hasta menos de 90 %»."""
    if low is None and high is None:
        return "cualquier valor"
    if low is None:
        return f"menos de {write(high or 0.0)}"
    if high is None:
        return f"{write(low)} o más"
    return f"desde {write(low)} hasta menos de {write(high)}"
