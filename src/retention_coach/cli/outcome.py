"""What a command that moved a session forward says in the end, to a person or to a program."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from retention_coach.chain.coach import Coach, Progress
from retention_coach.chain.readiness import Blocked, ready
from retention_coach.chain.status import findings_of, status_of
from retention_coach.chain.steps import WITH_REPLY
from retention_coach.cli.invocation import Invocation
from retention_coach.cli.progress import told_on
from retention_coach.cli.standing_words import tell_what_follows
from retention_coach.domain.session import Session
from retention_coach.knowledge.base import Knowledge
from retention_coach.report.labels import SEVERITY, TOPIC
from retention_coach.spanish.formats import join_words
from retention_coach.spanish.sentences import ended

if TYPE_CHECKING:
    from retention_coach.domain.finding import Finding


def told(call: Invocation, coach: Coach) -> Progress | None:
    """Tells of each step on the terminal; of none to a program that reads JSON."""
    return None if call.as_json else told_on(call.terminal, coach.knowledge)


async def finish(call: Invocation, coach: Coach, session: Session) -> int:
    """Let the engine do what is ready, tell it, and give the exit code."""
    return conclude(call, coach, await coach.advance(session, progress=told(call, coach)))


@dataclass(frozen=True, slots=True)
class FromFile:
    """What became of a company file.

    Attributes:
        unused: questions and topics that it answers and that found no open question.
        changed: what it changed in a session that was there before: «equipo», «Q1».
        understood: its figures that are kept otherwise than it says them, as understood.
        made_private: questions whose answers were marked *solo consultor* because the bank advises it.
    """

    unused: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    made_private: tuple[str, ...] = ()


def tell_understood(call: Invocation, understood: tuple[str, ...]) -> None:
    """Show back what a figure was taken for, where that is not what was said."""
    for echo in () if call.as_json else understood:
        call.terminal.say(ended(f"Entendí: {echo}"), "good")


def conclude(call: Invocation, coach: Coach, session: Session, given: FromFile | None = None) -> int:
    """Tell what a command has done with a session, and give its exit code.

    Args:
        call: where to tell it.
        coach: the coach that did it.
        session: the session as it is now.
        given: what became of the company file, where there was one.
    """
    told_of = given or FromFile()
    if call.as_json:
        data = {
            "unused_answers": told_of.unused,
            "changed": told_of.changed,
            "understood": told_of.understood,
            "made_private": told_of.made_private,
            "understood_answers": understood_data(session, coach.knowledge),
        }
        call.write_json({**as_data(session), **data})
    else:
        if told_of.made_private:
            marked = f"Queda «solo consultor», como aconseja el banco de preguntas: {join_words(told_of.made_private)}."
            call.terminal.say(f"{marked} Para que la empresa lo reciba: «solo_consultor: no».")
        if told_of.changed:
            call.terminal.say(f"El archivo cambió: {', '.join(told_of.changed)}.", "good")
        if given is not None:
            call.terminal.say("Si algo de lo que se entendió no es así, corríjalo con la orden /entendido en:")
            call.tell_command("interview", "--session", session.id)
        if told_of.unused:
            topics: dict[str, str] = dict(TOPIC.items())
            unused = ", ".join(topics.get(item, item) for item in told_of.unused)
            call.terminal.say(f"No se preguntó, o ya estaba respondido: {unused}; no se usó.", "warning")
        tell_what_follows(call, session, coach.knowledge)
    return exit_code(session)


def exit_code(session: Session) -> int:
    """1 if a check found an error or a step is not feasible, else 0."""
    return 1 if has_errors(session) or any(isinstance(need, Blocked) for need in ready(session)) else 0


def as_data(session: Session) -> dict[str, object]:
    """What a program needs to know of a session, without its texts."""
    status = status_of(session)
    return {
        "id": session.id,
        "revision": session.revision,
        **session.summary.model_dump(mode="json"),
        "choice": session.choice.label if session.choice else None,
        "unfinished": list(status.unfinished),
        "stale_steps": list(status.stale),
        "unknown_topics": list(status.unknown_topics),
    }


def understood_data(session: Session, knowledge: Knowledge) -> list[dict[str, object]]:
    """What was understood of each answer, for a program: signals and quantities with the place of their words."""
    from retention_coach.report.readings import readings

    return [
        {
            "answer": item.answer.id,
            "signals": [
                {
                    "code": signal.code,
                    "label": signal.label,
                    "stand": signal.stand,
                    "found": [asdict(found) for found in signal.found],
                }
                for signal in item.signals
            ],
            "quantities": [{**asdict(figure.found), "wrong": figure.is_wrong} for figure in item.figures],
        }
        for item in readings(session, knowledge)
    ]


def findings_data(session: Session) -> dict[str, object]:
    """The findings for a program: codes, parameters, the sentence that a person reads; and what is not there."""
    from retention_coach.report.finding_wording import sentence

    return {
        "id": session.id,
        "unfinished": list(status_of(session).unfinished),
        "findings": [{**item.model_dump(mode="json"), "sentence": sentence(item)} for item in findings_of(session)],
    }


def tell_findings(call: Invocation, session: Session) -> None:
    """The findings in words, step by step, and what is not there yet to be checked."""
    from retention_coach.report.finding_wording import sentence
    from retention_coach.report.standing import missing_of

    found = findings_of(session)
    for step in WITH_REPLY:
        of_step = [finding for finding in found if finding.step == step.id]
        if of_step:
            call.terminal.heading(step.title)
        for finding in of_step:
            call.terminal.pair(SEVERITY[finding.severity], sentence(finding))
    if not found:
        call.terminal.say("Sin observaciones.", "good")
    if missing := missing_of(session):
        call.terminal.say("Solo se comprobó lo que hay. Todavía no está todo:", "warning")
        call.terminal.bullets(missing)


def has_errors(session: Session) -> bool:
    """Whether a check found an error in the current outputs."""
    return any(_is_error(finding) for finding in findings_of(session))


def _is_error(finding: "Finding") -> bool:
    return finding.severity == "error"
