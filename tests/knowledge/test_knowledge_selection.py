import pytest

from retention_coach.knowledge.entries.advocacy import AdvocacyNeed
from retention_coach.knowledge.entries.sectors import Sector
from retention_coach.knowledge.entries.vocabulary import RELATIONSHIP_MODELS, RelationshipModel
from retention_coach.knowledge.loader import load
from retention_coach.knowledge.selection import advocacy_for, questions_for

KNOWLEDGE = load()
GENERAL = KNOWLEDGE.sector("general")


def test_without_satisfied_customers_only_what_needs_none_is_left() -> None:
    """Nothing pretends to have a happy customer to name."""
    found = advocacy_for(KNOWLEDGE, available=(), model="contract", own=GENERAL)
    assert {play.needs for play in found} == {"none"}


@pytest.mark.parametrize("model", RELATIONSHIP_MODELS)
@pytest.mark.parametrize("sector", KNOWLEDGE.sectors, ids=lambda sector: sector.key)
def test_every_company_has_five_strategies(model: RelationshipModel, sector: Sector) -> None:
    """Step 65 asks for exactly five, also of a company with nothing to show yet, wherever its customers are."""
    assert len(advocacy_for(KNOWLEDGE, available=(), model=model, own=sector, customers_abroad=True)) >= 5


@pytest.mark.parametrize("key", ["comercio", "seguridad", "finanzas", "banano"])
def test_goods_services_and_credit_have_a_choice(key: str) -> None:
    """Enough strategies for each family of offers to choose five that differ."""
    available: list[AdvocacyNeed] = ["named_customer"]
    own = KNOWLEDGE.sector(key)
    assert len(advocacy_for(KNOWLEDGE, available=available, model="recurring", own=own)) >= 7


def test_strategies_follow_what_is_sold_and_where_the_customers_are() -> None:
    """No delivery of a loan is asked about, and nobody films a buyer in Hamburg."""
    available: list[AdvocacyNeed] = ["named_customer", "satisfied_customers"]
    lender, exporter = KNOWLEDGE.sector("finanzas"), KNOWLEDGE.sector("banano")
    loans = {e.id for e in advocacy_for(KNOWLEDGE, available=available, model="recurring", own=lender)}
    abroad = advocacy_for(KNOWLEDGE, available=available, model="contract", own=exporter, customers_abroad=True)
    assert "advocacy.historia_de_progreso" in loans
    assert "advocacy.pregunta_en_la_entrega" not in loans
    assert "advocacy.opinion_del_importador" in {entry.id for entry in abroad}
    assert "advocacy.video_corto" not in {entry.id for entry in abroad}


def test_more_becomes_possible_with_a_customer_who_may_be_named() -> None:
    """What is available widens the choice, and the sector narrows it."""
    available: list[AdvocacyNeed] = ["named_customer"]
    named = advocacy_for(KNOWLEDGE, available=available, model="contract", own=GENERAL)
    discreet = advocacy_for(KNOWLEDGE, available=available, model="contract", own=KNOWLEDGE.sector("seguridad"))
    assert "advocacy.video_corto" in {play.id for play in named}
    assert "advocacy.video_corto" not in {play.id for play in discreet}


def test_renewals_are_asked_only_where_there_are_contracts() -> None:
    """And the rule of inactivity only where there are none."""
    contract = {entry.code for entry in questions_for(KNOWLEDGE, model="contract", sector="general")}
    recurring = {entry.code for entry in questions_for(KNOWLEDGE, model="recurring", sector="general")}
    assert ("Q4" in contract, "Q5" in contract) == (True, False)
    assert ("Q4" in recurring, "Q5" in recurring) == (False, True)


def test_questions_keep_the_order_of_the_bank() -> None:
    """The conversation goes from the situation to the objectives."""
    asked = questions_for(KNOWLEDGE, model="contract", sector="general")
    assert [entry for entry in KNOWLEDGE.questions if entry in asked] == list(asked)
