"""Cantons, looked up in the knowledge base and never guessed: the holidays of the plan depend on them."""

import re
from collections.abc import Callable

from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.calendar.places import Gazetteer, Place
from retention_coach.readers.form.domain_rules import accepted
from retention_coach.readers.form.lines import read_each, split_items
from retention_coach.spanish.cleaning import one_line

_AND = re.compile(r"\s+[ye]\s+", re.IGNORECASE)


def canton_reader(gazetteer: Gazetteer) -> Callable[[str], str]:
    """A reader of one canton; its error suggests the closest ones."""

    def read(text: str) -> str:
        place = gazetteer.find(one_line(text).rstrip("."))
        if place is None:
            raise InvalidInputError(
                f"No se encuentra el cantón «{one_line(text)[:60]}».", hint=_suggestion(gazetteer, text)
            )
        return _name(gazetteer, place)

    return read


def cantons_reader(gazetteer: Gazetteer) -> Callable[[str], tuple[str, ...]]:
    """A reader of several cantons: «Quito, Cayambe y Latacunga»."""
    read_one = canton_reader(gazetteer)

    def read(text: str) -> tuple[str, ...]:
        names = dict.fromkeys(read_each(_items(gazetteer, text), read_one, "Cantón"))
        found: tuple[str, ...] = accepted("customer_cantons", tuple(names))
        return found

    return read


def canton_meant(gazetteer: Gazetteer) -> Callable[[str], str | None]:
    """Guesses the canton that was mistyped, where only one comes close."""

    def meant(text: str) -> str | None:
        close = gazetteer.suggestions(one_line(text))
        return close[0].label if len(close) == 1 else None

    return meant


def cantons_meant(gazetteer: Gazetteer) -> Callable[[str], str | None]:
    """The same for several: the list with each canton that is not found replaced."""
    meant_one = canton_meant(gazetteer)

    def meant(text: str) -> str | None:
        items = [item if gazetteer.find(item) else meant_one(item) for item in _items(gazetteer, text)]
        known = [item for item in items if item is not None]
        return "; ".join(known) if known and len(known) == len(items) else None

    return meant


def _items(gazetteer: Gazetteer, text: str) -> list[str]:
    """The pieces of a list of cantons; «y» parts them unless it belongs to a name."""
    items: list[str] = []
    for item in split_items(text, ",;"):
        items.extend([item] if gazetteer.find(item) else _AND.split(item))
    return items


def _name(gazetteer: Gazetteer, place: Place) -> str:
    """The canton's name; with its province where the name alone does not tell it from another."""
    return place.canton.name if gazetteer.find(place.canton.name) == place else place.label


def _suggestion(gazetteer: Gazetteer, text: str) -> str:
    labels = [place.label for place in gazetteer.suggestions(one_line(text))]
    if not labels:
        return "Escriba un cantón del Ecuador, por ejemplo: Quito, Cayambe o Durán."
    return f"¿Quiso decir {' o '.join(filter(None, [', '.join(labels[:-1]), labels[-1]]))}?"
