"""Fields with a closed list of values: a number, the name or a word of it chooses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from retention_coach.domain.profile import RelationshipModel, Size
from retention_coach.errors import InvalidInputError
from retention_coach.spanish.cleaning import one_line
from retention_coach.spanish.words import fold


@dataclass(frozen=True, slots=True)
class Option:
    """One value, its name, and how else people say it (folded; each may be a part of what is typed)."""

    value: str
    name: str
    words: tuple[str, ...]


_SIZE: dict[Size, Option] = {
    "micro": Option("micro", "micro", ("micro", "familiar", "emprendimiento")),
    "small": Option("small", "pequeña", ("pequen", "chica")),
    "medium": Option("medium", "mediana", ("median",)),
    "large": Option("large", "grande", ("grande",)),
}

_RELATIONSHIP: dict[RelationshipModel, Option] = {
    "contract": Option("contract", "contrato con plazo", ("contrato", "suscripcion", "iguala", "poliza", "licencia")),
    "recurring": Option("recurring", "recurrente sin contrato", ("recurrente", "sin contrato", "pedido", "recompra")),
    "project": Option("project", "por proyecto", ("proyecto", "obra", "puntual", "consultoria")),
}

SIZES = tuple(_SIZE.values())
RELATIONSHIPS = tuple(_RELATIONSHIP.values())


def reader_of(options: tuple[Option, ...]) -> Callable[[str], str]:
    """A reader of one of the options.

    The reader raises `InvalidInputError` if what was typed names none of them, or more than one.
    """

    def read(text: str) -> str:
        folded = fold(one_line(text)).rstrip(".")
        if folded.rstrip(")").isdigit() and 1 <= int(folded.rstrip(")")) <= len(options):
            return options[int(folded.rstrip(")")) - 1].value
        exact = [option for option in options if folded in {fold(option.name), option.value}]
        found = exact or _mentioned(folded, options)
        if len(found) == 1:
            return found[0].value
        what = "nombra más de una opción" if found else "no es una de las opciones"
        raise InvalidInputError(f"«{one_line(text)[:60]}» {what}.", hint=f"Escriba {listed(options)}.")

    return read


def listed(options: tuple[Option, ...]) -> str:
    """«1 (micro), 2 (pequeña) …»."""
    return ", ".join(f"{number} ({option.name})" for number, option in enumerate(options, start=1))


def shower_of(options: tuple[Option, ...]) -> Callable[[Any], str]:
    """A writer of the name of a value."""
    names = {option.value: option.name for option in options}
    return lambda value: names[value]


def _mentioned(folded: str, options: tuple[Option, ...]) -> list[Option]:
    """The options of which a word is there; «sin contrato» takes its «contrato» with it."""
    rest = folded
    found: list[Option] = []
    words = sorted(((word, option) for option in options for word in option.words), key=lambda pair: -len(pair[0]))
    for word, option in words:
        if word in rest:
            rest = rest.replace(word, " ")
            if option not in found:
                found.append(option)
    return found
