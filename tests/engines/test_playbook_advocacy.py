"""The five strategies start from what this company achieved, with permission, or say how to find it."""

from datetime import date

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from playbook_cases import ENGINE, KNOWLEDGE, NOW, profile, run_chain

from retention_coach.chain import outputs
from retention_coach.chain.events import Answered
from retention_coach.chain.inputs import inputs_for
from retention_coach.chain.machine import apply
from retention_coach.chain.steps import ADVOCACY
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.advocacy_plan import AdvocacyPlan, AdvocacyPlanDraft, AdvocacyStrategy
from retention_coach.domain.figures import CompanyFigures, Measure
from retention_coach.domain.profile import Account, Contact, Profile, Segment
from retention_coach.domain.session import Session
from retention_coach.engines.playbook.advocacy.consent import consent

STORY = "La Esperanza: les recuperamos 84 mil dólares de IVA en cinco meses."
LETTER = f"{STORY} La ingeniera Andrango dijo que sí nos da una recomendación por escrito, y que la pueden llamar."
NAMED = f"{STORY} La ingeniera Andrango nos escribió que podemos nombrarlos y contarlo, pero sin precios."
RICH: dict[str, str | None] = {
    "Q16": LETTER,
    "Q18": "Dicen que porque nunca les hemos hecho pagar una multa.",
    "Q19": "Cuatro de los seis nuevos vinieron recomendados, dos por la ingeniera Andrango.",
    "Q20": "Vemos los costos de 17 fincas y podríamos decirles si su costo está alto.",
}
PLACES: dict[str, str | None] = {
    "Q18": "Porque el asesor va al taller y no les hace venir al centro.",
    "Q19": "De los 41 nuevos 26 llegaron porque un vecino les recomendó.",
}
TEXTS = ("name", "action", "objective", "steps", "commercial_application", "consent_text", "message")


def company(**changes: object) -> Profile:
    """A firm with one account at risk, one doubtful and two good ones."""
    accounts = (
        Account(id="C1", customer="Rosas del Valle", risk="high", segment="Fincas"),
        Account(id="C2", customer="Inversiones La Esperanza", risk="low", segment="Fincas"),
        Account(id="C3", customer="Pétalos Andinos", risk="low", segment="Fincas"),
    )
    contacts = (Contact(id="P1", title="Ing.", name="Lucía Andrango", role="gerente financiera", account_id="C2"),)
    segments = (Segment(name="Fincas", customers=17), Segment(name="Importadores", customers=21))
    return profile(**{"accounts": accounts, "contacts": contacts, "segments": segments, **changes})


def strategies(answers: dict[str, str | None], **changes: object) -> tuple[AdvocacyStrategy, ...]:
    """The five strategies of the company."""
    return outputs.required(run_chain(company(**changes), answers, "A"), AdvocacyPlan).strategies


def text_of(strategy: AdvocacyStrategy) -> str:
    """Everything that a strategy says."""
    return " ".join(str(getattr(strategy, field)) for field in TEXTS)


def using(answers: dict[str, str | None], question: str) -> list[AdvocacyStrategy]:
    """The strategies that cite an answer."""
    return [each for each in strategies(answers) if any(item.ref == question for item in each.evidence)]


def test_each_experience_becomes_a_strategy_of_its_own() -> None:
    """The best case, the referrals, the praise and what is known and unused: five methods, no assumption first."""
    found = strategies(RICH)
    assert {"Q16", "Q18", "Q19", "Q20"} <= {item.ref for each in found for item in each.evidence}
    assert len({each.method for each in found}) >= 4
    assert len({each.name for each in found}) == 5


def test_the_letter_that_was_offered_is_asked_of_who_offered_it() -> None:
    """Addressed by title and surname, with the result in the company's words and what is still missing."""
    (letter, *_rest) = using({"Q16": LETTER}, "Q16")
    assert letter.message.startswith("Ing. Andrango, buenos días.")
    assert "que la empresa cuenta así, revisado por mí: «les recuperamos 84 mil dólares" in letter.consent_text
    assert "Falta por escrito" in letter.steps[0]
    assert "retirarlo cuando quiera" in letter.consent_text


def test_what_was_reserved_stays_out_of_the_permission() -> None:
    """«sin precios» is said in the consent and in the steps."""
    (page, *_rest) = using({"Q16": NAMED}, "Q16")
    assert "«sin precios»" in page.consent_text
    assert any("«sin precios»" in step for step in page.steps)


def test_who_wants_no_name_is_not_named() -> None:
    """The reserved case says neither account nor contact."""
    (case, *_rest) = using({"Q16": f"{STORY} No quieren que salga el nombre."}, "Q16")
    assert "Esperanza" not in f"{case.name}{case.action}{case.consent_text}{case.commercial_application}"


def test_introductions_are_as_many_as_came_by_themselves() -> None:
    """Two came by Andrango in a year: two are asked for."""
    asked = next(each for each in strategies(RICH) if each.name == "Presentaciones de Lucía Andrango")
    assert asked.success_metrics[0].target.value == 2
    assert "2 presentaciones" in asked.action


def test_nobody_at_risk_is_asked_for_anything() -> None:
    """Neither by the profile nor by what the company says; the success is kept for later, and that is said."""
    told: dict[str, str | None] = {"Q16": "Rosas duplicó sus ventas y acepta que contemos su caso."}
    found = strategies(told)
    assert not any(item.ref == "C1" for each in found for item in each.evidence)
    assert any("no se usa todavía" in step for each in found for step in each.steps)


def test_without_any_success_every_strategy_begins_by_finding_one() -> None:
    """Nothing told, no promoters, no good account: that is said, and nothing is made up."""
    found = strategies({}, accounts=(), contacts=())
    assert len(found) == 5
    assert all(any(item.kind == "assumption" for item in each.evidence) for each in found)
    assert "«" not in "".join(text_of(each) for each in found)


def test_the_same_customer_is_not_asked_twice_in_a_row() -> None:
    """Two months between two requests, and none in a month in which the plan already goes to see it."""
    session = run_chain(company(), RICH, "A")
    months: dict[str, list[int]] = {}
    for each in outputs.required(session, AdvocacyPlan).strategies:
        for item in each.evidence:
            if item.kind == "account":
                months.setdefault(item.ref, []).append(each.month)
    planned = {
        (item.ref, month.number)
        for month in outputs.required(session, ActionPlan).months
        for action in month.actions
        for item in action.evidence
    }
    for account, when in months.items():
        assert all(abs(one - other) >= 2 for one in when for other in when if one != other)
        assert len(set(when)) == len(when)
        assert not any((account, month) in planned for month in when)


def test_a_doubtful_account_is_asked_only_after_it_renewed() -> None:
    """Medium risk and a renewal in April: not before May."""
    accounts = (Account(id="C1", customer="Frutera Mapocho", risk="medium", renewal_date=date(2027, 4, 20)),)
    found = strategies({"Q18": "Porque les cumplimos el cupo, eso dice Mapocho."}, accounts=accounts, contacts=())
    asked = [each for each in found if any(item.ref == "C1" for item in each.evidence)]
    assert asked
    assert all(each.month >= 5 for each in asked)


def test_five_kinds_of_experience_before_a_second_of_any() -> None:
    """Best case, referral, what is known and unused, praise and promoters: one each, none from nothing."""
    figures = CompanyFigures(nps_promoters=Measure(value=9, period="year", origin="system"))
    found = strategies(RICH, figures=figures)
    cited = [item.ref for each in found for item in each.evidence if item.kind in {"answer", "figure"}]
    assert sorted(cited) == ["Q16", "Q18", "Q19", "Q20", "nps_promoters"]


def test_a_person_is_asked_at_most_twice_and_not_in_the_month_of_the_renewal() -> None:
    """The only good account renews in June."""
    account = Account(id="C2", customer="Inversiones La Esperanza", risk="low", renewal_date=date(2027, 6, 10))
    found = strategies(RICH, accounts=(account,))
    months = [each.month for each in found if any(item.ref == "C2" for item in each.evidence)]
    assert 0 < len(months) <= 2
    assert 6 not in months


def test_bad_months_of_the_company_get_no_strategy() -> None:
    """In March and April they cannot cope."""
    found = strategies({**RICH, "Q9": "Marzo y abril son terribles, no damos abasto"})
    assert not {each.month for each in found} & {3, 4}


def test_the_letter_says_who_writes_and_that_a_no_is_fine() -> None:
    """Company, role, and a way out; nobody known is greeted without a gap."""
    for each in strategies(RICH):
        assert "Le escribo de " in each.message
        assert each.message.endswith(f"Atentamente, {each.owner}.")
        assert "no hay problema" in each.message or "no hace falta" in each.message
        assert each.message.startswith(("Ing. Andrango, buenos días.", "Estimado/a "))


def test_thanks_need_no_form() -> None:
    """Nothing is published, so nothing is signed."""
    thanks = next(each for each in strategies(PLACES) if "gracias" in each.name.casefold())
    assert thanks.consent_text.startswith("No se firma nada")


@pytest.mark.parametrize(
    ("name", "recipient"),
    [
        ("Cooperativa Yunque Andino Ltda.", "a la Cooperativa Yunque Andino Ltda."),
        ("Banco del Valle", "al Banco del Valle"),
        ("Balanza Norte", "a Balanza Norte"),
    ],
)
def test_the_permission_has_the_article_of_the_company(name: str, recipient: str) -> None:
    """«a la Cooperativa», «al Banco»."""
    assert consent(name, "contar esto", "propuestas").startswith(f"Autorizo {recipient} a contar esto")


def test_a_lender_tells_no_amount_and_asks_whether_a_loan_may_be_told() -> None:
    """Secrecy about accounts and loans is in the text that the customer signs."""
    signed = consent("Cooperativa Sol", "contar mi caso", "propuestas", is_lender=True)
    assert "que tengo un crédito o una cuenta" in signed
    assert "No autorizo que se diga ningún monto" in signed


@pytest.mark.parametrize(
    "attempt", ["Un año mandamos canastas en Navidad y nadie dijo gracias", "Sorteamos una moto y no pasó nada"]
)
def test_what_failed_is_not_proposed_again_without_saying_what_is_different(attempt: str) -> None:
    """Whoever thanks after a failed raffle says that there is none now."""
    found = strategies({**PLACES, "Q24": attempt})
    thanks = next(each for each in found if "gracias" in each.name.casefold())
    assert any(f"«{attempt}»" in step for step in thanks.steps)


@pytest.mark.parametrize("hidden", [False, True])
def test_nothing_said_in_confidence_is_used(hidden: bool) -> None:
    """The same success gives strategies when told openly, and none when told to the consultant alone."""
    session = apply(run_chain(company(), {}, "A"), Answered("Q16", LETTER, NOW, consultant_only=hidden), KNOWLEDGE)
    draft = ENGINE.write(AdvocacyPlanDraft, inputs_for(session, ADVOCACY))
    assert isinstance(draft, AdvocacyPlanDraft)
    assert any(item.ref == "Q16" for each in draft.strategies for item in each.evidence) != hidden
    assert ("84 mil" in str(draft)) != hidden


def test_different_successes_give_different_strategies() -> None:
    """Two companies that differ in what they achieved share at most two of five names."""
    one = {each.name for each in strategies(RICH)}
    other = {each.name for each in strategies(PLACES, accounts=(), contacts=())}
    assert len(one & other) <= 2


SOME = st.dictionaries(
    st.sampled_from(["Q16", "Q18", "Q19", "Q20", "Q24"]),
    st.sampled_from([LETTER, NAMED, *(text for text in (*RICH.values(), *PLACES.values()) if text), "No sé"]),
)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(SOME, st.sampled_from([0, 300, 4_000]), st.integers(2, 30))
def test_any_mixture_keeps_hours_money_and_words(answers: dict[str, str | None], budget: float, hours: int) -> None:
    """No finding at all: quotes are exact, hours and budget hold, nobody at risk is asked."""
    team = ({"role": "Gerente", "hours_per_month": hours},)
    session: Session = run_chain(company(budget_usd=budget, team=team), answers, "A")
    assert [finding.code for finding in session.steps["65-advocacy"].current.findings] == []  # type: ignore[union-attr]
    assert [finding.code for finding in session.steps["64-sector-plan"].current.findings] == []  # type: ignore[union-attr]
