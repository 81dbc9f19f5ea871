"""A finished step in a few lines: enough to talk about it at the table; the documents say the rest."""

from collections.abc import Callable

from pydantic import BaseModel

from retention_coach.chain import outputs
from retention_coach.chain.spec import StepSpec
from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.advocacy_plan import AdvocacyPlan
from retention_coach.domain.base import TOPICS, Topic
from retention_coach.domain.interview import InterviewGuide
from retention_coach.domain.kpi_set import KpiSet
from retention_coach.domain.profile import Profile
from retention_coach.domain.sector_plan import SectorPlan
from retention_coach.domain.session import Session
from retention_coach.domain.strategy import Observation, Strategy
from retention_coach.report.figure_wording import kpi_amount
from retention_coach.report.finding_wording import sentence
from retention_coach.report.labels import FREQUENCY, KPI, SEVERITY, TOPIC
from retention_coach.spanish.cleaning import shorten
from retention_coach.spanish.formats import month_name, plural

_FEW = 3
_WORDS = 30
_STRENGTHS = ("strong", "medium", "weak")


def show_step(terminal: Terminal, session: Session, step: StepSpec) -> None:
    """What the step produced, and what the checks remark about it."""
    version = outputs.current(session, step)
    if version is None or step.reply is None or version.output.get("infeasible"):
        return  # that a step cannot be done is explained where the person is asked what to change
    remarks = [finding for finding in version.findings if finding.severity != "notice"]
    if step.kind == "engine":
        terminal.heading(f"{step.title}{' · con observaciones' if remarks else ''}")
    _SUMMARIES[step.reply.stored](terminal, step.reply.stored.model_validate(version.output), session.profile)
    if remarks:
        terminal.say("Observaciones:", "warning")
        terminal.bullets([f"{SEVERITY[finding.severity]}: {sentence(finding)}" for finding in remarks], "warning")


def _guide(terminal: Terminal, output: BaseModel, _profile: Profile | None) -> None:
    if isinstance(output, InterviewGuide):
        topics = list(dict.fromkeys(TOPIC[question.topic] for question in output.questions))
        count = plural(len(output.questions), "pregunta", "preguntas")
        terminal.say(f"{count} para esta empresa: {', '.join(topics).lower()}.")


def _strategy(terminal: Terminal, output: BaseModel, _profile: Profile | None) -> None:
    if not isinstance(output, Strategy):
        return
    terminal.say("Diagnóstico:", "strong")
    shown = [item for topic in TOPICS for item in _first_of(output, topic)]
    terminal.bullets([f"{TOPIC[item.topic]}: {shorten(item.statement, _WORDS)}" for item in shown])
    _say_left(terminal, len(output.diagnosis) - len(shown))
    if output.unknowns:
        terminal.say("Falta saber:", "strong")
        terminal.bullets([f"{item.what} {shorten(item.how_to_know, _WORDS)}" for item in output.unknowns[:_FEW]])
        _say_left(terminal, len(output.unknowns) - _FEW)


def _first_of(strategy: Strategy, topic: Topic) -> list[Observation]:
    """The observations of a topic that rest on the strongest evidence."""
    found = [item for item in strategy.diagnosis if item.topic == topic]
    return sorted(found, key=lambda item: _STRENGTHS.index(item.strength))[:_FEW]


def _say_left(terminal: Terminal, count: int) -> None:
    if count > 0:
        terminal.say(f"y {count} más, en los documentos.", "quiet", indent=2)


def _action_plan(terminal: Terminal, output: BaseModel, _profile: Profile | None) -> None:
    if not isinstance(output, ActionPlan):
        return
    for month in output.months:
        terminal.pair(f"Mes {month.number}, {month_name(month.period)}", month.goal.statement)
        hours = sum(action.hours for action in month.actions)
        actions = plural(len(month.actions), "acción", "acciones")
        terminal.say(f"{actions}, {plural(hours, 'hora', 'horas')}. {month.actions[0].activity}", indent=2)


def _kpis(terminal: Terminal, output: BaseModel, profile: Profile | None) -> None:
    if not isinstance(output, KpiSet):
        return
    rows: list[tuple[str, str, str, str]] = []
    for kpi in output.kpis:
        now = kpi_amount(kpi.baseline.value, kpi.baseline.unit, kpi.kpi, profile) if kpi.baseline else "por medir"
        goal = kpi_amount(kpi.target.value, kpi.target.unit, kpi.kpi, profile) if kpi.target else "tras la línea base"
        rows.append((KPI[kpi.kpi], now, goal, FREQUENCY[kpi.frequency]))
    terminal.table(("Indicador", "Hoy", "Meta", "Se mide"), rows)


def _sector_plan(terminal: Terminal, output: BaseModel, _profile: Profile | None) -> None:
    if not isinstance(output, SectorPlan):
        return
    for phase in output.phases:
        terminal.say(phase.title, "strong")
        terminal.say(f"{phase.purpose} ({plural(len(phase.actions), 'acción', 'acciones')})", indent=2)


def _advocacy(terminal: Terminal, output: BaseModel, _profile: Profile | None) -> None:
    if isinstance(output, AdvocacyPlan):
        terminal.bullets([f"Mes {item.month} · {item.name}: {item.action}" for item in output.strategies])


_SUMMARIES: dict[type[BaseModel], Callable[[Terminal, BaseModel, Profile | None], None]] = {
    InterviewGuide: _guide,
    Strategy: _strategy,
    ActionPlan: _action_plan,
    KpiSet: _kpis,
    SectorPlan: _sector_plan,
    AdvocacyPlan: _advocacy,
}
