"""Figures as people type them while they talk."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.errors import InvalidInputError
from retention_coach.spanish.quantities import MAX_LENGTH, Quantity, Unknown, parse_quantity
from retention_coach.spanish.units import NAMES, Unit


def _read(text: str, expected: Unit | None = None, *, low: float | None = None, high: float | None = None) -> Quantity:
    quantity = parse_quantity(text, expected=expected, low=low, high=high)
    assert isinstance(quantity, Quantity)
    return quantity


def _outcome(text: str, expected: Unit | None = None) -> Quantity | Unknown | InvalidInputError:
    try:
        return parse_quantity(text, expected=expected)
    except InvalidInputError as refused:
        return refused


EXACT: list[tuple[str, float, Unit | None, str | None]] = [
    ("15", 15, None, None),
    ("1.234,50", 1234.5, None, None),
    ("1,234.50", 1234.5, None, None),
    ("1.234", 1234, None, None),
    ("1 234", 1234, None, None),
    ("1'200.000", 1_200_000, None, None),
    ("0,5", 0.5, None, None),
    ("cero", 0, None, None),
    ("15 %", 15, Unit.PERCENT, None),
    ("15%", 15, Unit.PERCENT, None),
    ("3,8\u00a0%", 3.8, Unit.PERCENT, None),
    ("un 10 por ciento", 10, Unit.PERCENT, None),
    ("el diez porciento", 10, Unit.PERCENT, None),
    ("un 80% de los clientes", 80, Unit.PERCENT, None),
    ("2 % mensual", 2, Unit.PERCENT, "month"),
    ("USD 3 mil", 3000, Unit.USD, None),
    ("$ 1.2 millones", 1_200_000, Unit.USD, None),
    ("$1,2 millones de dólares", 1_200_000, Unit.USD, None),
    ("US$ 500 mensuales", 500, Unit.USD, "month"),
    ("3.000 dólares", 3000, Unit.USD, None),
    ("1.500,00 USD", 1500, Unit.USD, None),
    ("U$S 20", 20, Unit.USD, None),
    ("3k", 3000, None, None),
    ("$15k al año", 15_000, Unit.USD, "year"),
    ("medio millón", 500_000, None, None),
    ("un millón y medio", 1_500_000, None, None),
    ("3 mil 500", 3500, None, None),
    ("quince", 15, None, None),
    ("Veinte y cinco clientes", 25, Unit.CUSTOMERS, None),
    ("ciento veinte", 120, None, None),
    ("120 clientes", 120, Unit.CUSTOMERS, None),
    ("un solo cliente", 1, Unit.CUSTOMERS, None),
    ("un total de 120 clientes activos", 120, Unit.CUSTOMERS, None),
    ("tenemos 120 empresas", 120, Unit.CUSTOMERS, None),
    ("120 clientes corporativos", 120, Unit.CUSTOMERS, None),
    ("15 nuevos clientes por mes", 15, Unit.CUSTOMERS, "month"),
    ("4 personas", 4, Unit.PEOPLE, None),
    ("15 fincas", 15, Unit.ITEMS, None),
    ("35 puntos", 35, Unit.POINTS, None),
    ("15 al mes", 15, None, "month"),
    ("15/mes", 15, None, "month"),
    ("15 x semana", 15, None, "week"),
    ("15 a la semana", 15, None, "week"),
    ("3 veces por semana", 3, Unit.ITEMS, "week"),
    ("2 diarias", 2, None, "day"),
    ("10 por trimestre", 10, None, "quarter"),
    ("8 el año pasado", 8, None, "year"),
    ("5 en el último trimestre", 5, None, "quarter"),
    ("media hora", 0.5, Unit.HOURS, None),
    ("2 horas", 2, Unit.HOURS, None),
    ("24h", 24, Unit.HOURS, None),
    ("1h30", 1.5, Unit.HOURS, None),
    ("1 h 30 min", 1.5, Unit.HOURS, None),
    ("1 hora y 30 minutos", 1.5, Unit.HOURS, None),
    ("1:30 horas", 1.5, Unit.HOURS, None),
    ("1/2 hora", 0.5, Unit.HOURS, None),
    ("hora y media", 1.5, Unit.HOURS, None),
    ("una hora y media", 1.5, Unit.HOURS, None),
    ("dos horas y media", 2.5, Unit.HOURS, None),
    ("45 minutos", 0.75, Unit.HOURS, None),
    ("2 horas al mes", 2, Unit.HOURS, "month"),
    ("3 días", 3, Unit.DAYS, None),
    ("3 días hábiles", 3, Unit.DAYS, None),
    ("2 semanas", 2, Unit.WEEKS, None),
    ("un mes", 1, Unit.MONTHS, None),
    ("6 meses", 6, Unit.MONTHS, None),
    ("año y medio", 1.5, Unit.YEARS, None),
    ("un par de clientes", 2, Unit.CUSTOMERS, None),
    ("media docena", 6, None, None),
    ("-5", -5, None, None),
    ("menos 5 %", -5, Unit.PERCENT, None),
    ("- 15 clientes", 15, Unit.CUSTOMERS, None),
    ("15.", 15, None, None),
    ("¡15!", 15, None, None),
    ("Total: 15", 15, None, None),
]


@pytest.mark.parametrize(("text", "value", "unit", "period"), EXACT)
def test_exact_figures(text: str, value: float, unit: Unit | None, period: str | None) -> None:
    """Value, unit and period; nothing approximate or ambiguous about them."""
    quantity = _read(text)
    assert quantity.value == pytest.approx(value)
    assert (quantity.unit, quantity.period) == (unit, period)
    assert (quantity.approximate, quantity.span, quantity.whole) == (False, None, None)
    assert not quantity.is_ambiguous


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("unos 15 al mes", 15), ("como 20", 20), ("casi 100", 100), ("aprox. 30", 30), ("más o menos 12", 12),
        ("12 más o menos", 12), ("~15", 15), ("± 15", 15), ("+/- 15", 15), ("20+", 20), ("más de 100", 100),
        ("menos de 5", 5), ("al menos 3", 3), ("alrededor de 40 clientes", 40), ("20 y pico", 20), ("creo que 8", 8),
        ("unas 20 o más", 20), ("15 (aprox)", 15), ("quizás 7", 7), ("un aproximado de 50", 50),
        ("20 o más clientes", 20),
    ],
)  # fmt: skip
def test_approximate_figures(text: str, value: float) -> None:
    """The person said that it is not exact."""
    quantity = _read(text)
    assert (quantity.value, quantity.approximate, quantity.span) == (value, True, None)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("entre 10 y 15", 10, 15, None), ("de 10 a 15 clientes", 10, 15, Unit.CUSTOMERS), ("10-15", 10, 15, None),
        ("10 – 15 %", 10, 15, Unit.PERCENT), ("10 o 12", 10, 12, None), ("uno o dos", 1, 2, None),
        ("del 5 al 10 %", 5, 10, Unit.PERCENT), ("entre 10 y 15 mil dólares", 10_000, 15_000, Unit.USD),
        ("entre 800 y 1 mil", 800, 1000, None), ("USD entre 500 y 800", 500, 800, Unit.USD),
        ("entre $500 y $800", 500, 800, Unit.USD), ("24-48 horas", 24, 48, Unit.HOURS),
        ("30 a 60 minutos", 0.5, 1, Unit.HOURS), ("30 minutos a 2 horas", 0.5, 2, Unit.HOURS),
        ("900 a 1,200", 900, 1200, None), ("unos 15 o 20", 15, 20, None),
    ],
)  # fmt: skip
def test_ranges_give_their_midpoint(text: str, low: float, high: float, unit: Unit | None) -> None:
    """With both ends, marked approximate."""
    quantity = _read(text)
    assert quantity.span == (low, high)
    assert quantity.value == (low + high) / 2
    assert quantity.unit == unit
    assert quantity.approximate


@pytest.mark.parametrize(
    ("text", "part", "whole", "unit"),
    [
        ("8 de 120", 8, 120, None), ("8/120", 8, 120, None), ("8 de cada 100", 8, 100, None),
        ("1 cada 10", 1, 10, None), ("1 de 3 días", 1, 3, Unit.DAYS),
        ("8 de los 120 clientes", 8, 120, Unit.CUSTOMERS), ("8 clientes de un total de 120", 8, 120, Unit.CUSTOMERS),
        ("8 sobre 120", 8, 120, None), ("1,200 de 1,500", 1200, 1500, None),
        ("8 clientes perdidos de 120", 8, 120, Unit.CUSTOMERS), ("8 perdidos de 120", 8, 120, None),
        ("8 se fueron de 120 clientes", 8, 120, Unit.CUSTOMERS),
        ("8 clientes en total, de los 120", 8, 120, Unit.CUSTOMERS),
        ("8 clientes activos perdidos sobre 120", 8, 120, Unit.CUSTOMERS),
    ],
)  # fmt: skip
def test_a_part_of_a_whole(text: str, part: float, whole: float, unit: Unit | None) -> None:
    """Both numbers are kept."""
    quantity = _read(text)
    assert (quantity.value, quantity.whole, quantity.unit) == (part, whole, unit)


def test_a_sentence_with_everything() -> None:
    """Part, whole, unit and period in one answer, and the words they came in."""
    quantity = _read("Perdimos unos 8 de\n120 clientes el año pasado.")
    assert quantity == Quantity(
        8, Unit.CUSTOMERS, "year", approximate=True, span=None, whole=120, other_reading=None,
        text="Perdimos unos 8 de 120 clientes el año pasado.",
    )  # fmt: skip


def test_a_part_of_a_whole_is_a_percentage_where_one_is_expected() -> None:
    """The whole stays known."""
    quantity = _read("6 de 120 clientes", Unit.PERCENT)
    assert (quantity.value, quantity.unit, quantity.whole) == (5, Unit.PERCENT, 120)


def test_lost_customers_of_a_whole_are_a_percentage_where_one_is_expected() -> None:
    """Words between the part and «de» change nothing."""
    quantity = _read("6 clientes perdidos de 120", Unit.PERCENT)
    assert (quantity.value, quantity.unit, quantity.whole) == (5, Unit.PERCENT, 120)


@pytest.mark.parametrize("text", ["8 clientes perdidos 120", "8 clientes perdidos en el 2026", "130 perdidos de 120"])
def test_figures_that_are_no_part_of_a_whole_are_refused(text: str) -> None:
    """Two figures without a word that joins them, or a part that does not fit."""
    with pytest.raises(InvalidInputError):
        _read(text, Unit.CUSTOMERS)


@pytest.mark.parametrize("text", ["no sé", "No lo sé.", "nose", "ns", "n/d", "no tenemos ese dato", "?"])
def test_unknown_is_not_zero(text: str) -> None:
    """Also where a unit and bounds are expected."""
    assert parse_quantity(text, expected=Unit.CUSTOMERS, low=1) == Unknown(text)


@pytest.mark.parametrize("text", ["ninguno", "no hemos perdido ningún cliente", "nada", "0", "cero clientes"])
def test_none_is_zero(text: str) -> None:
    """In the unit expected."""
    quantity = _read(text, Unit.CUSTOMERS)
    assert (quantity.value, quantity.unit) == (0, Unit.CUSTOMERS)


def test_an_ambiguous_figure_keeps_both_readings() -> None:
    """So that the interview can ask."""
    quantity = _read("USD 1,500")
    assert (quantity.value, quantity.other_reading, quantity.is_ambiguous) == (1.5, 1500, True)


@pytest.mark.parametrize(
    ("text", "expected", "low", "high", "value"),
    [
        ("1,234 clientes", None, None, None, 1234),
        ("1,234", Unit.CUSTOMERS, None, None, 1234),
        ("1,234", Unit.PERCENT, 0, 100, 1.234),
        ("1,234", Unit.USD, 100, None, 1234),
        ("1,200 a 1,500 clientes", None, None, None, 1350),
    ],
)
def test_context_settles_ambiguity(
    text: str, expected: Unit | None, low: float | None, high: float | None, value: float
) -> None:
    """Counts are whole, and only one reading may lie within the bounds."""
    quantity = _read(text, expected, low=low, high=high)
    assert quantity.value == value
    assert not quantity.is_ambiguous


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [("3 días", Unit.HOURS, 72), ("48 horas", Unit.DAYS, 2), ("2 semanas", Unit.DAYS, 14), ("1 año", Unit.MONTHS, 12),
     ("6 meses", Unit.YEARS, 0.5), ("15 fincas", Unit.CUSTOMERS, 15), ("1 a 2 días", Unit.HOURS, 36),
     ("15", Unit.USD, 15)],
)  # fmt: skip
def test_figures_arrive_in_the_unit_expected(text: str, expected: Unit, value: float) -> None:
    """Exact conversions of time only; a missing unit is the one asked for."""
    quantity = _read(text, expected)
    assert quantity.value == pytest.approx(value)
    assert quantity.unit is expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "está vacía"),
        ("   \n", "está vacía"),
        ("muchos", "no se entiende «muchos»"),
        ("año", "no se entiende «año»"),
        ("15 o así que tal", "no se entiende «que»"),
        ("120 clientes menos", "no se entiende «menos»"),
        ("5m", "no se entiende «m»"),
        ("15 €", "no se admite la unidad «€»"),
        ("15 euros", "no se admite la unidad «euros»"),
        ("8 en 2025", "hay más de una cifra"),
        ("15 y 20", "no se entiende «y»"),
        ("10 % de 120", "hay más de una cifra"),
        ("entre 10", "se esperan dos cifras"),
        ("unos", "falta una cifra"),
        ("15 a 10", "de mayor a menor"),
        ("150 de 120", "no cabe en el total"),
        ("0 de 0", "no cabe en el total"),
        ("1.2.3", "no es un número"),
        ("9" * 20, "no es un número"),
        ("12 personas y 3 %", "no se entiende «y»"),
        ("USD 15 %", "mezcla dos unidades"),
        ("no sé, quizá 5", "no se entiende «no»"),
        ("24/11/2026", "no se entiende «/»"),
        ("15 millones de gatos azules y rojos", "no se entiende"),
        ("x" * (MAX_LENGTH + 1), "demasiado largo"),
    ],
)
def test_anything_else_is_refused_by_name(text: str, reason: str) -> None:
    """The message names what is wrong, the hint shows an example."""
    with pytest.raises(InvalidInputError, match=re.escape(reason)) as refused:
        parse_quantity(text)
    assert "por ejemplo" in refused.value.hint
    assert "no sé" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("15 %", Unit.CUSTOMERS, "se esperaba una cifra en clientes y se encontró en porcentaje"),
        ("USD 15", Unit.PERCENT, "se esperaba una cifra en porcentaje y se encontró en dólares"),
        ("4 personas", Unit.CUSTOMERS, "se esperaba una cifra en clientes y se encontró en personas"),
        ("3 meses", Unit.DAYS, "se esperaba una cifra en días y se encontró en meses"),
    ],
)
def test_another_unit_is_refused(text: str, expected: Unit, reason: str) -> None:
    """Nothing is converted that has no fixed factor."""
    with pytest.raises(InvalidInputError, match=reason) as refused:
        parse_quantity(text, expected=expected)
    assert NAMES[expected][1] in refused.value.hint


@pytest.mark.parametrize(
    ("text", "low", "high", "reason"),
    [
        ("140 %", 0, 100, "140\u00a0% no es posible; se espera al menos 0\u00a0% y a lo sumo 100\u00a0%"),
        ("-5 %", 0, None, "-5\u00a0% no es posible; se espera al menos 0\u00a0%"),
        ("90 a 120 %", 0, 100, "120\u00a0% no es posible"),
        ("ninguno", 1, None, "0\u00a0% no es posible"),
    ],
)
def test_figures_out_of_bounds_are_refused(text: str, low: float | None, high: float | None, reason: str) -> None:
    """The message gives the figure and the limits in their unit."""
    with pytest.raises(InvalidInputError, match=reason):
        parse_quantity(text, expected=Unit.PERCENT, low=low, high=high)


def test_bounds_are_included_and_named_in_their_unit() -> None:
    """Both limits are possible values."""
    assert _read("100 %", low=0, high=100).value == 100
    assert _read("0 %", low=0, high=100).value == 0
    with pytest.raises(InvalidInputError, match="3 clientes no es posible; se espera al menos 30 clientes"):
        parse_quantity("3", expected=Unit.CUSTOMERS, low=30)
    with pytest.raises(InvalidInputError, match="USD 3,00 no es posible"):
        parse_quantity("3", expected=Unit.USD, low=30)
    with pytest.raises(InvalidInputError, match="3 no es posible; se espera a lo sumo 2"):
        parse_quantity("3", high=2)


@pytest.mark.parametrize("unit", list(Unit))
def test_the_example_in_each_hint_can_be_read(unit: Unit) -> None:
    """What the hint shows is accepted when typed."""
    with pytest.raises(InvalidInputError) as refused:
        parse_quantity("muchos", expected=unit)
    examples = refused.value.hint.split("por ejemplo: ")[1].split("; si no")[0].replace(", o ", "|").replace(", ", "|")
    for example in examples.split("|"):
        assert _read(example, unit).unit is unit


words = st.sampled_from(
    ["15", "1,234", "1.5", "mil", "millones", "de", "a", "entre", "y", "o", "media", "hora", "horas", "%", "USD", "$",
     "clientes", "al", "mes", "unos", "más", "menos", "-", "/", ":", "un", "par", "no", "sé", "cada", "fincas", "h",
     "30", "cero", "total"]
)  # fmt: skip


@given(st.lists(words, max_size=9).map(" ".join) | st.text(max_size=80), st.sampled_from([None, *Unit]))
def test_reading_fails_only_in_spanish(text: str, expected: Unit | None) -> None:
    """Whatever is typed: a figure in the unit expected, unknown, or a refusal with a hint."""
    outcome = _outcome(text, expected)
    if isinstance(outcome, InvalidInputError):
        assert outcome.hint
        assert len(outcome.message) < 250
    else:
        assert isinstance(outcome, Unknown) or expected in {None, Unit.ITEMS, outcome.unit}


@pytest.mark.parametrize("text", ["9" * 10_000, "15 " * 5_000, "😀" * 10_000, "1.2." * 3_000, "«15»" * 99])
def test_hostile_answers_are_refused_briefly(text: str) -> None:
    """The message does not repeat what was pasted."""
    with pytest.raises(InvalidInputError) as refused:
        parse_quantity(text)
    assert len(refused.value.message) < 150


@pytest.mark.parametrize("text", ["\u202e15", "\x1b[31m15\x1b[0m", "1\u200b5", "15\x00", "\ufeff15"])
def test_what_is_invisible_does_not_disturb(text: str) -> None:
    """It is removed before reading."""
    assert _read(text).value == 15
    assert _read(text).text == "15"
