"""The customers' health in documents: for whom, in which order, and with which words."""

from sample_case import ANSWERS, KNOWLEDGE, PROFILE, session_until

from retention_coach.domain.profile import Account, Segment
from retention_coach.domain.session import Session
from retention_coach.exports.markdown import render
from retention_coach.report import build_report
from retention_coach.report.case import Audience
from retention_coach.report.sections.health import HealthSection

ACCOUNTS = (
    *PROFILE.accounts,
    Account(id="C2", customer="Pétalos del Norte", risk="high"),
    Account(id="C3", customer="Finca Sin Noticias"),
)


def _session() -> Session:
    profile = PROFILE.model_copy(update={"accounts": ACCOUNTS, "segments": (Segment(name="Fincas", customers=3),)})
    return session_until().model_copy(update={"profile": profile})


def _section() -> HealthSection:
    found = build_report(_session(), KNOWLEDGE, audience="consultant").health
    assert found is not None
    return found


def test_the_worst_comes_first_and_the_unknown_apart() -> None:
    """Rows of those of whom something is known; the others in a sentence of their own."""
    section = _section()
    assert [(row.name, row.score, row.level) for row in section.rows] == [
        ("Pétalos del Norte", 0, "en riesgo"),
        ("Rosas del Cayambe", 100, "sana"),
    ]
    assert section.unknown.startswith("Sin datos: Finca Sin Noticias y Fincas.")
    assert section.title == "Salud de los clientes: 1 cuenta en riesgo"


def test_the_company_is_not_told_what_remains_to_be_asked() -> None:
    """The list of questions is the consultant's, of the accounts that matter now."""
    session = _session()
    indicator = KNOWLEDGE.health[0].model_copy(
        update={"id": "health.complaints", "code": "complaints", "signals": ("slow_response",), "ask": "¿Qué reclama?"}
    )
    knowledge = KNOWLEDGE.model_copy(update={"health": (*KNOWLEDGE.health, indicator)})
    audiences: tuple[Audience, ...] = ("consultant", "company")
    sections = [build_report(session, knowledge, audience=audience).health for audience in audiences]
    assert [section.to_ask for section in sections if section] == [("¿Qué reclama? (Pétalos del Norte)",), ()]


def test_a_session_without_answers_has_no_health() -> None:
    """Nothing is judged before the first answer."""
    assert build_report(session_until("profile"), KNOWLEDGE, audience="consultant").health is None


def test_documents_show_the_weights_and_each_row() -> None:
    """The table, its footnote and the share of the revenue."""
    text = render(build_report(_session(), KNOWLEDGE, audience="company"))
    assert "| Pétalos del Norte | 0 | en riesgo |" in text
    assert "riesgo que percibe la empresa, 100" in text
    assert "8,9 % de los ingresos" in text.replace("\u00a0", " ")
    assert all(answer.text not in text for answer in ANSWERS if answer.consultant_only and answer.text)
