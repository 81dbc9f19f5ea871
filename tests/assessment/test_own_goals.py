"""What a company asks for, in its own words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.assessment.own_goals import OwnGoal, own_goals
from retention_coach.domain.base import Topic
from retention_coach.domain.figures import CompanyFigures
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Account, Profile

PROFILE = Profile(
    company="Cuentas Claras",
    services="Contabilidad",
    main_benefit="Sin multas",
    customer_profile="Fincas",
    industry="contabilidad",
    canton="Quito",
    relationship_model="contract",
    start_month="2027-02",
    accounts=(
        Account(id="C1", customer="Rosas del Cayambe S.A.", renewal_date=date(2027, 2, 15)),
        Account(id="C2", customer="Importadora Herrera Hermanos", renewal_date=date(2027, 2, 28)),
        Account(id="C3", customer="Nordfrucht Hansa GmbH", renewal_date=date(2027, 3, 31)),
    ),
    figures=CompanyFigures(),
)


def answer(text: str, topic: Topic = "objectives", *, consultant_only: bool = False) -> AnsweredQuestion:
    """One answer."""
    return AnsweredQuestion(id="Q25", topic=topic, question="¿?", text=text, consultant_only=consultant_only)


def goals(text: str) -> tuple[OwnGoal, ...]:
    """The goals of one answer."""
    return own_goals(PROFILE, (answer(text),))


@pytest.mark.parametrize(
    ("text", "value", "months"),
    [
        ("no perder más de dos clientes en el semestre", 2, 6),
        ("No perder mas de 2 clientes hasta julio", 2, 6),
        ("que no perdamos más de cuatro al año", 4, 12),
        ("no perder más de dos clientes hasta abril", 2, 3),
        ("perder a lo sumo un cliente", 1, 6),
        ("perder menos de 3 clientes este semestre", 2, 6),
        ("no perder ningún cliente más", 0, 6),
    ],
)
def test_a_limit_of_losses_has_its_number_and_its_months(text: str, value: float, months: int) -> None:
    """As people say it, with the period it holds for."""
    (goal,) = goals(text)
    assert (goal.about, goal.value, goal.unit, goal.months) == ("losses", value, "customers", months)


@pytest.mark.parametrize(
    ("text", "flow", "value", "unit"),
    [
        ("que ningún reclamo pase de diez días sin respuesta", "claim", 10, "days"),
        ("Aprobar en tres días a los que ya son buenos pagadores", "approval", 3, "days"),
        ("responder los correos en dos horas", "message", 2, "hours"),
        ("entregar cotizaciones en 1 semana", "quote", 7, "days"),
    ],
)
def test_a_wait_is_of_its_flow(text: str, flow: str, value: float, unit: str) -> None:
    """A claim is not an order: the flow comes with the number."""
    (goal,) = goals(text)
    assert goal.about == "wait"
    assert goal.flow is not None
    assert (goal.flow.key, goal.value, goal.unit) == (flow, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "whole", "today"),
    [
        ("Que de cada diez que terminan de pagar renueven siete, ahora son cinco", 7, 10, 5),
        ("que 7 de cada 10 renueven", 7, 10, None),
        ("que renueven el 80 %", 80, 100, None),
    ],
)
def test_renewals_have_their_whole_and_their_today(text: str, value: float, whole: float, today: float | None) -> None:
    """So many of so many, and how many it is today where that is said."""
    (goal,) = goals(text)
    assert (goal.about, goal.value, goal.whole, goal.today) == ("renewals", value, whole, today)


@pytest.mark.parametrize(
    ("text", "accounts"),
    [
        ("Que Nordfrucht haya renovado por el año entero", ("C3",)),
        ("Que las dos de febrero hayan renovado", ("C1", "C2")),
        ("no perder a Herrera", ("C2",)),
    ],
)
def test_named_customers_are_found_by_name_or_month(text: str, accounts: tuple[str, ...]) -> None:
    """By a word that only one of them has, or as so many of a month."""
    (goal,) = goals(text)
    assert (goal.about, goal.accounts) == ("accounts", accounts)


@pytest.mark.parametrize(
    "text",
    [
        "Que las tres de febrero hayan renovado",
        "que yo me entere de las quejas antes de que se vayan",
        "vender más y crecer un 20 %",
        "no perder más de dos horas en reuniones",
        "no sé",
    ],
)
def test_what_is_not_plain_gives_no_goal(text: str) -> None:
    """Better nothing than something wrong."""
    assert goals(text) == ()


def test_several_goals_of_one_answer_keep_their_own_words() -> None:
    """Each with the exact piece of the answer that says it."""
    text = "Que las dos de febrero hayan renovado, no perder más de dos clientes en el semestre y que yo me entere."
    found = goals(text)
    assert [goal.about for goal in found] == ["accounts", "losses"]
    assert all(goal.words in text for goal in found)


def test_confidential_answers_give_no_goal() -> None:
    """A goal is shown: what only the consultant may know stays out of it."""
    said = answer("no perder más de dos clientes", consultant_only=True)
    assert own_goals(PROFILE, (said,)) == ()


def test_elsewhere_only_a_wish_is_a_goal() -> None:
    """«Perdimos…» tells what happened; «quisiera…» tells what is wanted."""
    assert own_goals(PROFILE, (answer("El año pasado no nos quisieron perder más de dos clientes", "situation"),)) == ()
    assert own_goals(PROFILE, (answer("Quisiera no perder más de dos clientes", "situation"),)) != ()


@given(st.text(max_size=400))
def test_any_text_is_read_without_harm(text: str) -> None:
    """Whatever is typed: goals quote it, or there are none."""
    assert all(goal.words in text for goal in goals(text or "x"))
