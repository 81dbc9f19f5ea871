"""Which entries fit a company; ranking them is the engine's business."""

from collections.abc import Collection

from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.advocacy import AdvocacyNeed, AdvocacyPlay
from retention_coach.knowledge.entries.questions import Question
from retention_coach.knowledge.entries.vocabulary import RelationshipModel


def advocacy_for(
    knowledge: Knowledge,
    *,
    available: Collection[AdvocacyNeed],
    model: RelationshipModel,
    sector: str,
) -> tuple[AdvocacyPlay, ...]:
    """Strategies whose need is met; those that need nothing are always among them."""
    met = {"none", *available}
    return tuple(
        play
        for play in knowledge.advocacy
        if play.needs in met and model in play.relationship_models and sector not in play.not_sectors
    )


def questions_for(knowledge: Knowledge, *, model: RelationshipModel, sector: str) -> tuple[Question, ...]:
    """The bank without the questions that have no sense for this company, in the order of the bank."""
    return tuple(entry for entry in knowledge.questions if not entry.skip_when.applies(model, sector))
