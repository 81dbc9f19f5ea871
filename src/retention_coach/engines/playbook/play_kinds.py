"""Plays that are scheduled for a reason of their own, not for what was seen."""

from retention_coach.knowledge.entries.plays import Play


def is_conversation_of_renewal(play: Play) -> bool:
    """Whether the play is the talk about going on, which any account with a date needs."""
    return is_renewal(play) and play.method == "proactive_checkin" and play.needs_reach and not play.prerequisites


def is_renewal(play: Play) -> bool:
    """Whether the play makes sense only around a date that the accounts give."""
    return play.themes[0] == "renewals_due"
