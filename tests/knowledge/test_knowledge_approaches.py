"""What every strategic approach must hold to be offered to a company."""

import pytest
from pydantic import ValidationError

from retention_coach.knowledge.entries.approaches import SLOTS, Approach, Sentence
from retention_coach.knowledge.entries.vocabulary import KPI_IDS, RELATIONSHIP_MODELS, SIGNALS, RelationshipModel
from retention_coach.knowledge.loader import load

K = load()
BY_ID = {approach.id: approach for approach in K.approaches}


def edited(**fields: object) -> Approach:
    """The approach of renewals with other fields, validated again."""
    return Approach.model_validate({**BY_ID["approach.renovaciones"].model_dump(), **fields})


def sentences(approach: Approach) -> list[Sentence]:
    """Every line that it may say to a company."""
    lists = (approach.title, approach.focus, approach.why, approach.must_be_true, approach.how_it_can_fail)
    return [*(line for lines in (*lists, approach.early_sign, approach.better_when) for line in lines), approach.later]


def test_every_signal_and_indicator_has_an_approach() -> None:
    """Whatever is seen in a company, some approach answers it; each indicator is the main one of some."""
    assert {code for approach in K.approaches for code in approach.themes} == set(SIGNALS)
    assert {approach.kpis[0] for approach in K.approaches} == set(KPI_IDS)


@pytest.mark.parametrize("model", RELATIONSHIP_MODELS)
@pytest.mark.parametrize("approach", K.approaches, ids=lambda approach: approach.id)
def test_its_methods_have_plays_for_its_signals(approach: Approach, model: RelationshipModel) -> None:
    """At least two of its methods can be worked on its own signals, whoever the customers are."""
    general = [
        play
        for play in K.plays
        if model in play.relationship_models and not play.only_sectors and not play.customer_sectors
    ]
    methods = {play.method for play in general if play.themes[0] in approach.themes} & {*approach.methods}
    assert len(methods) >= 2


def test_every_slot_is_used() -> None:
    """A fact that no sentence names would be dead weight."""
    assert {slot for approach in K.approaches for line in sentences(approach) for slot in line.slots} == set(SLOTS)


def test_two_approaches_share_no_sentence() -> None:
    """No text stands in two approaches: side by side they would be one idea."""
    said = [line.text for approach in K.approaches for line in sentences(approach)]
    assert len(said) == len(set(said))


def test_a_sentence_with_an_unknown_slot_is_refused() -> None:
    """It would reach the document as braces."""
    with pytest.raises(ValidationError, match="casillas desconocidas"):
        Sentence(text="Se atiende a {somebody} primero.")


def test_a_slot_in_what_stands_for_a_sentence_is_refused() -> None:
    """What is said where a fact is missing may not need a fact."""
    with pytest.raises(ValidationError, match="casillas desconocidas"):
        Sentence(text="Se atiende a {largest} primero.", otherwise="Se atiende a {largest}.")


def test_a_quotation_is_refused() -> None:
    """Only the company is quoted, and the knowledge base does not know it."""
    with pytest.raises(ValidationError, match="comillas de cita"):
        Sentence(text="El cliente dice «es caro» y no vuelve.")


def test_a_signal_twice_is_refused() -> None:
    """Main or other, not both: it would count twice."""
    with pytest.raises(ValidationError, match="repite una señal"):
        edited(other_themes=("renewals_due",))


def test_an_approach_needs_words_for_any_company() -> None:
    """Where every line waits for a fact or a signal, some company would get an empty text."""
    with pytest.raises(ValidationError, match="en focus hacen falta 1"):
        edited(focus=({"text": "Pone las horas en {renewals} y nada más."},))
    with pytest.raises(ValidationError, match="en must_be_true hacen falta 2"):
        edited(must_be_true=({"text": "Hay quien decide.", "when": ("price_pressure",)}, "Se sabe hasta dónde ceder."))
