"""One exchange: something is asked, and what comes back is an answer or an order that leads elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from retention_coach.cli.interview.orders import ORDERS, Order, split_order, with_its_text
from retention_coach.cli.interview.sources import Ask, Source
from retention_coach.cli.interview.text_files import read_answer
from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.errors import InvalidInputError
from retention_coach.spanish.words import count_words

_LEADING_ELSEWHERE = frozenset({"volver", "ir", "nose", "tema", "pausa", "solo", "publica", "entendido"})


@dataclass(frozen=True, slots=True)
class Said:
    """What came back: an answer (`order` is None), or an order with what was typed besides."""

    text: str
    order: Order | None = None


def _loses_text(order: Order) -> bool:
    """Whether the text typed with an order would be neither the answer here nor the one where the order leads."""
    return order.name in {"nose", "tema"} or (order.name in {"ir", "volver"} and not order.leads)


class Dialogue:
    """Asks on a terminal and listens to a source.

    Orders that only show or fetch something are dealt with here; those that change where the interview stands are
    handed on.
    """

    def __init__(self, terminal: Terminal, source: Source) -> None:
        self.terminal = terminal
        self.source = source
        self._put_back = ""

    async def ask(self, ask: Ask, *, help_text: Callable[[], None], summary: Callable[[], None]) -> Said:
        """What the person says in the end.

        Args:
            ask: what is asked for.
            help_text: shows why it is asked, with examples.
            summary: shows what was answered so far.

        Raises:
            Interrupted, InputEnded: see `Source.read`.
        """
        while True:
            typed = self._put_back or await self.source.read(ask)
            self._put_back = ""
            try:
                order = self._order_in(typed)
            except InvalidInputError as error:
                self.complain(error)
                ask = replace(ask, default=typed)
                continue
            if order is None or order.name in _LEADING_ELSEWHERE:
                return Said(typed if order is None else order.rest, order)
            if order.name == "archivo":
                try:
                    return Said(self._from_file(order))
                except InvalidInputError as error:
                    self.complain(error)
            else:
                self._show(order, help_text, summary)
            if order.rest and not self.source.is_live:
                return Said(order.rest)
            ask = replace(ask, default=order.rest or ask.default, is_paste=ask.is_paste or order.name == "pegar")

    def put_back(self, text: str) -> None:
        """Let the next question be answered with this: it was typed under the order that leads there."""
        self._put_back = text

    def complain(self, error: InvalidInputError) -> None:
        """Say what is wrong and what to do.

        Raises:
            InvalidInputError: the same, from a pipe: nobody is there to answer again, and the next block is meant
                for the next question.
        """
        if not self.source.is_live:
            raise InvalidInputError(
                f"La respuesta del {self.source.place} no sirve: {error.message}",
                problems=error.problems,
                hint=error.hint,
            ) from error
        self.terminal.say(error.message, "warning")
        self.terminal.bullets(error.problems, "warning")
        if error.hint:
            self.terminal.say(error.hint)

    def _order_in(self, typed: str) -> Order | None:
        """The order that was typed, or None.

        Raises:
            InvalidInputError: text stands where it would be lost: after an order that takes none or, from a pipe,
                before one that leads elsewhere.
        """
        order = split_order(typed)
        if order is None:
            return None
        order = with_its_text(order)
        if order.rest and not self.source.is_live and _loses_text(order):
            raise InvalidInputError(
                f"«/{order.name}» y la respuesta no van así en un mismo bloque.",
                hint="Ponga la orden en un bloque propio; «/ir Q2» puede ir antes de la respuesta a Q2.",
            )
        return order

    def _show(self, order: Order, help_text: Callable[[], None], summary: Callable[[], None]) -> None:
        match order.name:
            case "ayuda":
                help_text()
                self.terminal.say()
                for name, meaning in ORDERS.items():
                    self.terminal.pair(f"/{name}", meaning, indent=2)
            case "resumen":
                summary()
            case "pegar":
                self.terminal.say("Pegue el texto; para enviarlo use Ctrl-D o Esc y Enter.", "quiet")
            case _:
                known = ", ".join(f"/{name}" for name in ORDERS)
                self.complain(InvalidInputError(f"No existe la orden «/{order.name}».", hint=f"Las que hay: {known}."))

    def _from_file(self, order: Order) -> str:
        text = read_answer(order.argument)
        self.terminal.say(f"Leído de «{order.argument}»: {count_words(text)} palabras.", "quiet")
        return f"{order.rest}\n{text}".strip()
