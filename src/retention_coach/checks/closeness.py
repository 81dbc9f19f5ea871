"""When two values are the same figure."""

import math


def same(one: float, other: float) -> bool:
    """Whether a figure was copied: equal but for the noise of floating point."""
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def agrees(one: float, other: float) -> bool:
    """Whether a figure is the other one rounded: within 0.05 plus 0.1 % of it."""
    return abs(one - other) <= 0.05 + 0.001 * abs(other)
