"""The signals that one sentence shows or denies."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.speech import MOOD_SETS, Sign, Speech
from retention_coach.understanding.hearing import SPEAKER_MARKS, Heard
from retention_coach.understanding.negation import Denials
from retention_coach.understanding.standing import set_aside

_FORMERLY = "<formerly>"
_NOW = "<now>"
_WAS = f"<{MOOD_SETS['was']}>"
_RESOLVED = "<resolved>"
_BEFORE_NO = frozenset({"ya", "casi", "todavia", "aun"})

_Finding = tuple[Sign, tuple[int, ...]]
"""A pattern with where its words stand, and the index after the last."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A signal at some words of a sentence.

    Attributes:
        code: the signal.
        shown: whether it shows; else it is denied.
        first: index of the first word that says so.
        after: index of the word after the last.
        size: how much of a pattern was found; of two readings of the same words the longer one holds.
        compares: whether it says itself what was before and what is now («antes pedían 30, ahora 18»).
        was: whether its verbs only tell what used to be («salía con fallas»).
    """

    code: Signal
    shown: bool
    first: int
    after: int
    size: int
    compares: bool
    was: bool


def signals_in(heard: Heard, speech: Speech) -> tuple[Seen, ...]:
    """What the sentence shows and denies, in order; of each signal one reading of the same words."""
    found = [(sign, heard.find(sign.elements, start)) for start, sign in _candidates(heard, speech)]
    found = [(sign, places) for sign, places in found if places]
    ruled_out = _RuledOut(heard, found)
    aside = set_aside(heard)
    denials = Denials(heard)
    seen = [
        Seen(
            code=sign.code,
            shown=sign.shows != denials.deny(_words(heard, places)),
            first=places[0],
            after=places[-1],
            size=len(places),
            compares=any(heard.holds(place, mark) for place in places[:-1] for mark in (_FORMERLY, _NOW)),
            was=_used_to(heard, places[:-1]),
        )
        for sign, places in found
        if sign.shows is not None and places[0] not in aside and not ruled_out.covers(sign.code, _words(heard, places))
    ]
    return tuple(_as_of_now(heard, _without_lesser(seen)))


def _words(heard: Heard, places: Sequence[int]) -> tuple[int, ...]:
    """The words of a finding: where its elements begin, the «no» of «ya no», and all of the last, perhaps a phrase."""
    negatives = (place + 1 for place in places[:-2] if heard.words[place].word in _BEFORE_NO)
    return *places[:-1], *negatives, *range(places[-2] + 1, places[-1])


def _candidates(heard: Heard, speech: Speech) -> Iterator[tuple[int, Sign]]:
    """The patterns that may begin at each word, of those whose every word is somewhere in the sentence."""
    possible = {
        symbol: [sign for sign in speech.signs[symbol] if heard.may_hold(sign.elements)]
        for symbol in heard.symbols & speech.signs.keys()
    }
    for start, edges in enumerate(heard.edges):
        signs = (sign for symbol in edges.keys() & possible.keys() for sign in possible[symbol])
        yield from ((start, sign) for sign in dict.fromkeys(signs))


class _RuledOut:
    """Where the patterns of `none_of` stand: a word or compound rules out its clause, a row of words only itself."""

    def __init__(self, heard: Heard, found: Collection[_Finding]) -> None:
        self._clause_of = heard.clauses
        self._clauses: set[tuple[Signal, int]] = set()
        self._words: set[tuple[Signal, int]] = set()
        for sign, places in found:
            if sign.shows is not None:
                continue
            if any(element.reach for element in sign.elements[1:]):
                self._words.update((sign.code, place) for place in range(places[0], places[-1]))
            else:
                self._clauses.add((sign.code, heard.clauses[places[0]]))

    def covers(self, code: Signal, places: Collection[int]) -> bool:
        """Whether what was found of a signal at these words means something else."""
        return any((code, place) in self._words or (code, self._clause_of[place]) in self._clauses for place in places)


def _without_lesser(seen: Collection[Seen]) -> list[Seen]:
    """One reading of each signal at the same words: the longest, and rather one that shows than one that denies."""
    kept: list[Seen] = []
    taken: set[tuple[Signal, int]] = set()
    for item in sorted(seen, key=lambda item: (-item.size, not item.shown, item.first, item.after, item.code)):
        words = {(item.code, place) for place in range(item.first, item.after)}
        if taken.isdisjoint(words):
            taken |= words
            kept.append(item)
    return sorted(kept, key=lambda item: (item.first, item.after, item.code))


def _used_to(heard: Heard, places: Collection[int]) -> bool:
    """Whether every verb with a person there is in the imperfect."""
    verbs = [place for place in places if any(symbol.endswith(SPEAKER_MARKS) for symbol in heard.edges[place])]
    return bool(verbs) and all(heard.holds(place, _WAS) for place in verbs)


def _as_of_now(heard: Heard, seen: Sequence[Seen]) -> Iterator[Seen]:
    """What was so «antes» and is not «ahora», and what «ya se resolvió», is denied."""
    last = max((heard.clauses[place] for place in range(len(heard.words)) if heard.holds(place, _NOW)), default=-1)
    past = {clause for place, clause in enumerate(heard.clauses) if clause < last and heard.holds(place, _FORMERLY)}
    settled = max((place for place in range(len(heard.words)) if heard.holds(place, _RESOLVED)), default=-1)
    for item in seen:
        clauses = {heard.clauses[item.first], heard.clauses[item.after - 1]}
        is_past = (clauses <= past or (item.was and max(clauses) < last)) and not item.compares
        if is_past and not item.shown:
            continue
        yield replace(item, shown=False) if item.shown and (is_past or item.first <= settled) else item
