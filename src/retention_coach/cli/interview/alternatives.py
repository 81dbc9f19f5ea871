"""The two alternatives on the screen, the recommendation, and the choice as it is typed."""

from collections.abc import Sequence

from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.domain.base import AlternativeLabel
from retention_coach.domain.strategy import Alternative, Objective, Strategy
from retention_coach.errors import InvalidInputError
from retention_coach.spanish.formats import long_date, money, plural, short_date
from retention_coach.spanish.words import fold

ENOUGH_FOR_TWO = 70
"""Columns under which the alternatives are shown one below the other."""


def show_alternatives(terminal: Terminal, strategy: Strategy) -> None:
    """Both alternatives, side by side where the window is wide enough, then the recommendation."""
    terminal.heading("Dos alternativas")
    first, second = strategy.alternatives
    if terminal.width >= ENOUGH_FOR_TWO:
        for one, two in zip(_rows(first), _rows(second), strict=True):
            terminal.columns([one[0]], [two[0]], "strong")
            if one[1] or two[1]:
                height = max(len(one[1]), len(two[1]))
                terminal.columns(_filled(one[1], height), _filled(two[1], height))
    else:
        for alternative in (first, second):
            terminal.say()
            for title, lines in _rows(alternative):
                terminal.say(title, "strong")
                terminal.hanging(lines, indent=2)
    recommended = strategy.recommendation
    terminal.heading(f"Se recomienda la {recommended.label}")
    terminal.say(recommended.reason)
    terminal.pair("Cuándo conviene la otra", recommended.when_the_other_is_better)


def read_choice(text: str, recommended: AlternativeLabel) -> AlternativeLabel:
    """The alternative that was typed; nothing is the recommended one.

    Raises:
        InvalidInputError: neither of them.
    """
    chosen: dict[str, AlternativeLabel] = {"": recommended, "a": "A", "b": "B", "recomendada": recommended}
    words = fold(text).removeprefix("la ").removeprefix("alternativa ").strip(" .")
    if words not in chosen:
        raise InvalidInputError(
            f"«{text[:40]}» no es una alternativa.", hint=f"Escriba A o B; Enter toma la recomendada ({recommended})."
        )
    return chosen[words]


def _rows(alternative: Alternative) -> list[tuple[str, list[str]]]:
    weeks = plural(alternative.weeks_to_first_result, "semana", "semanas")
    effort = plural(alternative.effort_hours, "hora", "horas")
    return [
        (f"{alternative.label} · {alternative.name}", [alternative.focus]),
        ("Por qué aquí", [alternative.why]),
        ("Palancas", [f"• {lever.name}: {lever.first_action}" for lever in alternative.levers]),
        ("Metas", [f"• {_goal(objective)}" for objective in alternative.objectives]),
        ("Esfuerzo en seis meses", [f"{effort} y {money(alternative.cost_usd)}"]),
        ("Primer resultado", [f"En {weeks}"]),
        ("Qué debe ser cierto", [f"• {item}" for item in alternative.must_be_true]),
        ("Cómo puede fallar", [f"• {item}" for item in alternative.how_it_can_fail]),
        ("Primera señal de que falla", [alternative.early_sign]),
    ]


def _goal(objective: Objective) -> str:
    """The goal with its date, unless the sentence says it."""
    is_said = any(written in objective.statement for written in (long_date(objective.due), short_date(objective.due)))
    return objective.statement if is_said else f"{objective.statement} ({short_date(objective.due)})"


def _filled(lines: Sequence[str], height: int) -> list[str]:
    return [*lines, *[""] * (height - len(lines))]
