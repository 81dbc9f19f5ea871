"""Where a sentence tells of something not so, or not here: questions, wishes, conditions, other people's affairs.

Nothing that begins there shows a signal; a pattern that begins before has taken it into account («piden que bajemos el
precio», «si se va cerramos»).
"""

from collections.abc import Iterator

from retention_coach.knowledge.patterns import SPEAKERS
from retention_coach.knowledge.speech import INFINITIVE_SET, MOOD_SETS
from retention_coach.spanish.words import word_set
from retention_coach.understanding.hearing import TURNS, Heard

_ASKED = frozenset({"cuanto", "cuantos", "cuanta", "cuantas"})
_WISH, _WOULD = (f"<{MOOD_SETS[mood]}>" for mood in ("wish", "would"))
_INFINITIVE = f"<{INFINITIVE_SET}>"
_UNREAL = "<unreal>"
_OUTSIDER = "<outsider>"
_GUESS = "<guess>"
_DEMAND = "<demand>.they"
_MOVED = "<moved>"
_TAKING_UP = (_DEMAND, _GUESS, _MOVED)
_REACH_OUT = "<reachout>"
_WHETHER = "<whether>"
_SPEAKING = tuple(f".{who}" for who in SPEAKERS)

_OPENS_WISH = word_set("que cuando donde quien quienes")
_ARTICLES = word_set("el la los las un una unos unas su sus mi mis este esta ese esa al del de")
_NO = word_set("no nunca jamas nadie ningun ninguno ninguna tampoco ni sin")
_BEFORE_IF = word_set("y e o porque entonces aunque solo salvo excepto")
_BEFORE_INFINITIVE = word_set("y e o ni no tambien ademas mas solo poder lograr")
_BREAKS = word_set("que cuando si porque quien donde como")
_WISH_REACH = 6
_BEFORE_SUBJECT = 4
_AMONG_FIRST = 2
_US = word_set("yo nosotros nosotras")


def set_aside(heard: Heard) -> frozenset[int]:
    """The words where nothing that begins there says something of the customers."""
    if heard.is_question:
        return frozenset(range(len(heard.words)))
    found = {*_elsewhere(heard), *_asked(heard), *_unreal(heard), *_wished(heard), *_supposed(heard), *_goals(heard)}
    return frozenset(found)


def _elsewhere(heard: Heard) -> Iterator[int]:
    """What is told of third parties.

    From shortly before them («se demora el SRI») up to an «y» or a pause; if the clause begins with them, all of it up
    to what we do.
    """
    parts = _parts(heard)
    first: dict[int, int] = {}
    for index, part in enumerate(parts):
        if heard.holds(index, _OUTSIDER):
            first.setdefault(part, index)
            if index - heard.clauses.index(heard.clauses[index]) < _AMONG_FIRST:
                yield from range(index, _turn_to_us(heard, index))
    yield from (index for index, part in enumerate(parts) if part in first and index >= first[part] - _BEFORE_SUBJECT)


def _turn_to_us(heard: Heard, index: int) -> int:
    """The index at which a clause about others turns to us («y por eso yo quedo mal»), or its end."""
    end = _clause_end(heard, index)
    return next((place for place in range(index, end) if heard.words[place].word in _US), end)


def _asked(heard: Heard) -> Iterator[int]:
    """«No sé cuánto …», «no sabemos si …»."""
    parts = _parts(heard)
    asked: set[int] = set()
    for index, part in enumerate(parts):
        if part in asked:
            yield index
        is_whether = heard.words[index].word == "si" and index > 0 and heard.holds(index - 1, _WHETHER)
        if heard.words[index].word in _ASKED or is_whether:
            asked.add(part)


def _unreal(heard: Heard) -> Iterator[int]:
    """After «ojalá», «miedo que», and after what would be: «tendría que mostrar que renuevan»."""
    for index in range(len(heard.words)):
        if heard.holds(index, _UNREAL):
            yield from range(index, _clause_end(heard, index))
        elif heard.holds(index, _WOULD) and not heard.holds(index, _GUESS):
            start = heard.clauses.index(heard.clauses[index])
            is_means = heard.words[start].word in {"con", "sin"}  # «con un CRM sabríamos»
            yield from range(start if is_means else index + 1, _clause_end(heard, index))


def _wished(heard: Heard) -> Iterator[int]:
    """«Que renueven siete»: from the «que» before a subjunctive, unless it is only denied or asked for by customers."""
    for index in range(len(heard.words)):
        if not heard.holds(index, _WISH) or (index and heard.words[index - 1].word in _ARTICLES):
            continue
        opening = next(
            (
                place
                for place in range(index - 1, max(-1, index - 1 - _WISH_REACH), -1)
                if heard.clauses[place] == heard.clauses[index] and heard.words[place].word in _OPENS_WISH
            ),
            None,
        )
        if opening is not None and not _is_taken_up(heard, opening):
            yield from range(opening, _wish_end(heard, index))


def _wish_end(heard: Heard, index: int) -> int:
    """The index after a wish; a fact may follow it after «y» («piden que la cambien y no les damos solución»)."""
    for place in range(index + 1, _clause_end(heard, index)):
        following = range(place + 1, min(place + 4, len(heard.words)))
        if heard.words[place].word == "y" and any(_is_told(heard, near) for near in following):
            return place
    return _clause_end(heard, index)


def _is_told(heard: Heard, index: int) -> bool:
    is_verb = any(symbol.endswith(_SPEAKING) for symbol in heard.edges[index])
    return is_verb and not heard.holds(index, _WISH) and not _is_noun(heard, index)


def _is_taken_up(heard: Heard, opening: int) -> bool:
    """Whether the words before «que» say how the subjunctive is meant: «no es que», «piden que», «valoran que»."""
    before = range(max(0, opening - _WISH_REACH), opening)
    return any(
        heard.words[place].word in _NO or any(heard.holds(place, symbol) for symbol in _TAKING_UP) for place in before
    )


def _supposed(heard: Heard) -> Iterator[int]:
    """A condition, and what would follow from it; not what is done whenever a customer calls or writes."""
    for index, token in enumerate(heard.words):
        if token.word != "si" or not _is_condition(heard, index):
            continue
        end = _clause_end(heard, index)
        habits = [place for place in range(index + 1, end) if heard.holds(place, _REACH_OUT)]
        if habits:
            yield from habits
            continue
        yield from range(index + 1, end)
        opens = index == 0 or heard.words[index - 1].word in TURNS or heard.words[index - 1].word in _BEFORE_IF
        if opens and end < len(heard.words):
            yield from range(end, _clause_end(heard, end))


def _is_condition(heard: Heard, index: int) -> bool:
    """«Si se van», not «eso si», «si tenemos», «si no me equivoco»."""
    before = heard.words[index - 1].word if index else ""
    begins = not index or heard.clauses[index - 1] != heard.clauses[index] or before in _BEFORE_IF
    follows = heard.edges[index + 1] if index + 1 < len(heard.words) else {}
    return begins and "<affirmed>.we" not in follows and not heard.holds(index, _GUESS)


def _goals(heard: Heard) -> Iterator[int]:
    """A clause that begins with an infinitive: a goal («no perder más de dos clientes») or what is always so.

    Where it has a verb of its own, a pattern may still begin with the infinitive («cobrarles es un parto»).
    """
    for first in _clause_starts(heard):
        start = first
        while start < len(heard.words) - 1 and heard.words[start].word in _BEFORE_INFINITIVE:
            start += 1
        end = _clause_end(heard, first)
        if start < end and heard.holds(start, _INFINITIVE) and not _is_topic(heard, start):
            yield from range(start + 1 if _has_verb(heard, start + 1, end) else first, end)


def _is_topic(heard: Heard, index: int) -> bool:
    """«Pagar pagan puntual», «preguntar preguntar no les hemos preguntado»."""
    verb = heard.words[index].word
    return any(heard.holds(place, verb) for place in range(index + 1, min(index + 4, len(heard.words))))


def _has_verb(heard: Heard, start: int, end: int) -> bool:
    """Whether a verb with a person stands there, before a word that opens another clause."""
    for index in range(start, end):
        if heard.words[index].word in _BREAKS:
            return False
        if any(symbol.endswith(_SPEAKING) for symbol in heard.edges[index]) and not _is_noun(heard, index):
            return True
    return False


def _is_noun(heard: Heard, index: int) -> bool:
    return heard.words[index - 1].word in _ARTICLES


def _clause_starts(heard: Heard) -> Iterator[int]:
    yield from (index for index, clause in enumerate(heard.clauses) if not index or clause != heard.clauses[index - 1])
    yield from (index + 1 for index, token in enumerate(heard.words[:-1]) if token.word == "y")


def _clause_end(heard: Heard, index: int) -> int:
    """The index after the last word of a clause."""
    end = index + 1
    while end < len(heard.words) and heard.clauses[end] == heard.clauses[index]:
        end += 1
    return end


def _parts(heard: Heard) -> list[int]:
    """The number of the part of each word; a part ends with a clause, and at «y»."""
    parts: list[int] = []
    joined = 0
    for clause, token in zip(heard.clauses, heard.words, strict=True):
        joined += token.word in {"y", "e"}
        parts.append(clause + joined)
    return parts
