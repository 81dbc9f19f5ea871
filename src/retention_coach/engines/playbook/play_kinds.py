"""Plays that are scheduled for a reason of their own, not for what was seen."""

from retention_coach.knowledge.entries.plays import Play
from retention_coach.knowledge.entries.vocabulary import Occasion, OwnerRole

_ABOUT_COMPLAINTS: frozenset[Occasion] = frozenset({"open_complaints", "complaint_register"})
DECIDERS: frozenset[OwnerRole] = frozenset({"Gerencia general", "Ejecutivo de cuenta", "Ventas"})
"""Those who answer for prices and terms."""


def is_renewal(play: Play) -> bool:
    """Whether the play makes sense only with customers by name: dates or risks that the accounts give."""
    by_name = play.occasion is not None and play.occasion not in _ABOUT_COMPLAINTS
    return by_name or play.themes[0] == "renewals_due"


def is_negotiated(play: Play) -> bool:
    """Whether it takes somebody who answers for prices and terms: assistants only make it ready, or ask."""
    return play.owner_roles[0] in DECIDERS and play.occasion != "preparation" and not play.gives_baseline
