"""Orders, blocks of answers, and when an answer says «no sé»."""

import asyncio
import io

import pytest

from retention_coach.cli.interview.orders import ORDERS, Order, split_order, with_its_text
from retention_coach.cli.interview.piped import PipedSource
from retention_coach.cli.interview.sources import Ask, InputEnded
from retention_coach.cli.interview.unknowns import says_unknown
from retention_coach.cli.interview.yes_or_no import says_yes
from retention_coach.errors import InvalidInputError


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        ("/ayuda", Order("ayuda", "", "")),
        ("/AYUDA", Order("ayuda", "", "")),
        ("/?", Order("ayuda", "", "")),
        ("  /volver  ", Order("volver", "", "")),
        ("/ir Q7", Order("ir", "Q7", "")),
        ("/ir perfil de cliente", Order("ir", "perfil de cliente", "")),
        ("/nosé", Order("nose", "", "")),
        ("/solo\nNos deben.", Order("solo", "", "Nos deben.")),
        ("Nos deben.\n/solo", Order("solo", "", "Nos deben.", leads=False)),
        ("/pública", Order("publica", "", "")),
        ("/ir Q2\nDos.", Order("ir", "Q2", "Dos.")),
        ("Uno.\n\nDos.\n/volver\n", Order("volver", "", "Uno.\n\nDos.", leads=False)),
        ("/archivo mis notas.txt", Order("archivo", "mis notas.txt", "")),
        ("/ayda", Order("ayda", "", "")),
        ("/salir", Order("pausa", "", "")),
    ],
)
def test_orders_are_told_from_answers(typed: str, order: Order) -> None:
    """On a line of its own, first or last, in any case and with or without accent."""
    assert split_order(typed) == order


@pytest.mark.parametrize(
    "typed", ["", "Uno.", "9/10 de los casos", "y/o", "/ 3", "Uno.\n/etc\nDos.", "/etc/hosts\nDos.", "Uno.\n/otros"]
)
def test_answers_with_slashes_are_answers(typed: str) -> None:
    """A slash inside an answer, or before a word that is no order among other lines, is text."""
    assert split_order(typed) is None


def test_every_order_is_described() -> None:
    """The help has a sentence for each."""
    assert all(ORDERS.values())


@pytest.mark.parametrize("text", ["no sé", "No sé.", "NO SE", "no lo sé", "nosé", "ni idea", "No sabemos", "NS/NC"])
def test_unknown_answers(text: str) -> None:
    """What people say who do not know."""
    assert says_unknown(text)


@pytest.mark.parametrize("text", ["", "No sé, quizá cinco", "No tenemos", "No sabemos por qué se fueron", "nada"])
def test_answers_that_say_something(text: str) -> None:
    """More than «no sé» is an answer."""
    assert not says_unknown(text)


def test_no_tenemos_is_unknown_for_a_figure() -> None:
    """A zero is never supposed."""
    assert says_unknown("No tenemos", is_figure=True)
    assert not says_unknown("", is_figure=True)


def _blocks(stream: io.TextIOBase | io.TextIOWrapper) -> list[str]:
    source = PipedSource(stream)  # type: ignore[arg-type]
    found: list[str] = []

    async def read_all() -> None:
        while True:
            found.append(await source.read(Ask("", default="(igual)")))

    with pytest.raises(InputEnded):
        asyncio.run(read_all())
    return found


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("uno", ["uno"]),
        ("uno\n---\ndos\n", ["uno", "dos"]),
        ("uno\n---\n", ["uno"]),
        ("\n\nuno\n\ny más\n\n---\ndos", ["uno\n\ny más", "dos"]),
        ("uno\n---\n\n---\ndos", ["uno", "(igual)", "dos"]),
        ("uno\r\n--- \r\ndos\r\n", ["uno", "dos"]),
        ("a --- b\n----\nc", ["a --- b\n----\nc"]),
    ],
)
def test_blocks_are_split_at_their_line(text: str, blocks: list[str]) -> None:
    """Only a line of exactly three dashes ends a block; an empty one keeps what was there."""
    assert _blocks(io.StringIO(text)) == blocks


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_blocks_come_from_any_windows(encoding: str) -> None:
    """UTF-8 with and without mark, and the older code page."""
    stream = io.TextIOWrapper(io.BytesIO("Año\n---\nCamión\n".encode(encoding)), encoding="utf-8")
    assert _blocks(stream) == ["Año", "Camión"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("/solo Nos deben.", "Nos deben."),
        ("/solo Nos deben.\nDos meses.", "Nos deben.\nDos meses."),
        ("Nos deben.\n/publica Ya no.", "Nos deben.\nYa no."),
        ("/ir Q2\nDos.", "Dos."),
    ],
)
def test_what_follows_a_mark_is_the_answer(typed: str, text: str) -> None:
    """On its line and on those below; where an order takes an argument, only what is below."""
    order = split_order(typed)
    assert order is not None
    assert with_its_text(order).rest == text


@pytest.mark.parametrize("typed", ["/nose cuántos", "/tema Riesgos", "/volver Q3", "/pausa ya"])
def test_nothing_follows_the_other_orders(typed: str) -> None:
    """What would be lost is refused."""
    order = split_order(typed)
    assert order is not None
    with pytest.raises(InvalidInputError, match="va sola en su renglón"):
        with_its_text(order)


@pytest.mark.parametrize(
    ("text", "is_yes"), [("sí", True), ("Si.", True), ("s", True), ("", False), ("sí, claro que sí", False)]
)
def test_a_plain_yes(text: str, is_yes: bool) -> None:
    """A yes and nothing else."""
    assert says_yes(text) is is_yes
