"""Company files that can be used: every key, notation and format."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from company_texts import COMPANY, form
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import retention_coach
from retention_coach.domain.interview import GuideQuestion
from retention_coach.domain.profile import Profile
from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.reader import CompanyFile, GivenAnswer, parse_company, read_company_file

ROOT = Path(__file__).parents[3]
SAMPLE = Path(retention_coach.__file__).parent / "samples" / "contadores-quito.yaml"


def read(text: str, name: str = "empresa.yaml") -> CompanyFile:
    """A text as a company file."""
    return parse_company(text, name, form())


def _as_data(text: str) -> dict[str, Any]:
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_the_least_that_makes_a_profile() -> None:
    """Eight keys are enough; what was not said is not known."""
    company = read(COMPANY)
    assert company.profile == Profile(
        company="Transandina Carga S.A.",
        services="Transporte refrigerado de flores",
        main_benefit="La flor llega sin romper la cadena de frío",
        customer_profile="Fincas medianas que exportan",
        industry="Transporte",
        canton="Quito",
        relationship_model="recurring",
        start_month="2027-01",
    )
    assert (company.answers, company.topics) == ({}, {})


@pytest.mark.parametrize("path", [SAMPLE, *sorted((ROOT / "examples").glob("*.yaml"))], ids=lambda path: path.name)
def test_every_shipped_file_can_be_read(path: Path) -> None:
    """The sample company and the examples."""
    assert read_company_file(path, form()).profile.figures.value("customers_start")


def test_the_sample_company_says_all_that_a_plan_uses() -> None:
    """Team, money, accounts, contacts, segments, figures, and an answer of each kind."""
    company = read_company_file(SAMPLE, form())
    profile = company.profile
    assert [member.hours_per_month for member in profile.team] == [8, 16, 20, 12]
    assert profile.budget_usd == 2400
    assert (profile.figures.value("customers_start"), profile.figures.value("customers_lost")) == (46, 5)
    assert profile.accounts[0].renewal_date == dt.date(2027, 2, 15)
    assert profile.accounts[0].annual_revenue_usd == 18_600
    assert {contact.account_id for contact in profile.contacts} == {"C1", "C2", "C3", "C4"}
    assert profile.start_month == "2027-01"
    assert [key for key, answer in company.answers.items() if answer.text is None] == ["Q26"]
    assert [key for key, answer in company.answers.items() if answer.consultant_only] == ["Q11"]


def test_keys_are_free_of_accents_capitals_and_hyphens() -> None:
    """A key is recognised however a consultant writes it."""
    text = COMPANY.replace("canton:", "Cantón:").replace("mes_inicio:", "MES DE INICIO:")
    assert read(text.replace("perfil_cliente:", "Perfil-Cliente:") + "Tamaño: mediana\n").profile.size == "medium"


@pytest.mark.parametrize("month", ["2027-01", "enero 2027", "01/2027", "ene-27", "enero"])
def test_start_month_in_any_form(month: str) -> None:
    """A month without a year is the next one."""
    assert read(COMPANY.replace("2027-01", month)).profile.start_month == "2027-01"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("46", 46),
        ("1.840", 1840),
        ("unos 15", 15),
        ("{valor: 1.234, periodo: año}", 1234),
        ("{valor: 120, periodo: año, corte: 31/12/2025, origen: sistema, nota: sin filiales}", 120),
        ('"120"', 120),
    ],
)
def test_figures_in_ecuadorian_notation(written: str, value: float) -> None:
    """A dot groups thousands; a group of keys says where the figure comes from."""
    assert read(f"{COMPANY}cifras: {{clientes_inicio: {written}}}\n").profile.figures.value("customers_start") == value


def test_a_figure_with_all_its_parts() -> None:
    """Period, cut-off, origin and note reach the profile."""
    text = "cifras:\n  usos:\n    valor: 310\n    periodo: trimestre\n    corte: 30/09/2026\n    origen: supuesto\n"
    figure = read(f"{COMPANY}{text}    nota: pedidos (sin devoluciones)\n").profile.figures.usage_events
    assert figure is not None
    assert (figure.value, figure.period, figure.origin) == (310, "quarter", "assumption")
    assert figure.cutoff == dt.date(2026, 9, 30)
    assert "sin devoluciones" in figure.note


def test_unknown_and_absent_figures_differ() -> None:
    """«No sé» was asked and is not known; a blank one was not asked."""
    figures = read(f"{COMPANY}cifras: {{clientes_inicio: no sé, clientes_nuevos: }}\n").profile.figures
    assert figures.customers_start is not None
    assert figures.customers_start.value is None
    assert figures.customers_new is None


def test_json_numbers_are_numbers() -> None:
    """In JSON a dot is decimal, as the format says."""
    data = {**_as_data(COMPANY), "presupuesto_usd": 1234.567, "ruc": "1799999991001"}
    data["cifras"] = {"margen_bruto": 38.5, "clientes_inicio": 46, "costo_captacion": {"valor": 1.234}}
    profile = read(json.dumps(data), "empresa.json").profile
    assert profile.budget_usd == pytest.approx(1234.567)
    assert profile.figures.value("gross_margin") == 38.5
    assert profile.figures.value("acquisition_cost") == pytest.approx(1.234)


def test_a_ruc_keeps_its_zeros() -> None:
    """Thirteen digits that begin with zero are no number."""
    assert read(f"{COMPANY}ruc: 0190000001001\n").profile.ruc == "0190000001001"


def test_lists_may_be_lines_as_in_the_form() -> None:
    """A text, or a list of texts, is read as the form reads it."""
    text = f"{COMPANY}equipo: Gerente 10 h; Asesora 40 h\nindustrias_clientes: [Florícolas, Brócoli]\n"
    profile = read(
        f"{text}cuentas:\n  - Florícola X; USD 12.000; 15/03/2027; riesgo alto\n  - Rosas del Valle\n"
    ).profile
    assert [(member.role, member.hours_per_month) for member in profile.team] == [("Gerente", 10), ("Asesora", 40)]
    assert profile.customer_industries == ("Florícolas", "Brócoli")
    assert [(account.id, account.risk) for account in profile.accounts] == [("C1", "high"), ("C2", None)]


def test_answers_keep_their_mark_and_lines() -> None:
    """A text, a group with the mark, a block of several lines, and «no sé»; a blank answer is no answer."""
    text = "respuestas:\n  q1: Cinco.\n  Q2: {texto: Nadie sabe, solo_consultor: Sí}\n  Q3: |\n    Uno.\n\n    Dos.\n"
    answers = read(f"{COMPANY}{text}  Q4: no sé\n  Q6:\n  Q7: {{texto: Rápido, solo_consultor: false}}\n").answers
    assert answers == {
        "Q1": GivenAnswer("Cinco."),
        "Q2": GivenAnswer("Nadie sabe", consultant_only=True),
        "Q3": GivenAnswer("Uno.\n\nDos."),
        "Q4": GivenAnswer(None),
        "Q7": GivenAnswer("Rápido", consultant_only=False),
    }


def test_a_topic_answers_its_first_question_without_an_answer() -> None:
    """In the order of the guide, and only one."""
    company = read(f"{COMPANY}temas: {{riesgos: El precio.}}\nrespuestas: {{Q2: Con otro.}}\n")
    guide = [
        GuideQuestion(id=key, topic=topic, text="¿?", why="", examples=(), confirms=None)
        for key, topic in (("Q1", "situation"), ("Q2", "risks"), ("Q10", "risks"), ("Q11", "risks"))
    ]
    assert company.answers_to(guide) == {"Q2": GivenAnswer("Con otro."), "Q10": GivenAnswer("El precio.")}


def test_files_of_windows(tmp_path: Path) -> None:
    """A byte order mark and CRLF change nothing."""
    path = tmp_path / "empresa.yml"
    path.write_bytes(b"\xef\xbb\xbf" + COMPANY.replace("\n", "\r\n").encode())
    assert read_company_file(path, form()) == read(COMPANY)


def test_control_characters_never_enter() -> None:
    """Terminal sequences in a file are removed, not kept."""
    assert read(COMPANY.replace("Transandina", '"\\e[31mTransandina').replace("S.A.", 'S.A."')).profile.company == (
        "Transandina Carga S.A."
    )


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(answer=st.text(min_size=1, max_size=300), company=st.text(min_size=1, max_size=60))
def test_any_text_is_kept_or_refused_with_a_reason(answer: str, company: str) -> None:
    """Whatever a program writes into a JSON file either arrives or is refused as invalid input."""
    data = {**_as_data(COMPANY), "empresa": company, "respuestas": {"Q1": answer}}
    try:
        found = read(json.dumps(data), "empresa.json")
    except InvalidInputError as error:
        told = error.problems
        assert told
    else:
        assert found.profile.company == found.profile.company.strip() != ""


@settings(deadline=None, max_examples=200)
@given(text=st.text(max_size=400))
def test_any_yaml_ends_in_a_file_or_a_refusal(text: str) -> None:
    """No text, however odd, ends in anything but a company or an `InvalidInputError`."""
    with pytest.raises(InvalidInputError):
        read(text)


def test_a_blank_answer_is_no_answer() -> None:
    """Whoever leaves a question blank does not say «no sé»."""
    written = "respuestas: {Q1: , Q2: '', Q3: {texto: }, Q4: no sé}\n"
    assert read(f"{COMPANY}{written}").answers == {"Q4": GivenAnswer(None)}


def test_the_fields_given_are_kept_as_typed() -> None:
    """What the file does not mention is not there; «no sé» is None."""
    given = read(f"{COMPANY}equipo: no sé\ncifras: {{clientes_inicio: unos 46, clientes_nuevos: }}\n").given
    assert given["team"] is None
    assert given["figures.customers_start"] == "unos 46"
    assert "figures.customers_new" not in given
    assert "budget_usd" not in given


def test_figures_kept_otherwise_are_told() -> None:
    """A rate by the month and a bound; what is kept as said is not repeated."""
    text = f"{COMPANY}cifras: {{tasa_descuento: 1 % mensual, clientes_perdidos: más de 14, clientes_nuevos: 3}}\n"
    lost, rate = read(text).understood
    assert lost == "Clientes perdidos: 14 clientes en el año (se dijo «más de 14»); estimación"
    assert rate.startswith("Tasa de descuento anual: 12,7")


def test_a_topic_takes_the_next_open_question() -> None:
    """Not one that is answered already, unless «no sé», or with this very text."""
    guide = [
        GuideQuestion(id=f"Q{number}", topic="risks", text="¿?", why="x", examples=(), confirms=None)
        for number in (1, 2, 3)
    ]
    company = CompanyFile(read(COMPANY).profile, {"Q1": GivenAnswer("Uno.")}, {"risks": "Todo."})
    assert company.answers_to(guide, {"Q2": "Dos."})["Q3"].text == "Todo."
    assert company.answers_to(guide, {"Q2": None})["Q2"].text == "Todo."
    assert company.answers_to(guide, {"Q3": "Todo."})["Q3"].text == "Todo."
    assert company.answers_to(guide, {"Q2": "Dos.", "Q3": "Tres."}).keys() == {"Q1"}


def test_months_without_hours_may_be_a_list_or_a_text() -> None:
    """Of one person of the team; the others work all year."""
    for months in ("[marzo, abril]", "marzo y abril", "de marzo a abril"):
        team = read(
            f"{COMPANY}equipo:\n  - {{cargo: Contadora, horas_mes: 16, meses_sin_horas: {months}}}\n"
        ).profile.team
        assert [(member.role, member.hours_per_month, member.months_off) for member in team] == [
            ("Contadora", 16, (3, 4))
        ]
