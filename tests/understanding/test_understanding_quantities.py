"""Figures said in sentences."""

import pytest

from retention_coach.knowledge.loader import load
from retention_coach.understanding.understand import understand

Said = tuple[float, float | None, str | None, str | None]


def said(text: str) -> list[Said]:
    """Value, whole, unit and period of every figure of a text."""
    return [(item.value, item.whole, item.unit, item.period) for item in understand(text, load()).quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("perdimos 8 de 120 clientes el año pasado", [(8, 120, "customers", "year")]),
        ("de 40 pedidos del mes pasado 12 salieron tarde", [(12, 40, "count", "month")]),
        ("tres de cada diez contratos", [(3, 10, "count", None)]),
        ("USD 80.000 de los USD 200.000 anuales", [(80_000, 200_000, "usd", "year")]),
        ("unos 15 al mes", [(15, None, None, "month")]),
        ("nos deben USD 3 mil", [(3000, None, "usd", None)]),
        ("vendemos $1.234,50 semanales", [(1234.5, None, "usd", "week")]),
        ("nos deben 15k", [(15_000, None, None, None)]),
        ("el 20% de la venta", [(20, None, "percent", None)]),
        ("el treinta por ciento", [(30, None, "percent", None)]),
        ("media hora", [(0.5, None, "hours", None)]),
        ("hora y media", [(1.5, None, "hours", None)]),
        ("mes y medio", [(1.5, None, "months", None)]),
        ("15 minutos", [(0.25, None, "hours", None)]),
        ("hace 2 años", [(24, None, "months", None)]),
        ("dura una semana", [(1, None, "weeks", None)]),
        ("la mitad de las ventas", [(50, None, "percent", None)]),
        ("la cuarta parte", [(25, None, "percent", None)]),
        ("entre 10 y 15 clientes", [(12.5, None, "customers", None)]),
        ("uno o dos días", [(1.5, None, "days", None)]),
        ("40 a 50 mil dólares", [(45_000, None, "usd", None)]),
        ("bajaron de 20 a 5 clientes", [(20, None, "customers", None), (5, None, "customers", None)]),
        ("30 y 60 días", [(30, None, "days", None), (60, None, "days", None)]),
        ("prometemos 5 días y terminan siendo 8", [(5, None, "days", None), (8, None, "days", None)]),
        ("un solo cliente", [(1, None, "customers", None)]),
        ("somos 3 cobrando", [(3, None, "people", None)]),
        ("renunciaron 3 ejecutivas este semestre", [(3, None, "people", "semester")]),
        ("cero devoluciones en lo que va del año", [(0, None, "count", "year")]),
        ("2 viajes por semana", [(2, None, "count", "week")]),
        ("20 horas al mes", [(20, None, "hours", "month")]),
        ("una vez al mes", [(1, None, "count", "month")]),
        ("1 devolución por trimestre", [(1, None, "count", "quarter")]),
    ],
)
def test_a_figure_is_read_with_what_belongs_to_it(text: str, expected: list[Said]) -> None:
    """Value, whole, unit and period, however they are said."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "abrimos a las 8",
        "desde el 2018",
        "antes del 20",
        "el 12/03",
        "el 3 de mayo",
        "ISO 9001",
        "mi celular es 0991234567",
        "contrato nro 045-2026",
        "cooperativas del segmento 3 y 4",
        "atendemos 24/7",
        "le he dicho mil veces",
        "cada dos por tres",
        "empezamos de cero",
        "un cliente nos dijo",
        "un día ya no llamaron",
        "una vez que pagan",
        "a mitad de precio",
    ],
)
def test_digits_and_words_that_count_nothing(text: str) -> None:
    """Dates, hours, labels, idioms and the article are no figures."""
    assert said(text) == []


def test_about_is_kept() -> None:
    """«Unos», «más de» and ranges are approximate; a bare number is not."""
    about = [understand(text, load()).quantities[0].approximate for text in ("unos 15", "más de 15", "10 a 15", "15")]
    assert about == [True, True, True, False]


def test_a_figure_keeps_its_words() -> None:
    """The slice of the text from the number to its unit, the whole included."""
    text = "El año pasado perdimos 8 de 120 clientes."
    (found,) = understand(text, load()).quantities
    assert found.words == "8 de 120 clientes" == text[found.start : found.end]
