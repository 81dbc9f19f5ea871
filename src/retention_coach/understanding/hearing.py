"""A sentence in which each word knows what it stands for, and where the sentence pauses and turns."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from retention_coach.knowledge.patterns import SOON, SPEAKERS, Element
from retention_coach.knowledge.speech import NUMBER_SET, SHARE_SET, SHARES_BY_SIZE, Phrase, Speech
from retention_coach.spanish.number_words import CARDINALS, read_amount
from retention_coach.spanish.words import word_set
from retention_coach.understanding.spelling import corrected
from retention_coach.understanding.tokens import Token

NUMBER = f"<{NUMBER_SET}>"
"""What every number from two on stands for in patterns."""

_CUSTOMER = "<customer>"

TURNS = word_set("pero sino aunque porque pues")
"""Words with which a sentence takes another turn: what was said before does not reach beyond."""

_PAUSES = frozenset(',()-–—/«»"“”[]')
_UNCOUNTED = word_set("""
    a al con de del el en es esa ese eso esta estan estas este esto estos ha han has he hemos hay la las le les lo los
    me mi mis muy nos nuestra nuestras nuestro nuestros por que se si son su sus te tan un una unas uno unos
    y ya era eran fue sea cada todo toda todos todas mas bien
    """)
"""Words that say little by themselves: they may stand between the words of a pattern without being counted."""

_LINKS = word_set("a de que por")
_PARTICIPLES = ("do", "to", "cho", "da", "ta", "cha", "dos", "tos", "das", "tas")
_NOT_FINITE = tuple(
    ending + clitic
    for ending in ("r", "ndo")
    for clitic in ("", "le", "les", "lo", "los", "la", "las", "nos", "me", "se")
)
SPEAKER_MARKS = tuple(f".{who}" for who in SPEAKERS)
VERB_MARKS = (*SPEAKER_MARKS, f".{SOON}")
_POINTING = word_set("""
    el la los las al del este esta estos estas ese esa esos esas aquel su sus mi mis nuestro nuestra nuestros nuestras
    cada de sobre para por con en contra segun como
    """)
"""Before a noun: it is spoken of, whether or not there is any («el registro de quejas», «las quejas llegan a Ana»)."""

_BEFORE_NOUNS = word_set("""
    el un una unos unas del al este esta estos estas ese esa esos esas su sus mi mis nuestro nuestra nuestros nuestras
    cada ningun ninguna algun alguna algunos algunas muchos muchas varios varias otro otra
    a de en con por para sobre sin
    """)
_JOINING = word_set("y e o u ni")
_MOST_COUNTED = {1: 2, 2: 4}
_MOST_BETWEEN = {1: 5, 2: 9}


class Heard:
    """A sentence with all that its words stand for.

    Attributes:
        words: its words and numbers, without marks.
        pauses: whether a mark stands before each word.
        clauses: the number of the clause of each word; a clause ends at a pause or at a turn.
        edges: for each word, what begins there: symbol to the index after its last word.
        symbols: everything that its words stand for.
        is_question: whether it ends in a question mark.
    """

    def __init__(self, tokens: Sequence[Token], speech: Speech) -> None:
        self.words: list[Token] = []
        self.pauses: list[bool] = []
        self.clauses: list[int] = []
        self._divide(tokens)
        self.is_question = tokens[-1].word == "?"
        self.edges = [dict.fromkeys(_symbols(speech, token.word), index + 1) for index, token in enumerate(self.words)]
        self._near: dict[tuple[int, int], tuple[int, ...]] = {}
        self._presented = speech.presented
        self._unmark_nouns()
        self._mark_shares(tokens, speech.shares)
        self._pass_on_speakers()
        for index in range(len(self.words)):
            self._mark_presented(index)
        self.symbols = {symbol for edges in self.edges for symbol in edges}
        for phrases in speech.phrases:
            self._add(phrases)
            self.symbols.update(symbol for edges in self.edges for symbol in edges)

    def holds(self, position: int, symbol: str) -> bool:
        """Whether what the symbol stands for begins at that word."""
        return symbol in self.edges[position]

    def find(self, elements: Sequence[Element], start: int) -> tuple[int, ...]:
        """Where each element of a pattern stands, with the index after the last; empty if it does not begin here.

        Of several ways the one whose words are the closest together from the left is taken.
        """
        edges = self.edges[start]
        common = elements[0].symbols & edges.keys()
        if not common:
            return ()
        for end in (
            sorted({edges[symbol] for symbol in common}) if len(common) > 1 else [edges[symbol] for symbol in common]
        ):
            if len(elements) == 1:
                return (start, end)
            for following in self._reachable(end, elements[1].reach):
                rest = self.find(elements[1:], following)
                if rest:
                    return (start, *rest)
        return ()

    def may_hold(self, elements: Sequence[Element]) -> bool:
        """Whether every element of a pattern stands somewhere in the sentence, in whatever order.

        The last is looked up first, because what a pattern begins with is often known to be there. Most patterns fail
        here, so that most of the time is spent here: a loop takes half of what a generator does.
        """
        for element in reversed(elements):  # noqa: SIM110
            if element.symbols.isdisjoint(self.symbols):
                return False
        return True

    def _reachable(self, position: int, reach: int) -> tuple[int, ...]:
        """Where the next element may begin, if the one before ends at `position`."""
        if reach == 0:
            return (position,) if position < len(self.words) and not self.pauses[position] else ()
        key = (position, reach)
        if key not in self._near:
            self._near[key] = tuple(self._walk(position, reach))
        return self._near[key]

    def _walk(self, position: int, reach: int) -> Iterator[int]:
        counted = 0
        for index in range(position, min(position + _MOST_BETWEEN[reach] + 1, len(self.words))):
            word = self.words[index].word
            counted += 2 * self.pauses[index]
            if counted > _MOST_COUNTED[reach]:
                return
            yield index
            if word in TURNS and reach == 1:
                return
            counted += word not in _UNCOUNTED

    def _divide(self, tokens: Sequence[Token]) -> None:
        paused, clause = False, 0
        for index, token in enumerate(tokens):
            if not token.is_word:
                paused = paused or (token.word in _PAUSES and not _joins_numbers(tokens, index))
                continue
            if (paused or token.word in TURNS) and self.words:
                clause += 1
            self.words.append(token)
            self.pauses.append(paused)
            self.clauses.append(clause)
            paused = False

    def _mark_shares(self, tokens: Sequence[Token], shares: Mapping[str, Collection[str]]) -> None:
        """The number of «60 %» and «60 por ciento»."""
        places = {token.start: place for place, token in enumerate(self.words)}
        for number, mark in pairwise(tokens):
            place = places.get(number.start, -1)
            in_words = mark.word == "por" and place + 2 < len(self.words) and self.words[place + 2].word == "ciento"
            if place >= 0 and NUMBER in self.edges[place] and (mark.word == "%" or in_words):
                after = place + (3 if in_words else 1)
                amount = read_amount([number.word], 0)
                for key in _sizes(amount.value if amount else None):
                    self.edges[place].update(dict.fromkeys(shares[key], after))

    def _mark_presented(self, index: int) -> None:
        """A noun of which the sentence says that there is some: nothing before it points at it."""
        edges = self.edges[index]
        nouns = edges.keys() & self._presented.keys()
        if nouns and not self._is_pointed_at(index):
            for noun in nouns:
                edges.update(dict.fromkeys(self._presented[noun], edges[noun]))

    def _is_pointed_at(self, index: int) -> bool:
        if not index or self.pauses[index]:
            return False
        before = self.words[index - 1].word
        if before in _JOINING and index > 1:
            return self._is_pointed_at(index - 2)
        is_any = index == 1 and before in {"un", "una"}  # «un reclamo de calidad es otra cosa»
        return is_any or before in _POINTING

    def _unmark_nouns(self) -> None:
        """«El reclamo», «un cambio», «de Quito»: after such a word there is no verb with a person."""
        for index in range(1, len(self.words)):
            if self.words[index - 1].word in _BEFORE_NOUNS and not self.pauses[index]:
                self._unmark(index, VERB_MARKS)
            elif self.words[index - 1].word == "se":
                self._unmark(index, VERB_MARKS[:1])  # «se habló» speaks of nobody here

    def _unmark(self, index: int, marks: tuple[str, ...]) -> None:
        for symbol in [symbol for symbol in self.edges[index] if symbol.endswith(marks)]:
            del self.edges[index][symbol]

    def _pass_on_speakers(self) -> None:
        """«Hemos mostrado», «seguimos llamando», «vamos a visitar»: the second verb speaks of whom the first does."""
        for index in range(1, len(self.words)):
            edges = self.edges[index]
            if not edges or any(symbol.endswith(SPEAKER_MARKS) for symbol in edges):
                continue
            before = index - 1 - (index > 1 and self.words[index - 1].word in _LINKS)
            said = self.edges[before]
            word = self.words[index].word
            if word.endswith("ndo") and _CUSTOMER in said:  # «tres clientes reclamando»
                edges.update({f"{symbol}.{SPEAKERS[1]}": index + 1 for symbol in [*edges] if "." not in symbol})
                continue
            if not word.endswith(_NOT_FINITE) and not (word.endswith(_PARTICIPLES) and "haber" in said):
                continue
            for mark in SPEAKER_MARKS:
                if any(symbol.endswith(mark) for symbol in said):
                    edges.update({f"{symbol}{mark}": index + 1 for symbol in [*edges] if "." not in symbol})

    def _add(self, phrases: Mapping[str, tuple[Phrase, ...]]) -> None:
        for start, edges in enumerate(self.edges):
            for symbol in [*(edges.keys() & phrases.keys())]:
                for phrase in phrases[symbol]:
                    places = self.find(phrase.elements, start) if self.may_hold(phrase.elements) else ()
                    if places:
                        self._mark(phrase, places)

    def _mark(self, phrase: Phrase, places: tuple[int, ...]) -> None:
        """Adds the sets that the phrase stands for, with the marks of who speaks where its words say so."""
        edges = self.edges[places[0]]
        marks = ["", *(mark for mark in VERB_MARKS if self._bears(phrase, places, mark))]
        for symbol in (symbol + mark for symbol in phrase.symbols for mark in marks):
            edges[symbol] = min(places[-1], edges.get(symbol, places[-1]))
        if phrase.symbols & self._presented.keys():
            self._mark_presented(places[0])

    def _bears(self, phrase: Phrase, places: tuple[int, ...], mark: str) -> bool:
        """Whether a verb of the phrase bears a mark."""
        return any(
            f"{symbol}{mark}" in self.edges[place]
            for element, place in zip(phrase.elements, places, strict=False)
            for symbol in element.symbols
        )


def _joins_numbers(tokens: Sequence[Token], index: int) -> bool:
    """Whether a mark stands in «5-7 días»."""
    around = [token.word[0].isdigit() for token in (*tokens[index - 1 : index], *tokens[index + 1 : index + 2])]
    return tokens[index].word in {"-", "–"} and around == [True, True]


def _sizes(share: float | None) -> Iterator[str]:
    """The sets that a percentage belongs to."""
    yield SHARE_SET
    if share is not None:
        yield from (key for key, (least, most) in SHARES_BY_SIZE.items() if least <= share <= most)


@lru_cache(maxsize=8192)
def _symbols(speech: Speech, word: str) -> frozenset[str]:
    """What a word stands for; of one that is not known, what the word stands for that was perhaps meant."""
    if word[0].isdigit() or CARDINALS.get(word, 0) > 1:
        return speech.numbers | speech.symbols.get(word, frozenset())
    return speech.symbols.get(word) or speech.symbols.get(corrected(speech, word), frozenset())
