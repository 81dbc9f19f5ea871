"""What each word that a person may type stands for in the patterns of the knowledge base."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self, TypeVar

from retention_coach.errors import KnowledgeError
from retention_coach.knowledge.entries.signals import SignalEntry
from retention_coach.knowledge.entries.speech import SynonymSet, VerbModel
from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.patterns import (
    SOME,
    SOON,
    SPEAKERS,
    Pattern,
    bare,
    forms_in,
    parse,
    presented_in,
    sets_in,
    words_in,
)
from retention_coach.spanish.conjugation import CLITICS, Mood, Reading, conjugate
from retention_coach.spanish.inflection import inflect
from retention_coach.spanish.words import word_set

_NOT_VERBS = word_set("se de este entre para paras sobre sobres como tarde tardes medio media medias parte")
"""Words that are hardly ever the form of a verb that they look like («sé», «dé», «medía»)."""

_SHORTEST_INFLECTED = 4
_SHORT_NOUNS = word_set("dia mes ano vez")
"""Other words as short («no», «que», «en») have one form."""

NUMBER_SET = "number"
"""The key of a set that no source lists: every number from two on."""

SHARE_SET = "percent"
"""Another one: a number before «%» or «por ciento»."""

SHARES_BY_SIZE = {"minorshare": (0, 25), "majorshare": (40, 100), "singleshare": (20, 100)}
"""Sets of such numbers, from and to which percentage. Of what the five largest customers bring in the first is spread
and the second concentrated; the third is much for one customer."""

MOOD_SETS: Mapping[Mood, str] = {"was": "was", "wish": "wish", "would": "would"}
"""The sets of the verb forms that only tell what used to be («renovaban»), a wish («renueven») or what would be."""

INFINITIVE_SET = "infinitive"
"""«Perder», «perderlos»."""

UNLISTED_SETS = frozenset({NUMBER_SET, SHARE_SET, *SHARES_BY_SIZE, *MOOD_SETS.values(), INFINITIVE_SET})
"""Every set that no source lists."""

T = TypeVar("T", "Phrase", "Sign")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of several words that stands for a set of synonyms.

    Attributes:
        elements: what it is made of.
        symbols: the set, as patterns name it: `<set>`, and the sets that hold it.
    """

    elements: Pattern
    symbols: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """A pattern of a signal. Equal to itself alone.

    Attributes:
        elements: what it is made of.
        code: the signal.
        shows: True if the signal shows where the pattern is affirmed, False if it shows where the pattern is denied,
            None if the pattern rules the signal out where it stands.
    """

    elements: Pattern
    code: Signal
    shows: bool | None


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """The patterns of a knowledge base, ready to be looked for. Equal to itself alone, so that it can be a key.

    Attributes:
        symbols: form, as typed and folded, to everything that it stands for in patterns.
        phrases: by rank, then by the symbol that they may begin with. Those of one rank only need those before.
        signs: the patterns of the signals, by the symbol that they may begin with.
        presented: what some pattern names with `.some`, and all that it then stands for.
        numbers: what every number stands for: `<number>` and the sets that hold it.
        shares: what a number before «%» stands for, by the key of `SHARES_BY_SIZE` and, of any, `SHARE_SET`.
    """

    symbols: Mapping[str, frozenset[str]]
    phrases: tuple[Mapping[str, tuple[Phrase, ...]], ...]
    signs: Mapping[str, tuple[Sign, ...]]
    presented: Mapping[str, frozenset[str]]
    numbers: frozenset[str]
    shares: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, verbs: Iterable[VerbModel], synonyms: Sequence[SynonymSet], signals: Iterable[SignalEntry]) -> Self:
        """Everything compiled: every form of every verb, and of every word that a pattern names.

        Raises:
            KnowledgeError: a pattern is not written as `patterns` says, or a set needs itself.
        """
        lists = [
            (entry.code, patterns, shows)
            for entry in signals
            for patterns, shows in ((entry.any_of, True), (entry.lack_of, False), (entry.none_of, None))
        ]
        written = [phrase for entry in synonyms for phrase in entry.phrases]
        written += [pattern for _, patterns, _ in lists for pattern in patterns]
        wider = _Wider(synonyms)
        return cls(
            symbols=_symbols(verbs, written, wider),
            presented={name: wider.all_of(frozenset({f"{name}.{SOME}"})) for name in presented_in(written)},
            numbers=wider.all_of(frozenset({f"<{NUMBER_SET}>"})),
            shares={key: wider.all_of(frozenset({f"<{key}>"})) for key in (SHARE_SET, *SHARES_BY_SIZE)},
            phrases=tuple(_ranked(synonyms, wider)),
            signs=_by_first(
                Sign(elements, code, shows)
                for code, patterns, shows in lists
                for pattern in patterns
                for elements in parse(pattern)
            ),
        )


def _symbols(verbs: Iterable[VerbModel], written: Sequence[str], wider: "_Wider") -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {form: {f"={form}"} for form in forms_in(written)}
    told: dict[str, frozenset[Reading]] = {}
    names = [(verb, model.departure(verb)) for model in verbs for verb in model.verbs]
    for verb, departure in names:
        for form, readings in conjugate(verb, departure).items():
            if form in _NOT_VERBS:
                continue
            told[form] = told[form] | readings if form in told else readings
            found.setdefault(form, set()).update([verb + mark for mark in _marks(readings)])
        for clitic in ("", *CLITICS):
            found[verb + clitic].add(f"<{INFINITIVE_SET}>")
    for form, readings in told.items():
        found[form].update(_moods(readings))
    for word in words_in(written) - {verb for verb, _ in names}:
        is_inflected = len(word) >= _SHORTEST_INFLECTED or word in _SHORT_NOUNS
        for form in inflect(word) if is_inflected else {word}:
            found.setdefault(form, set()).add(word)
    return {form: wider.all_of(frozenset(symbols)) for form, symbols in found.items()}


@cache
def _marks(readings: frozenset[Reading]) -> tuple[str, ...]:
    """What is added to a verb for a form with such readings: nothing, and each mark."""
    marks = {speaker for speaker, _ in readings if speaker in SPEAKERS}
    is_soon = any(speaker in SPEAKERS and mood == "fact" for speaker, mood in readings)
    return ("", *(f".{mark}" for mark in marks), *([f".{SOON}"] if is_soon else []))


@cache
def _moods(readings: frozenset[Reading]) -> tuple[str, ...]:
    """The sets of moods that a form is of, if it cannot be a fact told of others («conteste» may be «contesté»)."""
    if any(mood in {"fact", "past"} and speaker != "we" for speaker, mood in readings):
        return ()
    return tuple(f"<{key}>" for mood, key in MOOD_SETS.items() if any(mood == told for _, told in readings))


class _Wider:
    """Which sets a symbol belongs to, directly or through another set."""

    def __init__(self, synonyms: Sequence[SynonymSet]) -> None:
        self._sets: dict[str, set[str]] = {}
        for entry in synonyms:
            for elements in _parsed(entry):
                if len(elements) == 1:
                    for symbol in elements[0].symbols:
                        self._sets.setdefault(symbol, set()).add(f"<{entry.key}>")
        self._of_one: dict[str, frozenset[str]] = {}
        self._of_all: dict[frozenset[str], frozenset[str]] = {}

    def all_of(self, symbols: frozenset[str]) -> frozenset[str]:
        """The symbols with every set that holds one of them."""
        if symbols not in self._of_all:
            self._of_all[symbols] = frozenset[str]().union(*map(self._with_sets, symbols))
        return self._of_all[symbols]

    def _with_sets(self, symbol: str) -> frozenset[str]:
        if symbol not in self._of_one:
            waiting, found = [symbol], {symbol}
            while waiting:
                new = set(self._holding(waiting.pop())) - found
                found |= new
                waiting += new
            self._of_one[symbol] = frozenset(found)
        return self._of_one[symbol]

    def _holding(self, symbol: str) -> Iterator[str]:
        """The sets that hold the symbol; those that hold the word whoever speaks keep who does."""
        yield from self._sets.get(symbol, ())
        name = bare(symbol)
        if name != symbol:
            yield from (f"{key}{symbol[len(name) :]}" for key in self._sets.get(name, ()))


def _ranked(synonyms: Sequence[SynonymSet], wider: _Wider) -> Iterator[dict[str, tuple[Phrase, ...]]]:
    """The phrases of several words, those that need no other such set first."""
    waiting = {entry.key: entry for entry in synonyms}
    while waiting:
        ready = [entry for entry in waiting.values() if not (sets_in(entry.phrases) & waiting.keys())]
        if not ready:
            keys = ", ".join(sorted(waiting))
            raise KnowledgeError(f"Estos conjuntos de sinónimos se necesitan unos a otros: {keys}.")
        yield _by_first(
            Phrase(elements, wider.all_of(frozenset({f"<{entry.key}>"})))
            for entry in ready
            for elements in _parsed(entry)
            if len(elements) > 1
        )
        for entry in ready:
            del waiting[entry.key]


def _parsed(entry: SynonymSet) -> Iterator[Pattern]:
    return (elements for phrase in entry.phrases for elements in parse(phrase))


def _by_first(found: Iterable[T]) -> dict[str, tuple[T, ...]]:
    index: dict[str, list[T]] = {}
    for item in found:
        for symbol in item.elements[0].symbols:
            index.setdefault(symbol, []).append(item)
    return {symbol: tuple(items) for symbol, items in index.items()}
