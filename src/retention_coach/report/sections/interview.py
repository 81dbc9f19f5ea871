"""For the consultant alone: what was answered, and what is still to be verified."""

from collections.abc import Iterator
from dataclasses import dataclass

from retention_coach.chain import outputs
from retention_coach.domain.base import TOPICS
from retention_coach.domain.figures import UNITS, Measure
from retention_coach.knowledge.calendar.entries import LocalHoliday
from retention_coach.knowledge.calendar.seasons import Season
from retention_coach.knowledge.entries.figures import FigureSpec
from retention_coach.knowledge.entries.legal import Custom
from retention_coach.knowledge.entries.sectors import Sector
from retention_coach.report.case import Case
from retention_coach.report.entry_names import entry_name
from retention_coach.report.evidence_wording import figure_name, lower_first
from retention_coach.report.labels import ORIGIN, TOPIC
from retention_coach.report.readings import reading_of
from retention_coach.report.sections.sources import cited_ids
from retention_coach.spanish.formats import join_words

NOT_KNOWN = "No sé"

_ABOUT_THEM = (Sector, Season, LocalHoliday, Custom)


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A question with its answer; `text` is «No sé» where the company did not know.

    `understood` says what was understood of it, in one sentence; empty where nothing was.
    """

    id: str
    topic: str
    question: str
    text: str
    consultant_only: bool
    understood: str


@dataclass(frozen=True, slots=True)
class InterviewSection:
    """Answers, questions left open (follow-ups too), and what is still to be verified, each a sentence."""

    title: str
    answers: tuple[AnswerLine, ...]
    pending: tuple[str, ...]
    to_verify: tuple[str, ...]


def interview_of(case: Case) -> InterviewSection | None:
    """The interview; None for the company, or when nothing was asked."""
    if not case.is_for_consultant or not (case.answers or outputs.questions(case.session) or case.profile):
        return None
    answers = tuple(
        AnswerLine(
            id=item.id,
            topic=TOPIC[item.topic],
            question=item.question,
            text=item.text or NOT_KNOWN,
            consultant_only=item.consultant_only,
            understood="; ".join(reading_of(item, case.knowledge).sentences),
        )
        for item in case.answers
    )
    return InterviewSection(
        title="Lo que se respondió y lo que falta verificar",
        answers=answers,
        pending=tuple(f"{question.id}: {question.text}" for question in outputs.unanswered(case.session)),
        to_verify=tuple(dict.fromkeys(_to_verify(case))),
    )


def _to_verify(case: Case) -> Iterator[str]:
    for topic in TOPICS:
        if topic in case.session.interview.closed_topics:
            yield f"El tema «{lower_first(TOPIC[topic])}» se dio por desconocido."
    if case.strategy:
        for unknown in case.strategy.unknowns:
            yield f"{unknown.what} {unknown.how_to_know}"
    yield from _uncertain_figures(case)
    yield from _judgements(case)


def _uncertain_figures(case: Case) -> Iterator[str]:
    """Figures that the company does not know, and those that it did not take from a system."""
    guessed: dict[str, list[str]] = {}
    for figure_id in UNITS:
        measure: Measure | None = getattr(case.profile.figures, figure_id) if case.profile else None
        if measure is None or (measure.value is not None and measure.origin == "system"):
            continue
        name = figure_name(figure_id, case.knowledge)
        if measure.value is None:
            yield f"{name}: no se sabe. {_how_to_know(figure_id, case)}".strip()
        else:
            guessed.setdefault(ORIGIN[measure.origin], []).append(lower_first(name))
    for origin, names in guessed.items():
        yield f"Confirmar con un registro lo que hoy es {origin}: {join_words(names)}."


def _how_to_know(figure_id: str, case: Case) -> str:
    entry_id = f"figure.{figure_id}"
    entry = case.knowledge.entry(entry_id) if case.knowledge.has(entry_id) else None
    return entry.if_unknown if isinstance(entry, FigureSpec) else ""


def _judgements(case: Case) -> Iterator[str]:
    """What the plan takes from professional judgement about the company's world, which only the company can confirm."""
    cited = (ref for _step, output in case.outputs() for ref in cited_ids(output) if case.knowledge.has(ref))
    entries = (case.knowledge.entry(ref) for ref in dict.fromkeys(cited))
    names = [entry_name(entry) for entry in entries if entry.professional_judgement and isinstance(entry, _ABOUT_THEM)]
    if names:
        yield f"Confirmar con la empresa lo que es criterio profesional: {'; '.join(names)}."
