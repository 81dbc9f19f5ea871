"""The language of patterns, and what words stand for in it."""

from datetime import date

import pytest

from retention_coach.errors import KnowledgeError
from retention_coach.knowledge.entries.speech import SynonymSet, VerbModel
from retention_coach.knowledge.loader import load
from retention_coach.knowledge.patterns import Element, forms_in, parse, sets_in, words_in
from retention_coach.knowledge.speech import Speech


def synonyms(key: str, *phrases: str) -> SynonymSet:
    """A set of synonyms."""
    return SynonymSet(
        id=f"synonym.{key}", name=key, phrases=phrases, professional_judgement=True, verified_on=date(2026, 11, 21)
    )


def verbs(*names: str, **departure: str) -> VerbModel:
    """Verbs of one model."""
    return VerbModel(
        id="verb.x", name="x", verbs=names, professional_judgement=True, verified_on=date(2026, 11, 21), **departure
    )


def test_elements_say_what_may_stand_where() -> None:
    """Alternatives, neighbours and far words."""
    assert parse("no ~ queja/reclamo") == (
        (Element(frozenset({"no"}), 1), Element(frozenset({"queja", "reclamo"}), 2)),
    )
    assert parse("mal_estado") == ((Element(frozenset({"mal"}), 1), Element(frozenset({"estado"}), 0)),)


def test_a_compound_among_alternatives_is_another_way() -> None:
    """«mal_estado/roto/<fail>» is one word of two, or one compound."""
    single, compound = parse("llegar mal_estado/roto/<fail>")
    assert single[1].symbols == {"roto", "<fail>"}
    assert [element.symbols for element in compound[1:]] == [{"mal"}, {"estado"}]


def test_what_a_pattern_names() -> None:
    """Words, forms and sets."""
    patterns = ("<leave>.they ~ =perdimos", "responder.we a_tiempo")
    assert sets_in(patterns) == {"leave"}
    assert forms_in(patterns) == {"perdimos"}
    assert words_in(patterns) == {"responder", "a", "tiempo"}


@pytest.mark.parametrize(
    "pattern", ["", "~ queja", "queja ~", "queja ~ ~ mal", "Queja", "qué", "a..b", "queja.us", "<a b>"]
)
def test_a_pattern_that_is_none_is_refused(pattern: str) -> None:
    """The message says which and why."""
    with pytest.raises(KnowledgeError, match="no es un patrón"):
        parse(pattern)


def test_a_word_stands_for_its_verb_its_speaker_and_its_sets() -> None:
    """Sets within sets, and who speaks all the way up."""
    sets = (synonyms("answer", "responder"), synonyms("serve", "<answer>", "queja"))
    speech = Speech.of([verbs("responder")], sets, [])
    assert {"responder", "responder.we", "<answer>", "<answer>.we", "<serve>", "<serve>.we"} <= speech.symbols[
        "respondemos"
    ]
    assert "<serve>.we" not in speech.symbols["responden"]
    assert "<serve>" in speech.symbols["quejas"]


def test_phrases_come_after_those_they_need() -> None:
    """A phrase may name another set of phrases."""
    sets = (synonyms("outer", "nunca <inner>"), synonyms("inner", "dar largas"))
    ranks = Speech.of([verbs("dar")], sets, []).phrases
    assert [
        sorted({symbol for found in rank.values() for phrase in found for symbol in phrase.symbols}) for rank in ranks
    ] == [
        ["<inner>"],
        ["<outer>"],
    ]


def test_sets_that_need_each_other_are_refused() -> None:
    """The message names them."""
    with pytest.raises(KnowledgeError, match="one, two"):
        Speech.of([], (synonyms("one", "no <two>"), synonyms("two", "no <one>")), [])


def test_a_prefix_goes_with_every_form_of_the_model() -> None:
    """«Mantener» as «tener»."""
    model = verbs("tener", "mantener", preterite="tuv", first="tengo")
    assert model.departure("mantener").preterite == "mantuv"
    assert model.departure("mantener").first == "mantengo"
    assert verbs("escribir", "describir", participle="escrito").departure("describir").participle == "descrito"


def test_words_that_only_look_like_a_verb() -> None:
    """«Se», «de» and «tarde» are no forms of «saber», «dar» and «tardar»."""
    symbols = load().speech.symbols
    assert "saber" not in symbols["se"]
    assert "dar" not in symbols["de"]
    assert "tardar" not in symbols["tarde"]


def test_what_a_form_tells_marks_it() -> None:
    """A wish, what would be, an infinitive; `.soon` for the present and the future alone."""
    speech = Speech.of([verbs("renovar", stressed="o>ue")], (), [])
    assert "<wish>" in speech.symbols["renueven"]
    assert "<would>" in speech.symbols["renovarian"]
    assert "<was>" in speech.symbols["renovaban"]
    assert "<infinitive>" in speech.symbols["renovarlos"]
    assert "renovar.soon" in speech.symbols["renueva"]
    assert "renovar.soon" not in speech.symbols["renovo"]
    assert not {"<wish>", "<would>", "<was>"} & speech.symbols["renuevan"]


def test_a_set_of_a_phrase_is_in_the_sets_that_name_it() -> None:
    """«<gone>» holds «<leave>», whose phrases have several words."""
    sets = (synonyms("leave", "se ir"), synonyms("gone", "<leave>"))
    ((phrase,),) = Speech.of([verbs("ir")], sets, []).phrases[0].values()
    assert phrase.symbols == {"<leave>", "<gone>"}


def test_a_noun_marked_as_present_keeps_its_sets() -> None:
    """`.some` passes to the sets that hold the noun."""
    sets = (synonyms("complaint", "queja"), synonyms("trouble", "<complaint>.some"))
    assert Speech.of([], sets, []).presented["<complaint>"] >= {"<complaint>.some", "<trouble>"}
