"""The language in which the knowledge base says how something shows in what people type.

A pattern is a row of elements, folded, with spaces between. They must come in order within one sentence; up to two
other words, articles and pronouns not counted, may stand between.

    queja                   any form of the word: «quejas»
    responder               any form of a verb of `verbs.yaml`: «respondió», «respondiéndole»
    responder.we            of *yo* and *nosotros* only; `responder.they`, of anybody else
    vencer.soon             in the present or the future only: «vence», «vencerá», not «venció»
    queja.some              there is some of it («hay quejas»); it is not just spoken of («el registro de quejas»)
    =perdimos               this very form
    <demora>                any word or phrase of a set of `synonyms.yaml`; with `.we` and the other marks as above
    mal_estado              nothing between the two
    queja/mal_estado/<lio>  any of these
    se ~ ir                 up to six other words between
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from retention_coach.errors import KnowledgeError

SPEAKERS = ("we", "they")
"""Whom a verb speaks of."""

SOON = "soon"
"""Of a verb: it is so now, or will be."""

SOME = "some"
"""Of a noun: there is some of it."""

MARKS = (*SPEAKERS, SOON, SOME)


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern.

    Attributes:
        symbols: what may stand there: a word, `=form`, `<set>`, and each of them with a mark of `MARKS`.
        reach: how far from the element before: 0 beside it, 1 as usual, 2 far.
    """

    symbols: frozenset[str]
    reach: int


Pattern = tuple[Element, ...]


@cache
def parse(pattern: str) -> tuple[Pattern, ...]:
    """The ways in which a pattern may be fulfilled, each as its elements; several if it has «mal_estado/roto».

    Raises:
        KnowledgeError: it has no element, or one that is not written as the module says.
    """
    places: list[list[Pattern]] = []
    reach = 1
    for piece in pattern.split():
        if piece == "~" and places and reach == 1:
            reach = 2
            continue
        places.append([_reached(way, reach) for way in _ways(piece, pattern)])
        reach = 1
    if not places or reach == 2:
        raise KnowledgeError(f"«{pattern}» no es un patrón: le falta una palabra.")
    return tuple(tuple(element for way in ways for element in way) for ways in product(*places))


def words_in(patterns: Iterable[str]) -> frozenset[str]:
    """Every word that the patterns name in any of its forms."""
    return frozenset(bare(symbol) for symbol in symbols_in(patterns) if symbol[0] not in "<=")


def forms_in(patterns: Iterable[str]) -> frozenset[str]:
    """Every form that the patterns name as it is."""
    return frozenset(bare(symbol)[1:] for symbol in symbols_in(patterns) if symbol[0] == "=")


def sets_in(patterns: Iterable[str]) -> frozenset[str]:
    """The key of every set that the patterns name."""
    return frozenset(bare(symbol)[1:-1] for symbol in symbols_in(patterns) if symbol[0] == "<")


def symbols_in(patterns: Iterable[str]) -> Iterator[str]:
    """Every symbol of the patterns; a symbol may come several times."""
    return (
        symbol
        for pattern in patterns
        for elements in parse(pattern)
        for element in elements
        for symbol in element.symbols
    )


def presented_in(patterns: Iterable[str]) -> frozenset[str]:
    """The symbols that the patterns name with `.some`, without it."""
    return frozenset(bare(symbol) for symbol in symbols_in(patterns) if symbol.endswith(f".{SOME}"))


def bare(symbol: str) -> str:
    """The symbol without its mark."""
    return symbol.partition(".")[0]


def _ways(piece: str, pattern: str) -> Iterator[Pattern]:
    """The single words of a piece as one element, and each compound («mal_estado») as a row."""
    options = [written.split("_") for written in piece.split("/")]
    single = frozenset(_symbol(option[0], pattern) for option in options if len(option) == 1)
    if single:
        yield (Element(single, 0),)
    for option in options:
        if len(option) > 1:
            yield tuple(Element(frozenset({_symbol(word, pattern)}), 0) for word in option)


def _reached(way: Pattern, reach: int) -> Pattern:
    return (replace(way[0], reach=reach), *way[1:])


def _symbol(written: str, pattern: str) -> str:
    name, dot, mark = written.partition(".")
    word = name[1:-1] if name.startswith("<") and name.endswith(">") else name.removeprefix("=")
    if not (word.isascii() and word.isalnum() and word == word.lower()) or (dot and mark not in MARKS):
        raise KnowledgeError(f"«{pattern}» no es un patrón: no se entiende «{written}».")
    return written
