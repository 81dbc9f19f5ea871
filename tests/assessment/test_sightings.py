"""What is seen in answers: evidence, weight and quotation."""

from playbook_cases import KNOWLEDGE, figures, profile

from retention_coach.assessment.sightings import Sighting
from retention_coach.assessment.sightings import sightings as all_sightings
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.ports import StepInputs

COMPANY = profile(accounts=(), figures=figures(nps_promoters=None, nps_passives=None, nps_detractors=None))


def sightings(*answers: str) -> dict[Signal, Sighting]:
    """What a company with these answers shows."""
    asked = tuple(
        AnsweredQuestion(id=f"Q{number}", topic="risks", question="¿?", text=text, consultant_only=False)
        for number, text in enumerate(answers, start=1)
    )
    return {item.signal.code: item for item in all_sightings(StepInputs(profile=COMPANY, answers=asked), KNOWLEDGE)}


def test_a_sighting_has_the_sentence_that_shows_it() -> None:
    """The company's words, exactly, and where they were said."""
    seen = sightings("Vamos bien. Las facturas salen mal cada mes. Nada más.")["billing_errors"]
    assert seen.quote == "Las facturas salen mal cada mes"
    assert [item.ref for item in seen.evidence] == ["Q1"]
    assert seen.weight == 2


def test_a_guess_weighs_less_and_a_second_answer_more() -> None:
    """One with doubt, two said once, three said twice."""
    said = "las facturas salen mal"
    assert sightings(f"Creo que {said}")["billing_errors"].weight == 1
    assert sightings(said)["billing_errors"].weight == 2
    assert sightings(said, f"Otra vez {said}")["billing_errors"].weight == 3


def test_a_denial_elsewhere_takes_weight_away() -> None:
    """Answers that disagree leave a weaker sighting; a mere guess does not survive one."""
    denial = "no hay errores en las facturas"
    assert sightings("las facturas salen mal", denial)["billing_errors"].weight == 1
    assert "billing_errors" not in sightings("creo que las facturas salen mal", denial)
    assert "billing_errors" not in sightings(denial)


def test_the_order_of_sightings_is_the_same_every_time() -> None:
    """The strongest first, then as in the knowledge base."""
    answers = ("No tenemos CRM y nos deben facturas vencidas", "se quejan y nos piden rebaja, no medimos nada")
    assert list(sightings(*answers)) == list(sightings(*answers))
    weights = [item.weight for item in sightings(*answers).values()]
    assert weights == sorted(weights, reverse=True)
