"""How a sitting ends: what is saved, what was made, and the command for what comes next."""

from retention_coach.chain.readiness import Finished, ready
from retention_coach.chain.staleness import stale_steps
from retention_coach.chain.steps import WITH_REPLY
from retention_coach.cli.interview.turn import PIPE_ENDED, Paused
from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.domain.session import Session
from retention_coach.errors import EngineError
from retention_coach.spanish.formats import join_words


class Farewell:
    """The last words of a sitting.

    Args:
        terminal: where they are shown.
        go_on: the command that takes the session up again.
        to_export: the command that writes its documents.
    """

    def __init__(self, terminal: Terminal, go_on: str, to_export: str) -> None:
        self._terminal = terminal
        self._go_on = go_on
        self._to_export = to_export

    def at_pause(self, session: Session, paused: Paused) -> None:
        """The person stopped, or the pipe ended."""
        if isinstance(ready(session)[0], Finished) and paused.point is None:
            self.at_the_end(session)
            return
        say = self._terminal.say
        say()
        if paused.exit_code == PIPE_ENDED:
            where = f"«{paused.point.name}»: {paused.point.text}" if paused.point else "la decisión que se pide arriba."
            say(f"Se acabaron las respuestas. Falta {where}")
        say("Todo lo respondido está guardado.", "good")
        if paused.point and paused.exit_code != PIPE_ENDED:
            kept = " Lo que estaba escribiendo se guardó como borrador." if paused.draft_kept else ""
            say(f"Al volver se sigue en «{paused.point.name}».{kept}")
        say("Para seguir:")
        self._terminal.command(self._go_on)

    def at_the_end(self, session: Session) -> None:
        """Everything was made."""
        self._terminal.heading("Listo")
        self._terminal.say(f"Quedó hecho: {_made(session)}.")
        self._terminal.pair("Sesión", session.id)
        if stale_steps(session):
            self._terminal.say("Una corrección dejó partes desactualizadas. Para rehacerlas:", "warning")
            self._terminal.command(self._go_on)
        self._terminal.say("Para exportar los documentos:")
        self._terminal.command(self._to_export)

    def while_blocked(self) -> None:
        """A step cannot be done with what there is."""
        self._terminal.say("Para seguir cuando el dato cambie:")
        self._terminal.command(self._go_on)

    def after_failure(self, session: Session, error: EngineError) -> None:
        """The engine failed."""
        say = self._terminal.say
        say()
        say(f"El motor no pudo terminar: {error.message}", "bad")
        if error.hint:
            say(error.hint)
        made = _made(session)
        say(f"Todas las respuestas están guardadas{f', y también {made}' if made else ''}.", "good")
        say("Para intentarlo otra vez desde ese paso:")
        self._terminal.command(self._go_on)

    def after_refusal(self) -> None:
        """An answer of the pipe does not fit; what is wrong with it is told by whoever ends the program."""
        self._terminal.say("Lo respondido antes está guardado. Para seguir desde esa pregunta:")
        self._terminal.command(self._go_on)

    def with_surplus(self, place: str) -> None:
        """The pipe had more answers than there were questions."""
        self._terminal.say(
            f"Sobraron respuestas desde el {place}; revise con /resumen a qué preguntas fueron las otras.", "warning"
        )


def _made(session: Session) -> str:
    """The titles of the steps that have a result."""
    records = session.steps
    return join_words([f"«{step.title}»" for step in WITH_REPLY if step.id in records and records[step.id].current])
