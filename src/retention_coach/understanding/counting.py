"""What a number counts, and by what, where other words of the sentence say so."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from retention_coach.spanish import units
from retention_coach.spanish.words import word_set
from retention_coach.understanding.amounts import TIMES, Amount, Figure
from retention_coach.understanding.found import Unit
from retention_coach.understanding.joining import is_change
from retention_coach.understanding.periods import PeriodSaid, periods

_NOT_PASSED_ON: frozenset[Unit | None] = frozenset({None, "percent"})
_SPANS = word_set("ultimos ultimas primeros primeras proximos proximas")
_OURSELVES = word_set("somos eramos quedamos fuimos")
_BETWEEN_NOUN_AND_NUMBER = 5
_BETWEEN_NUMBER_AND_PERIOD = 7
_BETWEEN_PERIOD_AND_NUMBER = 12
_NEAREST = 4
"""How many numbers on each side of a period may be the one that it belongs to."""


def with_units(figures: Sequence[Figure], words: Sequence[str]) -> Iterator[Figure]:
    """A number without a unit counts what the one before it counts, or whatever else the sentence says."""
    last: Unit | None = None
    for place, figure in enumerate(figures):
        amount = figure.amount
        following = figures[place + 1].amount if place + 1 < len(figures) else None
        unit = amount.unit or _inherited(figure, last, words) or _named_around(amount, following, words)
        last = None if amount.first and words[amount.first - 1] in _SPANS else unit
        yield replace(figure, amount=replace(amount, unit=unit))


def with_periods(figures: Sequence[Figure], words: Sequence[str]) -> list[Figure]:
    """Each period with the number before it, else with the one that follows; first those that stand beside one."""
    found = list(figures)
    starts = [figure.amount.first for figure in found]
    ends = {figure.amount.after for figure in found}
    for period in sorted(periods(words), key=lambda period: period.first not in ends):
        following = bisect_left(starts, period.first)
        near = range(max(0, following - _NEAREST), min(len(found), following + _NEAREST))
        places = [place for place in near if _may_take(found[place].amount, period)]
        before = [place for place in places if place < following]
        chosen = (*before[-1:], *places[:1], None)[0]
        if chosen is not None and found[chosen].period is None:
            found[chosen] = replace(found[chosen], period=period.period)
    return found


def _inherited(figure: Figure, last: Unit | None, words: Sequence[str]) -> Unit | None:
    """«Prometemos 5 días y terminan siendo 8», «somos 3»."""
    amount = figure.amount
    if amount.first and words[amount.first - 1] in _OURSELVES:
        return "people"
    is_alike = last not in TIMES or amount.scale == 1  # «14 mil» are no days
    return last if figure.whole is None and last not in _NOT_PASSED_ON and is_alike else None


def _named_around(amount: Amount, following: Amount | None, words: Sequence[str]) -> Unit | None:
    """«Las visitas bajaron de 20», «30 y 60 días», «de 30 a 52 días»."""
    before = words[max(0, amount.first - _BETWEEN_NOUN_AND_NUMBER) : amount.first]
    named = (units.UNIT_WORDS.get(word) for word in before)
    if any(unit and unit[0] is units.Unit.ITEMS for unit in named):
        return "count"
    joined = words[amount.after : following.first] if following else []
    is_joined = joined in (["y"], [","], ["o"]) or (joined == ["a"] and is_change(words, amount))
    return following.unit if following and is_joined else None


def _may_take(amount: Amount, period: PeriodSaid) -> bool:
    """Whether a number near a period may be counted by it; a time only if it stands beside it («20 horas al mes»)."""
    if amount.unit in TIMES and amount.after != period.first:
        return False
    if amount.first < period.first:
        return period.first - amount.after <= _BETWEEN_NUMBER_AND_PERIOD
    return period.after <= amount.first <= period.after + _BETWEEN_PERIOD_AND_NUMBER
