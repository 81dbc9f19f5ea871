"""Where a session stands, and the command that goes on with it."""

from retention_coach.chain.readiness import Blocked, NeedsAnswers, NeedsChoice, NeedsProfile, NeedsReply, is_done, ready
from retention_coach.chain.staleness import stale_steps
from retention_coach.chain.status import findings_of
from retention_coach.chain.steps import STEPS
from retention_coach.cli.invocation import Invocation
from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.domain.session import Session
from retention_coach.knowledge.base import Knowledge
from retention_coach.report.readings import readings, signals_seen
from retention_coach.report.standing import standing_of


def tell_steps(terminal: Terminal, session: Session) -> None:
    """The company, and a line for each step."""
    terminal.heading(session.summary.company or "Empresa sin nombre")
    terminal.pair("Sesión", session.id)
    if session.forked_from:
        terminal.pair("Parte de", session.forked_from)
    if session.choice:
        by = "elegida con la empresa" if session.choice.by == "consultant" else "la recomendada"
        terminal.pair("Alternativa", f"{session.choice.label}, {by}")
    stale = stale_steps(session)
    rows = []
    for step in STEPS:
        record = session.steps.get(step.id)
        version = record.current if record else None
        state = "hecho" if is_done(session, step) else "pendiente"
        if step.id in stale:
            state = "desactualizado"
        elif version and any(finding.severity == "error" for finding in version.findings):
            state = "con observaciones"
        rows.append((step.number or "-", state, version.made_by.engine if version else "", step.title))
    terminal.say()
    terminal.table(("Paso", "Estado", "Motor", "Qué es"), rows)


def tell_understood_of(terminal: Terminal, session: Session, knowledge: Knowledge) -> None:
    """What the answers show, with where it was said; nothing before there are answers."""
    seen = signals_seen(readings(session, knowledge))
    if seen:
        terminal.say()
        terminal.pair("De las respuestas se entendió", f"{'; '.join(seen)}.")
        terminal.say("Con las palabras, y para corregirlo: la orden /entendido en la entrevista.", "quiet")


def tell_what_follows(call: Invocation, session: Session, knowledge: Knowledge) -> None:
    """The status of the documents with its reasons, and what to do next."""
    standing = standing_of(session, knowledge, "consultant")
    call.terminal.say()
    call.terminal.pair(standing.label, standing.reviewed or f"sesión {session.id}")
    call.terminal.bullets(standing.reasons)
    for sentence, command in what_follows(session):
        call.terminal.say(sentence)
        if command:
            call.tell_command(*command)


def what_follows(session: Session) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What can be done now: a sentence, with the words of its command if there is one."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for need in ready(session):
        match need:
            case NeedsProfile() | NeedsAnswers():
                found.append(("Para seguir con la entrevista:", ("interview", "--session", session.id)))
            case NeedsChoice():
                found.append(("Falta elegir una alternativa, A o B:", ("choose", session.id, "A")))
            case NeedsReply():
                found.append(("Para seguir:", ("sessions", "redo", session.id, "--from", need.step.id)))
            case Blocked():
                found.append((f"«{need.step.title}» no puede hacerse. {need.infeasible.reason}", ()))
                found.append((f"Qué haría falta: {need.infeasible.needed}", ()))
            case _:
                continue
    stale = next(iter(stale_steps(session)), None)
    if stale:
        found.append(("Para rehacer lo desactualizado:", ("sessions", "redo", session.id, "--from", stale)))
    if any(finding.severity != "notice" for finding in findings_of(session)):
        found.append(("Para ver las observaciones:", ("check", session.id)))
    if session.summary.next_step is None:
        found.append(("Para escribir los documentos:", ("export", session.id)))
    return tuple(found)
