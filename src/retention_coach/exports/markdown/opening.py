"""What the reader sees first: whose plan it is, what it is worth yet, and the summary."""

from retention_coach.exports.markdown.text import Blocks, bullets, heading, labelled, listed, literal, sentence, table
from retention_coach.report import Report
from retention_coach.report.sections.alternatives import Goal
from retention_coach.report.sections.summary import Summary
from retention_coach.spanish.formats import money, number, short_date


def opening(report: Report) -> Blocks:
    """Cover, status and executive summary."""
    yield f"# {literal(report.cover.title)}"  # a title, not a sentence: the full stop of «S.A.» belongs to it
    yield from _status(report)
    if report.summary is not None:
        yield from _summary(report.summary)


def _status(report: Report) -> Blocks:
    standing = report.standing
    audience = " · Versión del consultor: no entregar" if report.audience == "consultant" else ""
    yield f"**{standing.label}** · {short_date(report.cover.date)}{audience}"
    if standing.reviewed:
        yield sentence(standing.reviewed)
    if standing.reasons:
        yield "Es un borrador por lo siguiente:" if standing.status == "draft" else "Conviene tener presente:"
        yield from bullets(standing.reasons)


def _dated(goal: Goal) -> str:
    """The goal with its date, unless the sentence says it already."""
    said = str(goal.due.year) in goal.statement
    return goal.statement if said else f"{goal.statement.rstrip('. ')} (hasta el {short_date(goal.due)})."


def _summary(summary: Summary) -> Blocks:
    yield heading(2, summary.title)
    yield from listed("Situación", summary.situation)
    yield from labelled("Decisión que se pide", summary.decision)
    yield from labelled("Por qué", summary.reason)
    yield from listed(
        "Resultado esperado",
        (_dated(goal) for goal in summary.goals),
    )
    yield from labelled("Inversión", summary.investment)
    yield from labelled("La cuenta", summary.account)
    if summary.next_days:
        yield f"**{literal(summary.next_title)}**"
    yield from table(
        ("N.º", "Actividad", "Responsable", "Fecha límite", "Horas", "Costo"),
        (
            (row.id, row.activity, row.owner, short_date(row.deadline), number(row.hours), money(row.cost_usd))
            for row in summary.next_days
        ),
        right=(4, 5),
    )
