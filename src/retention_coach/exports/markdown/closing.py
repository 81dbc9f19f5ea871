"""What the reader may want to check: sources, personal data, how it was made; for the consultant, everything else."""

from itertools import groupby

from retention_coach.exports.markdown.text import Blocks, bullets, heading, listed, literal, quoted, sentence, table
from retention_coach.report import Report
from retention_coach.report.sections.cover import Cover
from retention_coach.report.sections.interview import InterviewSection
from retention_coach.report.sections.privacy import Privacy
from retention_coach.report.sections.sources import Sources
from retention_coach.spanish.formats import short_date


def closing(report: Report) -> Blocks:
    """The annexes."""
    if report.privacy is not None:
        yield from _privacy(report.privacy)
    if report.sources is not None:
        yield from _sources(report.sources)
    yield from _making(report.cover)
    if report.observations:
        yield from _observations(report)
    if report.interview is not None:
        yield from _interview(report.interview)


def _privacy(privacy: Privacy) -> Blocks:
    yield heading(2, privacy.title)
    yield literal(" ".join((privacy.warning, *privacy.caveats)))
    yield from table(
        ("Tema", "Qué dice la norma", "El plan debe", "El plan no puede", "Dónde"),
        ((note.name, note.says, " ".join(note.requires), " ".join(note.forbids), note.norm) for note in privacy.notes),
    )


def _sources(sources: Sources) -> Blocks:
    yield heading(2, sources.title)
    if sources.figures:
        yield heading(3, "Cifras de la empresa")
    yield from table(
        ("Cifra", "Valor", "Período", "Corte", "Origen", "Nota"),
        (
            (row.name, row.value, row.period, short_date(row.cutoff) if row.cutoff else "", row.origin, row.note)
            for row in sources.figures
        ),
    )
    if sources.assumptions:
        yield heading(3, "Supuestos")
    yield from bullets(sources.assumptions)
    if sources.cited:
        yield heading(3, "Fuentes")
    yield from table(
        ("Fuente", "Verificada el", "Qué se tomó de ella"),
        ((line.source, short_date(line.verified_on), "; ".join(line.entries)) for line in sources.cited),
        links=(0,),
    )


def _making(cover: Cover) -> Blocks:
    if not (cover.facts or cover.makers):
        return
    yield heading(2, "Para quién y cómo se elaboró")
    yield from table(("Empresa", cover.company), cover.facts)
    engines = list(dict.fromkeys(maker.engine for maker in cover.makers))
    if len(engines) == 1:
        yield f"**Elaborado con:** {sentence(engines[0])}"
    else:
        yield from table(("Parte", "Elaborada con"), ((maker.title, maker.engine) for maker in cover.makers))


def _observations(report: Report) -> Blocks:
    yield heading(2, "Observaciones")
    yield from table(
        ("Paso", "Gravedad", "Qué se encontró"),
        ((line.step, line.severity_label, line.sentence) for line in report.observations),
    )


def _interview(interview: InterviewSection) -> Blocks:
    yield heading(2, interview.title)
    yield from listed("Por verificar", interview.to_verify)
    yield from listed("Preguntas sin responder", interview.pending)
    for topic, answers in groupby(interview.answers, key=lambda answer: answer.topic):
        yield heading(3, topic)
        for answer in answers:
            mark = " *(solo consultor)*" if answer.consultant_only else ""
            yield f"**{literal(f'{answer.id}. {answer.question}')}**{mark}"
            yield from quoted(answer.text)
            if answer.understood:
                yield literal(f"Se entendió: {answer.understood}.")
