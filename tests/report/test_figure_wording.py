"""Figures as people read them."""

import math

import pytest
from sample_case import PROFILE

from retention_coach.domain.base import KpiId, Unit
from retention_coach.domain.figures import CompanyFigures, Measure
from retention_coach.domain.profile import Profile
from retention_coach.report.figure_wording import amount, interval, kpi_amount


def _with_customers(count: float | None) -> Profile:
    figures = CompanyFigures(customers_start=Measure(value=count))
    return PROFILE.model_copy(update={"figures": figures})


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1234.5, "usd", "USD 1.234,50"),
        (3.8, "percent", "3,8\u00a0%"),
        (1, "customers", "1 cliente"),
        (18, "customers", "18 clientes"),
        (7.5, "hours", "7,5 horas"),
        (1, "weeks", "1 semana"),
        (50, "points", "50 puntos"),
        (1200, "count", "1.200"),
        (2, "answers", "2 respuestas"),
        (1, "days", "1 día"),
        (math.inf, "usd", "valor no válido"),
        (math.nan, "percent", "valor no válido"),
    ],
)
def test_amount_by_unit(value: float, unit: Unit, text: str) -> None:
    """Each unit is written as in Ecuador, with its singular; what is no number says so."""
    assert amount(value, unit) == text


@pytest.mark.parametrize(
    ("value", "unit", "kpi", "customers", "text"),
    [
        (17, "customers", "retention", 18, "17 de 18 clientes"),
        (1, "customers", "churn", 18, "1 de 18 clientes"),
        (94.4, "percent", "retention", 18, "17 de 18 clientes (94,4\u00a0%)"),
        (90.0, "percent", "retention", 18, "90\u00a0%"),
        (94.4, "percent", "retention", 30, "94,4\u00a0%"),
        (94.4, "percent", "retention", None, "94,4\u00a0%"),
        (94.4, "percent", "retention", 0, "94,4\u00a0%"),
        (50, "points", "nps", 18, "50 puntos"),
        (12, "hours", "churn", 18, "12 horas"),
    ],
)
def test_small_portfolios_count_customers(
    value: float, unit: Unit, kpi: KpiId, customers: float | None, text: str
) -> None:
    """Under thirty customers, retention and churn are said in customers where they come out whole."""
    assert kpi_amount(value, unit, kpi, _with_customers(customers)) == text


def test_unknown_profile_leaves_figures_plain() -> None:
    """Without a profile nothing is known of the portfolio."""
    assert kpi_amount(50, "percent", "retention", None) == "50\u00a0%"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (None, 5, "menos de 5"),
        (None, 0, "menos de 0"),
        (5, 9, "desde 5 hasta menos de 9"),
        (9, None, "9 o más"),
        (None, None, "cualquier valor"),
    ],
)
def test_interval_in_words(low: float | None, high: float | None, text: str) -> None:
    """The low limit belongs to the range, the high one does not."""
    assert interval(low, high, lambda value: f"{value:g}") == text
