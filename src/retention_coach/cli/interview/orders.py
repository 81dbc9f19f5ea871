"""The orders that a person may type instead of an answer, or on the line before or after it."""

import re
from dataclasses import dataclass, replace

from retention_coach.errors import InvalidInputError
from retention_coach.spanish.words import fold

ORDERS: dict[str, str] = {
    "ayuda": "por qué se pregunta, con respuestas de ejemplo",
    "volver": "a la pregunta anterior, para corregirla",
    "ir": "a otra pregunta o dato: /ir Q7, /ir 2, /ir cantón",
    "nose": "«no sé»: se deja constancia y se sigue",
    "solo": "marca la respuesta «solo consultor»: la empresa no la recibe",
    "publica": "quita esa marca: la empresa recibe la respuesta",
    "tema": "da por desconocido lo que falta de este tema",
    "archivo": "toma la respuesta de un archivo de texto: /archivo notas.txt",
    "pegar": "para pegar texto con renglones en blanco donde el terminal los corta",
    "resumen": "lo respondido hasta ahora",
    "entendido": "lo que se entendió de las respuestas, para corregirlo",
    "pausa": "guarda y sale; se sigue después en la misma pregunta",
}
"""Every order, with what it does."""

_ORDER = re.compile(r"/([^\W\d_]+|\?)(?:[ \t]+(.*))?")
_WITH_ARGUMENT = frozenset({"ir", "archivo"})
_MARKS = frozenset({"solo", "publica"})
_ALIASES = {"?": "ayuda", "salir": "pausa", "atras": "volver"}


@dataclass(frozen=True, slots=True)
class Order:
    """An order, what follows it on its line, and the other lines that were typed with it.

    `leads` is whether it stands before those lines: after `/ir Q2` they are meant for Q2.
    """

    name: str
    argument: str
    rest: str
    leads: bool = True


def split_order(typed: str) -> Order | None:
    """The order on the first or the last line, or None if the text is an answer.

    On a line of its own among others only a known order counts; alone, any word after a slash is meant as one.
    """
    lines = typed.strip("\n").split("\n")
    for leads, own, rest in ((True, lines[0], lines[1:]), (False, lines[-1], lines[:-1])):
        match = _ORDER.fullmatch(own.strip())
        if match is None:
            continue
        name = fold(match[1])
        name = _ALIASES.get(name, name)
        if name in ORDERS or len(lines) == 1:
            return Order(name, (match[2] or "").strip(), "\n".join(rest).strip("\n"), leads)
    return None


def with_its_text(order: Order) -> Order:
    """The order with what follows it on its line as part of the answer, where an answer may follow: `/solo Nos deben`.

    Raises:
        InvalidInputError: nothing may follow this order.
    """
    if not order.argument or order.name in _WITH_ARGUMENT or order.name not in ORDERS:
        return order
    if order.name not in _MARKS:
        raise InvalidInputError(
            f"«/{order.name}» va sola en su renglón.", hint="Si es parte de la respuesta, escríbala sin la barra."
        )
    pieces = (order.argument, order.rest) if order.leads else (order.rest, order.argument)
    return replace(order, argument="", rest="\n".join(filter(None, pieces)))
