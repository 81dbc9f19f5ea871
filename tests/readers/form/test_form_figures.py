"""Figures as people in Ecuador say them."""

import datetime as dt

import pytest
from form_under_test import FORM, echoed, read, refusal
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.domain.figures import UNITS, Measure, Origin, Period
from retention_coach.readers.form.exact import exact
from retention_coach.readers.form.fixed_periods import FLOWS, TIMELESS, YEARLY

LOST = "figures.customers_lost"


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (LOST, "8", 8),
        (LOST, "8 clientes", 8),
        (LOST, "ocho", 8),
        (LOST, "unos 15 al mes", 15),
        (LOST, "8 de 120", 8),
        (LOST, "8/120", 8),
        (LOST, "perdimos 3", 3),
        (LOST, "ninguno", 0),
        (LOST, "no perdimos ninguno", 0),
        (LOST, "1,234", 1234),
        (LOST, "1.234", 1234),
        (LOST, "entre 10 y 12", 11),
        (LOST, "entre 10 y 13", 12),
        (LOST, "más o menos 20", 20),
        (LOST, "creo que 8", 8),
        (LOST, "8, según el sistema, al 31/12/2025", 8),
        (LOST, "8 (sin contar filiales)", 8),
        ("figures.revenue_opening", "USD 480.000", 480_000),
        ("figures.revenue_opening", "480 mil", 480_000),
        ("figures.revenue_opening", "$ 1.234,50", 1234.5),
        ("figures.revenue_opening", "1'200.000", 1_200_000),
        ("figures.revenue_opening", "un millón y medio", 1_500_000),
        ("figures.revenue_opening", "3 mil al mes", 3000),
        ("figures.revenue_opening", "480 mil al año, por contabilidad", 480_000),
        ("figures.gross_margin", "38 %", 38),
        ("figures.gross_margin", "38", 38),
        ("figures.gross_margin", "12,5 por ciento", 12.5),
        ("figures.nps_promoters", "12", 12),
        ("figures.nps_promoters", "12 respuestas", 12),
        ("figures.usage_events", "260 pedidos al mes", 260),
        ("figures.response_hours_median", "6 horas", 6),
        ("figures.response_hours_median", "media hora", 0.5),
        ("figures.response_hours_median", "1h30", 1.5),
        ("figures.response_hours_median", "90 minutos", 1.5),
    ],
)
def test_figures_are_read(field: str, text: str, value: float) -> None:
    """What people type for a figure gives its value."""
    assert read(field, text).measure.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "period", "origin", "cutoff"),
    [
        ("8", "year", "estimate", None),
        ("8 al mes", "month", "estimate", None),
        ("8 mensuales", "month", "estimate", None),
        ("8 por trimestre", "quarter", "estimate", None),
        ("8 al semestre", "semester", "estimate", None),
        ("8 semestrales", "semester", "estimate", None),
        ("8 al año", "year", "estimate", None),
        ("creo que unos 8", "year", "estimate", None),
        ("8, estimación", "year", "estimate", None),
        ("supongo que 8", "year", "assumption", None),
        ("8, supuesto", "year", "assumption", None),
        ("8 según el CRM", "year", "system", None),
        ("8, según facturación", "year", "system", None),
        ("8, dato del sistema", "year", "system", None),
        ("8 al 31/12/2025", "year", "estimate", dt.date(2025, 12, 31)),
        ("8 al mes, según sistema, corte 30/06/2026", "month", "system", dt.date(2026, 6, 30)),
    ],
)
def test_period_origin_and_cutoff_are_read(text: str, period: Period, origin: Origin, cutoff: dt.date | None) -> None:
    """Only what is said to come from a system does; the rest is an estimate or an assumption."""
    measure = read(LOST, text).measure
    assert (measure.value, measure.period, measure.origin, measure.cutoff) == (8, period, origin, cutoff)


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        (LOST, "varios", "no se entiende «varios»"),
        (LOST, "12,5", "se cuentan enteros"),
        (LOST, "-3", "no es posible"),
        (LOST, "15 %", "en clientes"),
        (LOST, "8 por semana", "por mes, por trimestre, por semestre o por año"),
        (LOST, "9.000.000", "a lo sumo 100.000 clientes"),
        (LOST, "8 al 31/13/2025", "fecha de corte"),
        (LOST, "130 de 120", "no cabe en el total"),
        (LOST, "no sé, quizá 5", "no se entiende"),
        ("figures.gross_margin", "138 %", "a lo sumo 100"),
        ("figures.retention_cost", "1,234", "puede ser 1,23 o 1.234"),
        ("figures.revenue_opening", "3 mil euros", "euros"),
        ("figures.response_hours_median", "2 días", "horas laborables"),
        ("figures.customers_start", "0", "al menos 1"),
    ],
)
def test_wrong_figures_are_refused_with_a_reason(field: str, text: str, told: str) -> None:
    """A figure that cannot be used says what is wrong, and gives an example."""
    message = refusal(field, text)
    assert told in message
    assert "\n" in message, "the hint is there"


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        (LOST, "8 de 120", "Clientes perdidos: 8 clientes de 120 en el año; estimación"),
        (LOST, "1 al mes, según CRM", "Clientes perdidos: 1 cliente en el mes; según sistema"),
        ("figures.gross_margin", "38 %", "Margen bruto: 38\u00a0%; estimación"),
        (
            "figures.revenue_opening",
            "480 mil",
            "Ingresos de los clientes al inicio: USD 480.000,00 en el año; estimación",
        ),
    ],
)
def test_figures_are_shown_back(field: str, text: str, told: str) -> None:
    """What was understood is said in words."""
    assert echoed(field, text) == told


@pytest.mark.parametrize(
    ("field", "text", "other", "told"),
    [
        (LOST, "130", {"figures.customers_start": "120"}, "los perdidos (130)"),
        (LOST, "8 de 100", {"figures.customers_start": "120"}, "dice «de 100»"),
        ("figures.customers_start", "5", {LOST: "8"}, "los perdidos (8)"),
        ("figures.response_hours_p90", "2", {"figures.response_hours_median": "6"}, "no pueden tardar menos"),
        ("figures.revenue_lost", "90 mil", {"figures.revenue_opening": "50 mil"}, "no puede ser más"),
        ("figures.revenue_contraction", "30 mil",
         {"figures.revenue_opening": "50 mil", "figures.revenue_lost": "40 mil"}, "no puede ser más"),
    ],
)  # fmt: skip
def test_contradictions_are_refused_at_once(field: str, text: str, other: dict[str, str], told: str) -> None:
    """A figure that cannot be true beside another is refused when it is typed."""
    assert told in refusal(field, text, other)


@st.composite
def _measures(draw: st.DrawFn) -> tuple[str, Measure]:
    figure = draw(st.sampled_from(sorted(UNITS)))
    whole = draw(st.integers(1, 90)) + (100 if UNITS[figure] == "usd" else 0)
    thousandths = 0 if UNITS[figure] in {"customers", "answers", "count"} else draw(st.integers(0, 999))
    usual: Period = read(f"figures.{figure}", "100").measure.period
    measure = Measure(
        value=round(whole + thousandths / 1000, 3),
        period=draw(st.sampled_from([usual, "month", "quarter", "semester", "year"] if figure in FLOWS else [usual])),
        cutoff=draw(st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2026, 11, 21))),
        origin=draw(st.sampled_from(["system", "estimate", "assumption"])),
        note=draw(st.sampled_from(["", "sin contar filiales", "entre 10 y 12; por confirmar"])),
    )
    return f"figures.{figure}", measure


@given(_measures())
def test_a_figure_shown_reads_the_same(case: tuple[str, Measure]) -> None:
    """Correcting one figure must not change the others: what is shown for editing reads back the same."""
    field_id, measure = case
    form_field = FORM.field(field_id)
    assert form_field is not None
    assert form_field.parse(form_field.show(measure)).measure == measure


@given(st.integers(min_value=0, max_value=10**12).map(lambda number: number / 10**4))
def test_exact_numbers_read_the_same(value: float) -> None:
    """A number written in full is read as itself, never as thousands by mistake."""
    assert read("budget_usd", f"USD {exact(value)}") == value


def test_every_figure_has_its_rule_about_periods() -> None:
    """A figure happens in a period, is kept by the year, or has none; never two of them."""
    assert sorted([*FLOWS, *YEARLY, *TIMELESS]) == sorted(UNITS)


@pytest.mark.parametrize(
    ("field", "text", "value", "told"),
    [
        ("discount_rate", "1 % mensual", 12.6825, "12,7\u00a0% al año (se dijo 1\u00a0% al mes)"),
        ("discount_rate", "3 % al trimestre", 12.5509, "12,6\u00a0% al año (se dijo 3\u00a0% al trimestre)"),
        ("discount_rate", "5 % semestral", 10.25, "10,3\u00a0% al año (se dijo 5\u00a0% al semestre)"),
        ("discount_rate", "12 % anual", 12, "12\u00a0% al año;"),
        ("retention_cost", "USD 12,50 al mes", 150, "USD 150,00 al año (se dijo USD 12,5 al mes)"),
    ],
)
def test_another_period_is_converted_and_shown_back(field: str, text: str, value: float, told: str) -> None:
    """A rate compounds, a cost adds up; what was said stays in the note."""
    measure = read(f"figures.{field}", text).measure
    assert (measure.value, measure.period) == (pytest.approx(value), "year")
    assert told in echoed(f"figures.{field}", text)


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("customers_start", "15 al mes", "son los clientes que había en una fecha"),
        ("active_customers", "40 al trimestre", "son los clientes que había en ese mes"),
        ("gross_margin", "3 % mensual", "igual en cualquier período"),
        ("acquisition_cost", "USD 900 al mes", "es lo que cuesta conseguir un cliente"),
        ("nps_promoters", "12 al año", "son las respuestas de una encuesta"),
        ("response_hours_median", "2 horas al año", "es el tiempo hasta la primera respuesta"),
        ("discount_rate", "10 % mensual", "213,84 al año"),
    ],
)
def test_a_period_that_makes_no_sense_is_refused(field: str, text: str, told: str) -> None:
    """A stock, a share, a price and a median have no period; a rate has bounds by the year."""
    assert told in refusal(f"figures.{field}", text)


def test_a_median_is_shown_without_a_period() -> None:
    """«2 horas al mes» would be another thing."""
    form_field = FORM.field("figures.response_hours_median")
    assert form_field is not None
    assert form_field.show(Measure(value=2, period="month")) == "2 horas"


def test_a_cut_off_date_is_not_in_the_future() -> None:
    """Nothing has been counted up to a day that is still to come."""
    assert read(LOST, "8 al 21/11/2026").measure.cutoff == dt.date(2026, 11, 21)
    assert "22/11/2026 todavía no llega" in refusal(LOST, "8 al 22/11/2026")


@pytest.mark.parametrize("text", ["más de 14", "más de 14, según el CRM", "al menos 14", "14 o más", "hasta 14"])
def test_a_bound_is_kept_as_an_estimate_and_said(text: str) -> None:
    """The value is the one that was named; that it was a bound is not lost, nor is it taken for exact."""
    measure = read(LOST, text).measure
    bound = text.partition(",")[0]
    assert (measure.value, measure.origin, measure.note) == (14, "estimate", f"se dijo «{bound}»")
    assert f"(se dijo «{bound}»); estimación" in echoed(LOST, text)


def test_more_or_less_is_no_bound() -> None:
    """«Más o menos 14» is fourteen."""
    assert read(LOST, "más o menos 14").measure.note == ""


@pytest.mark.parametrize(("text", "meant"), [("0,15", "15 %"), ("0,385", "38,5 %"), ("0.12", "12 %")])
def test_a_fraction_for_a_percentage_is_asked_about(text: str, meant: str) -> None:
    """«0,15» may be 15 %; with its sign it is what it says."""
    assert f"¿Quiso decir {meant.replace(' ', chr(0xA0))}?" in refusal("figures.gross_margin", text)
    form_field = FORM.field("figures.gross_margin")
    assert form_field is not None
    assert form_field.meant(text) == meant
    assert read("figures.gross_margin", "0,15 %").measure.value == 0.15
    assert form_field.meant("15") is None


@pytest.mark.parametrize(
    ("field", "text", "other", "told"),
    [
        ("segments", "VIP; 30\nResto; 20", {}, "los segmentos suman 50 clientes, más que los clientes al inicio (42)"),
        ("segments", "VIP; 30\nResto; 20", {"figures.customers_new": "7"}, "inicio (42) y los nuevos (7)"),
        ("figures.customers_start", "20", {"segments": "VIP; 30"}, "los segmentos suman 30"),
        ("figures.nps_promoters", "60", {}, "las respuestas de la encuesta (60)"),
        ("figures.nps_detractors", "5", {"figures.nps_promoters": "40"}, "las respuestas de la encuesta (45)"),
    ],
)
def test_no_more_are_counted_than_there_are(field: str, text: str, other: dict[str, str], told: str) -> None:
    """Neither segments nor a survey hold more customers than were there and came."""
    assert told in refusal(field, text, {"figures.customers_start": "42", **other})


def test_customers_who_came_count() -> None:
    """The new ones of a year, also where they are given by the month."""
    intake = {"figures.customers_start": "42", "figures.customers_new": "1 al mes"}
    assert len(read("segments", "VIP; 30\nResto; 24", intake)) == 2
    assert read("figures.nps_promoters", "54", intake).measure.value == 54
