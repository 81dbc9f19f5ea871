"""The two alternatives are two ideas, not two wordings of one (constraint 61.5)."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from retention_coach.checks.context import CheckContext
from retention_coach.domain.base import Method
from retention_coach.domain.finding import Finding
from retention_coach.domain.strategy import Alternative, Strategy
from retention_coach.spanish.words import fold, normalise_spaces

MOST_OVERLAP = 1 / 3
"""The largest share of common levers with which two alternatives still differ."""

MOST_ALIKE = 0.6
"""The largest share of common words with which two sentences still say different things."""

LEAST_TRADE_OFFS = 2

LEAST_DIFFERENCE = 0.1
"""Part of the larger of two efforts or costs from which somebody would choose by it."""

_SHORT = 3
"""Words of as many letters at most are articles and prepositions: every text has them."""

_WORD = re.compile(r"\w+")
_COMPARED = ("focus", "must_be_true", "how_it_can_fail", "early_sign")


def alternatives_differ(strategy: Strategy, context: CheckContext) -> Iterator[Finding]:
    """ALTERNATIVES_ALIKE: different names, and at most a third of their levers in common.

    A lever is compared by its method together with each knowledge entry that it cites.
    """
    for one, other in _pairs(strategy):
        overlap = _overlap(_levers(one), _levers(other))
        if overlap > MOST_OVERLAP or _folded(one.name) == _folded(other.name):
            yield context.finding("ALTERNATIVES_ALIKE", "alternatives", overlap=round(overlap * 100), name=one.name)


def alternatives_say_different_things(strategy: Strategy, context: CheckContext) -> Iterator[Finding]:
    """ALTERNATIVES_SAME_WORDS: fewer than half of the conditions, of the failures, the focus or the sign are twins.

    Two sentences are twins by their words of more than three letters, in any order, accents and capitals aside.
    """
    for one, other in _pairs(strategy):
        for field in _COMPARED:
            here, there = sorted((_sentences(one, field), _sentences(other, field)), key=len)
            twins = sum(any(_overlap(line, each) > MOST_ALIKE for each in there) for line in here)
            if twins and twins * 2 >= len(here):
                yield context.finding("ALTERNATIVES_SAME_WORDS", "alternatives", field=field, twins=twins)


def alternatives_trade_off(strategy: Strategy, context: CheckContext) -> Iterator[Finding]:
    """ALTERNATIVES_NO_TRADE_OFF: at least two of hours, dollars, weeks and main indicator tell the two apart."""
    for one, other in _pairs(strategy):
        differences = (
            _is_felt(one.effort_hours, other.effort_hours),
            _is_felt(one.cost_usd, other.cost_usd),
            one.weeks_to_first_result != other.weeks_to_first_result,
            [goal.kpi for goal in one.objectives[:1]] != [goal.kpi for goal in other.objectives[:1]],
        )
        if sum(differences) < LEAST_TRADE_OFFS:
            yield context.finding("ALTERNATIVES_NO_TRADE_OFF", "alternatives", count=sum(differences))


def _pairs(strategy: Strategy) -> Iterator[tuple[Alternative, Alternative]]:
    """The pair, where there are two; another number is reported elsewhere."""
    if len(strategy.alternatives) == 2:
        yield strategy.alternatives[0], strategy.alternatives[1]


def _overlap(here: AbstractSet[object], there: AbstractSet[object]) -> float:
    """Share of what is in either that is in both (Jaccard index); 0 where there is nothing."""
    return len(here & there) / len(here | there) if here | there else 0.0


def _levers(alternative: Alternative) -> frozenset[tuple[Method, str]]:
    pairs: set[tuple[Method, str]] = set()
    for lever in alternative.levers:
        entries = [item.ref for item in lever.evidence if item.kind == "knowledge"]
        pairs.update((lever.method, entry) for entry in entries or [""])
    return frozenset(pairs)


def _sentences(alternative: Alternative, field: str) -> list[frozenset[str]]:
    """The words that count of each line of a field."""
    value = getattr(alternative, field)
    lines = (value,) if isinstance(value, str) else value
    return [frozenset(word for word in _WORD.findall(fold(line)) if len(word) > _SHORT) for line in lines]


def _is_felt(one: float, other: float) -> bool:
    return abs(one - other) > LEAST_DIFFERENCE * max(one, other)


def _folded(name: str) -> str:
    return normalise_spaces(fold(name))
