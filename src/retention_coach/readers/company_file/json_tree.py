"""JSON as a located tree."""

import json
from typing import Any

from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.tree import MAX_DEPTH, Mapping, Node, Place, joined


def parse_json(text: str, name: str) -> Node:
    """The document.

    Args:
        text: the file's text.
        name: the file's name, for messages.

    Raises:
        InvalidInputError: not JSON, or nested too deeply.
    """
    try:
        data = json.loads(text, object_pairs_hook=_Pairs, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise InvalidInputError(
            f"«{name}» no es JSON válido: línea {error.lineno}, columna {error.colno}.",
            hint="Revise las comas, las comillas y las llaves cerca de ese lugar.",
        ) from error
    except _NotANumberError as error:
        raise InvalidInputError(f"«{name}» no es JSON válido: «{error}» no es un número.") from error
    except (RecursionError, ValueError) as error:  # a number of thousands of digits is a ValueError
        raise InvalidInputError(f"«{name}» no puede leerse: anida demasiado o tiene un número desmedido.") from error
    return _node(data, "", name, 0)


class _Pairs(list[tuple[str, Any]]):
    """The pairs of an object, repeated keys included."""


class _NotANumberError(Exception):
    """NaN or an infinity, which Python reads and JSON does not have."""


def _refuse_constant(text: str) -> None:
    raise _NotANumberError(text)


def _node(value: Any, path: str, name: str, depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise InvalidInputError(f"«{name}»: «{path[:60]}…» anida demasiados niveles.")
    place = Place(path, 0)
    if isinstance(value, _Pairs):
        pairs = ((key, _node(item, joined(path, key), name, depth + 1)) for key, item in value)
        return Node(Mapping(tuple(pairs)), place)
    if isinstance(value, list):
        return Node([_node(item, joined(path, index), name, depth + 1) for index, item in enumerate(value)], place)
    if isinstance(value, int) and not isinstance(value, bool):
        # Whole numbers stay text: a RUC has 13 digits, and none may be lost.
        return Node(str(value), place)
    return Node(value, place)
