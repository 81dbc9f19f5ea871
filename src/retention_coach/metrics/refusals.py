"""Refusals that several formulas share."""

from retention_coach.metrics.codes import Refusal
from retention_coach.metrics.result import NotComputable


def zero_base(figure: str) -> NotComputable:
    """The refusal to divide by this figure, which is zero."""
    return NotComputable(Refusal.ZERO_BASE, {"base": figure}, (figure,))


def unusable_loss(start: int, lost: int) -> NotComputable | None:
    """The refusal of a share of nothing, or of more customers lost than there were; None if it can be computed."""
    if start == 0:
        return zero_base("customers_start")
    return lost_beyond_start(start, lost) if lost > start else None


def lost_beyond_start(start: int, lost: int) -> NotComputable:
    """The refusal of more customers lost than there were."""
    figures = ("customers_start", "customers_lost")
    return NotComputable(Refusal.INCONSISTENT_COUNTS, {figures[0]: start, figures[1]: lost}, figures)
