"""What was typed becomes a profile, and a profile what would have to be typed."""

import datetime as dt

import pytest
from form_under_test import FORM, MINIMAL
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.domain.figures import CompanyFigures, Measure
from retention_coach.domain.profile import Account, Contact, Profile, Segment, TeamMember
from retention_coach.errors import InvalidInputError


def test_the_least_makes_a_profile() -> None:
    """Eight fields are enough; all others may stay unasked."""
    profile = FORM.assemble(MINIMAL)
    assert profile.canton == "Quito"
    assert profile.relationship_model == "recurring"
    assert profile.figures == CompanyFigures()


def test_every_problem_is_told_at_once() -> None:
    """A list of problems, each with its field, in the order of the form."""
    with pytest.raises(InvalidInputError) as refused:
        FORM.assemble({**MINIMAL, "company": "", "canton": "Cuenxa", "budget_usd": "poco"})
    fields = [problem.split(":")[0] for problem in refused.value.problems]
    assert fields == ["Empresa", "Cantón", "Presupuesto"]


def test_unknown_figures_are_kept_as_unknown() -> None:
    """«No sé» is not the same as never asked."""
    figures = FORM.assemble({**MINIMAL, "figures.customers_lost": None, "figures.customers_new": ""}).figures
    assert figures.customers_lost == Measure(value=None)
    assert figures.customers_new is None


def test_a_total_said_with_the_losses_is_the_start() -> None:
    """«8 de 120» gives the customers at the start where nobody gave them."""
    figures = FORM.assemble({**MINIMAL, "figures.customers_lost": "8 de 120"}).figures
    assert figures.value("customers_start") == 120


def test_a_total_does_not_replace_the_start() -> None:
    """The start as given wins, and a different total is a contradiction."""
    intake = {**MINIMAL, "figures.customers_start": "120, según CRM", "figures.customers_lost": "8 de 120"}
    start = FORM.assemble(intake).figures.customers_start
    assert start is not None
    assert start.origin == "system"
    with pytest.raises(InvalidInputError, match="de 120"):
        FORM.assemble({**intake, "figures.customers_start": "100"})


def test_figures_without_their_base_are_not_asked() -> None:
    """Without promoters nobody is asked for detractors; with a contract nobody for an inactivity rule."""
    ids = [field.id for field in FORM.asked({"figures.nps_promoters": None, "relationship_model": "contrato"})]
    assert "figures.nps_detractors" not in ids
    assert "inactivity_days" not in ids
    assert "figures.nps_detractors" in [field.id for field in FORM.asked({"figures.nps_promoters": "3"})]


def test_open_fields_shrink_to_none() -> None:
    """A field left blank or unknown is not open any more; a required one is."""
    intake: dict[str, str | None] = {field.id: "" for field in FORM.fields}
    assert {field.id for field in FORM.open(intake)} == MINIMAL.keys()
    assert FORM.open({**intake, **MINIMAL}) == ()


_NAMES = st.sampled_from(["Florícola Ñandú & Cía.", "Rosas del Valle", "Terra", "Agrícola San José S.A."])
_TEXTS = st.sampled_from(["Transporte.", "Uno;\ndos: tres", "«Frío» al 100 %", "😀 y más"])
_MONEY = st.none() | st.integers(min_value=0, max_value=10_000_000).map(lambda cents: cents / 100)


@st.composite
def _profiles(draw: st.DrawFn) -> Profile:
    customers = draw(st.lists(_NAMES, unique=True, max_size=4))
    start_month = draw(st.sampled_from(["2026-12", "2027-06"]))
    first_day = dt.date.fromisoformat(f"{start_month}-01")
    accounts = tuple(
        Account(
            id=f"C{number * draw(st.integers(1, 2))}",
            customer=name,
            annual_revenue_usd=draw(_MONEY),
            renewal_date=draw(st.none() | st.dates(first_day, dt.date(2030, 12, 31))),
            risk=draw(st.sampled_from([None, "low", "medium", "high"])),
            segment=draw(st.sampled_from([None, "VIP", "Habituales"])),
        )
        for number, name in zip((1, 3, 5, 7), customers, strict=False)
    )
    contact = Contact(
        id="P4", title="Ing.", name="Ana Pérez", role="gerente", account_id=accounts[0].id if accounts else None
    )
    roles = draw(st.lists(st.sampled_from(["Gerente", "2 asesores", "Jefa de ventas"]), unique=True, max_size=3))
    return Profile(
        company=draw(_NAMES),
        ruc=draw(st.sampled_from([None, "1793213150001"])),
        services=draw(_TEXTS),
        main_benefit=draw(_TEXTS),
        customer_profile=draw(_TEXTS),
        industry="Transporte",
        canton=draw(st.sampled_from(["Quito", "Olmedo (Loja)"])),
        customer_industries=draw(st.sampled_from([(), ("Florícolas", "Alimentos y bebidas")])),
        customer_cantons=draw(st.sampled_from([(), ("Cayambe", "Pedro Moncayo")])),
        size=draw(st.sampled_from([None, "micro", "small", "medium", "large"])),
        relationship_model=draw(st.sampled_from(["recurring", "project"])),
        inactivity_days=draw(st.none() | st.integers(1, 1095)),
        start_month=start_month,
        team=tuple(TeamMember(role=role, hours_per_month=draw(st.integers(0, 744)) / 4) for role in roles),
        budget_usd=draw(_MONEY),
        contacts=(contact,),
        segments=tuple(Segment(name=name, customers=draw(st.none() | st.integers(0, 25))) for name in ("VIP", "Resto")),
        accounts=accounts,
        figures=CompanyFigures(
            customers_start=Measure(value=draw(st.integers(50, 90)), origin="system", note="de un total de 42"),
            customers_lost=draw(st.sampled_from([None, Measure(value=None), Measure(value=3, period="month")])),
            gross_margin=Measure(
                value=38.125, cutoff=draw(st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2026, 11, 21)))
            ),
        ),
    )


@given(_profiles())
def test_a_profile_shown_as_typed_is_the_same_profile(profile: Profile) -> None:
    """Correcting one field of a finished profile must leave every other as it was."""
    assert FORM.assemble(FORM.intake_of(profile)) == profile


@given(
    st.dictionaries(st.sampled_from([field.id for field in FORM.fields]), st.none() | st.text(max_size=60), max_size=12)
)
def test_any_text_is_read_or_refused_in_words(intake: dict[str, str | None]) -> None:
    """Whatever was typed: a profile, or a refusal that lists its problems; never another error."""
    typed = {**MINIMAL, **intake}
    if FORM.problems(typed):
        with pytest.raises(InvalidInputError):
            FORM.assemble(typed)
    else:
        assert FORM.assemble(typed).start_month
