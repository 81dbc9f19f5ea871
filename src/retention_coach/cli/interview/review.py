"""What was understood is shown with the words it came from, and a person corrects it before it is used."""

from collections.abc import Collection, Sequence
from functools import partial

from retention_coach.chain import outputs
from retention_coach.chain.events import UnderstandingAccepted, UnderstandingCorrected
from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.cli.interview.figure_offers import FigureOffers
from retention_coach.cli.interview.review_items import (
    Adding,
    Reading,
    Striking,
    numbered,
    read_request,
    signals_named,
    struck,
    with_signal,
)
from retention_coach.cli.interview.turn import Elsewhere, Pick
from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.domain.base import TOPICS
from retention_coach.domain.interview import Corrections
from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.entries.signals import SignalEntry
from retention_coach.report.labels import TOPIC
from retention_coach.report.readings import AnswerReading, FigureReading, SignalReading, readings


class Review:
    """Shows what was understood of answers and takes what a person says of it.

    Args:
        case: whose answers.
        terminal: where it is shown.
        pick: asks the person; None where nobody is there, and it is only listed.
    """

    def __init__(self, case: CaseFile, terminal: Terminal, pick: Pick | None) -> None:
        self.is_open = False
        self._case = case
        self._terminal = terminal
        self._pick = pick
        self._listed: set[str] = set()
        self._offers = FigureOffers(case, terminal)

    def due(self) -> tuple[str, ...]:
        """The answers of the first topic that nobody has looked over; empty if a question before is still open.

        Once the strategy is written only what this sitting answers is looked over: the rest is in use already.
        """
        waiting = {question.topic for question in self._case.open_questions()}
        asked = outputs.questions(self._case.session)
        for topic in TOPICS:
            if topic in waiting:
                break
            if found := tuple(item.id for item in asked if item.topic == topic and self._is_due(item.id)):
                return found
        return ()

    async def look_over(self, questions: Collection[str], *, waits: bool = False) -> Elsewhere | None:
        """Show what was understood of these answers until it is right; where to go first, if the person leaves.

        Where nothing was understood it `waits` only for whoever wanted to see it, and may add something.

        Raises:
            Paused: the person stopped; what was corrected until then is kept.
        """
        self.is_open = True
        try:
            return await self._until_right(questions, waits=waits)
        finally:
            self.is_open = False

    async def all(self) -> Elsewhere | None:
        """The same for every answer so far."""
        answered = [item.answer.id for item in readings(self._case.session, self._case.coach.knowledge)]
        if not answered:
            self._terminal.say("Todavía no hay respuestas de las que entender algo.")
            return None
        return await self.look_over(answered, waits=True)

    def _is_due(self, question: str) -> bool:
        answer = self._case.session.interview.answers.get(question)
        if answer is None or answer.text is None or answer.accepted or question in self._listed:
            return False
        return not self._case.is_written or question in self._case.answered_now

    async def _until_right(self, questions: Collection[str], *, waits: bool) -> Elsewhere | None:
        while True:
            shown = self._readings(questions)
            listed = numbered(shown)
            self._show(shown, listed)
            if self._pick is None:
                self._listed.update(questions)
                return None
            if listed or waits:
                self._ask(listed)
                asked = [item.answer.id for item in shown]
                said = await self._pick("›", partial(read_request, listed=listed, questions=asked))
                if isinstance(said, Elsewhere):
                    return said
                if said is not None:
                    away = await self._take(said, asked)
                    if away is not None:
                        return away
                    continue
            away = await self._offers.make(shown, self._pick)
            if away is None:
                await self._case.record(UnderstandingAccepted(tuple(questions), self._case.coach.clock.now()))
            return away

    async def _take(self, said: Striking | Adding, asked: Sequence[str]) -> Elsewhere | None:
        if isinstance(said, Striking):
            for question in dict.fromkeys(reading.question for reading in said.readings):
                own = [reading for reading in said.readings if reading.question == question]
                await self._correct(question, struck(self._corrections(question), own))
            return None
        return await self._add(said, asked)

    async def _add(self, adding: Adding, asked: Sequence[str]) -> Elsewhere | None:
        """Add a signal to an answer, asking for what was not said."""
        try:
            found = signals_named(adding.words, self._case.coach.knowledge)
        except InvalidInputError as error:
            self._terminal.say(error.message, "warning")
            self._terminal.say(error.hint)
            return None
        signal = await self._one_of(found)
        if isinstance(signal, Elsewhere):
            return signal
        question = adding.question or await self._answer_with(signal, asked)
        if isinstance(question, Elsewhere):
            return question
        await self._correct(question, with_signal(self._corrections(question), signal.code))
        return None

    async def _one_of(self, found: Sequence[SignalEntry]) -> SignalEntry | Elsewhere:
        if len(found) == 1 or self._pick is None:
            return found[0]
        for number, entry in enumerate(found, start=1):
            self._terminal.pair(f"{number}. {entry.label}", entry.description, indent=2)
        self._terminal.say("¿Cuál de estas?", "strong")
        return await self._pick("›", lambda text: found[_number(text, len(found)) - 1])

    async def _answer_with(self, signal: SignalEntry, asked: Sequence[str]) -> str | Elsewhere:
        if self._pick is None:
            return asked[0]
        self._terminal.say(f"¿En qué respuesta se dijo «{signal.label}»? {', '.join(asked)}.", "strong")
        return await self._pick("›", lambda text: _named(text, asked))

    def _corrections(self, question: str) -> Corrections:
        return self._case.session.interview.answers[question].corrections

    async def _correct(self, question: str, corrections: Corrections) -> None:
        await self._case.record(UnderstandingCorrected(question, corrections, self._case.coach.clock.now()))

    def _readings(self, questions: Collection[str]) -> list[AnswerReading]:
        every = readings(self._case.session, self._case.coach.knowledge)
        return [item for item in every if item.answer.id in questions]

    def _show(self, answers: Sequence[AnswerReading], listed: Sequence[Reading]) -> None:
        topics = list(dict.fromkeys(TOPIC[item.answer.topic] for item in answers))
        self._terminal.heading(f"Lo que se entendió{f' · {topics[0]}' if len(topics) == 1 else ''}")
        for item in answers:
            if item.season:
                self._terminal.pair(f"• {item.answer.id} Temporada", item.season, indent=2)
        if not listed:
            self._terminal.say("De estas respuestas no se reconoció nada en particular; quedan como se escribieron.")
        for number, reading in enumerate(listed, start=1):
            self._terminal.pair(f"{number}. {reading.question} {_name(reading)}", _words(reading), indent=2)

    def _ask(self, listed: Sequence[Reading]) -> None:
        wrong = " Si algo no es así, escriba sus números: 2 4" if listed else ""
        self._terminal.say(f"¿Está bien? Enter: sí.{wrong}", "strong")
        self._terminal.say("Para agregar lo que falta: + y su nombre, como «+ Q7 errores en facturas».", "quiet")


def _name(reading: Reading) -> str:
    return reading.name if isinstance(reading, SignalReading) else "Cifra"


def _words(reading: Reading) -> str:
    if isinstance(reading, FigureReading):
        return reading.sentence
    return reading.words or "lo agregó usted"


def _number(text: str, last: int) -> int:
    if text.strip().isdecimal() and 1 <= int(text) <= last:
        return int(text)
    raise InvalidInputError(f"«{text[:40]}» no es un número de la lista.", hint=f"Escriba uno del 1 al {last}.")


def _named(text: str, asked: Sequence[str]) -> str:
    wanted = text.strip(" .").upper()
    if wanted in asked:
        return wanted
    raise InvalidInputError(f"«{text[:40]}» no es una de esas respuestas.", hint=f"Escriba {', '.join(asked)}.")
