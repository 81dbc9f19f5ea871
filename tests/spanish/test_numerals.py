"""Every figure a text mentions, and nothing else."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.spanish.formats import long_date, money, number, percent, short_date
from retention_coach.spanish.numerals import mentioned_numbers

Found = list[tuple[float, str | None]]


def _found(text: str) -> Found:
    return [(mention.value, mention.unit) for mention in mentioned_numbers(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Retener a 120 clientes", [(120, None)]),
        ("subir 15 %", [(15, "%")]),
        ("subir 15%", [(15, "%")]),
        ("subir 3,8\u00a0%.", [(3.8, "%")]),
        ("el 12 por ciento", [(12, "%")]),
        ("USD 1.234,50", [(1234.5, "USD")]),
        ("$3 mil y 300 USD", [(3000, "USD"), (300, "USD")]),
        ("US$ 500", [(500, "USD")]),
        ("2,5 millones de dólares", [(2_500_000, "USD")]),
        ("200 mil millones", [(200e9, None)]),
        ("1 millón", [(1_000_000, None)]),
        ("3k", [(3000, None)]),
        ("baja -5 %", [(-5, "%")]),
        ("de -USD 300", [(-300, "USD")]),
        ("en 24h o 48 horas", [(24, None), (48, None)]),
        ("entre 10 y 15 %", [(10, "%"), (15, "%")]),
        ("de 10 a 15 mil", [(10_000, None), (15_000, None)]),
        ("10–15 %", [(10, "%"), (15, "%")]),
        ("USD 500-800", [(500, "USD"), (800, "USD")]),
        ("USD 500 y 3 clientes", [(500, "USD"), (3, None)]),
        ("8 de 120 (8/120)", [(8, None), (120, None), (8, None), (120, None)]),
        ("3 de cada 10", [(3, None), (10, None)]),
        ("NPS 45 y LTV: 3.200", [(45, None), (3200, None)]),
        ("diez por ciento", [(10, "%")]),
        ("el VEINTICINCO %", [(25, "%")]),
        ("dieciséis por ciento", [(16, "%")]),
        ("treinta y cinco por ciento", [(35, "%")]),
        ("5 clientes (3 grandes), 2.", [(5, None), (3, None), (2, None)]),
        ("pasar de 4 a 1", [(4, None), (1, None)]),
    ],
)
def test_figures_are_found_with_their_units(text: str, found: Found) -> None:
    """In the notation of Ecuador, with scales and ranges."""
    assert _found(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "El cliente dijo «perdimos 40 % en 3 meses».",
        "El 24/11/2026, el 24-11-26 y el 2026-11-24",
        "24 de noviembre de 2026",
        "del 24 al 28 de noviembre; 1, 2 y 3 de enero; 1.º de mayo; 24-nov",
        "En 2026 y 2027, entre 2024-2026.",
        "vence en 11/2026 o 2026-11",
        "mes 3, meses 1-2, Mes 1-2 Fortalecimiento, meses 4, 5 y 6, semana 2",
        "fase 2 de 3, paso 1, etapa 3, opción 2, día 15, art. 18, artículo 74, n.º 5",
        "a las 10:00, de 9:00 a 10:30, 10 a 12:00, 10h30, 3 p. m., 3pm",
        "Q3, A12, M2, k6_1, KPI-3, covid-19, v2",
        "ISO 9001, ISO 9001:2015, ISO/IEC 27001, NIIF 16, NTE INEN 2537",
        "24/7, 24x7, 2x1, 4G, 3PL, B2B",
        "1.º, 2.ª, 1º, 2do, 3er",
        "1. Llamar\n2) Escribir\n 3.- Visitar",
        "RUC 1793213150001, cédula 1714307103, 0991234567, +593 99 123 4567",
        "versión 1.2.3, https://x.ec/2026/5?n=7",
        "dos clientes, mil gracias, un par",
        "99999999999999999999",
        "",
    ],
)
def test_digits_that_are_no_figures_are_let_through(text: str) -> None:
    """Quotes, dates, labels, ids, ordinals, lists, and small numbers in words."""
    assert mentioned_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2000 clientes en 2026", [(2000, None)]),
        ("USD 2026", [(2026, "USD")]),
        ("2.026 envíos", [(2026, None)]),
        ("este mes 3 clientes", [(3, None)]),
        ("este mes 12 clientes", [(12, None)]),
        ("nivel 80 %", [(80, "%")]),
        ("en 2025 perdimos 8", [(8, None)]),
        ("« sin cerrar 40 %", [(40, "%")]),
        ("10-15", [(10, None), (15, None)]),
        ("- 15 clientes", [(15, None)]),
    ],
)
def test_look_alikes_are_figures(text: str, found: Found) -> None:
    """No figure hides behind a year, a label or a stray quote."""
    assert _found(text) == found


@given(
    st.integers(min_value=0, max_value=10**11).map(lambda value: value / 100),
    st.integers(min_value=10, max_value=1000).map(lambda value: value / 10),
    st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)),
)
def test_figures_written_by_us_are_found_again(amount: float, share: float, day: dt.date) -> None:
    """Money, percentages and numbers come back exact, whatever dates stand beside them."""
    text = (
        f"Hasta el {short_date(day)} ({long_date(day)}): {money(amount)}, {percent(share)} y {number(amount)} en total."
    )
    assert _found(text) == [(amount, "USD"), (share, "%"), (amount, None)]


pieces = st.sampled_from(
    ["15", "1.234,5", " ", "%", " por ciento", "USD ", "$", "«", "»", "-", "–", "/", ":", ".", ",", " y ", " a ",
     "mes ", "2026", "mil", " millones", "veinte", "ISO ", "Q", "\n", "º", "h", "k", " de ",
     "noviembre", "😀", "\u202e", "clientes"]
)  # fmt: skip


@given(st.lists(pieces, max_size=40).map("".join) | st.text())
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    """For any text: no error, no overlap, and each mention is the text at its place."""
    end = 0
    for mention in mentioned_numbers(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert abs(mention.value) < 1e25
        end = mention.end


@pytest.mark.parametrize(
    "piece", ["9", "1.", "1 y ", "1/", "mes 1,", "ISO ", "veinte y ", "«", "12 de ", "-1", "mil ", "10:"]
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    """Thirty thousand characters of what might backtrack come back at once."""
    text = piece * (30_000 // len(piece))
    assert all(mention.end <= len(text) for mention in mentioned_numbers(text))
