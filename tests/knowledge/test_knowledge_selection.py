import pytest

from retention_coach.knowledge.entries.advocacy import AdvocacyNeed
from retention_coach.knowledge.entries.vocabulary import RELATIONSHIP_MODELS, RelationshipModel
from retention_coach.knowledge.loader import load
from retention_coach.knowledge.selection import advocacy_for, questions_for

KNOWLEDGE = load()


def test_without_satisfied_customers_only_what_needs_none_is_left() -> None:
    """Nothing pretends to have a happy customer to name."""
    found = advocacy_for(KNOWLEDGE, available=(), model="contract", sector="general")
    assert {play.needs for play in found} == {"none"}


@pytest.mark.parametrize("model", RELATIONSHIP_MODELS)
@pytest.mark.parametrize("sector", KNOWLEDGE.sectors, ids=lambda sector: sector.key)
def test_every_company_has_five_strategies(model: RelationshipModel, sector: object) -> None:
    """Step 65 asks for exactly five, also of a company with nothing to show yet."""
    key = str(getattr(sector, "key", ""))
    assert len(advocacy_for(KNOWLEDGE, available=(), model=model, sector=key)) >= 5


def test_more_becomes_possible_with_a_customer_who_may_be_named() -> None:
    """What is available widens the choice, and the sector narrows it."""
    available: list[AdvocacyNeed] = ["named_customer"]
    named = advocacy_for(KNOWLEDGE, available=available, model="contract", sector="general")
    discreet = advocacy_for(KNOWLEDGE, available=available, model="contract", sector="seguridad")
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
