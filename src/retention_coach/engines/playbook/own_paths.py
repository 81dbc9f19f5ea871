"""The company's own goals as ways of the indicators: in its own numbers, as far as they can be believed.

Losses of a year are compared with the six months of the plan by halving, and said so. How much can be believed is
professional judgement: half the losses avoided, a wait cut to a third, half of those who leave kept.
"""

import math
import re

from retention_coach.assessment import cite
from retention_coach.assessment.own_goals import About, OwnGoal
from retention_coach.assessment.phrases import NUMBER, phrases
from retention_coach.domain.base import KpiId
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.evidence import Figure
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.paths import Path, bare_name, today_of
from retention_coach.metrics.arithmetic import literal
from retention_coach.spanish import formats

_HALF, _THIRD = 0.5, 1 / 3
_MONTHS_OF = {"month": 1, "quarter": 3, "semester": 6, "year": 12}
_WORKING_HOURS = 8.0
"""Hours of a working day, where a wait is said in days and measured in hours."""

_NOT_RENEWED = re.compile(rf"\b(?P<n>{NUMBER}) [a-z ]{{0,40}}?no (?:quisieron )?(?:renov|renuev)")


def own_path(case: Case, kpi: KpiId) -> Path | None:
    """The way of an indicator that the company's own goal gives; None where it asks nothing of it that can be measured.

    A goal that asks for less than what the company does today is none.
    """
    match kpi:
        case "churn":
            return _losses(case) or _renewals(case)
        case "retention":
            return _kept(case)
        case "response_time":
            return _wait(case)
        case "nps":
            return _nps(case)
        case _:
            return None


def accounts_asked_for(case: Case) -> tuple[str, ...]:
    """Ids of the named customers that the company does not want to lose, each once."""
    return tuple(dict.fromkeys(key for goal in case.own_goals for key in goal.accounts))


def _goal(case: Case, about: About) -> OwnGoal | None:
    return next((goal for goal in case.own_goals if goal.about == about), None)


def _pace(case: Case) -> Figure | None:
    """Customers that would be lost in the six months at today's pace."""
    lost = case.profile.figures.customers_lost
    months = _MONTHS_OF.get(lost.period) if lost else None
    if lost is None or lost.value is None or months is None:
        return None
    arithmetic = f"{literal(lost.value)} * {HORIZON_MONTHS} / {months}"
    value = round(lost.value * HORIZON_MONTHS / months, 2)
    return cite.computed("clientes que se perderían en seis meses al ritmo de hoy", value, "customers", arithmetic)


def _losses(case: Case) -> Path | None:
    goal, pace = _goal(case, "losses"), _pace(case)
    if goal is None or pace is None:
        return None
    asked = math.ceil(goal.value * HORIZON_MONTHS / goal.months)
    believable = math.trunc(pace.value * _HALF)
    if asked >= pace.value:
        return None
    if asked < believable:
        return _less_than_asked(goal, pace, believable)
    target = Figure(label=_LIMIT, value=asked, unit="customers", basis=cite.answer(goal.answer))
    if goal.months != HORIZON_MONTHS:
        said = literal(goal.value)
        rest = asked - goal.value * HORIZON_MONTHS / goal.months
        arithmetic = f"{said} * {HORIZON_MONTHS} / {goal.months} + {literal(round(rest, 4))}"
        target = cite.computed(_LIMIT, asked, "customers", arithmetic)
    return Path("churn", pace, target, goal, f"Al ritmo de hoy serían {formats.number(pace.value)}.", (pace,))


_LIMIT = "clientes que se pueden perder a lo sumo en seis meses"


def _less_than_asked(goal: OwnGoal, pace: Figure, believable: int) -> Path:
    rest = literal(round(believable - pace.value * _HALF, 4))
    target = cite.computed(_LIMIT, believable, "customers", f"{literal(pace.value)} * {_HALF} + {rest}")
    asked = Figure(label="lo que la empresa pide", value=goal.value, unit="customers", basis=cite.answer(goal.answer))
    said, today = formats.number(goal.value), formats.number(pace.value)
    remark = (
        f"La empresa pide a lo sumo {said}; al ritmo de hoy serían {today} y bajar más de la mitad en un semestre "
        "no es creíble."
    )
    return Path("churn", pace, target, goal, remark, (pace, asked))


def _renewals(case: Case) -> Path | None:
    """Fewer losses because more of those whose term ends renew, where the company says how many did not."""
    goal, pace, left = _goal(case, "renewals"), _pace(case), _not_renewed(case)
    lost = case.profile.figures.value("customers_lost")
    if goal is None or pace is None or left is None or goal.today is None or goal.whole is None or not lost:
        return None
    count, answer = left
    if not 0 < count <= lost or goal.today >= goal.whole:
        return None
    saved = pace.value * count / lost * (goal.value - goal.today) / (goal.whole - goal.today)
    value = math.ceil(pace.value - saved)
    if not pace.value * _HALF <= value < pace.value:
        return None
    terms = f"{literal(pace.value)} * {literal(count)} / {literal(lost)}"
    share = f"({literal(goal.value)} - {literal(goal.today)}) / ({literal(goal.whole)} - {literal(goal.today)})"
    rest = literal(round(value - (pace.value - saved), 6))
    target = cite.computed(_LIMIT, value, "customers", f"{literal(pace.value)} - {terms} * {share} + {rest}")
    left_today = Figure(label="no renovaron en el período", value=count, unit="customers", basis=cite.answer(answer))
    figures = (*_shares(goal), left_today)
    remark = (
        f"Al ritmo de hoy serían {formats.number(pace.value)}; la diferencia sale de que renueven "
        f"{formats.number(goal.value)} de cada {formats.number(goal.whole)}, como pide la empresa, y no "
        f"{formats.number(goal.today)}."
    )
    return Path("churn", pace, target, goal, remark, (pace, *figures))


def renewals_asked(case: Case) -> tuple[str, tuple[Figure, ...]]:
    """«Renuevan 7 de cada 10 (hoy 5)», as the company asks, with its figures; empty where it asks nothing of them."""
    goal = _goal(case, "renewals")
    if goal is None or goal.whole is None:
        return "", ()
    today = f" (hoy {formats.number(goal.today)})" if goal.today is not None else ""
    return f"Renuevan {formats.number(goal.value)} de cada {formats.number(goal.whole)}{today}", _shares(goal)


def _shares(goal: OwnGoal) -> tuple[Figure, ...]:
    said = (
        ("renuevan, según la meta de la empresa", goal.value),
        ("de cada", goal.whole),
        ("renuevan hoy", goal.today),
    )
    return tuple(
        Figure(label=label, value=value, unit="customers", basis=cite.answer(goal.answer))
        for label, value in said
        if value is not None
    )


def _not_renewed(case: Case) -> tuple[float, str] | None:
    """How many of those lost came to the end of their term and did not renew, and which answer says so."""
    for answer in case.inputs.answers:
        if answer.consultant_only or answer.topic != "situation":
            continue
        for phrase in phrases(answer.text or ""):
            match = _NOT_RENEWED.search(phrase.text)
            if match is not None:
                return float(match["n"]), answer.id
    return None


def _kept(case: Case) -> Path | None:
    goal, today = _goal(case, "retention"), today_of(case, "retention")
    if goal is None or today is None or today.unit != "percent" or goal.value <= today.value:
        return None
    believable = round(today.value + (100 - today.value) * _HALF, 1)
    label = f"meta de {bare_name('retention')}"
    if goal.value <= believable:
        return Path("retention", today, _as_said(goal, label, goal.value), goal)
    arithmetic = f"{literal(today.value)} + (100 - {literal(today.value)}) * {_HALF}"
    target = cite.computed(label, believable, "percent", arithmetic)
    asked = _as_said(goal, "lo que la empresa pide", goal.value)
    remark = (
        f"La empresa pide {formats.percent(goal.value)}; conservar a más de la mitad de los que se van no es creíble."
    )
    return Path("retention", today, target, goal, remark, (asked,))


def _wait(case: Case) -> Path | None:
    """The wait that the company wants shorter, in the flow it speaks of and not in another that goes well."""
    for goal in case.own_goals:
        start = _wait_today(case, goal) if goal.about == "wait" else None
        if start is None or goal.flow is None:
            continue
        factor = _WORKING_HOURS if start.unit == "hours" and goal.unit == "days" else 1.0
        asked = goal.value * factor
        if goal.unit != start.unit and factor == 1.0:
            asked = goal.value / 24 if goal.unit == "hours" else asked
        if asked >= start.value:
            continue
        label = f"meta de {goal.flow.name.removeprefix('la ')}"
        least = start.value * _THIRD
        if asked >= least - 0.05:
            said = Figure(label=label, value=round(asked, 1), unit=start.unit, basis=cite.answer(goal.answer))
            return Path("response_time", start, said, goal, _said_today(case, goal))
        target = cite.computed(label, round(least, 1), start.unit, f"{literal(start.value)} / 3")
        return Path(
            "response_time",
            start,
            target,
            goal,
            "La empresa pide menos; en un semestre no es creíble bajar a menos de un tercio.",
        )
    return None


def _said_today(case: Case, goal: OwnGoal) -> str:
    """In which words the company says how long it takes today."""
    wait = case.waits.get(goal.flow.key if goal.flow else "")
    quote = case.quote(wait.words) if wait else ""
    return f"Se parte de lo que dice la empresa, {quote} (respuesta {wait.answer})." if wait and quote else ""


def _wait_today(case: Case, goal: OwnGoal) -> Figure | None:
    flow = goal.flow
    if flow is None:
        return None
    if flow.key == "message":
        return today_of(case, "response_time")
    wait = case.waits.get(flow.key)
    if wait is None:
        return None
    label = f"{flow.name.removeprefix('la ')} hoy, «{wait.words}»"
    return Figure(label=label, value=wait.value, unit=wait.unit, basis=cite.answer(wait.answer))


def _nps(case: Case) -> Path | None:
    goal, today = _goal(case, "nps"), today_of(case, "nps")
    if goal is None or today is None or goal.value <= today.value:
        return None
    most = round(min(today.value + _MOST_POINTS, 100), 1)
    if goal.value <= most:
        return Path("nps", today, _as_said(goal, "meta de NPS", goal.value), goal)
    target = cite.computed(
        "meta de NPS", most, "points", f"{literal(today.value)} + {literal(round(most - today.value, 2))}"
    )
    asked = _as_said(goal, "lo que la empresa pide", goal.value)
    remark = f"La empresa pide {formats.plural(goal.value, 'punto', 'puntos')}; en un semestre no es creíble."
    return Path("nps", today, target, goal, remark, (asked,))


_MOST_POINTS = 20.0


def _as_said(goal: OwnGoal, label: str, value: float) -> Figure:
    return Figure(label=label, value=value, unit=goal.unit, basis=cite.answer(goal.answer))
