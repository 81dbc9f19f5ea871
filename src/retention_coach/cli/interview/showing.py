"""How a point of the interview, its help and what was answered so far look on the screen."""

from collections.abc import Sequence

from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.cli.interview.points import Point
from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.domain.interview import GuideQuestion
from retention_coach.domain.session import Session
from retention_coach.readers.form.field import FormField
from retention_coach.spanish.cleaning import shorten

_SUMMARY_WORDS = 14


def show_welcome(terminal: Terminal, *, is_live: bool) -> None:
    """How the interview works, in a few lines."""
    terminal.heading("Entrevista")
    if is_live:
        terminal.say(
            "Cada respuesta se guarda al enviarla. Una respuesta corta se envía con Enter; una larga, con Enter dos "
            "veces o con Ctrl-D. Lo opcional se deja en blanco con Enter. «No sé» es una respuesta."
        )
        terminal.say(
            "Órdenes: /ayuda /volver /resumen /pausa. Con Ctrl-C se sale y lo escrito queda guardado.", "quiet"
        )


def show_return(terminal: Terminal, session: Session) -> None:
    """Whose session was taken up again."""
    company = session.profile.company if session.profile else session.intake.get("company")
    terminal.heading(company or session.id)
    terminal.say(f"Sesión: {session.id}. Se sigue donde quedó; /ayuda muestra las órdenes.", "quiet")


def show_point(terminal: Terminal, point: Point, *, is_private: bool, is_correction: bool) -> None:
    """Where the interview stands, and the question."""
    question = isinstance(point.origin, GuideQuestion)
    is_optional = isinstance(point.origin, FormField) and not point.origin.required
    terminal.say()
    terminal.say(
        f"{point.progress}{' · opcional' if is_optional else ''}{' · corrección' if is_correction else ''}", "quiet"
    )
    terminal.say(f"{point.id}. {point.text}" if question else point.text, "strong")
    if is_private:
        terminal.say("Es «solo consultor»: la empresa no recibe la respuesta. /publica quita la marca.", "quiet")
    elif point.advises_privacy:
        terminal.say("Conviene que la respuesta sea «solo consultor»: /solo la marca.", "quiet")


def show_help(terminal: Terminal, why: str, examples: Sequence[str]) -> None:
    """Why something is asked, with answers of example."""
    terminal.say(f"Por qué se pregunta: {why}")
    if examples:
        terminal.say("Respuestas de ejemplo:")
        terminal.bullets(examples)


def show_summary(terminal: Terminal, case: CaseFile) -> None:
    """Everything answered so far, shortened."""
    terminal.heading("Respondido hasta ahora")
    for point in case.timeline.points:
        kept = case.kept(point)
        if kept is not None and kept.text:
            mark = " [solo consultor]" if kept.consultant_only else ""
            terminal.pair(f"{point.name}{mark}", shorten(kept.text, _SUMMARY_WORDS), indent=2)
