"""Guards for what comes in: a value that no figure can have raises `ValueError`."""

MAX_MAGNITUDE = 1e15
"""Beyond it a float no longer holds cents, and no company has such a figure."""


def number(name: str, value: float) -> float:
    """Any finite number, also negative.

    Raises:
        ValueError: NaN, infinite or beyond `MAX_MAGNITUDE`.
    """
    if not abs(value) <= MAX_MAGNITUDE:  # written so that NaN fails too
        raise ValueError(f"{name} must be a finite number up to {MAX_MAGNITUDE:g}, not {value}")
    return float(value)


def amount(name: str, value: float) -> float:
    """A number that is not negative: money, hours, uses, a rate in percent.

    Raises:
        ValueError: negative, or not a `number`.
    """
    checked = number(name, value)
    if checked < 0:
        raise ValueError(f"{name} must not be negative, and is {value}")
    return checked


def count(name: str, value: float) -> int:
    """A whole number that is not negative: customers, answers, months.

    Raises:
        ValueError: fractional, negative, or not a `number`.
    """
    checked = amount(name, value)
    if not checked.is_integer():
        raise ValueError(f"{name} must be a whole number, not {value}")
    return int(checked)
