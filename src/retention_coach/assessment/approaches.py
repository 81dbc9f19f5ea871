"""How well each strategic approach answers a company, whatever the engine."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retention_coach.assessment.conditions import holds
from retention_coach.assessment.disclosure import told
from retention_coach.assessment.pulls import asked_for, pulls
from retention_coach.assessment.sightings import Sighting
from retention_coach.knowledge.base import Knowledge
from retention_coach.knowledge.entries.approaches import Approach, Condition
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.setting import Setting
from retention_coach.ports import StepInputs

_PARTS = (1.0, 0.5, 0.25)
"""What the strongest signal of an approach counts, then the second and the third: many weak ones make no case."""

_SIDE_SIGNAL = 0.5
"""What a signal counts that speaks for the approach without being its main one."""

_CONDITION = 0.5
"""What a condition counts: it decides between approaches whose signals are equally strong."""

_ASKED = 1.0
"""What it counts that a goal of the company is about a signal of the approach: as much as two conditions."""

_TOLD_ALREADY = 0.5
"""What a signal counts that the same answers show as a stronger one of the approach: one fact, not two."""

_SMALL_STAKE = 0.5
"""What agreements with a date count where they bring little of the revenue and are few of many customers."""

_FINDING_OUT = 2.0
"""How well finding out answers a company of which too little is known: as a signal that was said once."""

_THIN = 2
"""With fewer signals said or measured than this, too little is known to bet on a cause."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an approach answers the company.

    Attributes:
        approach: the approach.
        score: the higher, the better it answers.
        causes: the sightings that call for it, those of its main signals first, then the strongest.
        is_called_for: whether one of its main signals was seen, or it finds out what is not known.
    """

    approach: Approach
    score: float
    causes: tuple[Sighting, ...]
    is_called_for: bool


@dataclass(frozen=True, slots=True)
class _Ground:
    """What approaches are weighed by: the company, what was seen, how many times it counts, and what is asked for."""

    inputs: StepInputs
    knowledge: Knowledge
    seen: Sequence[Sighting]
    pulls: Mapping[Signal, float]
    asked: frozenset[Signal]

    def holds(self, condition: Condition) -> bool:
        return holds(condition, self.inputs.profile, self.knowledge)

    def worth(self, item: Sighting) -> float:
        times = self.pulls.get(item.signal.code, 1.0)
        if item.signal.code == "renewals_due" and self.holds("small_stake"):
            times *= _SMALL_STAKE
        return item.weight * times


def fits(inputs: StepInputs, knowledge: Knowledge) -> tuple[Fit, ...]:
    """Every approach, the best answer first; those that nothing calls for come last."""
    return rank(inputs, told(inputs, knowledge), knowledge)


def rank(inputs: StepInputs, seen: Sequence[Sighting], knowledge: Knowledge) -> tuple[Fit, ...]:
    """Every approach that suits what the company sells, by what was seen, the best answer first.

    Args:
        inputs: the company, for the conditions, what its losses were for, and what it asks for.
        seen: what may be acted upon, the strongest first.
        knowledge: holds the approaches.
    """
    ground = _Ground(inputs, knowledge, seen, pulls(inputs, knowledge), asked_for(inputs))
    own = Setting.of(inputs.profile, knowledge).own
    found = [_fit(approach, ground) for approach in knowledge.approaches if own.sells_any(approach.offers)]
    return tuple(sorted(found, key=lambda fit: (not fit.is_called_for, -fit.score)))


def is_thin(seen: Sequence[Sighting]) -> bool:
    """Whether too little was said or measured to know what makes customers leave."""
    grounded = [item for item in seen if any(each.kind != "assumption" for each in item.evidence)]
    return len(grounded) < _THIN


def _fit(approach: Approach, ground: _Ground) -> Fit:
    causes = sorted(
        (item for item in ground.seen if item.signal.code in approach.themes),
        key=lambda item: (
            item.signal.code not in approach.main_themes,
            -ground.worth(item),
            approach.themes.index(item.signal.code),
        ),
    )
    worth = sorted(_worths(approach, causes, ground), reverse=True)
    score = sum(part * value for part, value in zip(_PARTS, worth, strict=False))
    score += _CONDITION * sum(ground.holds(condition) for condition in approach.favoured_by)
    score -= _CONDITION * sum(ground.holds(condition) for condition in approach.hindered_by)
    score += _ASKED * len(ground.asked & {*approach.themes})
    finds_out = approach.finds_out and is_thin(ground.seen)
    is_called_for = finds_out or any(item.signal.code in approach.main_themes for item in causes)
    return Fit(approach, score + _FINDING_OUT * finds_out, tuple(causes), is_called_for)


def _worths(approach: Approach, causes: Sequence[Sighting], ground: _Ground) -> Iterator[float]:
    """What each cause counts; the same answers are not counted in full for a second one."""
    counted: set[str] = set()
    for item in causes:
        refs = {f"{each.kind} {each.ref}" for each in item.evidence}
        part = 1.0 if item.signal.code in approach.main_themes else _SIDE_SIGNAL
        yield ground.worth(item) * part * (_TOLD_ALREADY if refs <= counted else 1.0)
        counted |= refs
