"""Which entries fit a company; ranking them is the engine's business."""

from collections.abc import Collection

from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.advocacy import AdvocacyNeed, AdvocacyPlay
from retention_coach.knowledge.entries.questions import Question
from retention_coach.knowledge.entries.sectors import Sector
from retention_coach.knowledge.entries.vocabulary import RelationshipModel


def advocacy_for(
    knowledge: Knowledge,
    *,
    available: Collection[AdvocacyNeed],
    model: RelationshipModel,
    own: Sector,
    customers_abroad: bool = False,
) -> tuple[AdvocacyPlay, ...]:
    """Strategies that suit the company and whose need is met; those that need nothing are always among them.

    Args:
        knowledge: the base to choose from.
        available: what the company can start from.
        model: how its customers buy.
        own: its own sector.
        customers_abroad: whether some of its customers are outside Ecuador.
    """
    met = {"none", *available}
    return tuple(
        play
        for play in knowledge.advocacy
        if play.needs in met and play.serves(model, own, customers_abroad=customers_abroad)
    )


def questions_for(knowledge: Knowledge, *, model: RelationshipModel, sector: str) -> tuple[Question, ...]:
    """The bank without the questions that have no sense for this company, in the order of the bank."""
    return tuple(entry for entry in knowledge.questions if not entry.skip_when.applies(model, sector))
