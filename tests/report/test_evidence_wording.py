"""Where a claim comes from, in words, for each reader."""

import pytest
from sample_case import ANSWERS, KNOWLEDGE, session_until

from retention_coach.domain.evidence import Evidence, EvidenceKind
from retention_coach.report.case import Audience, Case
from retention_coach.report.evidence_wording import all_words, arithmetic, evidence_words, lower_first

ASKED = "¿Por qué se fueron los últimos?"


def _case(audience: Audience) -> Case:
    return Case.of(session_until(), KNOWLEDGE, audience)


@pytest.mark.parametrize(
    ("kind", "ref", "detail", "company", "consultant"),
    [
        ("answer", "Q2", "", f"respuesta a «{ASKED}»", f"respuesta Q2 («{ASKED}»)"),
        ("answer", "Q9", "", "respuesta de la entrevista", "respuesta Q9"),
        ("figure", "customers_lost", "", "cifra: clientes perdidos en el período", None),
        ("figure", "unheard_of", "", "cifra: cifra de la empresa", None),
        ("account", "C1", "", "cuenta: Rosas del Cayambe", None),
        ("account", "C9", "", "cuenta: una cuenta que ya no consta", None),
        ("profile", "start_month", "", "perfil: mes de inicio", None),
        ("plan", "A3", "", "acción A3", None),
        ("plan", "A", "", "alternativa A", None),
        ("plan", "churn", "", "indicador: tasa de churn o deserción", None),
        ("plan", "D2", "", "diagnóstico (riesgos)", "observación D2 (riesgos)"),
        ("plan", "D99", "", "plan anterior", "plan: D99"),
        ("plan", "S2", "", "acción sectorial S2", None),
        ("plan", "E1", "", "estrategia E1", None),
        ("knowledge", "sector.flores", "", "conocimiento: Florícola", None),
        ("knowledge", "sector.gone", "", "conocimiento: una entrada que ya no consta", None),
        ("calculation", "logo_churn", "8 / 120 * 100", "cálculo: 8 ÷ 120 × 100", None),
        ("assumption", "", "Contesta la mitad.", "supuesto: Contesta la mitad.", None),
    ],
)
def test_evidence_in_words(kind: EvidenceKind, ref: str, detail: str, company: str, consultant: str | None) -> None:
    """The company reads no internal code but short action ids; the consultant reads the ids of answers too."""
    evidence = Evidence(kind=kind, ref=ref, detail=detail)
    assert evidence_words(evidence, _case("company")) == company
    assert evidence_words(evidence, _case("consultant")) == (consultant or company)


def test_several_answers_are_told_together() -> None:
    """A long list of answers is one phrase, where the first of them stands; other evidence stays apart."""
    pieces = [Evidence(kind="answer", ref=item.id, detail="") for item in ANSWERS[:2]]
    account = Evidence(kind="account", ref="C1", detail="")
    told = "respuesta a «¿Cómo está hoy la relación con sus clientes?» y a 1 pregunta más"
    assert all_words([pieces[0], account, pieces[1]], _case("company")) == (told, "cuenta: Rosas del Cayambe")
    assert all_words([account, *pieces], _case("consultant")) == ("cuenta: Rosas del Cayambe", "respuestas Q1 y Q2")


@pytest.mark.parametrize(
    ("operation", "text"),
    [
        ("(120 - 8) / 120 * 100", "(120 − 8) ÷ 120 × 100"),
        ("1 - (1 - 0.05) ** 12", "1 − (1 − 0,05) ^ 12"),
        ("3+(-3.5)", "3 + (−3,5)"),
        ("2400 / (1.12 - 83.33333333333334/100)", "2400 ÷ (1,12 − 83,3333 ÷ 100)"),
        ("-5 * 2", "−5 × 2"),
    ],
)
def test_arithmetic_is_written_for_people(operation: str, text: str) -> None:
    """Typographic signs, decimal commas, no more than four decimals."""
    assert arithmetic(operation) == text


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Clientes perdidos", "clientes perdidos"),
        ("NPS", "NPS"),
        ("Net Promoter Score", "Net Promoter Score"),
        ("", ""),
    ],
)
def test_names_keep_their_capitals(text: str, inside: str) -> None:
    """A common noun loses its capital in the middle of a sentence; a name and an acronym keep theirs."""
    assert lower_first(text) == inside
