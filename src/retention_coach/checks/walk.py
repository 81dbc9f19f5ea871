"""Walks over an output: every nested model, every text a person reads, every item with its figures.

The walk follows the models' fields, so that a new field or a new step is checked without a list to keep.

Three words: a *node* is a model inside the output; an *item* is a node that has a field `figures`, together with the
nested models that have none of their own; *prose* is what an item says in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, get_args

from pydantic import BaseModel

from retention_coach.domain.evidence import Evidence, Figure

IDENTIFIERS = frozenset(
    {"id", "ref", "knowledge_id", "plan_action_id", "formula_id", "benchmark_id", "confirms", "period"}
)
"""Fields that hold a name for the program, not words for a person."""

_TEXT_TYPES = (str, str | None, tuple[str, ...])


class Node(NamedTuple):
    """A model and its place in the output (`months.0.goal`); the place of the output itself is empty."""

    path: str
    model: BaseModel


class Text(NamedTuple):
    """Words that a person reads, and their place in the output."""

    path: str
    content: str


@dataclass(frozen=True, slots=True)
class Item:
    """A node that has its own figures.

    Attributes:
        path: its place in the output.
        prose: its texts and those of its parts.
        figures: every figure in it, whatever the field.
        numbers: its other numbers, such as hours, costs and limits.
    """

    path: str
    prose: tuple[Text, ...]
    figures: tuple[Figure, ...]
    numbers: tuple[float, ...]


def join(*parts: str | int) -> str:
    """A place made of its parts: `join("months", 0, "goal")` is `months.0.goal`; empty parts are left out."""
    return ".".join(str(part) for part in parts if part != "")


def nodes(output: BaseModel, path: str = "") -> Iterator[Node]:
    """The output and every model inside it, each before its own parts."""
    yield Node(path, output)
    for child in _children(output, path):
        yield from nodes(child.model, child.path)


def prose(output: BaseModel) -> Iterator[Text]:
    """Every text of the output except the insides of evidence and figures."""
    for node in nodes(output):
        yield from _own_texts(node)


def written(output: BaseModel) -> Iterator[Text]:
    """Everything a person may read: the prose, the labels of figures, and the notes of evidence.

    The note of a calculation is arithmetic and is left out.
    """
    for node in nodes(output):
        yield from _own_texts(node)
        if isinstance(node.model, Figure):
            yield Text(join(node.path, "label"), node.model.label)
        elif isinstance(node.model, Evidence) and node.model.kind != "calculation":
            yield Text(join(node.path, "detail"), node.model.detail)


def items(output: BaseModel) -> Iterator[Item]:
    """The items of the output, in order."""
    for node in nodes(output):
        if _is_item(node.model):
            parts = tuple(_parts(node))
            yield Item(
                path=node.path,
                prose=tuple(text for part in parts for text in _own_texts(part)),
                figures=tuple(part.model for part in parts if isinstance(part.model, Figure)),
                numbers=tuple(number for part in parts for number in _own_numbers(part.model)),
            )


def figures(output: BaseModel) -> Iterator[tuple[str, Figure]]:
    """Every figure of the output with its place."""
    for path, model in nodes(output):
        if isinstance(model, Figure):
            yield path, model


def _parts(item: Node) -> Iterator[Node]:
    """The item and what is inside it, down to where another item begins."""
    yield item
    for child in _children(item.model, item.path):
        if not _is_item(child.model):
            yield from _parts(child)


def _children(model: BaseModel, path: str) -> Iterator[Node]:
    for name in _model_fields(type(model)):
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield Node(join(path, name), value)
        elif isinstance(value, tuple):
            for index, element in enumerate(value):
                if isinstance(element, BaseModel):
                    yield Node(join(path, name, index), element)


@cache
def _model_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that may hold a model, alone or in a tuple."""
    return tuple(name for name, field in model.model_fields.items() if _may_hold_model(field.annotation))


def _may_hold_model(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_may_hold_model(argument) for argument in get_args(annotation))


def _own_texts(node: Node) -> Iterator[Text]:
    for name in _text_fields(type(node.model)):
        value = getattr(node.model, name)
        if isinstance(value, str):
            yield Text(join(node.path, name), value)
        elif value is not None:
            for index, line in enumerate(value):
                yield Text(join(node.path, name, index), line)


def _own_numbers(model: BaseModel) -> Iterator[float]:
    """The numbers of the model itself; those of a figure count as figures."""
    if not isinstance(model, Figure):
        for name in type(model).model_fields:
            value = getattr(model, name)
            if isinstance(value, int | float):
                yield value


def _is_item(model: BaseModel) -> bool:
    return "figures" in type(model).model_fields


@cache
def _text_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that hold words; closed lists of codes are not words."""
    if issubclass(model, Evidence | Figure):
        return ()
    return tuple(
        name
        for name, field in model.model_fields.items()
        if name not in IDENTIFIERS and field.annotation in _TEXT_TYPES
    )
