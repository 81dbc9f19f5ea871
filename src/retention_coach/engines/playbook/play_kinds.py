"""Plays that are scheduled for a reason of their own, not for what was seen."""

from retention_coach.knowledge.entries.plays import Play


def is_renewal(play: Play) -> bool:
    """Whether the play makes sense only with customers by name: dates or risks that the accounts give."""
    return play.occasion is not None or play.themes[0] == "renewals_due"
