"""A percentage typed as a fraction: «0,15» for a margin is hardly ever 0,15 %."""

from retention_coach.errors import InvalidInputError
from retention_coach.knowledge.entries.figures import FigureSpec
from retention_coach.readers.form.exact import exact
from retention_coach.readers.form.figure_words import take_apart
from retention_coach.spanish.formats import percent
from retention_coach.spanish.quantities import Quantity, parse_quantity


def refuse_fraction(spec: FigureSpec, amount: str) -> None:
    """Let pass what is no fraction.

    Raises:
        InvalidInputError: more than 0 and less than 1, without a percent sign: it may be 15 % or 0,15 %.
    """
    value = _fraction(spec, amount)
    if value is not None:
        raise InvalidInputError(
            f"«{amount}» sería menos de uno por ciento.",
            hint=f"¿Quiso decir {percent(value * 100)}? Si de verdad es {percent(value)}, escríbalo con el signo %.",
        )


def percentage_meant(spec: FigureSpec, text: str) -> str | None:
    """«15 %» for «0,15», and None for what is no fraction."""
    try:
        value = _fraction(spec, take_apart(text).amount)
    except InvalidInputError:
        return None  # the cut-off date is what is wrong
    return None if value is None else f"{exact(round(value * 100, 6))} %"


def _fraction(spec: FigureSpec, amount: str) -> float | None:
    if spec.unit != "percent":
        return None
    try:
        found = parse_quantity(amount)
    except InvalidInputError:
        return None  # whoever reads the figure says why
    is_bare = isinstance(found, Quantity) and found.unit is None and found.whole is None and not found.is_ambiguous
    return found.value if is_bare and isinstance(found, Quantity) and 0 < found.value < 1 else None
