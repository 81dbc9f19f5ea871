"""The figures of a sentence: «perdimos 8 de 120 clientes el año pasado»."""

import re
from collections.abc import Collection, Iterator, Sequence

from retention_coach.knowledge.speech import Speech
from retention_coach.spanish.numerals import mentioned_numbers
from retention_coach.spanish.words import word_set
from retention_coach.understanding.amounts import Amount, AmountReader, Figure
from retention_coach.understanding.counting import with_periods, with_units
from retention_coach.understanding.found import QuantityFound
from retention_coach.understanding.joining import with_ranges, with_wholes
from retention_coach.understanding.tokens import Token

_DIGITS = re.compile(r"[0-9]++(?:[.,'’ ][0-9]++)*+")
_LABELS = word_set("""
    segmento segmentos av avenida calle km tipo grupo lote iso norma numero nro num extension ext piso modelo
    """)
_LAST_DAY = 31
_ABOUT = word_set("unos unas como casi aproximadamente aprox hasta maximo minimo quizas quiza digamos")
_ABOUT_PAIRS = frozenset({("mas", "de"), ("menos", "de"), ("cerca", "de"), ("alrededor", "de"), ("o", "menos")})


def figure_places(text: str) -> frozenset[int]:
    """Where digits stand in a text that are a figure, and no date, year, label, telephone or id."""
    return frozenset(
        match.start()
        for mention in mentioned_numbers(text)
        for match in _DIGITS.finditer(text, mention.start, mention.end)
    )


def quantities(
    text: str, tokens: Sequence[Token], places: Collection[int], speech: Speech
) -> tuple[QuantityFound, ...]:
    """The figures of one sentence of a text, given as its tokens, in order; `places` as `figure_places` gives them."""
    reader = AmountReader(tokens, places, speech)
    words = reader.words
    figures = [Figure(amount, approximate=_is_approximate(words, amount)) for amount in _amounts(reader)]
    figures = list(with_units(with_wholes(with_ranges(figures, words), words), words))
    return tuple(_found(text, tokens, figure) for figure in with_periods(figures, words))


def _found(text: str, tokens: Sequence[Token], figure: Figure) -> QuantityFound:
    start, end = tokens[figure.amount.first].start, tokens[figure.amount.after - 1].end
    return QuantityFound(
        value=figure.amount.value,
        whole=figure.whole,
        unit=figure.amount.unit,
        period=figure.period,
        words=text[start:end],
        start=start,
        end=end,
        approximate=figure.approximate,
    )


def _amounts(reader: AmountReader) -> Iterator[Amount]:
    index = 0
    while index < len(reader.words):
        amount = reader.at(index)
        if amount is None:
            index += 1
            continue
        rest = _rest_of_date(reader.words, amount)
        if not rest and not _is_something_else(reader.words, amount):
            yield amount
        index = amount.after + rest


def _rest_of_date(words: Sequence[str], amount: Amount) -> int:
    """How many tokens after the first number of «12/03» or «045-2026» belong to it; 0 for any other number."""
    mark, last = (*words[amount.after : amount.after + 2], "", "")[:2]
    first = words[amount.first]
    is_split = mark in {"/", "-"} and last.isdigit() and first.isdigit()
    return 2 if is_split and "0" in {first[0], last[0]} else 0


def _is_something_else(words: Sequence[str], amount: Amount) -> bool:
    """«A las 8», «antes del 20», «segmento 3 y 4», «cada dos por tres»."""
    before = words[max(0, amount.first - 3) : amount.first]
    idiom = [*before[-2:], *words[amount.first : amount.first + 3]]
    if _LABELS.intersection(before[-1:]) or (before[-1:] == ["y"] and _LABELS.intersection(before[:1])):
        return True
    if " dos por tres " in f" {' '.join(idiom)} ":
        return True
    if amount.unit is not None:
        return False
    if before[-1:] in (["el"], ["del"], ["al"]):
        return amount.value <= _LAST_DAY
    return before[-2:] in (["a", "las"], ["desde", "las"], ["hasta", "las"])


def _is_approximate(words: Sequence[str], amount: Amount) -> bool:
    before = tuple(words[max(0, amount.first - 2) : amount.first])
    return before in _ABOUT_PAIRS or bool(_ABOUT.intersection(before[-1:]))
