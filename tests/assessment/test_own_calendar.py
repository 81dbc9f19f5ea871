"""When a company has no time and who of its team is away, in its own words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.assessment.availability import with_absences
from retention_coach.assessment.own_calendar import own_calendar
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Profile, TeamMember

TEAM = (
    TeamMember(role="Gerente", hours_per_month=8),
    TeamMember(role="Contadora sénior", hours_per_month=16),
    TeamMember(role="Asesora comercial", hours_per_month=20),
)
PROFILE = Profile(
    company="Cuentas Claras",
    services="Contabilidad",
    main_benefit="Sin multas",
    customer_profile="Fincas",
    industry="contabilidad",
    canton="Quito",
    relationship_model="contract",
    start_month="2027-01",
    team=TEAM,
)
MONDAY = date(2027, 3, 1)


def said(text: str, topic: str = "situation", *, consultant_only: bool = False) -> tuple[AnsweredQuestion, ...]:
    """One answer."""
    data = {"id": "Q9", "topic": topic, "question": "¿?", "text": text, "consultant_only": consultant_only}
    return (AnsweredQuestion.model_validate(data),)


def weekdays(text: str) -> list[int]:
    """The days of the week that an answer excludes, from 0 for Monday."""
    calendar = own_calendar(said(text))
    return [day for day in range(5) if calendar.avoids(MONDAY.replace(day=1 + day))]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("En el mayorista los lunes son la feria grande, ese día ni acercarse.", [0]),
        ("De lunes a miércoles es corte y el jueves embarque, esos días nadie aquí tiene cabeza.", [0, 1, 2, 3]),
        ("El comité se reúne solo los jueves", []),
        ("El viernes ya se puede hablar", []),
        ("De lunes a viernes nadie tiene tiempo", []),
    ],
)
def test_days_of_the_week_on_which_nobody_listens(text: str, days: list[int]) -> None:
    """Only those named before «ni acercarse», and never the whole week."""
    assert weekdays(text) == days


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Nosotros en marzo tenemos la asamblea y no damos abasto.", {3}),
        ("Marzo y abril son terribles por el impuesto a la renta", {3, 4}),
        ("Enero a abril fuerte, de julio a septiembre flojo", set()),
        ("Los talleres se llenan en abril, agosto y de octubre a diciembre", set()),
        ("En mayo los clientes no dan abasto", set()),
    ],
)
def test_months_in_which_the_company_cannot_cope(text: str, months: set[int]) -> None:
    """A month of good sales is no reason to stay away; nor is one that is hard for others."""
    calendar = own_calendar(said(text))
    assert {month for month in range(1, 13) if calendar.hard(month)} == months


def test_days_lost_every_month() -> None:
    """«Del 10 al 28» counts where the sentence says that those days are hard."""
    calendar = own_calendar(said("Marzo y abril son terribles, y cada mes del 10 al 28 según el noveno dígito."))
    assert [calendar.avoids(date(2027, 5, day)) for day in (9, 10, 28, 29)] == [False, True, True, False]
    assert own_calendar(said("Cada mes del 10 al 28 cobramos bien.")).days == ()


@pytest.mark.parametrize(
    ("text", "role", "months"),
    [
        ("Yo ocho horas, la contadora sénior unas dieciséis fuera de marzo y abril", "Contadora sénior", (3, 4)),
        ("El gerente cuatro, en marzo ninguna por la asamblea", "Gerente", (3,)),
        ("La asesora comercial 20 horas menos de enero a marzo", "Asesora comercial", (1, 2, 3)),
    ],
)
def test_who_is_away_in_which_months(text: str, role: str, months: tuple[int, ...]) -> None:
    """The person named just before; the others keep their hours."""
    team = with_absences(PROFILE, said(text, "resources")).team
    assert {member.role: member.months_off for member in team if member.months_off} == {role: months}


@pytest.mark.parametrize(
    "text",
    [
        "La asesora comercial 20, mi hermana unas 10 fuera de marzo",
        "Todos fuera de marzo y abril",
        "La contadora sénior dieciséis; en marzo facturamos más",
    ],
)
def test_an_absence_of_nobody_in_particular_is_nobodys(text: str) -> None:
    """Better nothing than the wrong person."""
    assert with_absences(PROFILE, said(text, "resources")) == PROFILE


def test_confidential_absences_and_those_that_leave_nobody_do_not_count() -> None:
    """Nothing follows from a confidential answer; and somebody has to do the work."""
    text = "La contadora sénior 16 fuera de marzo"
    assert with_absences(PROFILE, said(text, "resources", consultant_only=True)) == PROFILE
    alone = PROFILE.model_copy(update={"team": TEAM[1:2]})
    assert with_absences(alone, said(text, "resources")) == alone


@given(st.text(max_size=300))
def test_any_text_is_read_without_harm(text: str) -> None:
    """Whatever is typed: reasons quote it."""
    calendar = own_calendar(said(text or "x"))
    assert all(reason.words in text for reason in (*calendar.days, *(found for _month, found in calendar.months)))
