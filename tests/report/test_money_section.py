"""The account in words: one sentence, its rows, and what it does not claim."""

from sample_case import KNOWLEDGE, PROFILE, session_until

from retention_coach.domain.figures import CompanyFigures
from retention_coach.report import build_report
from retention_coach.report.sections.money import MoneySection


def section(**changes: object) -> MoneySection:
    """The account of the finished sample, with some figures of its company changed."""
    known = CompanyFigures.model_validate({**dict(PROFILE.figures), **changes})
    session = session_until(profile=PROFILE.model_copy(update={"figures": known}))
    found = build_report(session, KNOWLEDGE, audience="company").money
    assert found is not None
    return found


def test_the_account_says_cost_protection_and_payback_with_their_arithmetic() -> None:
    """Every row but the exposure is an operation that the reader can repeat."""
    found = section()
    concepts = [row.concept for row in found.rows]
    assert "Lo que cuesta" in concepts
    assert "Margen bruto anual que eso conserva" in concepts
    assert "Meses de ese margen que cubren el dinero" in concepts
    assert all(any(sign in row.how for sign in "+×÷−") or row.how.isdigit() for row in found.rows[2:])
    assert found.line.startswith("Pide ")
    assert "que cubre ese dinero en" in found.line


def test_without_margin_the_account_says_what_is_missing() -> None:
    """No payback is invented; the note names the figure to ask for."""
    found = section(gross_margin=None)
    assert "Meses de ese margen que cubren el dinero" not in [row.concept for row in found.rows]
    assert any("margen bruto" in note for note in found.notes)
    assert "facturación al año" in found.line


def test_there_is_no_account_before_there_is_a_plan() -> None:
    """The strategy alone has its two accounts in the comparison."""
    report = build_report(session_until("61-strategy"), KNOWLEDGE, audience="company")
    assert report.money is None
    assert report.alternatives is not None
    assert all(sheet.account for sheet in report.alternatives.sheets)
