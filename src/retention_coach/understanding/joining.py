"""Numbers that belong together: both ends of a range, and a part with its whole."""

from collections.abc import Sequence
from dataclasses import replace

from retention_coach.spanish.words import word_set
from retention_coach.understanding.amounts import Amount, Figure
from retention_coach.understanding.found import Unit

_TO = word_set("a al o u - – —")
_FILLERS = word_set("cada los las un una total de unos unas mis nuestros nuestras sus entre mas como")
_LEADS = word_set("los las cada sus mis nuestros nuestras unos unas esos estos un total mas casi como")
_CHANGES = word_set("""
    fue paso pasamos pasaron subio subimos subieron bajo bajamos bajaron cayo cayeron crecimos crecio salto aumento
    redujo redujeron
    """)
_ONE = frozenset({"un", "uno", "una"})
_THINGS: frozenset[Unit | None] = frozenset({None, "count", "people", "customers"})


def with_ranges(figures: Sequence[Figure], words: Sequence[str]) -> list[Figure]:
    """Two ends as their midpoint: «entre 10 y 15», «uno o dos», «10 a 15 mil»."""
    found: list[Figure] = []
    for figure in figures:
        first = _lower_end(found, figure.amount, words)
        low = _in_step(first, figure.amount) if first is not None else None
        if first is None or low is None:
            found.append(figure)
            continue
        if found and found[-1].amount is first:
            found.pop()
        middle = (low + figure.amount.value) / 2
        found.append(replace(figure, amount=replace(figure.amount, value=middle, first=first.first), approximate=True))
    return found


def with_wholes(figures: Sequence[Figure], words: Sequence[str]) -> list[Figure]:
    """«8 de 120 clientes» and «de 120 clientes, 8» as one figure with its whole."""
    found: list[Figure] = []
    for figure in figures:
        last = found[-1] if found and found[-1].whole is None else None
        joined = last and (
            _part_first(last.amount, figure.amount, words) or _whole_first(last.amount, figure.amount, words)
        )
        if last is None or joined is None:
            found.append(figure)
        else:
            found[-1] = replace(joined, approximate=last.approximate or figure.approximate)
    return found


def is_change(words: Sequence[str], first: Amount) -> bool:
    """Whether «de 30 a 52 días» tells how a figure changed and is no range."""
    before = words[max(0, first.first - 4) : first.first]
    return before[-1:] == ["de"] and not _CHANGES.isdisjoint(before)


def _lower_end(found: Sequence[Figure], last: Amount, words: Sequence[str]) -> Amount | None:
    """The number that the words before another one join to it as the lower end of a range."""
    joiner = words[last.first - 1] if last.first else ""
    first = found[-1].amount if found and found[-1].amount.after == last.first - 1 else None
    if first is None:
        is_one = joiner in {"o", "u"} and last.first > 1 and words[last.first - 2] in _ONE
        return Amount(1, None, last.first - 2, last.first - 1) if is_one else None
    between = joiner == "y" and first.first > 0 and words[first.first - 1] == "entre"
    return first if (joiner in _TO or between) and not is_change(words, first) else None


def _in_step(first: Amount, last: Amount) -> float | None:
    """The lower end in the unit and scale of the upper one, or None if the two are no range."""
    if first.unit not in {None, last.unit}:
        return None
    low = first.value * (last.factor if first.unit is None else 1)
    if first.scale == 1 and low * last.scale <= last.value:
        low *= last.scale
    return low if low < last.value else None


def _part_first(part: Amount, whole: Amount, words: Sequence[str]) -> Figure | None:
    """«8 de 120 clientes», «3 de cada 10», «9 sobre 10»."""
    joiner = words[part.after : whole.first]
    if joiner[:1] not in (["de"], ["/"], ["sobre"]) or not _FILLERS.issuperset(joiner[1:]) or not _fits(part, whole):
        return None
    return Figure(replace(part, unit=whole.unit or part.unit, after=whole.after), whole=whole.value)


def _whole_first(whole: Amount, part: Amount, words: Sequence[str]) -> Figure | None:
    """«De 40 pedidos 12 salieron tarde»."""
    lead = whole.first - 1
    while lead >= 0 and words[lead] in _LEADS:
        lead -= 1
    begins = lead >= 0 and words[lead] == "de" and (lead == 0 or not words[lead - 1][0].isalnum())
    if not begins or not _fits(part, whole):
        return None
    return Figure(replace(part, unit=part.unit or whole.unit, first=whole.first), whole=whole.value)


def _fits(part: Amount, whole: Amount) -> bool:
    both_money = whole.unit == "usd" and part.unit in {None, "usd"}
    return (both_money or (part.unit in _THINGS and whole.unit in _THINGS)) and part.value <= whole.value > 1
