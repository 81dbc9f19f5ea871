"""The sides that a contradiction of the knowledge base names: signals in answers, and measures between bounds."""

from retention_coach.assessment import cite
from retention_coach.assessment.claims import Claim, Told, worded
from retention_coach.assessment.statements import Statement
from retention_coach.domain.figures import Measure
from retention_coach.knowledge.entries.contradictions import Side
from retention_coach.metrics.baselines import FORMULA_OF, baseline
from retention_coach.metrics.result import Computed

_TOPICS = frozenset({"situation", "risks"})
_NPS = ("nps_promoters", "nps_passives", "nps_detractors")


def claim_of(side: Side, told: Told) -> Claim | None:
    """What the company says on this side, or None where it says no such thing."""
    if side.measure:
        if side.unless_noted and _is_noted(side.measure, told):
            return None
        claim, value = _measured(side.measure, told)
        low, high = side.at_least, side.at_most
        holds = value is not None and (low is None or value >= low) and (high is None or value <= high)
        return claim if holds else None
    return next((claim for item in told.sentences if _says(side, item, told) and (claim := told.saying(item))), None)


def _is_noted(measure: str, told: Told) -> bool:
    """Whether the company said what its figure counts."""
    given: Measure | None = getattr(told.profile.figures, measure, None)
    return given is not None and bool(given.note.strip())


def _says(side: Side, statement: Statement, told: Told) -> bool:
    """Whether a sentence says so clearly, and of customers in general: of a single one it contradicts nothing."""
    if statement.answer.topic not in _TOPICS:
        return False
    found = statement.denied if side.denied else statement.shown
    if not any(item.code in side.signals and not item.hedged for item in found):
        return False
    if side.with_words and not any(word.startswith(side.with_words) for word in statement.words):
        return False
    is_general = side.denied or "satisfied_customers" in side.signals
    return not (is_general and any(item.statement == statement for item in told.named))


def _measured(measure: str, told: Told) -> tuple[Claim | None, float | None]:
    if measure == "nps":
        result = baseline("nps", told.profile.figures)
        if not isinstance(result, Computed):
            return None, None
        points = round(result.value, 1)
        figure = cite.computed("NPS", points, "points", result.arithmetic, FORMULA_OF["nps"])
        return Claim(worded(points, "points"), (cite.figure("nps_detractors"),), (figure,)), points
    if measure == "detractor_share":
        return _detractors(told)
    value = told.value(measure)
    if value is None:
        return None, None
    return told.figure(measure), value


def _detractors(told: Told) -> tuple[Claim | None, float | None]:
    counts = [told.value(name) for name in _NPS]
    known = [count for count in counts if count is not None]
    if len(known) < len(_NPS) or not sum(known):
        return None, None
    share = known[-1] / sum(known) * 100
    arithmetic = f"{known[-1]:.10g} / ({' + '.join(f'{count:.10g}' for count in known)}) * 100"
    value = round(share, 1)
    evidence = (cite.figure("nps_detractors"),)
    return told.computed("parte de detractores", value, "percent", arithmetic, evidence), share
