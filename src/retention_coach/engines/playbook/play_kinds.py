"""Plays that are scheduled for a reason of their own, not for what was seen."""

from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.entries.vocabulary import Signal

_MEASURING: frozenset[Signal] = frozenset({"unknown_satisfaction", "no_metrics", "unknown_loss_reasons"})


def measures(play: Play) -> bool:
    """Whether the play gives an indicator its baseline."""
    return play.themes[0] in _MEASURING


def is_renewal(play: Play) -> bool:
    """Whether the play makes sense only around a date that the accounts give."""
    return play.themes[0] == "renewals_due"
