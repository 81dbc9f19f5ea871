"""What the shipped base must be able to serve, whoever the company is."""

from collections import Counter

import pytest

from retention_coach.domain.figures import BOUNDS, UNITS
from retention_coach.knowledge.entries.plays import Play
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
    RelationshipModel,
    Signal,
)
from retention_coach.knowledge.loader import load
from retention_coach.metrics.registry import FORMULAS

K = load()
ANYONE = [play for play in K.plays if not (play.only_sectors or play.not_sectors or play.customer_sectors)]


def is_light(play: Play) -> bool:
    """One person can do it for one customer in an hour, without money."""
    return play.hours(1) <= 1 and play.cost_usd(1) == 0


@pytest.mark.parametrize("model", RELATIONSHIP_MODELS)
@pytest.mark.parametrize("signal", SIGNALS)
def test_every_signal_is_answered(signal: Signal, model: RelationshipModel) -> None:
    """At least two plays that any sector may use, however customers buy."""
    answers = [play for play in ANYONE if signal in play.themes and model in play.relationship_models]
    assert len(answers) >= 2


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
    selling = {"play.venta_complementaria", "play.paquete_integrado", "play.prueba_complementaria"}
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
    """Law changes: every limit has an address and a date to look again."""
    assert all(limit.source and limit.valid_until is not None for limit in K.legal)


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
    assert len(K.plays) >= 80
    assert len(K.advocacy) >= 12
    assert len(K.sectors) >= 16
    assert 22 <= len(K.questions) <= 26
