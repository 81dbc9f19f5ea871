"""What a month of the plan says of itself: when it goes well and why, and what the season and the team allow."""

import math
from collections.abc import Sequence

from retention_coach.assessment import cite
from retention_coach.assessment.availability import absence_answers
from retention_coach.domain.base import KPI_IDS
from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.evidence import Figure
from retention_coach.domain.horizon import first_day
from retention_coach.domain.strategy import Objective
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.goal_words import amount
from retention_coach.engines.playbook.own_paths import own_path
from retention_coach.engines.playbook.paths import Path, bare_name, moves
from retention_coach.engines.playbook.route import Stop
from retention_coach.engines.playbook.task import Task
from retention_coach.spanish import formats

_MOST_NAMED = 3
_DOWN = frozenset({"churn", "response_time"})


def reading(
    case: Case, goal: Objective, way: Path, stop: Stop, tasks: Sequence[Task]
) -> tuple[str, tuple[Figure, ...]]:
    """When the month goes well, and which actions make it so; with the figures that the sentence mentions."""
    figure = _lost_by_now(way, stop) if way.is_limit else goal.target
    said = " ".join(
        part for part in (_well(case, goal, way, stop, figure), _why(stop, tasks), _also(case, stop)) if part
    )
    return said, (figure,) if way.is_limit else ()


def note(case: Case, stop: Stop, tasks: Sequence[Task]) -> str:
    """What the month's season, the company's own calendar and its team's absences change."""
    period = case.setting.periods[stop.month - 1]
    activity = case.month_note(period).activity
    by_activity = {
        "high": "Mes exigente para sus clientes: contactos cortos y acordados de antemano, sin encuestas largas.",
        "normal": "Mes de ritmo normal: buen momento para agendar visitas con dos semanas de anticipación.",
        "low": "Mes tranquilo para sus clientes: aproveche para las conversaciones largas.",
    }
    first = f"La primera fecha límite es el {formats.long_date(tasks[0].deadline)}." if tasks else ""
    return " ".join(part for part in (by_activity[activity], *_own_reasons(case, period), first) if part)


def _own_reasons(case: Case, period: str) -> list[str]:
    reasons = []
    hard = case.own_calendar.hard(int(period[5:]))
    if hard is not None:
        reasons.append(f"Se planifica menos trabajo: {_told(case, hard.words, hard.answer)}.")
    for day in case.own_calendar.days:
        kept = "Las fechas límite evitan" if case.diary.keeps_own(period) else "No quedan otros días para evitar"
        reasons.append(f"{kept} lo que la empresa excluye: {_told(case, day.words, day.answer)}.")
    for role, answer in absence_answers(case.inputs.profile, case.inputs.answers, period).items():
        if any(member.role == role and not member.hours_in(period) for member in case.profile.team):
            reasons.append(f"{role} no tiene horas este mes (respuesta {answer}).")
    return reasons


def _told(case: Case, words: str, answer: str) -> str:
    quote = case.quote(words)
    return f"{quote} (respuesta {answer})" if quote else f"lo dice la respuesta {answer}"


def _well(case: Case, goal: Objective, way: Path, stop: Stop, figure: Figure) -> str:
    month = formats.month_name(case.setting.periods[stop.month - 1])
    if goal.kind == "measure":
        return f"Va bien si al cerrar {month} están los datos de {amount(goal.target)}; con menos, no alcanza."
    if way.is_limit:
        start = formats.long_date(first_day(case.setting.periods[0]))
        return f"Va bien si entre el {start} y el cierre de {month} se ha perdido a lo sumo {amount(figure)}."
    better = "o menos" if goal.kpi in _DOWN else "o más"
    name = bare_name(goal.kpi) if way.own is None or way.own.flow is None else way.own.flow.name.removeprefix("la ")
    return f"Va bien si al cerrar {month} la lectura de {name} es de {amount(goal.target)} {better}."


def _lost_by_now(way: Path, stop: Stop) -> Figure:
    some = math.ceil(way.target.value * stop.month / HORIZON_MONTHS)
    why = "La parte del límite del semestre que corresponde a los meses transcurridos, hacia arriba."
    return cite.assumed("clientes perdidos a lo sumo hasta el cierre del mes", some, "customers", why)


def _why(stop: Stop, tasks: Sequence[Task]) -> str:
    """The actions that move the indicator: this month's, and before them where it has none, the latest."""
    done = [task for task in tasks if task.month <= stop.month and moves(task.play.kpi, stop.kpi)]
    latest = max((task.month for task in done), default=0)
    names = list(dict.fromkeys(_lower(task.play.name) for task in done if task.month == latest))[:_MOST_NAMED]
    if not names:
        return "Aún no hay acciones que lo muevan: es una lectura de partida."
    when = "este mes" if latest == stop.month else "desde meses anteriores"
    verb = "Lo mueve" if len(names) == 1 else "Lo mueven"
    return f"{verb} {when}: {formats.join_words(names)}."


def _also(case: Case, stop: Stop) -> str:
    """What the company asks for besides and no indicator measures, at half of the way and at its end."""
    if stop.month not in {HORIZON_MONTHS // 2, HORIZON_MONTHS}:
        return ""
    measured = [way.own for kpi in KPI_IDS if (way := own_path(case, kpi)) is not None]
    asked = [goal for goal in case.own_goals if goal not in measured and goal.about != "accounts"]
    quotes = [quote for goal in asked if (quote := case.quote(goal.words))]
    return f"Revise también lo que la empresa pidió: {formats.join_words(quotes)}." if quotes else ""


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
