"""What was found, and the two ways to go."""

from collections.abc import Iterator

from retention_coach.exports.markdown.text import Blocks, capitalised, heading, labelled, listed, literal, table
from retention_coach.report import Report
from retention_coach.report.sections.alternatives import Alternatives, AlternativeSheet
from retention_coach.report.sections.diagnosis import Diagnosis
from retention_coach.report.sections.health import HealthSection
from retention_coach.spanish.formats import money, plural, short_date


def decision(report: Report) -> Blocks:
    """Diagnosis, the customers' health, and alternatives."""
    if report.diagnosis is not None:
        yield from _diagnosis(report.diagnosis, with_ids=report.audience == "consultant")
    if report.health is not None:
        yield from _health(report.health)
    if report.alternatives is not None:
        yield from _alternatives(report.alternatives)


def _diagnosis(diagnosis: Diagnosis, *, with_ids: bool) -> Blocks:
    yield heading(2, diagnosis.title, diagnosis.stale)
    for topic in diagnosis.topics:
        yield heading(3, topic.topic)
        yield from table(
            ("Lo observado", "Evidencia", "En qué se apoya"),
            (
                (
                    f"{item.id}: {item.statement}" if with_ids else item.statement,
                    item.strength,
                    "; ".join(item.evidence),
                )
                for item in topic.observations
            ),
        )
    if diagnosis.unknowns:
        yield heading(3, "Lo que todavía no se sabe")
    yield from table(
        ("Tema", "Qué falta saber", "Cómo saberlo"),
        ((item.topic, item.what, item.how_to_know) for item in diagnosis.unknowns),
    )


def _health(health: HealthSection) -> Blocks:
    yield heading(2, health.title)
    yield from table(
        ("Cliente o segmento", "Puntaje", "Nivel", "Por qué", "Acción preventiva", "Renovación y peso"),
        (
            (
                row.name if row.kind == "cuenta" else f"{row.name} ({row.kind})",
                str(row.score),
                row.level,
                ". ".join(line.rstrip(".") for line in row.why),
                row.action,
                row.renewal,
            )
            for row in health.rows
        ),
        right=(1,),
    )
    yield from (literal(text) for text in (health.unknown, health.weights) if text)
    yield from listed("Lo que falta preguntar", health.to_ask)
    if health.contradictions and (health.rows or health.unknown):
        yield heading(3, "Por aclarar con la empresa")
    yield from table(
        ("Lo que no concuerda", "Pregunta que lo aclara"),
        ((line.statement, line.question) for line in health.contradictions),
    )


def _alternatives(alternatives: Alternatives) -> Blocks:
    yield heading(2, alternatives.title, alternatives.stale)
    sheets = alternatives.sheets
    names = (f"{sheet.label}. {sheet.name}{_standing(sheet)}" for sheet in sheets)
    yield from table(("", *names), ((label, *cells) for label, cells in _comparison(sheets)))
    yield from labelled("Recomendación", f"Alternativa {alternatives.recommended}. {alternatives.reason}")
    yield from labelled("Cuándo convendría la otra", alternatives.when_the_other_is_better)
    if alternatives.chosen:
        yield from labelled("Elección", f"Alternativa {alternatives.chosen}, {alternatives.chosen_by}")
    for sheet in sheets:
        yield from _sheet(sheet)


def _standing(sheet: AlternativeSheet) -> str:
    marks = [word for word, holds in (("elegida", sheet.is_chosen), ("recomendada", sheet.is_recommended)) if holds]
    return f" ({', '.join(marks)})" if marks else ""


def _comparison(sheets: tuple[AlternativeSheet, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "Enfoque", tuple(sheet.focus for sheet in sheets)
    yield "Palancas", tuple("; ".join(lever.name for lever in sheet.levers) for sheet in sheets)
    yield "Metas", tuple(" ".join(goal.statement for goal in sheet.goals) for sheet in sheets)
    yield "Trabajo", tuple(plural(sheet.effort_hours, "hora", "horas") for sheet in sheets)
    yield "Costo", tuple(money(sheet.cost_usd) for sheet in sheets)
    yield "La cuenta", tuple(sheet.account for sheet in sheets)
    yield "Primer resultado", tuple(plural(sheet.weeks_to_first_result, "semana", "semanas") for sheet in sheets)
    yield "Primera señal de fallo", tuple(sheet.early_sign for sheet in sheets)


def _sheet(sheet: AlternativeSheet) -> Blocks:
    yield heading(3, f"Alternativa {sheet.label}: {sheet.name}")
    yield from labelled("Por qué conviene", sheet.why)
    yield from table(
        ("Palanca", "Estrategia probada", "Primera acción", "En qué se apoya"),
        ((lever.name, lever.method, lever.first_action, "; ".join(lever.evidence)) for lever in sheet.levers),
    )
    yield from table(
        ("Meta", "Hoy", "Meta en cifras", "Fecha", "De dónde sale la meta"),
        (
            (
                goal.statement,
                goal.baseline.text if goal.baseline else "por medir",
                goal.target.text,
                short_date(goal.due),
                goal.target.basis,
            )
            for goal in sheet.goals
        ),
    )
    yield from listed("Lo que debe cumplirse", sheet.must_be_true)
    yield from listed("Cómo puede fallar", sheet.how_it_can_fail)
    yield from listed("Adaptación al Ecuador", (f"{fact.name}: {fact.statement}" for fact in sheet.local_fit))
    yield from labelled("En qué se apoya", capitalised("; ".join(sheet.evidence)))
