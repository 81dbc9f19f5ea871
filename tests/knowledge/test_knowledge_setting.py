from datetime import date

import pytest

from retention_coach.domain.profile import Profile
from retention_coach.knowledge.loader import load
from retention_coach.knowledge.setting import Setting

K = load()
HARVEST = "Exportación de banano"


def setting(
    industry: str, *customers: str, cantons: tuple[str, ...] = (), described: str = "Empresas medianas"
) -> Setting:
    """The setting of a company of Machala with these customers."""
    profile = Profile(
        company="Empresa de prueba",
        industry=industry,
        services="Servicios para empresas",
        main_benefit="Cumplimiento",
        relationship_model="contract",
        canton="Machala",
        customer_industries=customers,
        customer_cantons=cantons,
        customer_profile=described,
        start_month="2027-01",
    )
    return Setting.of(profile, K)


@pytest.mark.parametrize(
    ("industry", "customers", "abroad"),
    [
        (HARVEST, "Importadores de banano", True),
        (HARVEST, "importadores", True),
        (HARVEST, "Supermercados de Alemania", True),
        (HARVEST, "clientes del exterior", True),
        (HARVEST, "Fábricas de snacks", False),
        ("Agente de aduana", "Importadores de vehículos de China", False),
        ("Agente de aduana", "importadores", False),
        ("Contabilidad", "Restaurantes de comida china", False),
        ("Logística", "Importadores de banano", True),
    ],
)
def test_who_is_abroad(industry: str, customers: str, abroad: bool) -> None:
    """An industry that names a country, and an exporter's importers; never whoever imports to sell here."""
    assert setting(industry, customers).customers_abroad is abroad


def test_customers_described_abroad_are_abroad_unless_they_have_a_canton() -> None:
    """«Supermercados» may be anywhere: the description says where, and a canton of Ecuador says otherwise."""
    described = "Cadenas de Alemania y de Italia"
    assert setting(HARVEST, "Supermercados", described=described).all_abroad
    assert not setting(HARVEST, "Supermercados", described=described, cantons=("Guayaquil",)).customers_abroad
    assert setting(HARVEST, described=described).customers_abroad


def test_what_a_company_imports_is_not_what_it_is() -> None:
    """A shop that brings spare parts from China sells here."""
    shop = setting("Importadora de repuestos de China", "talleres de calzado")
    assert shop.own.key == "comercio"
    assert not shop.customers_abroad


def test_domestic_seasons_are_not_of_customers_abroad() -> None:
    """Wages paid to people in Ecuador and its shops' Christmas do not move a buyer in Hamburg."""
    abroad, mixed = setting(HARVEST, "Importadores"), setting(HARVEST, "Importadores", "Tiendas", cantons=("Machala",))
    ours = {season.id for season in mixed.month("2027-03", K).seasons}
    theirs = {season.id for season in abroad.month("2027-03", K).seasons}
    assert "season.decimo-cuarto-costa-insular" in ours
    assert "season.decimo-cuarto-costa-insular" not in theirs
    assert theirs < ours
    assert abroad.month("2027-03", K).rest_days == mixed.month("2027-03", K).rest_days
    assert abroad.calendar_entries("2027-03", K) < mixed.calendar_entries("2027-03", K)


def test_customers_abroad_have_their_own_quiet_days() -> None:
    """Christmas where it is kept, and not the last days of selling in the shops of Ecuador."""
    abroad = setting(HARVEST, "Importadores")
    assert abroad.blackout_reason(date(2027, 12, 28), K) == "Fiestas de Navidad y Año Nuevo en el país del comprador"
    assert abroad.blackout_reason(date(2027, 11, 24), K) == ""
    assert setting(HARVEST, "Tiendas").blackout_reason(date(2027, 11, 24), K) == "Semana del Black Friday"


def test_the_plays_of_a_company_follow_its_customers_offer_and_place() -> None:
    """Its own sector, what it sells and where its customers are decide together."""
    exporter = {play.id for play in setting(HARVEST, "Importadores de banano").plays(K, "contract")}
    cooperative = {play.id for play in setting("Cooperativa de ahorro y crédito", "Mercados").plays(K, "recurring")}
    assert "play.auditoria_por_video" in exporter
    assert "play.visita_en_finca" not in exporter
    assert "play.caja_diaria_del_puesto" in cooperative
    assert "play.control_antes_de_entregar" not in cooperative


def test_customers_of_an_unknown_industry_get_what_finds_out_about_them() -> None:
    """The plays for the general sector are there when no industry is recognised."""
    assert "play.manana_en_su_operacion" in {play.id for play in setting("Imprenta").plays(K, "contract")}
    assert setting("Imprenta").own.key == "general"
