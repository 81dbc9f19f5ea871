"""The plan seen from the customers: their sector, and their good experiences."""

from retention_coach.exports.markdown.text import (
    Blocks,
    bullets,
    capitalised,
    heading,
    labelled,
    listed,
    numbered,
    quoted,
    table,
)
from retention_coach.exports.markdown.work import obstacle
from retention_coach.report import Report
from retention_coach.report.sections.advocacy import AdvocacySection, StrategySheet
from retention_coach.report.sections.sector import SectorSection
from retention_coach.spanish.formats import money, number, plural, short_date


def customers(report: Report) -> Blocks:
    """The sector plan and the five strategies."""
    if report.sector is not None:
        yield from _sector(report.sector)
    if report.advocacy is not None:
        yield from _advocacy(report.advocacy)


def _sector(section: SectorSection) -> Blocks:
    yield heading(2, section.title, section.stale)
    yield from obstacle(section.obstacle)
    yield from labelled("Perfil de cliente", section.customer_profile)
    yield from table(
        ("Consideración", "Qué significa para la empresa", "En qué se apoya"),
        ((item.kind, item.statement, "; ".join(item.evidence)) for item in section.considerations),
    )
    for phase in section.phases:
        yield heading(3, phase.title)
        yield from labelled("Propósito", phase.purpose)
        yield from table(
            ("N.º", "Actividad", "Responsable", "Fecha límite", "Horas", "Costo", "Medida y meta", "Por qué así aquí"),
            (
                (
                    f"{row.id} ({row.plan_action})" if row.plan_action else f"{row.id} (nueva)",
                    row.activity,
                    row.owner,
                    short_date(row.deadline),
                    number(row.hours),
                    money(row.cost_usd),
                    f"{row.metric}: {row.target.text}",
                    f"{row.local_fit.name}: {row.local_fit.statement}",
                )
                for row in phase.actions
            ),
            right=(4, 5),
        )
    if section.phases:
        yield (
            "Entre paréntesis, la acción del plan de seis meses que cada una desarrolla. "
            "Las nuevas suman sus propias horas y su costo."
        )


def _advocacy(section: AdvocacySection) -> Blocks:
    yield heading(2, section.title, section.stale)
    yield from obstacle(section.obstacle)
    for sheet in section.strategies:
        yield from _strategy(sheet)


def _strategy(sheet: StrategySheet) -> Blocks:
    yield heading(3, f"{sheet.id}. {sheet.name}")
    yield from labelled("Acción específica", sheet.action)
    yield from labelled("Objetivo", sheet.objective)
    if sheet.steps:
        yield "**Implementación paso a paso**"
    yield from numbered(sheet.steps)
    yield from listed("Recursos necesarios", sheet.resources)
    if sheet.metrics:
        yield "**Métricas de éxito**"
    yield from bullets(
        f"{item.name}: {item.target.text}. {item.how_to_measure}{f' (contribuye a: {item.kpi})' if item.kpi else ''}"
        for item in sheet.metrics
    )
    yield from labelled("Aplicación comercial", sheet.commercial_application)
    effort = f"{plural(sheet.hours, 'hora', 'horas')} y {money(sheet.cost_usd)}"
    yield from labelled("Responsable", f"{sheet.owner}, en {sheet.month}: {effort}")
    if sheet.consent_text.strip():
        yield "**Autorización que se pide al cliente**"
    yield from quoted(sheet.consent_text)
    if sheet.message.strip():
        yield "**Mensaje para el cliente**"
    yield from quoted(sheet.message)
    yield from labelled("En qué se apoya", capitalised("; ".join(sheet.evidence)))
