from collections import Counter

import pytest
from calendar_sources import calendar_data, gazetteer

from retention_coach.knowledge.calendar.entries import Region


def found(text: str) -> str | None:
    """The id of the canton a text names."""
    place = gazetteer().find(text)
    return place.canton.id if place else None


@pytest.mark.parametrize(
    ("typed", "canton"),
    [
        ("quito", "canton.quito"),
        ("  QUITO ", "canton.quito"),
        ("Quito, Ecuador", "canton.quito"),
        ("ciudad de Quito", "canton.quito"),
        ("DMQ", "canton.quito"),
        ("GYE", "canton.guayaquil"),
        ("Santiago de Guayaquil", "canton.guayaquil"),
        ("Sto. Domingo", "canton.santo-domingo"),
        ("Santo Domingo de los Tsáchilas", "canton.santo-domingo"),
        ("santo domingo de los tsachilas", "canton.santo-domingo"),
        ("Cantón Rumiñahui", "canton.ruminahui"),
        ("Sangolqui", "canton.ruminahui"),
        ("El Coca", "canton.orellana"),
        ("Puyo", "canton.pastaza"),
        ("Pto. López", "canton.puerto-lopez"),
        ("Olmedo (Loja)", "canton.olmedo-loja"),
        ("Olmedo, Manabí", "canton.olmedo-manabi"),
        ("Pichincha (Manabí)", "canton.pichincha"),
        ("24 de mayo", "canton.24-de-mayo"),
        ("Loja", "canton.loja"),
    ],
)
def test_a_canton_is_found_as_people_type_it(typed: str, canton: str) -> None:
    """Case, accents, punctuation, abbreviations and well-known other names do not matter."""
    assert found(typed) == canton


@pytest.mark.parametrize("typed", ["Bolívar", "olmedo", "Pichincha", "", "Lima", "Ecuador"])
def test_an_ambiguous_or_foreign_name_finds_nothing(typed: str) -> None:
    """A name of several cantons, of a province that is not the canton's, or of none, is not guessed."""
    assert found(typed) is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("guayaquli", "Guayaquil (Guayas)"),
        ("Rumiñaui", "Rumiñahui (Pichincha)"),
        ("samborondom", "Samborondón (Guayas)"),
        ("Guayas", "Guayaquil (Guayas)"),
        ("Morona Santiago", "Morona (Morona Santiago)"),
    ],
)
def test_a_near_miss_is_suggested(typed: str, first: str) -> None:
    """A misspelling suggests the canton, a province's name its capital."""
    assert gazetteer().suggestions(typed)[0].label == first


def test_namesakes_are_all_suggested() -> None:
    """Whoever types «Bolívar» may choose between both cantons; whoever types «Pichincha», Quito among others."""
    bolivar = [place.canton.id for place in gazetteer().suggestions("Bolivar")]
    assert bolivar[:2] == ["canton.bolivar-carchi", "canton.bolivar-manabi"]
    assert "canton.quito" in [place.canton.id for place in gazetteer().suggestions("Pichincha")]


def test_suggestions_keep_to_the_limit_and_to_sense() -> None:
    """Never more than asked for, and none for a text like nothing."""
    assert len(gazetteer().suggestions("San", limit=2)) <= 2
    assert gazetteer().suggestions("xyzw") == ()
    assert gazetteer().suggestions("") == ()


def test_every_canton_is_found_by_its_label() -> None:
    """The name shown to people leads back to the canton."""
    for canton in calendar_data().cantons:
        place = gazetteer().by_id(canton.id)
        assert place is not None
        assert gazetteer().find(place.label) == place


def test_every_alias_names_one_canton() -> None:
    """No alias belongs to two cantons."""
    for canton in calendar_data().cantons:
        for alias in canton.aliases:
            assert found(alias) == canton.id, alias


def test_an_unknown_id_has_no_place() -> None:
    """`by_id` answers None for an id of nothing."""
    assert gazetteer().by_id("canton.atlantida") is None


@pytest.mark.parametrize(
    ("typed", "region"),
    [("Quito", Region.SIERRA), ("Manta", Region.COSTA), ("Macas", Region.AMAZONIA), ("Isabela", Region.INSULAR)],
)
def test_a_place_knows_its_region(typed: str, region: Region) -> None:
    """The region comes with the canton."""
    place = gazetteer().find(typed)
    assert place is not None
    assert place.region is region


def test_the_country_is_complete() -> None:
    """24 provinces and 222 cantons, as many in each province as the political division has."""
    data = calendar_data()
    assert len(data.provinces) == 24
    assert len(data.cantons) == 222
    count = Counter(canton.province.removeprefix("province.") for canton in data.cantons)
    assert count == {
        "azuay": 15,
        "bolivar": 7,
        "canar": 7,
        "carchi": 6,
        "cotopaxi": 7,
        "chimborazo": 10,
        "el-oro": 14,
        "esmeraldas": 7,
        "guayas": 25,
        "imbabura": 6,
        "loja": 16,
        "los-rios": 13,
        "manabi": 22,
        "morona-santiago": 13,
        "napo": 5,
        "orellana": 4,
        "pastaza": 4,
        "pichincha": 8,
        "santa-elena": 3,
        "santo-domingo-de-los-tsachilas": 2,
        "sucumbios": 7,
        "tungurahua": 9,
        "zamora-chinchipe": 9,
        "galapagos": 3,
    }
