"""Going through the points of the interview: forwards by itself, backwards and sideways when the person says so."""

from collections.abc import Callable
from typing import TypeVar

from retention_coach.cli.interview.answering import Answering
from retention_coach.cli.interview.case_file import CaseFile
from retention_coach.cli.interview.dialogue import Dialogue, Said
from retention_coach.cli.interview.orders import Order
from retention_coach.cli.interview.points import Point
from retention_coach.cli.interview.review import Review
from retention_coach.cli.interview.showing import show_help, show_point, show_summary
from retention_coach.cli.interview.sources import Ask, InputEnded, Interrupted
from retention_coach.cli.interview.turn import PIPE_ENDED, Elsewhere, Paused, Turn
from retention_coach.cli.interview.yes_or_no import says_yes
from retention_coach.domain.interview import GuideQuestion
from retention_coach.errors import InvalidInputError, SaveFailedError

T = TypeVar("T")


def _is_for_the_target(said: Said) -> bool:
    """Whether text stands under an order, and so was written for where the order leads."""
    return bool(said.order and said.order.leads and said.text)


class Conversation:
    """One sitting with one case."""

    def __init__(self, case: CaseFile, dialogue: Dialogue) -> None:
        self.case = case
        self.dialogue = dialogue
        self.terminal = dialogue.terminal
        self.review = Review(case, dialogue.terminal, self.pick if dialogue.source.is_live else None)
        self._answering = Answering(case, dialogue)

    async def take_up_draft(self) -> None:
        """Go back to the point that was being answered when the interview was last interrupted, if any.

        Raises:
            Paused: the person stopped, or the pipe ended.
        """
        await self.visit(self.case.last_draft())

    async def answer_open_points(self) -> None:
        """Ask until nothing waits for an answer; of each topic show what was understood.

        Raises:
            Paused: the person stopped, or the pipe ended.
        """
        await self.case.settle()
        while True:
            if due := self.review.due():
                away = await self.review.look_over(due)
                await self.visit(away.point if away else None)
            elif point := self.case.next_open():
                await self.visit(point)
            else:
                return

    async def visit(self, point: Point | None) -> None:
        """Ask at this point, and at those to which the answers lead.

        Raises:
            Paused: the person stopped, or the pipe ended.
        """
        while point is not None:
            applying = {other.id for other in self.case.timeline.points}
            point = await self._ask_at(point) or self._newly_applying(applying)

    async def pick(self, mark: str, read: Callable[[str], T]) -> T | Elsewhere:
        """A decision that is not an answer of the interview, or where to go first.

        Args:
            mark: what stands before the answer.
            read: makes the decision out of what was typed; raises `InvalidInputError`.

        Raises:
            Paused: the person stopped, or the pipe ended.
        """
        while True:
            said = await self._listen(Ask(mark), None)
            try:
                if said.order is None:
                    return read(said.text)
                if said.order.name == "entendido" and not self.review.is_open:
                    return await self.review.all() or Elsewhere()
                return Elsewhere(self._destination(said, None))
            except InvalidInputError as error:
                self.dialogue.complain(error)

    async def _ask_at(self, point: Point) -> Point | None:
        """One point: the point to go to next, or None to go on with the first open one."""
        kept, draft = self.case.kept(point), self.case.draft(point)
        is_private = kept.consultant_only if kept else point.advises_privacy
        turn = Turn(
            point=point,
            text=draft if draft and self.dialogue.source.is_live else (kept.text if kept else ""),
            private=is_private,
            was_private=is_private,
        )
        show_point(self.terminal, point, is_private=turn.private, is_correction=kept is not None)
        if problem := self.case.problem_at(point):
            self.terminal.say(f"No se puede usar: {problem.message}.", "warning")
        while not turn.is_over:
            default = "" if turn.meant else turn.text
            said = await self._listen(Ask(turn.mark, default, is_long=point.is_long), turn)
            if turn.meant and said.order is None and says_yes(said.text):
                said = Said(turn.meant)
            turn.text = said.text or turn.text
            try:
                await self._respond(turn, said)
            except InvalidInputError as error:
                self.dialogue.complain(error)
                turn.meant = self._answering.offer(point, said.text)
            except SaveFailedError as error:
                if not self.dialogue.source.is_live:
                    raise
                self.terminal.say(f"{error} Lo escrito sigue aquí: envíelo otra vez.", "bad")
        return turn.target

    async def _respond(self, turn: Turn, said: Said) -> None:
        """Do what was said; the turn is over unless the same point is to be asked again.

        Raises:
            InvalidInputError: it cannot be done.
            SaveFailedError: it could not be saved.
        """
        match said.order.name if said.order else "":
            case "solo" | "publica" as mark:
                turn.private = self._answering.marked(turn.point, private=mark == "solo")
                if not said.text:
                    return
                await self._answering.keep(turn.point, said.text, turn.private)
            case "entendido":
                if not await self._look_over(turn, said):
                    return
            case "tema":
                await self._answering.close_rest(turn.point)
            case "nose":
                await self._answering.keep(turn.point, "no sé", turn.private)
            case "":
                await self._answering.keep(turn.point, said.text, turn.private)
            case _:
                turn.target = self._destination(said, turn.point)
                await self._leave(turn, said)
        turn.is_over = True

    async def _look_over(self, turn: Turn, said: Said) -> bool:
        """Show what was understood so far, and say whether that ends the turn.

        Raises:
            Paused: the person stopped; what was being written here is kept.
        """
        await self._leave(turn, said)
        try:
            away = await self.review.all()
        except Paused as paused:
            raise Paused(turn.point, paused.exit_code, draft_kept=bool(self.case.draft(turn.point))) from None
        if away is not None and away.point is not None:
            turn.target = away.point
            return True
        if said.text and not self.dialogue.source.is_live:  # the block of a pipe is the answer
            await self._answering.keep(turn.point, said.text, turn.private)
            return True
        return False

    async def _leave(self, turn: Turn, said: Said) -> None:
        """Keep what was being written here, unless it is what was kept already; an emptied draft is forgotten.

        What stands under an order was written for where the order leads. A block of a pipe edits no draft.
        """
        if self.dialogue.source.is_live and not _is_for_the_target(said):
            kept = self.case.kept(turn.point)
            is_kept = kept is not None and kept.text == said.text and turn.private == turn.was_private
            await self.case.keep_draft(turn.point, "" if is_kept else turn.as_draft(said.text))

    def _destination(self, said: Said, point: Point | None) -> Point:
        """Where an order leads; what stands under it will be the answer there.

        Raises:
            Paused: out of the interview.
            InvalidInputError: nowhere.
        """
        target = self._target(said.order, point)
        if _is_for_the_target(said):
            self.dialogue.put_back(said.text)
        return target

    def _target(self, order: Order | None, point: Point | None) -> Point:
        timeline = self.case.timeline
        if order is not None and order.name == "volver":
            earlier = timeline.before(point) if point else timeline.points[-1]
            if earlier is None:
                raise InvalidInputError("Esta es la primera pregunta: no hay a dónde volver.")
            return earlier
        if order is not None and order.name == "ir":
            target = timeline.named(order.argument)
            if target is None:
                raise InvalidInputError(
                    f"No se sabe a dónde ir con «{order.argument}».",
                    hint="Escriba una pregunta o un dato, como /ir Q7, /ir 2 o /ir cantón. /resumen los muestra.",
                )
            return target
        raise InvalidInputError("Esa orden no se usa aquí.", hint="Aquí sirven /volver, /ir, /resumen y /pausa.")

    def _newly_applying(self, before: set[str]) -> Point | None:
        """What an answer has made meaningful and was never asked: a follow-up, or a field of a profile already set."""
        if self.case.session.profile is None:
            return None
        waiting = {question.id for question in self.case.open_questions()}
        fields = {point.id for point in self.case.timeline.points if not isinstance(point.origin, GuideQuestion)}
        waiting |= fields - self.case.intake.keys()
        return next(
            (point for point in self.case.timeline.points if point.id not in before and point.id in waiting), None
        )

    async def _listen(self, ask: Ask, turn: Turn | None) -> Said:
        def explain() -> None:
            if turn:
                show_help(self.terminal, turn.point.why, turn.point.examples)

        def summarise() -> None:
            show_summary(self.terminal, self.case)

        try:
            said = await self.dialogue.ask(ask, help_text=explain, summary=summarise)
        except Interrupted as stopped:
            raise await self._paused(turn, stopped.draft, stopped.exit_code) from None
        except InputEnded:
            raise await self._paused(turn, "", 0 if self.dialogue.source.is_live else PIPE_ENDED) from None
        if said.order and said.order.name == "pausa":
            raise await self._paused(turn, said.text, 0)
        return said

    async def _paused(self, turn: Turn | None, draft: str, exit_code: int) -> Paused:
        if turn and (draft or self.dialogue.source.is_live):
            await self.case.keep_draft(turn.point, turn.as_draft(draft))
        return Paused(turn.point if turn else None, exit_code, draft_kept=bool(turn and draft))
