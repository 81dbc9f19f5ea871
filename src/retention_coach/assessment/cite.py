"""Evidence and figures in one line each."""

from retention_coach.domain.base import Unit
from retention_coach.domain.evidence import PLAN_ARITHMETIC, Evidence, Figure
from retention_coach.domain.figures import UNITS, CompanyFigures
from retention_coach.metrics.arithmetic import literal
from retention_coach.spanish.numerals import mentioned_numbers


def answer(question: str) -> Evidence:
    """An answer of the interview."""
    return Evidence(kind="answer", ref=question, detail="")


def knowledge(entry_id: str) -> Evidence:
    """An entry of the knowledge base."""
    return Evidence(kind="knowledge", ref=entry_id, detail="")


def profile(field: str) -> Evidence:
    """A field of the profile."""
    return Evidence(kind="profile", ref=field, detail="")


def account(account_id: str) -> Evidence:
    """A named customer."""
    return Evidence(kind="account", ref=account_id, detail="")


def plan(item_id: str) -> Evidence:
    """An item of an earlier step."""
    return Evidence(kind="plan", ref=item_id, detail="")


def figure(figure_id: str) -> Evidence:
    """A figure of the company."""
    return Evidence(kind="figure", ref=figure_id, detail="")


def assumption(text: str) -> Evidence:
    """An explicit assumption, one sentence."""
    return Evidence(kind="assumption", ref="", detail=text)


def calculation(arithmetic: str, formula: str = PLAN_ARITHMETIC) -> Evidence:
    """A calculation, with its numbers."""
    return Evidence(kind="calculation", ref=formula, detail=arithmetic)


def company_figure(figures: CompanyFigures, figure_id: str, label: str) -> Figure:
    """A known figure of the company as a cited figure.

    Raises:
        KeyError: if the figure is not known.
    """
    value = figures.value(figure_id)
    if value is None:
        raise KeyError(figure_id)
    return Figure(label=label, value=value, unit=UNITS[figure_id], basis=figure(figure_id))


def computed(label: str, value: float, unit: Unit, arithmetic: str, formula: str = PLAN_ARITHMETIC) -> Figure:
    """A figure that follows from others."""
    return Figure(label=label, value=value, unit=unit, basis=calculation(arithmetic, formula))


def assumed(label: str, value: float, unit: Unit, why: str) -> Figure:
    """A figure that is assumed, with the reason."""
    return Figure(label=label, value=value, unit=unit, basis=assumption(why))


def total(label: str, unit: Unit, values: list[float]) -> Figure:
    """The sum of the plan's own numbers."""
    arithmetic = " + ".join(literal(value) for value in values) or "0"
    return computed(label, round(sum(values), 2), unit, arithmetic)


def figures_in(text: str, entry_id: str, label: str) -> tuple[Figure, ...]:
    """The figures that a sentence of the knowledge base mentions, each resting on its entry."""
    units: dict[str | None, Unit] = {"%": "percent", "USD": "usd", None: "count"}
    return tuple(
        Figure(label=label, value=mention.value, unit=units[mention.unit], basis=knowledge(entry_id))
        for mention in mentioned_numbers(text)
    )
