"""The six indicators: an overview, then a sheet for each."""

from retention_coach.exports.markdown.text import Blocks, capitalised, heading, labelled, literal, sentence, table
from retention_coach.report import Report
from retention_coach.report.sections.kpis import KpiSection, KpiSheet

_NO_BASELINE = "por medir"
_TARGET_LATER = "se fija al tener la línea base"
_NO_TARGET = "sin meta en este plan"


def measures(report: Report) -> Blocks:
    """The indicators."""
    if report.kpis is not None:
        yield from _section(report.kpis)


def _section(section: KpiSection) -> Blocks:
    yield heading(2, section.title, section.stale)
    yield from table(
        ("Indicador", "Hoy", "Meta a seis meses", "Frecuencia", "Responsable", "Sentido"),
        (
            (sheet.name, _today(sheet), _target(sheet), sheet.frequency, sheet.owner, sheet.direction)
            for sheet in section.sheets
        ),
    )
    for sheet in section.sheets:
        yield from _sheet(sheet)


def _sheet(sheet: KpiSheet) -> Blocks:
    yield heading(3, f"{sheet.name}: hoy {_today(sheet)}, meta {_target(sheet)}" if sheet.target else sheet.name)
    yield from labelled("Meta propia", sheet.own_target)
    if sheet.target is not None:
        yield from labelled("De dónde sale la meta", capitalised(sheet.target.basis))
    yield from labelled("Qué mide", sheet.definition)
    yield from labelled("Fórmula", sheet.formula)
    baseline = f"{sheet.baseline.text} ({sheet.baseline.basis})" if sheet.baseline else _NO_BASELINE
    yield from labelled("Línea base", f"{capitalised(baseline)}. {sheet.baseline_note}")
    yield from labelled(
        "Medición",
        f"{capitalised(sheet.frequency)}, a cargo de {sheet.owner}; dato: {sheet.data_source}; {sheet.direction}",
    )
    yield from table(
        ("Escenario", "Si el indicador está en", "Qué hacer"),
        ((line.label, line.range, line.action) for line in sheet.scenarios),
    )
    yield from labelled("En qué se apoya", capitalised("; ".join(sheet.evidence)))
    if sheet.footnote.strip():
        yield f"*{literal('Nota')}:* {sentence(sheet.footnote)}"


def _today(sheet: KpiSheet) -> str:
    return sheet.baseline.text if sheet.baseline else _NO_BASELINE


def _target(sheet: KpiSheet) -> str:
    if sheet.target is not None:
        return sheet.target.text
    return _NO_TARGET if sheet.baseline else _TARGET_LATER
