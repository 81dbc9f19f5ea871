"""A finished step in a few lines: enough to talk about it at the table; the documents say the rest."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from retention_coach.chain import outputs
from retention_coach.chain.spec import StepSpec
from retention_coach.chain.steps import ACTION_PLAN, ADVOCACY, CHOICE, INTERVIEW, KPIS, SECTOR_PLAN, STRATEGY
from retention_coach.domain.base import TOPICS, StepId, Topic
from retention_coach.domain.session import Session
from retention_coach.domain.strategy import Observation, Strategy
from retention_coach.knowledge.base import Knowledge
from retention_coach.report.case import Case
from retention_coach.report.finding_wording import sentence
from retention_coach.report.labels import SEVERITY, TOPIC
from retention_coach.report.readings import readings
from retention_coach.report.sections.advocacy import advocacy_of
from retention_coach.report.sections.alternatives import alternatives_of
from retention_coach.report.sections.health import health_section_of
from retention_coach.report.sections.kpis import kpis_of
from retention_coach.report.sections.plan import plan_of
from retention_coach.report.sections.sector import sector_of
from retention_coach.spanish.cleaning import one_line, shorten
from retention_coach.spanish.formats import join_words, money, plural

_OF_A_TOPIC = 2
_UNKNOWNS = 3
_WORDS = 30
_STRENGTHS = ("strong", "medium", "weak")


@dataclass(frozen=True, slots=True)
class Points:
    """Sentences under a title, which may be empty; `left_out` says how many more the documents have."""

    title: str
    lines: tuple[str, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Points | Table


@dataclass(frozen=True, slots=True)
class StepSummary:
    """What a step produced, and in `remarks` what the checks say of it, notices apart."""

    title: str
    parts: tuple[Part, ...]
    remarks: tuple[str, ...]


def step_summary(session: Session, step: StepSpec, knowledge: Knowledge) -> StepSummary | None:
    """The step's result for the consultant.

    None while there is none to talk about: not made yet, still being mended, or not feasible, which is no result.
    """
    record = session.steps.get(step.id)
    version = record.current if record and not record.repairs_left else None
    if version.output.get("infeasible") if version else step.reply is not None:
        return None
    parts = tuple(_WRITERS[step.id](Case.of(session, knowledge, "consultant"))) if step.id in _WRITERS else ()
    remarks = [finding for finding in version.findings if finding.severity != "notice"] if version else []
    told = tuple(f"{SEVERITY[finding.severity]}: {sentence(finding)}" for finding in remarks)
    return StepSummary(_title(session, step), parts, told) if parts else None


def _title(session: Session, step: StepSpec) -> str:
    """What is done: the step's own title would say of the interview that it is over when it only begins."""
    if step.id != INTERVIEW.id:
        return step.title
    return "Preguntas preparadas" if outputs.pending(session) else "Lo que se entendió de las respuestas"


def _interview(case: Case) -> Iterator[Part]:
    """The questions while they wait; once answered, what was understood of the answers."""
    if not outputs.pending(case.session):
        understood = [item for item in readings(case.session, case.knowledge) if item.sentences]
        lines = [f"{item.answer.id}: {'; '.join(item.sentences)}." for item in understood]
        yield _points("", lines or ["De las respuestas no se reconoció nada en particular."])
        return
    questions = outputs.guide_questions(case.session)
    topics = dict.fromkeys(TOPIC[question.topic].lower() for question in questions)
    yield _points("", [f"{plural(len(questions), 'pregunta', 'preguntas')} para esta empresa: {', '.join(topics)}."])


def _strategy(case: Case) -> Iterator[Part]:
    strategy = case.strategy
    if strategy is None:
        return
    shown = [item for topic in TOPICS for item in _first_of(strategy, topic)]
    lines = [f"{TOPIC[item.topic]}: {shorten(item.statement, _WORDS)}" for item in shown]
    yield _points("Diagnóstico", lines, left_out=len(strategy.diagnosis) - len(shown))
    yield from _customers(case)
    if strategy.unknowns:
        unknowns = [f"{item.what} {shorten(item.how_to_know, _WORDS)}" for item in strategy.unknowns]
        yield _points("Falta saber", unknowns[:_UNKNOWNS], left_out=len(unknowns[_UNKNOWNS:]))


def _customers(case: Case) -> Iterator[Part]:
    """The customers' health in a line for each level that asks for something, and what is to be cleared up."""
    section = health_section_of(case)
    if section is None:
        return
    levels: dict[str, list[str]] = {}
    for row in section.rows:
        if row.kind == "cuenta":
            levels.setdefault(row.level, []).append(f"{row.name} ({row.score})")
    yield _points(section.title, [f"{level.capitalize()}: {join_words(names)}." for level, names in levels.items()][:2])
    clashes = [f"{line.statement} {line.question}" for line in section.contradictions]
    if clashes:
        yield _points("Por aclarar con la empresa", clashes[:_OF_A_TOPIC], left_out=len(clashes[_OF_A_TOPIC:]))


def _first_of(strategy: Strategy, topic: Topic) -> list[Observation]:
    """The observations of a topic that rest on the strongest evidence."""
    found = [item for item in strategy.diagnosis if item.topic == topic]
    return sorted(found, key=lambda item: _STRENGTHS.index(item.strength))[:_OF_A_TOPIC]


def _choice(case: Case) -> Iterator[Part]:
    alternatives = alternatives_of(case)
    if case.chosen is None or alternatives is None:
        return
    lines = [
        f"{sheet.label} · {sheet.name}: {plural(sheet.effort_hours, 'hora', 'horas')}, {money(sheet.cost_usd)}, "
        f"primer resultado en {plural(sheet.weeks_to_first_result, 'semana', 'semanas')}."
        for sheet in alternatives.sheets
    ]
    yield _points("", [*lines, f"Se recomienda la {alternatives.recommended}: {alternatives.reason}"])
    yield _points(f"Alternativa {case.chosen.label}, {alternatives.chosen_by}", [])


def _plan(case: Case) -> Iterator[Part]:
    plan = plan_of(case)
    for month in plan.months if plan else ():
        count, hours = plural(len(month.actions), "acción", "acciones"), plural(month.hours, "hora", "horas")
        first = f" Lo primero: {month.actions[0].activity}" if month.actions else ""
        yield _points(f"Mes {month.number}, {month.name}: {month.goal.statement}", [f"{count}, {hours}.{first}"])


def _kpis(case: Case) -> Iterator[Part]:
    section = kpis_of(case)
    rows = [
        (
            sheet.name,
            sheet.baseline.text if sheet.baseline else "por medir",
            sheet.target.text if sheet.target else "tras la línea base",
            sheet.frequency,
        )
        for sheet in (section.sheets if section else ())
    ]
    yield Table(("Indicador", "Hoy", "Meta", "Se mide"), tuple(_in_one_line(row) for row in rows))


def _sector(case: Case) -> Iterator[Part]:
    section = sector_of(case)
    for phase in section.phases if section else ():
        new = sum(not action.plan_action for action in phase.actions)
        count = f"{plural(len(phase.actions), 'acción', 'acciones')}, {plural(new, 'nueva', 'nuevas')}"
        yield _points(phase.title, [f"{phase.purpose} ({count})"])


def _advocacy(case: Case) -> Iterator[Part]:
    section = advocacy_of(case)
    yield _points(
        "", [f"{sheet.month} · {sheet.name}: {sheet.action}" for sheet in (section.strategies if section else ())]
    )


def _points(title: str, lines: Sequence[str], *, left_out: int = 0) -> Points:
    return Points(one_line(title), _in_one_line(lines), left_out)


def _in_one_line(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(one_line(text) for text in texts)


_WRITERS: Mapping[StepId, Callable[[Case], Iterator[Part]]] = {
    INTERVIEW.id: _interview,
    STRATEGY.id: _strategy,
    CHOICE.id: _choice,
    ACTION_PLAN.id: _plan,
    KPIS.id: _kpis,
    SECTOR_PLAN.id: _sector,
    ADVOCACY.id: _advocacy,
}
