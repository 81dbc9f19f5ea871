"""A file's data with the place of each value, so that a problem can be pointed at."""

from collections.abc import Iterator
from dataclasses import dataclass

Scalar = str | float | bool | None
"""A YAML scalar keeps the text that was written («0990012345001», «1.234,50»); a JSON number is a number."""

MAX_DEPTH = 12
MAX_NODES = 20_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value is: its keys from the top, and its line from 1 (0 where the format tells none)."""

    path: str
    line: int

    def __str__(self) -> str:
        where = f"línea {self.line}" if self.line else ""
        return ", ".join(part for part in (where, f"«{self.path}»" if self.path else "") if part) or "el archivo"


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place. `value` is a scalar, a list of nodes, or a mapping as pairs of key and node."""

    value: "Scalar | list[Node] | Mapping"
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """The pairs of a mapping, in order, with the place of each key; a key may be there twice."""

    pairs: tuple[tuple[str, Node], ...]

    def __iter__(self) -> Iterator[tuple[str, Node]]:
        return iter(self.pairs)


def joined(path: str, key: str | int) -> str:
    """The path of what is inside: «equipo[2].cargo»; items are counted from 1, as people do."""
    if isinstance(key, int):
        return f"{path}[{key + 1}]"
    return f"{path}.{key}" if path else key
