from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from knowledge_edits import changed, with_entry

from retention_coach.errors import KnowledgeError
from retention_coach.knowledge.calendar.working_calendar import WorkingCalendar
from retention_coach.knowledge.loader import load

KNOWLEDGE = load()


def test_every_entry_is_found_by_its_id() -> None:
    """Evidence resolves: each id leads to the very entry, the calendar's included."""
    entries = list(KNOWLEDGE.entries())
    assert all(KNOWLEDGE.entry(entry.id) is entry for entry in entries)
    assert KNOWLEDGE.has("season.navidad")
    assert len(entries) > 400


def test_an_unknown_id_says_how_to_find_one() -> None:
    """The error names the id and the command that searches."""
    assert not KNOWLEDGE.has("play.inventada")
    with pytest.raises(KnowledgeError, match=r"play\.inventada.*knowledge search"):
        KNOWLEDGE.entry("play.inventada")


def test_search_ignores_accents_and_capitals() -> None:
    """People leave accents out."""
    assert KNOWLEDGE.find("RENOVACION anticipada") == KNOWLEDGE.find("renovación anticipada")
    assert "play.renovacion_anticipada" in {entry.id for entry in KNOWLEDGE.find("renovacion")}


def test_search_puts_what_is_named_so_first() -> None:
    """An entry with the words in its id or name comes before one that only mentions them."""
    found = [entry.id for entry in KNOWLEDGE.find("flores")]
    assert found[0] == "sector.flores"
    assert len(found) > 1


def test_search_ranks_by_what_is_called_so() -> None:
    """What is called so, what has the words in its name, what mentions them; singular and plural alike."""
    found = [entry.id for entry in KNOWLEDGE.find("puntos")]
    assert set(found[:3]) == {"play.programa_de_puntos", "play.saldo_de_puntos", "lesson.programa_por_puntos"}
    assert KNOWLEDGE.find("niveles") == KNOWLEDGE.find("nivel")
    assert KNOWLEDGE.find("tecnica del bundle o paquete")[0].id == "lesson.tecnica_del_bundle"


@pytest.mark.parametrize(
    "text", ["upselling", "cross-selling", "puntos", "nivel", "referidos", "bundle", "foro", "VIP"]
)
def test_what_the_class_calls_things_is_found(text: str) -> None:
    """A consultant who took the class finds its words."""
    assert any(entry.prefix in {"lesson", "play"} for entry in KNOWLEDGE.find(text))


def test_search_takes_short_words_whole_and_no_names_of_fields() -> None:
    """«IVA» is not in «privada», and nobody looks for the fields of the code."""
    assert "sector.seguridad" not in {entry.id for entry in KNOWLEDGE.find("iva")}
    assert KNOWLEDGE.find("professional_judgement") == ()


def test_search_wants_every_word() -> None:
    """Two words narrow the search; no words find nothing."""
    both = KNOWLEDGE.find("san valentin")
    assert 0 < len(both) < len(KNOWLEDGE.find("san"))
    assert KNOWLEDGE.find("  ¿? ") == ()
    assert KNOWLEDGE.find("xyzzy") == ()


def test_expiring_lists_the_first_to_cease_first() -> None:
    """What ends before the date, and not on it, in order of date."""
    legal = with_entry(KNOWLEDGE.legal, "legal.consentimiento", valid_until=date(2026, 12, 1))
    legal = with_entry(legal, "legal.terceros", valid_until=date(2026, 11, 30))
    base = changed(legal=legal)
    expiring = [entry.id for entry in base.expiring(date(2026, 12, 2))]
    assert expiring.index("legal.terceros") < expiring.index("legal.consentimiento")
    assert "legal.consentimiento" not in {entry.id for entry in base.expiring(date(2026, 12, 1))}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Exportación de camarón", "camaron"),
        ("FINCAS FLORICOLAS", "flores"),
        ("cooperativa de ahorro y credito", "finanzas"),
        ("Cooperativa de transporte", "logistica"),
        ("comercio de insumos agrícolas", "insumos_agricolas"),
        ("estudio contable", "contabilidad"),
        ("hoteles", "turismo"),
        ("ferretería", "ferreterias"),
        ("Talleres de calzado", "cuero_calzado"),
        ("TALLERES DE CONFECCION", "textil"),
        ("carrocerías", "metalmecanica"),
        ("Transporte de carga", "logistica"),
        ("transportistas", "logistica"),
        ("Comerciantes mayoristas", "mercados"),
        ("distribuidora de abarrotes", "mercados"),
        ("farmacias de barrio", "farmacias"),
        ("Importadores de banano", "importadores"),
        ("mayoristas de Miami", "comercio"),
        ("GAD municipal", "sector_publico"),
        ("fundaciones", "ong"),
        ("bancos", "banca"),
        ("bróker de seguros", "seguros"),
        ("restaurante de comida china", "restaurantes"),
        ("servicios legales", "servicios_profesionales"),
        ("imprenta", "general"),
        ("", "general"),
    ],
)
def test_sector_as_people_type_it(typed: str, key: str) -> None:
    """Accents, capitals and plurals do not matter; what is not known is the general sector."""
    assert KNOWLEDGE.sector_for(typed).key == key


def test_sectors_come_in_the_order_named() -> None:
    """In Spanish the trade is named before what it serves."""
    assert [sector.key for sector in KNOWLEDGE.sectors_in("transporte de flores y más flores")] == [
        "logistica",
        "flores",
    ]


@pytest.mark.parametrize("sector", KNOWLEDGE.sectors, ids=lambda sector: sector.key)
def test_every_alias_leads_to_its_sector(sector: object) -> None:
    """No alias is hidden by another sector's."""
    assert sector in KNOWLEDGE.sectors
    for alias in getattr(sector, "aliases", ()):
        assert KNOWLEDGE.sector_for(alias) is sector


@given(st.text(max_size=60))
def test_any_text_has_a_sector(text: str) -> None:
    """Whatever is typed leads to one of the sectors, without an error."""
    assert KNOWLEDGE.sector_for(text) in KNOWLEDGE.sectors


def test_an_unknown_sector_key_is_an_error() -> None:
    """A key is a reference: it resolves or is reported."""
    with pytest.raises(KnowledgeError, match=r"sector\.minas"):
        KNOWLEDGE.sector("minas")


def test_signals_and_indicators_are_found_by_code() -> None:
    """The engine asks by code."""
    assert KNOWLEDGE.signal("slow_response").label == "Respuesta lenta"
    assert KNOWLEDGE.kpi("churn").direction == "down"


def test_the_working_calendar_is_computed_once() -> None:
    """It is costly, so the same value is given each time."""
    assert isinstance(KNOWLEDGE.working_calendar, WorkingCalendar)
    assert KNOWLEDGE.working_calendar is KNOWLEDGE.working_calendar
    assert not KNOWLEDGE.working_calendar.is_working_day(date(2026, 12, 25))
