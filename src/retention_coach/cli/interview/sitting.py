"""One sitting: answers, the engine's turns, the choice, corrections, until there is nothing left to do."""

from retention_coach.chain.readiness import Blocked, NeedsChoice, NeedsReply, ready
from retention_coach.chain.staleness import Stale, stale_steps
from retention_coach.cli.interview.alternatives import read_choice, show_alternatives
from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.cli.interview.conversation import Conversation
from retention_coach.cli.interview.dialogue import Dialogue
from retention_coach.cli.interview.given import record_given
from retention_coach.cli.interview.points import Point
from retention_coach.cli.interview.turn import Elsewhere
from retention_coach.cli.interview.yes_or_no import read_yes_or_no
from retention_coach.cli.progress import told_on
from retention_coach.domain.base import StepId
from retention_coach.domain.strategy import Strategy
from retention_coach.errors import EngineError, InvalidInputError
from retention_coach.readers.company_file.reader import CompanyFile
from retention_coach.report.standing import standing_of
from retention_coach.spanish.formats import join_words, plural
from retention_coach.spanish.words import fold

DONE, PART_FAILED = 0, 1

_END = frozenset({"", "nada", "no", "n", "fin", "terminar", "listo"})


class Sitting:
    """Leads a case from wherever it is to its end, or to where the person stops."""

    def __init__(self, case: CaseFile, dialogue: Dialogue) -> None:
        self.case = case
        self.dialogue = dialogue
        self.terminal = dialogue.terminal
        self.conversation = Conversation(case, dialogue)
        self._left_stale: dict[StepId, Stale] = {}

    async def run(self, known: CompanyFile | None, *, revisit: bool) -> int:
        """Go on until finished, and say how it ended: `DONE` or `PART_FAILED`.

        Args:
            known: a company file whose answers are not asked for.
            revisit: whether a finished case is opened to correct it, and not just shown as finished.

        Raises:
            Paused: the person stopped, or the pipe ended.
            EngineError: the engine failed; what was done until then is saved.
        """
        await self.conversation.take_up_draft()
        while True:
            if known and (count := await record_given(self.case, known)):
                self.terminal.say(f"Tomado del archivo: {plural(count, 'respuesta', 'respuestas')}.", "good")
            await self.conversation.answer_open_points()
            if await self._redo_stale():
                continue
            match ready(self.case.session)[0]:
                case NeedsReply():
                    await self._advance()
                case NeedsChoice(strategy):
                    await self._choose(strategy)
                case Blocked() as blocked:
                    self._explain(blocked)
                    if not await self._correct("¿Qué quiere cambiar? (Enter: nada por ahora)"):
                        return PART_FAILED
                case _:
                    if not revisit or not await self._correct("¿Qué quiere corregir? (Enter: nada)"):
                        return DONE

    async def _advance(self) -> None:
        """Let the engine write what it can; each step is shown in short as soon as it is there."""
        coach = self.case.coach
        self.terminal.say()
        try:
            self.case.session = await coach.advance(self.case.session, progress=told_on(self.terminal, coach.knowledge))
        except EngineError:
            self.case.session = await coach.store.load(self.case.session.id)
            raise

    async def _choose(self, strategy: Strategy) -> None:
        recommended = strategy.recommendation.label
        show_alternatives(self.terminal, strategy)
        self.terminal.say()
        self.terminal.say("¿Con cuál sigue? Escriba A o B.", "strong")
        self.terminal.say(f"Enter toma la recomendada ({recommended}); /volver permite corregir respuestas.", "quiet")
        picked = await self.conversation.pick("A/B ›", lambda text: read_choice(text, recommended))
        if isinstance(picked, Elsewhere):
            await self.conversation.visit(picked.point)
            return
        self.case.session = await self.case.coach.choose(self.case.session, picked)
        self.terminal.say(f"Elegida la {picked} · {strategy.alternative(picked).name}.", "good")

    async def _redo_stale(self) -> bool:
        """Say what a correction left out of date and redo it if the person wants; once for each state of it."""
        session = self.case.session
        stale = {step: why for step, why in stale_steps(session).items() if not session.steps[step].redo}
        if not stale or stale == self._left_stale:
            return False
        shown = [
            item for item in standing_of(session, self.case.coach.knowledge, "consultant").stale if item.step in stale
        ]
        self.terminal.heading("Desactualizado por la corrección")
        self.terminal.say(f"En «{shown[0].title}» {shown[0].reason}.")
        self.terminal.say(f"Con ello queda desactualizado: {join_words([f'«{item.title}»' for item in shown])}.")
        self.terminal.say()
        self.terminal.say("¿Se rehace ahora? Lo anterior queda en el historial. (Enter: sí; n: no)", "strong")
        picked = await self.conversation.pick("s/n ›", read_yes_or_no)
        if isinstance(picked, Elsewhere):
            await self.conversation.visit(picked.point)
        elif picked:
            self.case.session = await self.case.coach.redo(session, shown[0].step)
        else:
            self._left_stale = stale
            return False
        return True

    async def _correct(self, question: str) -> bool:
        """Offer to correct anything; False if nothing is wanted."""
        self.terminal.say()
        self.terminal.say(question, "strong")
        self.terminal.say("Escriba una pregunta o un dato, por ejemplo: Q7, equipo. /resumen los muestra.", "quiet")
        picked = await self.conversation.pick("›", self._read_destination)
        await self.conversation.visit(picked.point if isinstance(picked, Elsewhere) else picked)
        return picked is not None

    def _read_destination(self, text: str) -> Point | None:
        if fold(text).strip(" .") in _END:
            return None
        point = self.case.timeline.named(text)
        if point is None:
            raise InvalidInputError(
                f"No se encuentra «{text[:40]}».", hint="Escriba una pregunta (Q7) o un dato (cantón, equipo)."
            )
        return point

    def _explain(self, blocked: Blocked) -> None:
        self.terminal.heading(f"{blocked.step.title}: no se puede con lo que hay")
        self.terminal.say(blocked.infeasible.reason, "warning")
        self.terminal.pair("Qué haría falta", blocked.infeasible.needed)
        self.terminal.say("Lo anterior está guardado. Al corregir el dato que lo impide, se rehace desde aquí.")
