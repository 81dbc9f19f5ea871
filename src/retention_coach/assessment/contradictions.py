"""What the company said that cannot be true at the same time, with both sides and the question that settles it."""

from collections.abc import Iterator
from dataclasses import dataclass

from retention_coach.assessment.claims import Claim, Told
from retention_coach.assessment.comparisons import COMPARISONS
from retention_coach.assessment.sides import claim_of
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.contradictions import Contradiction
from retention_coach.ports import StepInputs


@dataclass(frozen=True, slots=True)
class ContradictionFound:
    """A contradiction of this company.

    Attributes:
        entry: what kind of contradiction, with the question that settles it.
        about: whom or what it is about, or empty.
        first: one side.
        second: the other.
    """

    entry: Contradiction
    about: str
    first: Claim
    second: Claim

    @property
    def statement(self) -> str:
        """Both sides in one sentence, without the codes of questions."""
        return self._filled(self.first.words, self.second.words)

    @property
    def cited(self) -> str:
        """The same, with the question in which each side was said."""
        return self._filled(self.first.cited, self.second.cited)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where both sides stand, answers first."""
        found = dict.fromkeys((*self.first.evidence, *self.second.evidence))
        return tuple(sorted(found, key=lambda item: item.kind != "answer"))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that the sentence names."""
        return (*self.first.figures, *self.second.figures)

    def _filled(self, first: str, second: str) -> str:
        text = self.entry.statement.format(first=first, second=second, about=self.about)
        return text[:1].upper() + text[1:]


def contradictions(
    inputs: StepInputs, knowledge: Knowledge, *, in_confidence: bool = True
) -> tuple[ContradictionFound, ...]:
    """Every contradiction, in the order of the knowledge base; of those between the same two places, the first.

    Without `in_confidence` the answers that only the consultant may see are left out.
    """
    told = Told(inputs, knowledge, in_confidence)
    found: dict[tuple[Evidence, ...], ContradictionFound] = {}
    for entry in knowledge.contradictions:
        for item in _of(entry, told):
            found.setdefault(item.evidence, item)
    return tuple(found.values())


def _of(entry: Contradiction, told: Told) -> Iterator[ContradictionFound]:
    if entry.comparison is not None:
        for clash in COMPARISONS[entry.comparison](told, entry):
            yield ContradictionFound(entry, clash.about, clash.first, clash.second)
    elif entry.one_side is not None and entry.other_side is not None:
        first, second = claim_of(entry.one_side, told), claim_of(entry.other_side, told)
        if first is not None and second is not None:
            yield ContradictionFound(entry, "", first, second)
