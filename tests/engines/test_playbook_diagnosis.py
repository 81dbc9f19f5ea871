"""What the diagnosis of the playbook engine says, and what it may rest on."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from playbook_cases import ANSWERS, KNOWLEDGE, NOW, figures, profile, profiles, run_chain

from retention_coach.chain import outputs
from retention_coach.chain.events import Answered
from retention_coach.chain.machine import apply
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Account, Profile
from retention_coach.domain.strategy import ObservationDraft
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.diagnosis import observations, unknowns
from retention_coach.ports import StepInputs

HERRERA = Account(id="C1", customer="Importadora Herrera", risk="medium", renewal_date=date(2027, 2, 26))
COMPLAINS = "Herrera se queja porque las facturas salen mal"
COSTS = {"acquisition_cost": 900.0, "retention_cost": 250.0}


def seen(company: Profile, answers: dict[str, str], private: str = "") -> tuple[ObservationDraft, ...]:
    """The diagnosis of a company with these answers about risks."""
    return observations(case(company, answers, private))


def case(company: Profile, answers: dict[str, str], private: str = "") -> Case:
    """The company as the rules see it."""
    asked = tuple(
        AnsweredQuestion(id=key, topic="risks", question="¿?", text=text, consultant_only=key == private)
        for key, text in answers.items()
    )
    return Case(StepInputs(profile=company, answers=asked), KNOWLEDGE)


def about(found: tuple[ObservationDraft, ...], words: str) -> ObservationDraft:
    """The one observation that holds these words."""
    (item,) = (item for item in found if words in item.statement)
    return item


def test_an_account_at_risk_is_told_with_its_words_and_evidence() -> None:
    """Its score as a figure, the account and the answers that show it."""
    item = about(seen(profile(accounts=(HERRERA,)), {"Q13": COMPLAINS}), "está en riesgo")
    assert f"«{COMPLAINS}»" in item.statement
    assert [(piece.kind, piece.ref) for piece in item.evidence] == [("account", "C1"), ("answer", "Q13")]
    assert item.figures[0].value == 62


def test_what_makes_an_account_risky_in_confidence_cites_the_confidence() -> None:
    """So that no document of the company's can show it."""
    item = about(seen(profile(accounts=(HERRERA,)), {"Q13": COMPLAINS}, private="Q13"), "está en riesgo")
    assert ("answer", "Q13") in [(piece.kind, piece.ref) for piece in item.evidence]
    assert COMPLAINS not in item.statement


def test_a_contradiction_cites_both_sides_and_asks() -> None:
    """The answer and the figure, and the question that settles it."""
    company = profile(figures=figures(response_hours_median=2))
    item = about(seen(company, {"Q13": "Nos demoramos en contestar"}), "Por aclarar")
    assert {(piece.kind, piece.ref) for piece in item.evidence} == {
        ("answer", "Q13"),
        ("figure", "response_hours_median"),
    }
    assert item.statement.endswith("?")


@pytest.mark.parametrize(("costs", "said"), [(COSTS, "3,6 veces menos"), ({**COSTS, "retention_cost": 950}, "no sale")])
def test_what_retaining_costs_is_the_companys_own(costs: dict[str, float], said: str) -> None:
    """The ratio of its own two costs, both cited."""
    item = about(seen(profile(figures=figures(**costs)), {}), said)
    assert {figure.basis.ref for figure in item.figures} >= COSTS.keys()


def test_without_both_costs_nothing_is_claimed() -> None:
    """No slogan."""
    assert not any("veces menos" in item.statement for item in seen(profile(), {}))


def test_no_sentence_is_quoted_by_two_signals() -> None:
    """A sentence that shows two things is quoted once; the other is told without it."""
    said = "Se quejan de que las facturas salen mal y de que nos demoramos en contestar"
    statements = [item.statement for item in seen(profile(accounts=()), {"Q13": said})]
    assert sum(f"«{said}»" in statement for statement in statements) == 1


def test_customers_of_whom_nothing_is_known_are_asked_about() -> None:
    """By name, with what it would take to know."""
    company = profile(accounts=(HERRERA.model_copy(update={"risk": None}),))
    silent = case(company, {})
    item = next(item for item in unknowns(silent, observations(silent)) if "Herrera" in item.what)
    assert item.how_to_know


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(profiles(), ANSWERS)
def test_a_diagnosis_can_be_read_in_one_sitting(company: Profile, answers: dict[str, str | None]) -> None:
    """Sixteen observations, and at most two more to say something of every topic."""
    found = seen(company, {key: text for key, text in answers.items() if text})
    assert len(found) <= 18
    assert all(item.evidence for item in found)


def test_a_confidence_puts_no_account_at_risk_openly() -> None:
    """What is planned in the company's sight does not follow from a «solo consultor» answer."""
    session = run_chain(profile(accounts=(HERRERA,)), {}, "A")
    told = apply(session, Answered("Q13", COMPLAINS, NOW, consultant_only=True), KNOWLEDGE)
    inputs = StepInputs(profile=profile(accounts=(HERRERA,)), answers=outputs.answered(told))
    assert not any(item.is_at_risk for item in Case(inputs, KNOWLEDGE).told_health)
