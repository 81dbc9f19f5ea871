"""The health of customers: score, level, reasons, and what is not known."""

from datetime import date

import pytest
from customers import ACCOUNTS, firm, health, told
from hypothesis import given, settings
from hypothesis import strategies as st
from playbook_cases import KNOWLEDGE, TEXTS, all_answers, profiles

from retention_coach.assessment.health import accounts_at_risk, health_of
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Account, Profile
from retention_coach.knowledge.entries.health import FULL_SCORE
from retention_coach.ports import StepInputs

HERRERA = Account(id="C3", customer="Importadora Herrera Hermanos", risk="medium", renewal_date=date(2027, 2, 28))
COMPLAINS = "Herrera se queja porque las facturas salen mal"


def test_nobody_is_healthy_for_want_of_news() -> None:
    """Without a word and without a perceived risk there is no score, and there is what to ask."""
    found = health(told(firm(), {"Q3": "Todo tranquilo este mes"}))
    assert {item.score for item in found.values()} == {None}
    assert {item.level.code for item in found.values()} == {"no_data"}
    assert all(len(item.to_ask) == len(KNOWLEDGE.health) for item in found.values())


def test_the_score_is_what_the_indicators_leave() -> None:
    """Each takes its weight; the perceived risk half of it where it is medium."""
    weights = {item.code: item.weight for item in KNOWLEDGE.health}
    found = health(told(firm((HERRERA,)), {"Q3": COMPLAINS}))["C3"]
    points = {seen.indicator.code: seen.points for seen in found.indicators}
    assert points == {"perceived_risk": weights["perceived_risk"] / 2, "complaints": weights["complaints"]}
    assert found.score == FULL_SCORE - sum(points.values())
    assert found.is_at_risk


def test_a_guess_takes_half() -> None:
    """«Creo que» halves an indicator, and a second clear sentence restores it."""
    sure = health(told(firm(), {"Q3": COMPLAINS}))["C3"].score
    guess = health(told(firm(), {"Q3": f"Creo que {COMPLAINS}"}))["C3"].score
    both = health(told(firm(), {"Q3": f"Creo que {COMPLAINS}", "Q13": COMPLAINS}))["C3"].score
    assert sure is not None
    assert guess is not None
    assert guess > sure == both


def test_each_reason_has_its_words_and_where_they_were_said() -> None:
    """The sentence, exactly; the answer and the account as evidence."""
    found = health(told(firm((HERRERA,)), {"Q3": f"Vamos bien. {COMPLAINS}."}))["C3"]
    complaint = next(seen for seen in found.indicators if seen.indicator.code == "complaints")
    assert complaint.quotes == (COMPLAINS,)
    assert [(item.kind, item.ref) for item in found.evidence] == [("account", "C3"), ("answer", "Q3")]
    assert found.action == complaint.indicator.actions.at_risk


def test_being_named_among_those_that_may_leave_is_a_sign() -> None:
    """In the answer that lists them, unless it is named to say that it will not."""
    assert health(told(firm(), {"Q10": "Herrera, pidió copia de todo"}))["C3"].score == FULL_SCORE - 18
    assert health(told(firm(), {"Q10": "Herrera no, ninguno de los importadores"}))["C3"].score is None


def test_wishes_and_means_say_nothing_of_how_a_customer_is() -> None:
    """What is hoped for in six months is no sign of today."""
    assert health(told(firm(), {"Q25": f"Que {COMPLAINS}"}))["C3"].score is None


def test_revenue_and_renewal_stand_beside_the_score() -> None:
    """They change nothing in it."""
    plain = health(told(firm((HERRERA,)), {"Q3": COMPLAINS}))["C3"]
    rich = HERRERA.model_copy(update={"annual_revenue_usd": 13_800.0, "renewal_date": date(2030, 1, 1)})
    other = health(told(firm((rich,)), {"Q3": COMPLAINS}))["C3"]
    assert plain.score == other.score
    assert (plain.renewal, other.renewal) == (date(2027, 2, 28), None)
    assert other.revenue_share == pytest.approx(10)


def test_the_worst_account_comes_first() -> None:
    """Of those at risk, the lowest score; segments are not among them."""
    high = tuple(account.model_copy(update={"risk": "high"}) for account in ACCOUNTS[:3])
    answers = {"Q3": COMPLAINS, "Q1": "Las florícolas se quejan, se quejan y cobran menos los otros"}
    found = health_of(told(firm(high), answers), KNOWLEDGE)
    assert [item.subject.id for item in accounts_at_risk(found)] == ["C3", "C1", "C2"]


def test_a_confidence_counts_only_in_confidence() -> None:
    """Its words are never repeated, and without it nothing follows from it."""
    inputs = told(firm((HERRERA,)), {"Q11": COMPLAINS}, private="Q11")
    inside, outside = health(inputs)["C3"], health(inputs, in_confidence=False)["C3"]
    assert inside.score is not None
    assert outside.score is not None
    assert inside.score < outside.score
    assert all(seen.quotes == () for seen in inside.indicators)
    assert all(item.ref != "Q11" for item in outside.evidence)


@settings(deadline=None, max_examples=30)
@given(TEXTS, TEXTS)
def test_nothing_open_follows_from_a_confidence(one: str, other: str) -> None:
    """Whatever was said in confidence, what the company may see scores the same."""
    answers = {"Q3": "Con Rosas casi no hablamos", "Q11": one}
    before = health(told(firm(), answers, private="Q11"), in_confidence=False)
    after = health(told(firm(), {**answers, "Q11": other}, private="Q11"), in_confidence=False)
    assert {key: item.score for key, item in before.items()} == {key: item.score for key, item in after.items()}


@settings(deadline=None, max_examples=30)
@given(profiles(), st.composite(all_answers)())
def test_any_company_has_scores_within_bounds(company: Profile, answers: dict[str, str | None]) -> None:
    """From 0 to 100, with the level that the score has, and quotations that were said."""
    asked = tuple(
        AnsweredQuestion(id=key, topic="risks", question="¿?", text=text, consultant_only=False)
        for key, text in answers.items()
    )
    for item in health_of(StepInputs(profile=company, answers=asked), KNOWLEDGE):
        assert item.score is None or 0 <= item.score <= FULL_SCORE
        assert (item.score is None) == (item.level.code == "no_data")
        assert all(
            any(quote in (answer.text or "") for answer in asked) for seen in item.indicators for quote in seen.quotes
        )
