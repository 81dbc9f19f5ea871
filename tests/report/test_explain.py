"""Why an item says what it says."""

import pytest
from sample_case import ANSWERS, KNOWLEDGE, LATE_EVENING, PROFILE, session_until

from retention_coach.chain.machine import new_session
from retention_coach.domain.profile import Segment
from retention_coach.errors import InvalidInputError
from retention_coach.report.explain import Explanation, explain


def _explain(item_id: str) -> Explanation:
    return explain(session_until(), KNOWLEDGE, item_id)


def test_action_leads_back_to_the_answer() -> None:
    """The action cites an observation, the observation an answer: its text is there, and through what."""
    found = _explain("A1")
    assert found.kind == "Acción del plan de seis meses (agosto de 2027)"
    assert found.says[0] == "Llame a cada cliente y escuche."
    answer = next(origin for origin in found.origins if origin.kind == "answer")
    assert (answer.ref, answer.detail, answer.via) == ("Q2", ANSWERS[1].text, "D2")
    account = next(origin for origin in found.origins if origin.kind == "account")
    assert account.detail == "Rosas del Cayambe, USD 9.600,00 al año, riesgo bajo"


def test_figures_and_calculations_are_shown() -> None:
    """A figure of the company with its origin; a calculation with its formula, numbers and result."""
    figure = next(origin for origin in _explain("churn").origins if origin.kind == "figure")
    assert figure.detail == "cifra del plan: 3 clientes. 3 clientes (estimación)"
    calculation = next(origin for origin in _explain("nps").origins if origin.kind == "calculation")
    assert "(6 − 1) ÷ 10 × 100" in calculation.words
    assert "50 puntos" in calculation.detail


def test_knowledge_comes_with_its_source() -> None:
    """The entry's name, and its source with the day it was verified."""
    entry = next(origin for origin in _explain("churn").origins if origin.kind == "knowledge")
    assert entry.words == "conocimiento: Servicios contables"
    assert entry.detail == "criterio profesional, por confirmar con la empresa (verificado el 21/11/2026)"


def test_facts_of_ecuador_count_as_knowledge() -> None:
    """A sector action rests on the entry that adapts it."""
    refs = {origin.ref for origin in _explain("S2").origins if origin.kind == "knowledge"}
    assert "legal.consent" in refs


@pytest.mark.parametrize("item_id", ["D1", "a", "B", "a7", "S3", "e5", "NPS", " clv "])
def test_every_kind_of_item_is_found(item_id: str) -> None:
    """Ids are found whatever the case of their letters, and every item rests on something."""
    found = _explain(item_id)
    assert found.id.casefold() == item_id.strip().casefold()
    assert found.says
    assert found.origins


def test_an_account_is_explained_by_its_health() -> None:
    """Score and level, the entries with the weights, the account and the arithmetic."""
    found = _explain("c1")
    assert (found.id, found.says[0]) == ("C1", "100 de 100: sana. Así está la cuenta.")
    assert {origin.kind for origin in found.origins} == {"account", "knowledge", "calculation"}
    assert "Acción preventiva: Pregunte cómo está." in found.says


def test_a_segment_is_explained_by_its_name() -> None:
    """Whatever the case; of one without data, what to ask."""
    profile = PROFILE.model_copy(update={"segments": (Segment(name="Fincas grandes"),)})
    found = explain(session_until().model_copy(update={"profile": profile}), KNOWLEDGE, "fincas grandes")
    assert found.kind == "Salud del segmento"
    assert found.says[-1] == "Falta saber: ¿Qué riesgo ve?"


def test_unknown_item_lists_what_there_is() -> None:
    """The hint names the ids; a session without results says so."""
    with pytest.raises(InvalidInputError, match="A99") as caught:
        _explain("A99")
    assert "D1, D2" in caught.value.hint
    assert "response_time" in caught.value.hint
    with pytest.raises(InvalidInputError) as empty:
        explain(new_session("vacia-1", LATE_EVENING), KNOWLEDGE, "A1")
    assert empty.value.hint == "Todavía no tiene resultados que explicar."


def test_explanation_says_when_its_step_is_out_of_date() -> None:
    """Only the items of out-of-date steps."""
    session = session_until("61-strategy")
    changed = session.model_copy(update={"profile": PROFILE.model_copy(update={"budget_usd": 50})})
    assert explain(changed, KNOWLEDGE, "D1").stale
    assert not explain(session, KNOWLEDGE, "D1").stale


@pytest.mark.parametrize("item_id", ["recomendacion", "M2", "ciclo", "particularidades", "cuenta"])
def test_every_part_of_a_document_can_be_explained(item_id: str) -> None:
    """Also what has no number of its own: the advice, a month's goal, a consideration, the account."""
    found = _explain(item_id)
    assert found.id == item_id
    assert found.says
    assert found.origins
