"""Where a sentence says by what, or in what, something is counted: «al mes», «mensuales», «el año pasado»."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retention_coach.spanish.words import word_set
from retention_coach.understanding.found import Period

_NOUNS: dict[str, Period] = {
    "dia": "day", "semana": "week", "mes": "month", "trimestre": "quarter", "semestre": "semester", "ano": "year",
}  # fmt: skip
_PLURALS: dict[str, Period] = {
    "dias": "day", "semanas": "week", "meses": "month", "trimestres": "quarter", "semestres": "semester",
    "anos": "year",
}  # fmt: skip
_STEMS: dict[str, Period] = {
    "diari": "day", "semanal": "week", "mensual": "month", "trimestral": "quarter", "semestral": "semester",
    "anual": "year",
}  # fmt: skip
_ENDINGS = ("", "o", "a", "os", "as", "es", "mente", "amente")
_ADJECTIVES = {stem + ending: period for stem, period in _STEMS.items() for ending in _ENDINGS}
_LEADS = word_set("el la en durante los las del al por cada todo un")
_WHICH = word_set("este esta ese esa ultimo ultima pasado pasada proximo proxima presente anterior mismo")
_AFTER = word_set("pasado pasada anterior actual presente")
_NOT_WITHIN = word_set("desde hasta fin inicio final mitad")


class PeriodSaid(NamedTuple):
    """A period, with the tokens that name it."""

    period: Period
    first: int
    after: int


def periods(words: Sequence[str]) -> Iterator[PeriodSaid]:
    """The periods that a sentence names, in order."""
    for index, word in enumerate(words):
        if word in _ADJECTIVES:
            yield PeriodSaid(_ADJECTIVES[word], index, index + 1)
        elif word in _PLURALS and words[max(0, index - 2) : index] in (["todos", "los"], ["todas", "las"]):
            yield PeriodSaid(_PLURALS[word], index - 2, index + 1)
        elif word in _NOUNS:
            said = _around(words, index)
            if said is not None:
                yield said


def _around(words: Sequence[str], index: int) -> PeriodSaid | None:
    """The period whose noun stands here, if the words around make it one."""
    before = words[index - 1] if index else ""
    following = words[index + 1] if index + 1 < len(words) else ""
    first = index
    while first and words[first - 1] in _WHICH | _LEADS:
        first -= 1
    if _NOT_WITHIN.intersection(words[max(0, first - 3) : index]):
        return None
    is_rate = before in {"al", "por", "cada", "x", "/"} or words[index - 2 : index] == ["a", "la"]
    if words[index] == "dia" and (not is_rate or following in {"siguiente", "de"}):
        return None
    if is_rate or _is_certain(words, first, index):
        return PeriodSaid(_NOUNS[words[index]], first, index + 1 + (following in _AFTER))
    return None


def _is_certain(words: Sequence[str], first: int, index: int) -> bool:
    """Whether words say which period it is: «este año», «el mes pasado», «en el año», «en lo que va del año»."""
    lead = words[first:index]
    if _WHICH.intersection(lead) or _AFTER.intersection(words[index + 1 : index + 2]):
        return True
    if words[index + 1 : index + 3] == ["que", "viene"] or words[max(0, index - 3) : index] == ["que", "va", "del"]:
        return True
    return bool({"en", "durante"}.intersection(lead)) and bool({"el", "la"}.intersection(lead))
