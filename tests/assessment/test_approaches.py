"""Which strategic approaches answer a company."""

from datetime import date

import pytest

from retention_coach.assessment.approaches import Fit, fits
from retention_coach.assessment.conditions import busy_months, holds, renewals_within
from retention_coach.domain.figures import CompanyFigures, Measure
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Account, Profile, TeamMember
from retention_coach.knowledge.entries.approaches import Condition
from retention_coach.knowledge.loader import load
from retention_coach.ports import StepInputs

K = load()
MEASURED = {"customers_start": 40, "customers_lost": 4, "nps_promoters": 3, "nps_passives": 5, "nps_detractors": 1}


def figures(**values: float) -> CompanyFigures:
    """These figures, and that satisfaction and losses are measured."""
    return CompanyFigures(**{key: Measure(value=value) for key, value in {**MEASURED, **values}.items()})


def profile(**changes: object) -> Profile:
    """A firm of which nothing speaks for an approach, with some of it changed."""
    base: dict[str, object] = {
        "company": "Empresa",
        "services": "Servicios",
        "main_benefit": "Cumple",
        "customer_profile": "Empresas",
        "industry": "consultoría",
        "canton": "Quito",
        "relationship_model": "contract",
        "start_month": "2027-01",
        "team": (TeamMember(role="Gerente", hours_per_month=40),),
        "budget_usd": 1_000,
        "figures": figures(),
    }
    return Profile.model_validate({**base, **changes})


def ranked(*texts: str, consultant_only: bool = False, **changes: object) -> tuple[Fit, ...]:
    """The approaches for a firm that gave these answers."""
    answers = tuple(
        AnsweredQuestion(id=f"Q{n}", topic="risks", question="", text=text, consultant_only=consultant_only)
        for n, text in enumerate(texts, start=1)
    )
    return fits(StepInputs(profile=profile(**changes), answers=answers), K)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Nos piden descuento, dicen que somos caros", "No ven lo que hacemos"), "defender_precio"),
        (("Hay reclamos sin resolver", "El producto llega con fallas"), "reparar_servicio"),
        (("Nos demoramos en contestar los correos", "Tardamos dos días en responder"), "responder_a_tiempo"),
        (("Nos pagan tarde", "Varios clientes están en mora"), "cobrar_cuidando"),
        (("Nos recomiendan entre ellos", "Los nuevos llegan por recomendación"), "referidos"),
        (("Al cliente nuevo nadie lo acompaña el primer mes", "No hay inducción"), "primeros_noventa"),
    ],
)
def test_what_is_said_most_decides(texts: tuple[str, ...], expected: str) -> None:
    """The approach whose main signal is the strongest comes first."""
    assert ranked(*texts)[0].approach.id == f"approach.{expected}"


def test_many_weak_signals_make_no_case() -> None:
    """One signal said twice outweighs three that only speak for another approach on the side."""
    found = ranked("Nos pagan tarde", "Varios clientes están en mora", "Dependemos de tres clientes grandes")
    assert found[0].approach.id == "approach.cobrar_cuidando"


def test_finding_out_is_the_answer_while_little_is_known() -> None:
    """A firm that hardly says anything and measures nothing should ask before it spends."""
    silent = ranked("No sé.", figures=CompanyFigures())
    assert silent[0].approach.finds_out
    assert silent[0].is_called_for


def test_what_only_the_consultant_may_know_calls_for_no_approach() -> None:
    """An alternative would give the confidence away."""
    openly = {fit.approach.id for fit in ranked("Nos pagan tarde, están en mora") if fit.is_called_for}
    in_confidence = {
        fit.approach.id for fit in ranked("Nos pagan tarde, están en mora", consultant_only=True) if fit.is_called_for
    }
    assert "approach.cobrar_cuidando" in openly - in_confidence


def account(**fields: object) -> Account:
    """A named customer whose agreement ends in March."""
    return Account.model_validate({"id": "C1", "customer": "Uno", "renewal_date": date(2027, 3, 15), **fields})


CASES: dict[Condition, tuple[dict[str, object], dict[str, object]]] = {
    "named_renewals": ({"accounts": (account(),)}, {"accounts": (account(renewal_date=date(2027, 7, 1)),)}),
    "renewal_at_risk": ({"accounts": (account(risk="high"),)}, {"accounts": (account(risk="low"),)}),
    "accounts_at_risk": ({"accounts": (account(risk="high", renewal_date=None),)}, {"accounts": (account(),)}),
    "few_customers": ({"figures": figures(customers_start=29)}, {"figures": figures(customers_start=30)}),
    "many_customers": ({"figures": figures(customers_start=60)}, {"figures": figures(customers_start=59)}),
    "customers_lost": ({"figures": figures(customers_lost=1)}, {"figures": figures(customers_lost=0)}),
    "new_customers": ({"figures": figures(customers_new=1)}, {}),
    "concentrated": (
        {"accounts": (account(annual_revenue_usd=35),), "figures": figures(revenue_opening=100)},
        {"accounts": (account(annual_revenue_usd=34),), "figures": figures(revenue_opening=100)},
    ),
    "small_stake": (
        {"accounts": (account(annual_revenue_usd=14),), "figures": figures(revenue_opening=100, customers_start=60)},
        {"accounts": (account(annual_revenue_usd=15),), "figures": figures(revenue_opening=100, customers_start=60)},
    ),
    "growing": ({"figures": figures(revenue_expansion=2, revenue_contraction=1)}, {}),
    "shrinking": ({"figures": figures(revenue_expansion=1, revenue_contraction=2)}, {}),
    "few_hours": ({"team": (TeamMember(role="G", hours_per_month=19),)}, {"team": ()}),
    "no_budget": ({"budget_usd": None}, {}),
    "busy_season": ({"customer_industries": ("flores",)}, {}),
    "contract": ({}, {"relationship_model": "project"}),
    "recurring": ({"relationship_model": "recurring"}, {}),
    "project": ({"relationship_model": "project"}, {}),
}


@pytest.mark.parametrize("condition", CASES)
def test_a_condition_holds_where_the_company_says_so(condition: Condition) -> None:
    """Each holds for one company and not for its neighbour across the line."""
    yes, no = (profile(**changes) for changes in CASES[condition])
    assert holds(condition, yes, K)
    assert not holds(condition, no, K)


def test_a_favourable_condition_decides_between_equals() -> None:
    """The same words: with a named renewal at risk the renewals come first, without it they do not."""
    said = ("Se vencen tres contratos en el semestre", "Hay reclamos sin resolver desde hace meses")
    with_name = ranked(*said, accounts=(account(risk="high"),))
    without = ranked(*said, relationship_model="project")
    assert with_name[0].approach.id == "approach.renovaciones"
    assert without[0].approach.id != "approach.renovaciones"


def test_renewals_come_in_the_order_of_their_dates() -> None:
    """Those outside the plan stay out."""
    later, sooner = account(id="C2", renewal_date=date(2027, 6, 30)), account(id="C3", renewal_date=date(2027, 1, 2))
    outside = account(id="C4", renewal_date=date(2026, 12, 31))
    assert [each.id for each in renewals_within(profile(accounts=(later, outside, sooner)))] == ["C3", "C2"]


def test_busy_months_are_those_of_the_customers_sector() -> None:
    """Without a known sector nobody knows them."""
    months = busy_months(profile(customer_industries=("flores",)), K)
    assert months
    assert set(months) <= {f"2027-0{month}" for month in range(1, 7)}
    assert busy_months(profile(), K) == ()
