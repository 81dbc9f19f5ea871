from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from retention_coach.knowledge.entries.advocacy import AdvocacyPlay
from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.entries.questions import SkipWhen
from retention_coach.knowledge.entries.sectors import Blackout, Sector
from retention_coach.knowledge.loader import load

K = load()
PLAYS = {play.id: play for play in K.plays}
ACCOUNTANT, COOPERATIVE = K.sector("contabilidad"), K.sector("finanzas")


def edited(play: Play, **fields: object) -> Play:
    """The play with other fields, validated again."""
    return Play.model_validate({**play.model_dump(), **fields})


def blackout(first: tuple[int, int], last: tuple[int, int]) -> Blackout:
    """A blackout from one (month, day) to another."""
    return Blackout(start_month=first[0], start_day=first[1], end_month=last[0], end_day=last[1], reason="Temporada")


def test_action_names_one_customer_in_the_singular() -> None:
    """«1 cliente», never «1 clientes»."""
    play = PLAYS["play.escuchar_sin_vender"]
    assert "a 1 cliente sin" in play.render_action(reach=1, sector="contable", segment="vip", own=ACCOUNTANT)
    assert "a 6 clientes sin" in play.render_action(reach=6, sector="contable", segment="vip", own=ACCOUNTANT)


def test_action_fills_sector_and_segment() -> None:
    """The slots take the sector's adjective and the segment's Spanish label."""
    guide = PLAYS["play.guia_del_sector"].render_action(reach=4, sector="florícola", segment="regular", own=ACCOUNTANT)
    trial = PLAYS["play.prueba_complementaria"].render_action(
        reach=4, sector="florícola", segment="regular", own=ACCOUNTANT
    )
    assert "del sector florícola" in guide
    assert "del segmento habitual" in trial


def test_a_company_calls_its_customers_by_its_own_word() -> None:
    """A cooperative has «socios», in the singular, the plural and inside the sentence."""
    listen, clock = PLAYS["play.escuchar_sin_vender"], PLAYS["play.reloj_respuesta"]
    assert "a 6 socios sin" in listen.render_action(reach=6, sector="textil", segment="vip", own=COOPERATIVE)
    assert "a 1 socio sin" in listen.render_action(reach=1, sector="textil", segment="vip", own=COOPERATIVE)
    assert "cada mensaje de socios" in clock.render_action(reach=0, sector="textil", segment="vip", own=COOPERATIVE)


def test_action_with_an_unknown_slot_is_refused() -> None:
    """A slot that nobody fills would reach the document as braces."""
    with pytest.raises(ValidationError, match="casillas desconocidas: city"):
        edited(PLAYS["play.escuchar_sin_vender"], action="Llame a {reach} de {city}")


def test_a_play_knows_whether_it_names_customers() -> None:
    """Plays without a number of customers say so, and cost the same whatever it is."""
    log = PLAYS["play.registro_de_bajas"]
    assert not log.needs_reach
    assert PLAYS["play.escuchar_sin_vender"].needs_reach
    assert log.hours(1) == log.hours(50)


@given(reach=st.integers(min_value=1, max_value=500))
def test_effort_grows_by_the_part_for_each_customer(reach: int) -> None:
    """Hours and dollars are a fixed part plus a part for each customer reached."""
    play = PLAYS["play.visita_cuentas_clave"]
    assert play.hours(reach) - play.hours(reach - 1) == pytest.approx(play.hours_per_customer)
    assert play.cost_usd(reach) == pytest.approx(play.cost_fixed_usd + reach * play.cost_per_customer_usd)


def test_a_play_serves_only_its_relationship_models() -> None:
    """Renewals are of no use where nothing is renewed."""
    renewal = PLAYS["play.mapa_de_renovaciones"]
    assert renewal.serves("contract", K.sector("software"))
    assert not renewal.serves("recurring", K.sector("software"))


def test_a_play_may_be_limited_by_the_own_sector() -> None:
    """`only_sectors` and `not_sectors` speak of the company, not of its customers."""
    reminder, coffee = PLAYS["play.recordatorio_tributario"], PLAYS["play.cafe_con_clientes"]
    assert reminder.serves("contract", ACCOUNTANT, ["flores"])
    assert not reminder.serves("contract", K.sector("flores"), ["contabilidad"])
    assert coffee.serves("contract", K.sector("general"), ["seguridad"])
    assert not coffee.serves("contract", K.sector("seguridad"), ["general"])


def test_a_play_may_be_limited_by_the_customers_sector() -> None:
    """A Quito accountant serving farms gets what is for farms; a farm does not get it for being one."""
    harvest = PLAYS["play.pagos_con_cosecha"]
    assert harvest.serves("contract", ACCOUNTANT, ["flores", "comercio"])
    assert not harvest.serves("contract", K.sector("flores"), ["comercio"])


def test_work_on_site_for_farms_is_not_for_an_accountant() -> None:
    """Whoever delivers or repairs stands by in the season; whoever keeps the books does not."""
    guard = PLAYS["play.guardia_de_san_valentin"]
    assert guard.serves("contract", K.sector("logistica"), ["flores"])
    assert not guard.serves("contract", ACCOUNTANT, ["flores"])


def test_a_routine_starts_while_it_can_be_seen_at_work() -> None:
    """Not in the last two months of the plan; what has months of the year waits for them."""
    newsletter, papers = PLAYS["play.boletin_util"], PLAYS["play.papeles_antes_de_su_temporada"]
    assert [newsletter.may_start(month, 6) for month in (1, 4, 5, 6)] == [True, True, False, False]
    assert papers.may_start(6, 12)
    assert not papers.may_start(1, 4)


def test_what_starts_early_is_not_of_the_last_months() -> None:
    """Its phase would forbid what its mark asks."""
    late = PLAYS["play.boletin_util"].model_dump() | {"horizon_phase": 3}
    with pytest.raises(ValidationError, match="debe empezar pronto"):
        Play.model_validate(late)


def test_a_play_may_be_limited_by_what_is_sold() -> None:
    """Quantities are confirmed of goods, and a committee meets about credit; an unknown offer gets neither."""
    feast, committee = PLAYS["play.percha_antes_de_fiesta"], PLAYS["play.comite_dos_veces"]
    assert feast.serves("recurring", K.sector("alimentos"), ["comercio"])
    assert not feast.serves("recurring", COOPERATIVE, ["comercio"])
    assert committee.serves("recurring", COOPERATIVE)
    assert not committee.serves("recurring", K.sector("alimentos"))
    assert not any(play.serves("recurring", K.sector("general"), ["comercio"]) for play in (feast, committee))


def test_a_play_for_goods_and_services_suits_an_unknown_offer() -> None:
    """Whoever it is, it sends invoices."""
    invoice = PLAYS["play.factura_legible"]
    assert set(invoice.offers) >= {"goods", "services"}
    assert invoice.serves("recurring", K.sector("general"))
    assert not invoice.serves("recurring", COOPERATIVE)


def test_nobody_is_visited_abroad() -> None:
    """What supposes customers in the country is not for a company that has some outside it."""
    visit, video = PLAYS["play.visita_cuentas_clave"], PLAYS["play.auditoria_por_video"]
    bananas = K.sector("banano")
    assert visit.serves("contract", bananas, ["alimentos"])
    assert not visit.serves("contract", bananas, ["importadores"], customers_abroad=True)
    assert video.serves("contract", bananas, ["importadores"], customers_abroad=True)


@given(hours=st.floats(min_value=0, max_value=200))
@pytest.mark.parametrize("strategy", K.advocacy, ids=lambda entry: entry.id)
def test_what_a_strategy_expects_follows_from_its_hours(strategy: AdvocacyPlay, hours: float) -> None:
    """At least one, no more than the hours allow beyond it, and never more than can be believed."""
    target = strategy.success.target(hours)
    assert 1 <= target <= strategy.success.most
    assert target == 1 or target * strategy.success.hours_each <= hours
    assert strategy.success.counted(target).startswith(f"{target} ")


def test_one_of_them_is_said_in_the_singular() -> None:
    """«1 caso», «2 casos»."""
    success = next(entry for entry in K.advocacy if entry.id == "advocacy.caso_con_nombre").success
    assert success.counted(1).startswith("1 caso aprobado")
    assert success.counted(2).startswith("2 casos aprobados")


def test_a_blackout_holds_its_first_and_last_day() -> None:
    """Both ends belong to it, in every year."""
    valentine = blackout((1, 15), (2, 14))
    inside = [date(2027, 1, 15), date(2028, 2, 14)]
    outside = [date(2027, 1, 14), date(2028, 2, 15)]
    assert all(valentine.covers(day) for day in inside)
    assert not any(valentine.covers(day) for day in outside)


def test_a_blackout_may_run_over_new_year() -> None:
    """From December into January, and not the rest of the year."""
    closing = blackout((12, 20), (1, 6))
    assert closing.covers(date(2026, 12, 31))
    assert closing.covers(date(2027, 1, 6))
    assert not closing.covers(date(2027, 7, 1))


def test_a_blackout_on_a_day_that_does_not_exist_is_refused() -> None:
    """29 February is in the calendar only some years."""
    with pytest.raises(ValidationError):
        blackout((2, 29), (3, 10))


def test_a_sector_names_the_twelve_months_in_order() -> None:
    """A month twice, or in the wrong place, would tell the company the wrong season."""
    sector = load().sector("flores")
    assert [sector.in_month(month).month for month in range(1, 13)] == list(range(1, 13))
    swapped = (sector.cycle[1], sector.cycle[0], *sector.cycle[2:])
    with pytest.raises(ValidationError, match="doce meses en orden"):
        Sector.model_validate({**sector.model_dump(), "cycle": [note.model_dump() for note in swapped]})


def test_a_question_is_skipped_by_model_or_by_sector() -> None:
    """Any of the conditions is enough; none means that it is always asked."""
    rule = SkipWhen(relationship_models=("project",), sectors=("flores",))
    assert rule.applies("project", "software")
    assert rule.applies("contract", "flores")
    assert not rule.applies("contract", "software")
    assert not SkipWhen().applies("project", "flores")


def test_a_figure_and_a_benchmark_refuse_bounds_the_wrong_way_round() -> None:
    """The lower bound comes first."""
    figure, benchmark = load().figures[0], load().benchmarks[0]
    with pytest.raises(ValidationError, match="menor que el superior"):
        type(figure).model_validate({**figure.model_dump(), "low": 5, "high": 5})
    with pytest.raises(ValidationError, match="supera al superior"):
        type(benchmark).model_validate({**benchmark.model_dump(), "low": 9, "high": 5})
