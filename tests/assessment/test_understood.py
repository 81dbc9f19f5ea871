"""What is understood of an answer once a person has looked at it."""

from hypothesis import given
from hypothesis import strategies as st
from playbook_cases import KNOWLEDGE, figures, profile

from retention_coach.assessment.sightings import sightings
from retention_coach.assessment.understood import carried_over, fitting, understood
from retention_coach.domain.interview import AnsweredQuestion, Corrections
from retention_coach.knowledge.entries.vocabulary import SIGNALS
from retention_coach.ports import StepInputs
from retention_coach.understanding.understand import understand

COMPANY = profile(
    accounts=(),
    figures=figures(nps_promoters=None, nps_passives=None, nps_detractors=None, response_hours_median=None),
)
TEXT = "Nos demoramos en contestar y las facturas salen mal. No hay quejas. Perdimos 8 de 120 clientes el año pasado."


def _answer(corrections: Corrections, text: str = TEXT, number: int = 1) -> AnsweredQuestion:
    return AnsweredQuestion(
        id=f"Q{number}", topic="risks", question="¿?", text=text, consultant_only=False, corrections=corrections
    )


def test_what_a_person_took_away_is_neither_shown_nor_denied() -> None:
    """Nor is a figure that was misread."""
    before = understood(_answer(Corrections()), KNOWLEDGE)
    assert before == understand(TEXT, KNOWLEDGE)
    assert "unresolved_complaints" in {item.code for item in before.denied}
    wrong = Corrections(removed=("slow_response", "unresolved_complaints"), wrong_figures=(before.quantities[0].words,))
    after = understood(_answer(wrong), KNOWLEDGE)
    assert {item.code for item in before.signals} - {item.code for item in after.signals} == {"slow_response"}
    assert "unresolved_complaints" not in {item.code for item in (*after.signals, *after.denied)}
    assert after.quantities == before.quantities[1:]


def test_what_a_person_added_is_seen_without_a_quote() -> None:
    """With the weight of something said once, also where the text denies it."""
    answer = _answer(Corrections(added=("team_turnover", "unresolved_complaints")))
    seen = {item.signal.code: item for item in sightings(StepInputs(profile=COMPANY, answers=(answer,)), KNOWLEDGE)}
    for code in ("team_turnover", "unresolved_complaints"):
        assert (seen[code].quote, seen[code].weight) == ("", 2)
        assert [item.ref for item in seen[code].evidence] == ["Q1"]


def test_what_was_taken_away_is_not_seen_there_but_elsewhere() -> None:
    """A correction is about one answer."""
    corrected = _answer(Corrections(removed=("slow_response",)))
    alone = sightings(StepInputs(profile=COMPANY, answers=(corrected,)), KNOWLEDGE)
    assert "slow_response" not in {item.signal.code for item in alone}
    other = _answer(Corrections(), "Nos demoramos en contestar.", number=2)
    both = sightings(StepInputs(profile=COMPANY, answers=(corrected, other)), KNOWLEDGE)
    (seen,) = (item for item in both if item.signal.code == "slow_response")
    assert [item.ref for item in seen.evidence] == ["Q2"]


def test_corrections_that_change_nothing_are_not_kept() -> None:
    """Nor twice the same."""
    idle = Corrections(removed=("no_crm",), added=("slow_response",), wrong_figures=("99", "99"))
    assert fitting(idle, TEXT, KNOWLEDGE) == Corrections()


def test_a_retyped_answer_keeps_the_corrections_of_what_it_still_says() -> None:
    """Those of what is said otherwise now are forgotten."""
    made = Corrections(removed=("slow_response", "billing_errors"), added=("team_turnover",))
    retyped = "Nos demoramos en contestar. Las facturas llegan equivocadas."
    kept = carried_over(made, TEXT, retyped, KNOWLEDGE)
    assert "slow_response" in kept.removed
    assert "billing_errors" not in kept.removed
    assert kept.added == ("team_turnover",)
    assert carried_over(made, TEXT, "Todo bien.", KNOWLEDGE).removed == ()


@given(
    removed=st.sets(st.sampled_from(SIGNALS)), added=st.sets(st.sampled_from(SIGNALS)), text=st.sampled_from([TEXT, ""])
)
def test_what_is_kept_decides_alike(removed: set[str], added: set[str], text: str) -> None:
    """Fitted corrections leave the same signals as those that were given, and fitting twice is fitting once."""
    given_corrections = Corrections(removed=tuple(sorted(removed - added)), added=tuple(sorted(added)))
    fitted = fitting(given_corrections, text, KNOWLEDGE)
    assert fitting(fitted, text, KNOWLEDGE) == fitted
    codes = [
        {item.code for item in understood(_answer(each, text), KNOWLEDGE).signals}
        for each in (given_corrections, fitted)
    ]
    assert codes[0] == codes[1]
    assert codes[0] >= added
    assert codes[0].isdisjoint(removed - added)
