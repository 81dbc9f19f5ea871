"""Figures are what their basis says they are (rule "Evidence"; constraint 61.6)."""

from collections.abc import Iterator

from pydantic import BaseModel

from retention_coach.checks.closeness import agrees, same
from retention_coach.checks.context import CheckContext
from retention_coach.checks.references import cited, stated_numbers
from retention_coach.checks.walk import figures, join, nodes
from retention_coach.domain.evidence import Figure
from retention_coach.domain.figures import UNITS
from retention_coach.domain.finding import Finding
from retention_coach.metrics.arithmetic import evaluate


def arithmetic_is_right(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """FIGURE_ARITHMETIC: a calculation's operation gives the figure, within 0.05 plus 0.1 %."""
    for path, figure in figures(output):
        if figure.basis.kind != "calculation":
            continue
        try:
            result = evaluate(figure.basis.detail)
        except ValueError:
            yield context.finding("FIGURE_ARITHMETIC", path, label=figure.label, operation=figure.basis.detail)
            continue
        if not agrees(figure.value, result):
            yield context.finding(
                "FIGURE_ARITHMETIC",
                path,
                label=figure.label,
                operation=figure.basis.detail,
                value=figure.value,
                result=result,
            )


def source_agrees(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """FIGURE_SOURCE_MISMATCH: a figure is the one its basis holds, with the same unit.

    Judged for the company's figures, for accounts (their annual revenue) and for items of earlier outputs; a basis
    that does not resolve is reported as such, not here.
    """
    for path, figure in figures(output):
        if not _is_in_source(figure, path, output, context):
            yield context.finding(
                "FIGURE_SOURCE_MISMATCH",
                path,
                label=figure.label,
                value=figure.value,
                unit=figure.unit,
                kind=figure.basis.kind,
                ref=figure.basis.ref,
            )


def hours_and_costs_are_possible(output: BaseModel, context: CheckContext) -> Iterator[Finding]:
    """HOURS_NOT_POSITIVE and COST_NEGATIVE: work takes time, and nothing pays for itself."""
    for path, field, value in _numbers(output):
        if field in {"hours", "effort_hours"} and value <= 0:
            yield context.finding("HOURS_NOT_POSITIVE", join(path, field), hours=value)
        if field == "cost_usd" and value < 0:
            yield context.finding("COST_NEGATIVE", join(path, field), cost=value)


def _is_in_source(figure: Figure, path: str, output: BaseModel, context: CheckContext) -> bool:
    ref = figure.basis.ref
    match figure.basis.kind:
        case "figure":
            known = context.profile.figures.value(ref) if ref in UNITS else None
            return known is None or (same(figure.value, known) and figure.unit == UNITS[ref])
        case "account":
            accounts = [account for account in context.profile.accounts if account.id == ref]
            return not accounts or any(
                account.annual_revenue_usd is not None
                and same(figure.value, account.annual_revenue_usd)
                and figure.unit == "usd"
                for account in accounts
            )
        case "plan":
            sources = cited(ref, path, output, context)
            return not sources or any(
                agrees(figure.value, value) and figure.unit == unit
                for source in sources
                for value, unit in stated_numbers(source)
            )
        case _:
            return True


def _numbers(output: BaseModel) -> Iterator[tuple[str, str, float]]:
    for path, model in nodes(output):
        for field in type(model).model_fields:
            value = getattr(model, field)
            if isinstance(value, int | float):
                yield path, field, value
