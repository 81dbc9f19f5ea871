"""What is done with what was typed at one point of the interview."""

from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.cli.interview.dialogue import Dialogue
from retention_coach.cli.interview.points import Point
from retention_coach.domain.interview import GuideQuestion
from retention_coach.errors import InvalidInputError
from retention_coach.readers.form.field import FormField
from retention_coach.spanish.formats import plural
from retention_coach.spanish.sentences import ended


class Answering:
    """Keeps answers and says what became of them."""

    def __init__(self, case: CaseFile, dialogue: Dialogue) -> None:
        self._case = case
        self._terminal = dialogue.terminal

    async def keep(self, point: Point, text: str, private: bool) -> None:
        """Keep an answer.

        Raises:
            InvalidInputError: it cannot be used.
            SaveFailedError: it could not be saved.
        """
        kept = self._case.kept(point)
        if not text and isinstance(point.origin, GuideQuestion):
            raise InvalidInputError(
                "Falta la respuesta.", hint="Escríbala, o «no sé»; /ayuda muestra por qué se pregunta."
            )
        if kept is not None and kept.text == text and kept.consultant_only == private:
            await self._case.keep_draft(point, "")
            self._terminal.say("Queda como estaba.", "quiet")
            return
        echo = await self._case.give(point, text, consultant_only=private)
        if echo:
            self._terminal.say(ended(f"Entendí: {echo}"), "good")
        if kept is not None:
            self._terminal.say("Corregido.", "good")

    async def close_rest(self, point: Point) -> None:
        """Declare unknown what is left of the point's topic or section.

        Raises:
            InvalidInputError: nothing is left that may be.
        """
        closed = await self._case.close_rest(point)
        if not closed:
            raise InvalidInputError(
                "De este tema no queda nada que se pueda dejar sin responder.",
                hint="Este dato hace falta para el plan.",
            )
        self._terminal.say(f"Queda sin responder lo que faltaba del tema: {plural(closed, 'punto', 'puntos')}.", "good")

    def offer(self, point: Point, text: str) -> str | None:
        """What was probably meant by a refused answer; says how to accept it."""
        meant = point.origin.meant(text) if isinstance(point.origin, FormField) else None
        if meant:
            self._terminal.say(f"Escriba «sí» para «{meant}», o la respuesta otra vez.", "quiet")
        return meant

    def marked(self, point: Point, *, private: bool) -> bool:
        """Say that the answer is given the mark *solo consultor* or loses it, and return the mark.

        Raises:
            InvalidInputError: the point is no question.
        """
        if not isinstance(point.origin, GuideQuestion):
            raise InvalidInputError("Solo las respuestas a las preguntas se marcan «solo consultor».")
        hidden, shown = "Marcada «solo consultor»: la empresa no la recibe.", "Sin la marca: la empresa la recibe."
        self._terminal.say(hidden if private else shown, "good")
        return private
