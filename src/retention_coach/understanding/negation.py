"""How far each negation of a sentence reaches.

«No se quejan por precio sino por demora» denies complaints over the price, and nothing after «sino». In Spanish
several negative words in a row say one «no» («no se queja nunca nadie»). A second one after «que» takes the first one
back («no es que no se quejen»), and so does «no dejan de».
"""

from collections.abc import Collection
from dataclasses import dataclass

from retention_coach.spanish.words import word_set
from retention_coach.understanding.hearing import TURNS, Heard

_FAR = word_set("no nunca jamas nadie ningun ninguno ninguna tampoco ni")
_NEAR = word_set("sin cero poco poca pocos pocas nada falta faltan falto faltaba falten faltando escaso escasa")
_NOT_DENYING = frozenset(
    tuple(phrase.split())
    for phrase in (
        "sin falta", "sin duda", "sin embargo", "sin problema", "sin problemas", "sin excepcion", "sin costo",
        "no solo", "no solamente", "no mas", "no obstante", "ni hablar", "poco a", "nada mas", "no hay duda",
        "nunca falta", "nunca faltan", "no falta", "no faltan",
    )
)  # fmt: skip
_STOPS = TURNS | word_set("y e cuando mientras desde hasta donde entonces si despues ahora solo solamente")
_PASSED_ON = word_set("""
    mas es decir dicho creo creemos digo consta siento sea cierto verdad modo falte falta faltan falten parece
    """)
"""Words after which «que» goes on with what is denied: «no es que», «no creo que»."""

_THERE_IS = word_set("hay habia hubo tenemos tengo existe pasa falta falte")
"""With these it goes on after any word: «no hay semana que no se quejen»."""

_AFTER_A_TOPIC = word_set("haber tener existir hacer manejar llevar usar recibir llegar estar dar ver")
"""Verbs that deny what stands before them: «quejas no hay», «encuestas no hacemos»."""

_AFTER_WHAT_IS_NOT = word_set("ninguno ninguna nadie nada cero pocos pocas nunca jamas")
"""Words that may end a clause and deny what stands before them: «recomendados casi ninguno»."""

_BETWEEN = word_set("nos se les le lo la los las me casi ha han hemos")
_FAR_REACH = 9
_NEAR_REACH = 3
_BACKWARDS = 5


@dataclass(frozen=True, slots=True)
class Negation:
    """One denial.

    Attributes:
        words: where its negative words stand; a pattern that names one of them has taken it into account.
        first: the first word that it denies.
        after: the one after the last.
    """

    words: frozenset[int]
    first: int
    after: int


class Denials:
    """Every denial of a sentence."""

    def __init__(self, heard: Heard) -> None:
        self._all = negations(heard)
        self._at: dict[int, list[int]] = {}
        for number, negation in enumerate(self._all):
            for place in range(negation.first, negation.after):
                self._at.setdefault(place, []).append(number)

    def deny(self, places: Collection[int]) -> bool:
        """Whether what stands at these words is denied an odd number of times.

        Only denials of the same word take each other back («no es que no se quejen»); those of several words say the
        same («no se asoma ningún competidor, no les ofrece nadie»).
        """
        outside = {number for number, negation in enumerate(self._all) if negation.words.isdisjoint(places)}
        times = (sum(number in outside for number in self._at.get(place, ())) for place in places)
        return max(times, default=0) % 2 == 1


def negations(heard: Heard) -> tuple[Negation, ...]:
    """Every denial of a sentence, in order; negative words that say one «no» together are one."""
    groups: list[list[int]] = []
    after = 0
    found: list[tuple[int, int]] = []
    for index in range(len(heard.words)):
        length = _length(heard, index)
        if not length:
            continue
        if index < after and not _starts_anew(heard, groups[-1][-1], index):
            groups[-1].append(index)
            after = max(after, _after(heard, index, length))
            found[-1] = (found[-1][0], after)
        else:
            groups.append([index])
            after = _after(heard, index, length)
            found.append((_first(heard, index), after))
    return tuple(Negation(frozenset(words), *reach) for words, reach in zip(groups, found, strict=True))


def _length(heard: Heard, index: int) -> int:
    """How many words a negation that begins here may deny; 0 if none does."""
    word = heard.words[index].word
    following = tuple(token.word for token in heard.words[index : index + 2])
    before = (heard.words[index - 1].word, word) if index else ()
    if following in _NOT_DENYING or before in _NOT_DENYING:
        return 0
    if following in {("pocas", "veces"), ("rara", "vez")}:
        return _FAR_REACH
    if word in _FAR:
        return _NEAR_REACH if index and heard.words[index - 1].word == "si" else _FAR_REACH
    if word in _NEAR:
        return _NEAR_REACH
    is_over = heard.holds(index, "dejar") and following[-1:] == ("de",)
    return _NEAR_REACH + 1 if is_over else 0


def _starts_anew(heard: Heard, last: int, index: int) -> bool:
    """Whether a negative word within the reach of the one at `last` denies once more instead of adding stress."""
    word = heard.words[index].word
    if heard.holds(index, "dejar") or word in {"sin", "falta", "faltan", "falten"}:
        return True
    between = {token.word for token in heard.words[last + 1 : index]}
    return word in {"no", "nunca"} and "que" in between


def _first(heard: Heard, index: int) -> int:
    """The first word that is denied: the next one, or the topic that stands before («quejas no hay»)."""
    is_last = index + 1 == len(heard.words) or heard.clauses[index + 1] != heard.clauses[index]
    if heard.words[index].word in _AFTER_WHAT_IS_NOT and is_last:
        return _topic(heard, index)
    position = index + 1
    while position < len(heard.words) and heard.words[position].word in _BETWEEN:
        position += 1
    if position == len(heard.words) or not heard.edges[position].keys() & _AFTER_A_TOPIC:
        return index + 1
    ends = position + 2 >= len(heard.words) or heard.clauses[position + 2] != heard.clauses[index]
    return _topic(heard, index) if ends else index + 1


def _topic(heard: Heard, index: int) -> int:
    """The first word of what stands before a word, up to a pause, a turn or a few words.

    After «que» it is no topic, but tells of whom: «a los que recomiendan no les damos nada».
    """
    first = index
    while first > max(0, index - _BACKWARDS) and heard.clauses[first - 1] == heard.clauses[index]:
        before = heard.words[first - 1].word
        if before == "que":
            return index + 1
        if before in _STOPS:
            break
        first -= 1
    return first


def _after(heard: Heard, index: int, length: int) -> int:
    """The first word that is not denied any more."""
    for position in range(index + 1, min(index + 1 + length, len(heard.words))):
        word = heard.words[position].word
        is_ours = word.endswith("mos") and any(symbol.endswith(".we") for symbol in heard.edges[position])
        is_single = word == "solo" and heard.words[position - 1].word == "un"  # «ni un solo reclamo»
        if heard.clauses[position] != heard.clauses[index]:
            return position
        if word in _STOPS and position > index + 1 and not is_single:
            return position
        if is_ours and length < _FAR_REACH:
            return position  # «falta fruta y les cumplimos»: a thing is missing, not what is done
        if word == "que" and not _goes_on(heard, index, position):
            return position
    return min(index + 1 + length, len(heard.words))


def _goes_on(heard: Heard, index: int, position: int) -> bool:
    """Whether a negation at `index` reaches beyond the «que» at `position`."""
    between = {token.word for token in heard.words[index + 1 : position]}
    is_duty = heard.holds(position - 1, "tener")  # «no hemos tenido que dar descuentos»
    return (
        is_duty
        or heard.words[position - 1].word in _PASSED_ON
        or not _THERE_IS.isdisjoint(between)
        or position == index + 1
    )
