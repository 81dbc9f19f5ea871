"""The one view that every document shows."""

from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from sample_case import ANSWERS, KNOWLEDGE, LATE_EVENING, OUTPUTS, PLAN_OUTPUT, PROFILE, STRATEGY_OUTPUT, session_until

from retention_coach.chain.machine import new_session
from retention_coach.chain.steps import STEPS
from retention_coach.domain.action_plan import Infeasible
from retention_coach.domain.finding import Finding
from retention_coach.knowledge.loader import load
from retention_coach.report import Audience, Report, build_report
from retention_coach.report.sections.alternatives import Alternatives
from retention_coach.report.sections.summary import Summary

SECTIONS_AFTER: dict[str, set[str]] = {
    "profile": {"calendar", "sources"},
    "61-interview": set(),
    "61-strategy": {"summary", "diagnosis", "alternatives", "privacy"},
    "61-choice": set(),
    "62-action-plan": {"plan", "workload", "money"},
    "63-kpis": {"kpis"},
    "64-sector-plan": {"sector"},
    "65-advocacy": {"advocacy"},
}
"""The sections that each step adds to the company's report."""

OPTIONAL = set().union(*SECTIONS_AFTER.values()) | {"interview"}


def _report(audience: Audience = "company", last: str = "65-advocacy") -> Report:
    return build_report(session_until(last), KNOWLEDGE, audience=audience)


def _summary(report: Report) -> Summary:
    assert report.summary is not None
    return report.summary


def _alternatives(report: Report) -> Alternatives:
    assert report.alternatives is not None
    return report.alternatives


@pytest.mark.parametrize("last", [step.id for step in STEPS])
@pytest.mark.parametrize("audience", ["company", "consultant"])
def test_any_stage_has_a_report(last: str, audience: Audience) -> None:
    """A session stopped after any step shows what it has, and nothing else."""
    report = _report(audience, last)
    done = [step.id for step in STEPS][: [step.id for step in STEPS].index(last) + 1]
    expected = set().union(*(SECTIONS_AFTER[step] for step in done))
    if audience == "consultant":
        expected |= {"interview"}
    assert {name for name in OPTIONAL if getattr(report, name) is not None} == expected


def test_empty_session_has_a_cover() -> None:
    """A session without a profile has a cover and its reasons."""
    report = build_report(new_session("vacia-1", LATE_EVENING), KNOWLEDGE, audience="consultant")
    assert report.cover.company == "Empresa sin nombre"
    assert report.standing.label == "BORRADOR"
    assert {name for name in OPTIONAL if getattr(report, name) is not None} == set()


def test_cover_tells_day_and_makers() -> None:
    """The day of Ecuador, and what wrote each finished step."""
    cover = _report().cover
    assert cover.date == date(2027, 7, 12)
    assert [maker.title for maker in cover.makers] == [step.title for step in STEPS if step.reply]
    assert {maker.engine for maker in cover.makers} == {"motor de reglas, sin conexión (playbook)"}


def test_hand_corrections_are_on_the_cover() -> None:
    """A step that was edited by hand says so."""
    session = session_until()
    record = session.steps["63-kpis"]
    assert record.current is not None
    edited = record.model_copy(update={"current": record.current.model_copy(update={"origin": "edited"})})
    report = build_report(
        session.model_copy(update={"steps": {**session.steps, "63-kpis": edited}}), KNOWLEDGE, audience="company"
    )
    assert [maker.title for maker in report.cover.makers if "a mano" in maker.engine] == ["Indicadores de retención"]


def test_summary_asks_for_a_decision() -> None:
    """Situation, decision, what it takes of what there is, and the actions of the first month."""
    summary = _summary(_report())
    assert summary.title == "En resumen: «Respuesta a tiempo», 40 horas y USD 175,00 en seis meses"
    assert len(summary.situation) == 4
    assert summary.decision.startswith("Aprobar la alternativa A, «Respuesta a tiempo»")
    assert summary.investment == (
        "40 horas de trabajo de las 180 que tiene el equipo y USD 175,00 de un presupuesto de USD 600,00, "
        "en seis meses."
    )
    assert summary.next_title == "Los próximos 30 días: agosto de 2027"
    assert [row.id for row in summary.next_days] == ["A1", "A2"]


def test_summary_before_the_choice_asks_to_choose() -> None:
    """The two names and the recommendation; the estimate of the recommended one."""
    summary = _summary(_report(last="61-strategy"))
    assert summary.decision == (
        "Elegir entre las alternativas A («Respuesta a tiempo») y B («Club de fincas»). Se recomienda la A."
    )
    assert summary.investment.endswith("según la estimación de la alternativa.")
    assert summary.next_days == ()


def test_situation_prefers_strong_evidence() -> None:
    """With more observations than fit, the weak ones stay in the diagnosis."""
    first, *others = STRATEGY_OUTPUT.diagnosis
    weak = first.model_copy(update={"id": "D9", "statement": "Se intuye algo.", "strength": "weak"})
    strategy = STRATEGY_OUTPUT.model_copy(update={"diagnosis": (weak, first, *others)})
    report = build_report(session_until(outputs={**OUTPUTS, "strategy": strategy}), KNOWLEDGE, audience="company")
    assert "Se intuye algo." not in _summary(report).situation
    assert report.diagnosis is not None
    assert report.diagnosis.topics[0].observations[0].strength == "evidencia débil"


def test_alternatives_tell_the_choice() -> None:
    """The chosen one, who chose, and whether it is the recommended one."""
    chosen = _alternatives(_report())
    assert (chosen.chosen, chosen.chosen_by) == ("A", "elegida por el consultor con la empresa")
    assert [(sheet.is_chosen, sheet.is_recommended) for sheet in chosen.sheets] == [(True, True), (False, False)]
    other = build_report(session_until("61-choice", choice="B"), KNOWLEDGE, audience="company")
    assert _alternatives(other).title.endswith("la alternativa B y no la A, que se recomendaba")
    assert _alternatives(_report(last="61-strategy")).chosen is None


def test_choice_of_an_earlier_strategy_is_none() -> None:
    """A choice made among other alternatives is not shown as the choice."""
    session = session_until("61-choice")
    assert session.choice is not None
    old = session.model_copy(update={"choice": session.choice.model_copy(update={"strategy": "otra"})})
    assert _alternatives(build_report(old, KNOWLEDGE, audience="company")).chosen is None


def test_choice_survives_redaction() -> None:
    """The company's copy has other fingerprints, and still shows the choice and nothing out of date."""
    first, *others = STRATEGY_OUTPUT.diagnosis
    told = first.model_copy(update={"evidence": (first.evidence[0].model_copy(update={"ref": "Q3"}),)})
    strategy = STRATEGY_OUTPUT.model_copy(update={"diagnosis": (told, *others)})
    report = build_report(session_until(outputs={**OUTPUTS, "strategy": strategy}), KNOWLEDGE, audience="company")
    assert _alternatives(report).chosen == "A"
    assert _alternatives(report).stale == ""
    assert report.standing.stale == ()


def test_workload_counts_three_plans_once() -> None:
    """62, the new actions of 64 and 65, by month; the sector's own view of an action is not counted twice."""
    load = _report().workload
    assert load is not None
    assert (load.hours, load.cost_usd, load.total_capacity, load.budget_usd) == (40, 175, 180, 600)
    third = load.months[2]
    assert (third.plan_hours, third.sector_hours, third.advocacy_hours, third.exceeds) == (4, 2, 2, False)
    assert sum(month.hours for month in load.months) == load.hours


def test_workload_over_capacity_says_when() -> None:
    """The title names the months that do not fit."""
    team = (PROFILE.team[0].model_copy(update={"hours_per_month": 9}),)
    report = build_report(
        session_until(profile=PROFILE.model_copy(update={"team": team})), KNOWLEDGE, audience="company"
    )
    assert report.workload is not None
    assert report.workload.title == "El trabajo supera las horas del equipo en agosto de 2027"
    poor = build_report(
        session_until(profile=PROFILE.model_copy(update={"budget_usd": 100})), KNOWLEDGE, audience="company"
    )
    assert poor.workload is not None
    assert poor.workload.title == "El plan cuesta USD 175,00 y el presupuesto es de USD 100,00"


def test_blocked_plan_says_what_it_would_take() -> None:
    """A plan that cannot be done is shown with its reason, and asks for that decision."""
    blocked = PLAN_OUTPUT.model_copy(
        update={"months": (), "infeasible": Infeasible(reason="Nadie tiene horas.", needed="Una hora.", figures=())}
    )
    session = session_until("62-action-plan", outputs={**OUTPUTS, "plan": blocked})
    report = build_report(session, KNOWLEDGE, audience="company")
    assert report.plan is not None
    assert report.plan.obstacle is not None
    assert report.plan.obstacle.needed == "Una hora."
    assert report.workload is None
    assert _summary(report).decision == "Decidir cómo hacer posible el plan. Nadie tiene horas. Una hora."


def test_kpis_show_own_target_and_honest_footnote() -> None:
    """In customers for a small portfolio; a published reference with its limits, or none."""
    section = _report().kpis
    assert section is not None
    sheets = {sheet.kpi: sheet for sheet in section.sheets}
    churn = sheets["churn"]
    assert churn.target is not None
    assert (churn.target.text, churn.direction) == ("2 de 18 clientes", "mejor si baja")
    assert [line.range for line in churn.scenarios] == [
        "menos de 5 clientes",
        "desde 5 clientes hasta menos de 9 clientes",
        "9 clientes o más",
    ]
    assert sheets["usage"].footnote.startswith("Sin referencia publicada")
    assert "98 minutos" in sheets["response_time"].footnote
    assert "año: no consta" in sheets["response_time"].footnote
    assert sheets["retention"].formula_name


def test_sources_are_cited_with_their_dates() -> None:
    """Addresses first, professional judgement as such; assumptions and the company's own figures apart."""
    sources = _report().sources
    assert sources is not None
    assert sources.cited[0].source == "https://example.org/benchmark"
    assert sources.cited[-1].source == "criterio profesional, por confirmar con la empresa"
    assert "Florícola" in sources.cited[-1].entries
    assert sources.assumptions[0] == "Dos de cada tres clientes contestan."
    figures = {figure.name: figure for figure in sources.figures}
    assert figures["Clientes perdidos en el período"].origin == "estimación"
    assert figures["Usos o pedidos del servicio en el período"].value == "no se sabe"


@pytest.mark.parametrize(
    ("industry", "customers", "is_quiet"), [("Comercio", ("Florícolas",), False), ("Florícolas", ("Comercio",), True)]
)
def test_calendar_spares_the_customers_and_not_the_company(
    industry: str, customers: tuple[str, ...], is_quiet: bool
) -> None:
    """A shop's Christmas hinders visits to shops, not those of a shop to its customers; the New Year's pause, all."""
    profile = PROFILE.model_copy(update={"industry": industry, "customer_industries": customers})
    calendar = build_report(session_until("profile", profile=profile), load(), audience="company").calendar
    assert calendar is not None
    quiet = [line.first.strftime("%m-%d") for line in calendar.months[4].quiet]
    assert ("12-15" in quiet) is is_quiet
    assert "12-26" in quiet


def test_calendar_shows_the_six_months() -> None:
    """Holidays of the company's and its customers' cantons; a year that is not known says so."""
    calendar = _report().calendar
    assert calendar is not None
    assert [month.name for month in calendar.months][::5] == ["agosto de 2027", "enero de 2028"]
    assert [rest.name for rest in calendar.months[4].rest_days] == ["Quito", "Navidad"]
    assert calendar.months[4].rest_days[0].place == "Quito"
    assert not calendar.months[5].known


def test_consultant_sees_answers_and_what_to_verify() -> None:
    """Every answer, also the confidential one; what is not known, guessed or judged."""
    interview = _report("consultant").interview
    assert interview is not None
    assert [line.text for line in interview.answers][2:] == [ANSWERS[2].text, ANSWERS[3].text, "No sé"]
    assert interview.to_verify[0] == "La meta de la gerencia. Preguntarla en la próxima reunión."
    assert any("lo que hoy es estimación" in line for line in interview.to_verify)
    assert any("Florícola" in line for line in interview.to_verify)


def test_findings_are_for_the_consultant_only() -> None:
    """In words, with place and weight; the company's report has none."""
    finding = Finding(
        code="ACTION_TOO_LONG",
        severity="error",
        step="62-action-plan",
        path="months.0.actions.1.activity",
        parameters={"words": 31, "limit": 25},
    )
    session = session_until(findings={"62-action-plan": (finding,)})
    lines = build_report(session, KNOWLEDGE, audience="consultant").observations
    assert [(line.step, line.severity_label) for line in lines] == [("Plan de acción de seis meses", "Error")]
    assert "mes 1, acción 2" in lines[0].place
    assert build_report(session, KNOWLEDGE, audience="company").observations == ()


def test_stale_sections_are_marked() -> None:
    """After a change of figures, what rests on them is «desactualizado»."""
    session = session_until()
    changed = session.model_copy(update={"profile": PROFILE.model_copy(update={"budget_usd": 50})})
    report = build_report(changed, KNOWLEDGE, audience="company")
    assert report.diagnosis is not None
    assert report.plan is not None
    assert (report.diagnosis.stale, report.plan.stale) == ("desactualizado", "desactualizado")


def test_view_is_immutable_data() -> None:
    """Every part of the view is a frozen dataclass, so that no document can change what another shows."""
    report = _report("consultant")
    parts = [report, *(getattr(report, field.name) for field in fields(report))]
    sections = [part for part in parts if is_dataclass(part)]
    assert len(sections) == 17
    assert all(part.__dataclass_params__.frozen for part in sections)  # type: ignore[union-attr]
