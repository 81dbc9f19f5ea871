"""What a month of the plan says of itself: when it goes well and why, and what the season and the team allow."""

from collections.abc import Sequence

from retention_coach.assessment.availability import absence_answers
from retention_coach.domain.base import KPI_IDS
from retention_coach.domain.capacity import HORIZON_MONTHS
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


def reading(case: Case, goal: Objective, way: Path, stop: Stop, tasks: Sequence[Task]) -> str:
    """When the month goes well, and which actions make it so."""
    return " ".join(part for part in (_well(case, goal, way, stop), _why(stop, tasks), _also(case, stop)) if part)


def note(case: Case, stop: Stop, tasks: Sequence[Task]) -> str:
    """What the month's season, the company's own calendar and its team's absences change."""
    period = case.setting.periods[stop.month - 1]
    activity = case.month_note(period).activity
    is_hard = case.own_calendar.hard(int(period[5:])) is not None
    by_activity = {
        "high": "Mes exigente para sus clientes: contactos cortos y acordados de antemano, sin encuestas largas.",
        "normal": "Mes de ritmo normal: buen momento para agendar visitas con dos semanas de anticipación.",
        "low": "Mes tranquilo para sus clientes: aproveche para las conversaciones largas.",
    }
    first = f"La primera fecha límite es el {formats.long_date(tasks[0].deadline)}." if tasks else ""
    season = by_activity[activity] if activity == "high" or not is_hard else ""  # who has no time makes no visits
    return " ".join(part for part in (season, *_own_reasons(case, period, tasks), first) if part)


def _own_reasons(case: Case, period: str, tasks: Sequence[Task]) -> list[str]:
    reasons = []
    hard = case.own_calendar.hard(int(period[5:]))
    if hard is not None:
        reasons.append(f"Se planifica menos trabajo: {_told(case, hard.words, hard.answer)}.")
    for day in case.own_calendar.days:
        missed = sorted({task.deadline for task in tasks if day.covers(task.deadline)})
        told = _told(case, day.words, day.answer)
        if missed:
            days = formats.join_words([f"el {formats.long_date(item)}" for item in missed])
            reasons.append(f"La empresa excluye estos días: {told}; no quedaba otro a tiempo para lo que vence {days}.")
        elif tasks:
            reasons.append(f"Las fechas límite evitan lo que la empresa excluye: {told}.")
    for role, answer in absence_answers(case.inputs.profile, case.inputs.answers, period).items():
        if any(member.role == role and not member.hours_in(period) for member in case.profile.team):
            reasons.append(f"{role} no tiene horas este mes (respuesta {answer}).")
    return reasons


def _told(case: Case, words: str, answer: str) -> str:
    quote = case.quote(words)
    return f"{quote} (respuesta {answer})" if quote else f"lo dice la respuesta {answer}"


def _well(case: Case, goal: Objective, way: Path, stop: Stop) -> str:
    month = formats.month_name(case.setting.periods[stop.month - 1])
    if goal.kind == "measure":
        return f"Va bien si al cerrar {month} están los datos de {amount(goal.target)}; con menos, no alcanza."
    if way.is_limit:
        start = formats.long_date(first_day(case.setting.periods[0]))
        verb = "se ha perdido" if goal.target.value == 1 else "se han perdido"
        return f"Va bien si entre el {start} y el cierre de {month} {verb} a lo sumo {amount(goal.target)}."
    better = "o menos" if goal.kpi in _DOWN else "o más"
    name = bare_name(goal.kpi) if way.own is None or way.own.flow is None else way.own.flow.name.removeprefix("la ")
    return f"Va bien si al cerrar {month} la lectura de {name} es de {amount(goal.target)} {better}."


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
