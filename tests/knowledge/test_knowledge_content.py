"""What the shipped base must be able to serve, whoever the company is."""

import re
from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest

from retention_coach.checks.advocacy import strategies_ask_permission, strategies_win_customers
from retention_coach.domain.figures import BOUNDS, UNITS
from retention_coach.knowledge.entries.advocacy import AdvocacyPlay
from retention_coach.knowledge.entries.plays import ACTION_WORDS, Play
from retention_coach.knowledge.entries.questions import Question
from retention_coach.knowledge.entries.sectors import Sector
from retention_coach.knowledge.entries.vocabulary import (
    HORIZON_PHASES,
    KPI_IDS,
    METHODS,
    RELATIONSHIP_MODELS,
    SEGMENTS,
    SIGNALS,
    STAGES,
    TOPICS,
    HorizonPhase,
    Method,
    Offer,
    RelationshipModel,
    Signal,
)
from retention_coach.knowledge.loader import load
from retention_coach.metrics.registry import FORMULAS

K = load()
ANYONE = [
    play for play in K.plays if not (play.only_sectors or play.not_sectors or play.customer_sectors or play.offers)
]
ANY_SECTOR = [play for play in K.plays if not (play.only_sectors or play.customer_sectors)]
PROGRAMMES = ("programa_de_puntos", "niveles_de_cliente")
ONLY_CUSTOMERS = {"general", "importadores"}


def is_light(play: Play) -> bool:
    """One person can do it for one customer in an hour, without money."""
    return play.hours(1) <= 1 and play.cost_usd(1) == 0


@pytest.mark.parametrize("model", RELATIONSHIP_MODELS)
@pytest.mark.parametrize("signal", SIGNALS)
def test_every_signal_is_answered(signal: Signal, model: RelationshipModel) -> None:
    """At least two plays that any sector may use, however customers buy."""
    answers = [play for play in ANYONE if signal in play.themes and model in play.relationship_models]
    assert len(answers) >= 2


@pytest.mark.parametrize("offer", ["goods", "services", "credit"])
@pytest.mark.parametrize("signal", SIGNALS)
def test_every_signal_is_answered_whatever_is_sold(signal: Signal, offer: Offer) -> None:
    """At least five plays for goods, for services and for credit, without counting those of one sector."""
    answers = [play for play in ANY_SECTOR if signal in play.themes and (not play.offers or offer in play.offers)]
    assert len(answers) >= 5


@pytest.mark.parametrize("signal", SIGNALS)
def test_an_exporter_answers_every_signal_from_home(signal: Signal) -> None:
    """Its buyers are abroad, and still there is a choice."""
    own = K.sector("banano")
    served = [play for play in K.plays if play.serves("contract", own, ["importadores"], customers_abroad=True)]
    assert len([play for play in served if signal in play.themes]) >= 5


@pytest.mark.parametrize("sector", K.sectors, ids=lambda sector: sector.key)
def test_every_sector_has_plays_of_its_own(sector: Sector) -> None:
    """At least four that only its companies, or only lenders, would do."""
    if sector.key in ONLY_CUSTOMERS:
        return
    own = [play for play in K.plays if sector.key in play.only_sectors or play.offers == sector.offers == ("credit",)]
    assert len(own) >= 4


@pytest.mark.parametrize("sector", K.sectors, ids=lambda sector: sector.key)
def test_every_action_fits_whatever_the_company_calls_its_customers(sector: Sector) -> None:
    """Twenty-five words at most, with the company's own word and the longest adjective of its customers' sector."""
    adjective = max((each.adjective for each in K.sectors), key=lambda words: len(words.split()))
    for play in K.plays:
        action = play.render_action(reach=12, sector=adjective, segment="at_risk", own=sector)
        assert len(action.split()) <= ACTION_WORDS
        assert not set("{}") & set(action)


@pytest.mark.parametrize("key", ["finanzas", "banca"])
def test_a_lender_never_confirms_a_delivery(key: str) -> None:
    """What is said to a cooperative speaks neither of goods nor of invoices for them."""
    own, customers = K.sector(key), ["cuero_calzado", "logistica", "mercados"]
    served = [play for play in K.plays if play.serves("recurring", own, customers)]
    goods = re.compile(
        r"\b(cantidades|reposición|reponer|fletes?|mercadería|faltantes?|inventario|despachadores|transportista|factura|entregas)\b",
        re.IGNORECASE,
    )
    assert [play.id for play in served if goods.search(play.action)] == []


@pytest.mark.parametrize("key", ["banano", "flores", "contabilidad", "servicios_profesionales", "finanzas", "banca"])
def test_points_and_levels_are_for_many_small_buyers(key: str) -> None:
    """Neither exporters nor whoever sells hours or credit is told to run a programme of points or levels."""
    served = [play for play in K.plays if play.serves("recurring", K.sector(key), [])]
    assert [play.id for play in served if re.search(r"\b(puntos|niveles|nivel)\b", play.action)] == []


def test_a_programme_of_points_needs_customers_enough() -> None:
    """Twenty at least, and the one of levels is for other companies: two programmes are never in one plan."""
    points, levels = (next(p for p in K.plays if p.id == f"play.{name}") for name in PROGRAMMES)
    assert points.min_reach >= 20
    assert levels.min_reach >= 20
    assert points.needs_reach
    assert levels.needs_reach
    assert not set(points.only_sectors) & set(levels.only_sectors)


def test_easter_is_tied_to_no_month() -> None:
    """Holy Week is in March or in April: what a sector says of a month holds in every year."""
    for sector in K.sectors:
        for note in sector.cycle:
            if re.search(r"Semana Santa|Pascua|[Ff]anesca", note.text):
                assert re.search(r"si (no )?cae", note.text), (sector.key, note.month)


def test_every_strategy_wins_customers_and_asks_permission() -> None:
    """What the checks ask of step 65 holds for every entry, so that whichever is chosen passes."""
    shelf: Any = SimpleNamespace(strategies=K.advocacy)
    nowhere: Any = None  # a context is asked for a finding only
    assert list(strategies_win_customers(shelf, nowhere)) == []
    assert list(strategies_ask_permission(shelf, nowhere)) == []


@pytest.mark.parametrize("strategy", K.advocacy, ids=lambda entry: entry.id)
def test_consent_is_written_specific_and_revocable(strategy: AdvocacyPlay) -> None:
    """It says by what means, what may be used of name, logo, words and figures, and that it can be taken back."""
    text = strategy.consent_text
    assert "por escrito" in text
    assert re.search(r"nombre", text)
    assert re.search(r"logotipo|fotografía|imagen", text)
    assert re.search(r"palabras|texto|opinión|frase|respuesta|carta|reclamo|charla|experiencia|visita", text)
    assert re.search(r"cifras|precios|montos|cuánto debo", text)
    assert re.search(r"retir|cancelar|salir de la lista|excluya|no se nos contacte", text)


@pytest.mark.parametrize("phase", HORIZON_PHASES)
@pytest.mark.parametrize("method", METHODS)
def test_every_phase_has_every_method(phase: HorizonPhase, method: Method) -> None:
    """The five proven methods are there in months 1-2, 3-4 and 5-6, for any sector and relationship model."""
    found = [play for play in ANYONE if (play.horizon_phase, play.method) == (phase, method)]
    assert {model for play in found for model in play.relationship_models} == set(RELATIONSHIP_MODELS)


@pytest.mark.parametrize("phase", HORIZON_PHASES)
@pytest.mark.parametrize("model", RELATIONSHIP_MODELS)
def test_tiny_teams_can_act_in_every_phase(phase: HorizonPhase, model: RelationshipModel) -> None:
    """An hour and no money are enough for at least three plays of each phase."""
    found = [p for p in ANYONE if is_light(p) and p.horizon_phase == phase and model in p.relationship_models]
    assert len(found) >= 3


def test_every_stage_segment_and_indicator_has_plays() -> None:
    """None of the closed lists has a value that nothing uses."""
    assert {play.stage for play in K.plays} == set(STAGES)
    assert {segment for play in K.plays for segment in play.segments} == set(SEGMENTS)
    assert {play.kpi for play in K.plays} == set(KPI_IDS)


def test_actions_are_all_different() -> None:
    """No play is another one under a second name."""
    repeated = [action for action, times in Counter(play.action for play in K.plays).items() if times > 1]
    assert repeated == []


def test_expansion_comes_after_satisfaction() -> None:
    """Selling more is only for customers who are content: it is a condition of the play or of what precedes it."""
    selling = {
        "play.venta_complementaria",
        "play.paquete_integrado",
        "play.prueba_complementaria",
        "play.version_superior",
        "play.a_la_medida_del_cliente",
        "play.plan_superior_con_retorno",
        "play.servicio_adicional_relacionado",
    }
    for play in K.plays:
        if play.id in selling:
            assert any("calificó bajo" in text for text in play.not_when)


def test_rewards_never_go_on_invoices_already_issued() -> None:
    """A discount after invoicing needs a credit note, whose use is restricted."""
    assert not any("nota de crédito" in play.action for play in K.plays)
    assert K.has("legal.premio_en_la_siguiente_factura")


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_core_questions_for_every_model(topic: str) -> None:
    """The interview covers the five topics whatever the relationship model."""
    for model in RELATIONSHIP_MODELS:
        asked = [
            question
            for question in K.questions
            if question.topic == topic and question.priority == "core" and not question.skip_when.applies(model, "")
        ]
        assert asked


@pytest.mark.parametrize(
    "words",
    [
        "últimos cinco clientes que perdió",
        "¿con quién se va",
        "cinco clientes más grandes",
        "próximos seis meses y cuáles le preocupan",
        "por cobrar vencido",
        "quién decide la compra",
        "aceptaría que lo nombren",
        "atiende las quejas",
        "cómo lo mide",
        "cuántas horas al mes",
        "presupuesto puede destinar",
        "Dentro de seis meses",
    ],
)
def test_the_questions_a_good_consultant_asks_are_core(words: str) -> None:
    """Those that the product names are in the bank, and never optional."""
    found: list[Question] = [question for question in K.questions if words in question.text]
    assert [question.priority for question in found] == ["core"]


def test_question_codes_are_consecutive() -> None:
    """Codes are permanent, so none is missing or out of order."""
    assert [question.code for question in K.questions] == [f"Q{n}" for n in range(1, len(K.questions) + 1)]
    for question in K.questions:
        codes = [follow_up.code for follow_up in question.follow_ups]
        assert codes == [f"{question.code}.{n}" for n in range(1, len(codes) + 1)]


def test_figures_are_those_of_a_profile() -> None:
    """Each asks for one field of the profile, in its unit and within its bounds."""
    assert {figure.key: figure.unit for figure in K.figures} == UNITS
    for figure in K.figures:
        low, high = BOUNDS[figure.unit]
        assert low <= figure.low < figure.high <= high


def test_indicators_use_formulas_that_exist() -> None:
    """A formula cited by id is one that this program computes."""
    for kpi in K.kpis:
        assert {formula.id for formula in kpi.formulas} <= set(FORMULAS)


def test_every_benchmark_states_its_limits_and_place() -> None:
    """None passes for a reference of Ecuador, and only the ones that say no year lack one."""
    for benchmark in K.benchmarks:
        assert benchmark.source
        assert "Ecuador" not in benchmark.geography
        assert benchmark.valid_until is not None
    undated = {benchmark.id for benchmark in K.benchmarks if benchmark.year is None}
    assert undated == {"benchmark.recurly_b2b_churn", "benchmark.superoffice_response"}


def test_where_there_is_no_benchmark_it_is_said_so() -> None:
    """One sentence for every indicator, the same everywhere."""
    assert {entry.statement for entry in K.no_benchmarks} == {"sin referencia publicada verificable; use su línea base"}
    assert not [b for b in K.benchmarks if b.kpi in {"clv", "usage", "nps"}]


def test_legal_limits_cite_and_expire() -> None:
    """Law changes: a limit has an address and a date to look again; what one sector must mind is said as judgement."""
    assert all(limit.source and limit.valid_until is not None for limit in K.legal if not limit.own_sectors)
    assert all(limit.professional_judgement for limit in K.legal if limit.own_sectors)


@pytest.mark.parametrize("sector", K.sectors, ids=lambda sector: sector.key)
def test_every_sector_is_confirmed_with_the_company(sector: Sector) -> None:
    """What is judgement is asked; only facts carry addresses."""
    assert sector.professional_judgement
    assert sector.confirm_question
    assert {note.activity for note in sector.cycle} >= {"normal"}


def test_the_flower_farms_are_left_alone_before_valentine() -> None:
    """The best sourced blackout of the country."""
    flowers = K.sector("flores").blackouts[0]
    assert (flowers.start_month, flowers.start_day, flowers.end_month, flowers.end_day) == (1, 15, 2, 14)


def test_the_size_that_was_promised() -> None:
    """Enough of every kind for companies to get different plans."""
    assert len(K.plays) >= 400
    assert len(K.advocacy) >= 20
    assert len(K.sectors) >= 24
    assert 22 <= len(K.questions) <= 26
