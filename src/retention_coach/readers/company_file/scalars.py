"""Single values of a company file."""

from decimal import Decimal

from retention_coach.errors import InvalidInputError
from retention_coach.readers.company_file.problems import described
from retention_coach.readers.company_file.tree import Mapping, Node
from retention_coach.spanish.absence import is_unknown
from retention_coach.spanish.cleaning import clean
from retention_coach.spanish.formats import number
from retention_coach.spanish.quantities import Unknown, parse_quantity
from retention_coach.spanish.units import Unit
from retention_coach.spanish.words import fold

_YES = frozenset({"si", "s", "true", "verdadero", "yes", "x"})
_NO = frozenset({"no", "n", "false", "falso"})


def text_of(node: Node) -> str:
    """The text of a value, with a JSON number as people write it here; "" for nothing.

    Raises:
        InvalidInputError: it is a list, a group of keys, or a JSON true or false.
    """
    match node.value:
        case None:
            return ""
        case str():
            return clean(node.value).strip()
        case float() if not isinstance(node.value, bool):
            return _written(node.value)
        case _:
            raise InvalidInputError(f"se espera un texto, y hay {described(node)}")


def items_of(node: Node) -> list[Node]:
    """The items of a list; a single value counts as a list of one, nothing as none."""
    if isinstance(node.value, list):
        return node.value
    return [] if node.value is None else [node]


def lines_of(node: Node) -> str:
    """A text, or a list of texts as one on each line.

    Raises:
        InvalidInputError: an item is not a text.
    """
    return "\n".join(text_of(item) for item in items_of(node))


def is_mapping(node: Node) -> bool:
    """Whether the value is a group of keys."""
    return isinstance(node.value, Mapping)


def is_blank(node: Node) -> bool:
    """Whether nothing was written, not even «no sé»."""
    return all(
        item.value is None or (isinstance(item.value, str) and not item.value.strip()) for item in items_of(node)
    )


def number_of(node: Node, unit: Unit, *, high: float) -> float | None:
    """A figure in this unit, from 0 to `high`; None for nothing and for «no sé».

    Raises:
        InvalidInputError: not a figure, ambiguous, in another unit or out of bounds.
    """
    text = text_of(node)
    if not text:
        return None
    found = parse_quantity(text, expected=unit, low=0, high=high)
    if isinstance(found, Unknown):
        return None
    if found.is_ambiguous:
        readings = sorted((found.value, found.other_reading or 0.0))
        raise InvalidInputError(
            f"«{text}» puede ser {number(readings[0])} o {number(readings[1])}",
            hint="El punto separa los miles y la coma los decimales.",
        )
    if found.period not in {None, "year" if unit is Unit.USD else "month"}:
        raise InvalidInputError(f"«{text}» está en otro período", hint="Escriba solo la cifra.")
    return found.value


def yes_or_no(node: Node) -> bool:
    """Sí or no.

    Raises:
        InvalidInputError: neither.
    """
    if isinstance(node.value, bool):
        return node.value
    folded = fold(text_of(node))
    if folded in _YES | _NO:
        return folded in _YES
    raise InvalidInputError(f"se espera «sí» o «no», y hay {described(node)}")


def answer_of(node: Node) -> str | None:
    """A free text; None where it says only that it is not known.

    Raises:
        InvalidInputError: it is not a text.
    """
    text = lines_of(node)
    return None if not text or is_unknown(text) else text


def _written(value: float) -> str:
    """A JSON number without doubt about its decimals: 1.234 is «1,2340», because «1,234» could be thousands."""
    digits = f"{Decimal(repr(value)):f}".rstrip("0").rstrip(".") if value % 1 else f"{Decimal(repr(value)):.0f}"
    whole, _, decimals = digits.partition(".")
    return f"{whole},{decimals}{'0' if len(decimals) == 3 else ''}" if decimals else whole
