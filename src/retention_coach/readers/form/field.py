"""What one field of the form is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Intake = Mapping[str, str | None]
"""What was typed, by field id: None is «no sé», an empty text is a field left blank, an absent key was not asked."""

Values = Mapping[str, Any]
"""What the fields were read as, by field id; only those with a value."""


def always(_intake: Intake) -> bool:
    """The field makes sense for every company."""
    return True


def nothing_meant(_text: str) -> str | None:
    """No guess at what was meant."""
    return None


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of the form.

    Attributes:
        id: the profile's attribute (`services`), or `figures.` and the figure's id.
        section: the title under which it is asked.
        label: its name in a few words, to list it and to go to it.
        question: what is asked.
        help: why it is asked.
        examples: what a company would write.
        parse: reads what was typed (never empty, never «no sé»); raises `InvalidInputError` in Spanish.
        show: the profile's value as text that `parse` reads back to the same value; "" if there is none.
        echo: says what was understood, given the value parsed; None where the text is kept as it is.
        required: whether a profile needs it.
        allows_unknown: whether «no sé» is an answer.
        is_long: whether it takes several lines.
        applies: whether it makes sense, given what was typed so far.
        meant: the one text that was probably meant by a text that `parse` refuses, or None.
    """

    id: str
    section: str
    label: str
    question: str
    help: str
    examples: tuple[str, ...]
    parse: Callable[[str], Any]
    show: Callable[[Any], str]
    echo: Callable[[Any], str] | None = None
    required: bool = False
    allows_unknown: bool = False
    is_long: bool = False
    applies: Callable[[Intake], bool] = always
    meant: Callable[[str], str | None] = nothing_meant


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field, in a Spanish sentence."""

    field: str
    message: str
