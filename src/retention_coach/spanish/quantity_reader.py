"""The grammar of a typed answer that holds one quantity.

    answer = lead, ["entre"], figure, [range joiner, figure | noise, part joiner, figure], tail
    tail   = periods, approximations and noise, in any order
    noise  = words that say nothing of the figure

Every word must be understood; the first that is not ends the reading with an error that names it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from retention_coach.errors import InvalidInputError
from retention_coach.spanish import quantity_words as vocabulary
from retention_coach.spanish.figure_reader import Figure, FigureReader
from retention_coach.spanish.tokens import Cursor
from retention_coach.spanish.units import COUNTS, PERIOD_ADJECTIVES, PERIOD_NOUNS, UNIT_WORDS, Period, Unit


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood, before it is compared with what was expected.

    Attributes:
        figure: the figure, the part of a whole, or the lower end of a range.
        upper: the upper end of a range, or None.
        whole: the whole that the figure is a part of, or None.
        unit: what they count, or None.
        period: what they are counted by, or None.
        approximate: whether the person said so, or gave a range.
    """

    figure: Figure
    upper: Figure | None
    whole: Figure | None
    unit: Unit | None
    period: Period | None
    approximate: bool


def read_quantity(line: str, refuse: Callable[[str], InvalidInputError]) -> Reading:
    """Reads one quantity typed by a person.

    Args:
        line: clean text in one line.
        refuse: makes the error to raise out of its reason, a Spanish phrase without capital or full stop.

    Raises:
        InvalidInputError: no figure, several that do not belong together, or a word that is not understood.
    """
    return _AnswerReader(line, refuse).read()


class _AnswerReader:
    def __init__(self, line: str, refuse: Callable[[str], InvalidInputError]) -> None:
        self._cursor = Cursor(line)
        self._figures = FigureReader(self._cursor, refuse)
        self._refuse = refuse
        self._period: Period | None = None

    def read(self) -> Reading:
        between = self._take_lead()
        figure = self._figures.read()
        upper: Figure | None = None
        whole: Figure | None = None
        if self._take_joiner(vocabulary.RANGE_JOINERS | ({"y"} if between else frozenset())):
            figure, upper = self._as_range(figure, self._figures.read())
        elif between:
            raise self._refuse("después de «entre» se esperan dos cifras")
        elif self._take_part_joiner():
            whole = self._figures.read()
            if self._figures.unit is Unit.PERCENT:
                raise self._refuse("hay más de una cifra: basta el porcentaje, o la parte y el total")
        self._take_tail()
        approximate = self._figures.approximate or upper is not None
        return Reading(figure, upper, whole, self._figures.unit, self._period, approximate)

    def _take_lead(self) -> bool:
        """Steps over what precedes the figure; says whether «entre» was there."""
        cursor, figures = self._cursor, self._figures
        between = False
        while not cursor.amount_begins() or any(cursor.sees(phrase) for phrase in vocabulary.LEADS_LIKE_A_NUMBER):
            between = between or cursor.token() == "entre"
            if not (figures.take_approximation() or figures.take_currency() or self._take_noise()):
                break
        return between

    def _take_joiner(self, joiners: frozenset[str], fillers: frozenset[str] = frozenset()) -> bool:
        """Steps over a joiner, and fillers after it, if another figure follows."""
        cursor = self._cursor
        start = cursor.position
        if cursor.take(joiners):
            while cursor.take(fillers) or self._figures.take_approximation() or self._figures.take_currency():
                pass
            if cursor.amount_begins():
                return True
        cursor.position = start
        return False

    def _take_part_joiner(self) -> bool:
        """The same between part and whole, where noise may come before: «8 clientes perdidos de 120»."""
        cursor = self._cursor
        start = cursor.position
        while cursor.token() not in vocabulary.PART_JOINERS and self._take_noise():
            pass
        if self._take_joiner(vocabulary.PART_JOINERS, vocabulary.BEFORE_WHOLE):
            return True
        cursor.position = start
        return False

    def _as_range(self, first: Figure, last: Figure) -> tuple[Figure, Figure]:
        """Both ends in the same unit and scale: in «10 a 15 mil» and «10 a 30 minutos» the first has neither."""
        if last.has_unit and not first.has_unit:
            first = first.times(last.factor)
        if last.other is not None and first.value > last.value:
            last = replace(last, value=last.other, other=None)  # «900 a 1,200» can only go up
        if first.scale == 1 and first.value * last.scale <= last.value:
            first = first.times(last.scale)
        if first.value > last.value:
            raise self._refuse("el rango va de mayor a menor")
        return first, last

    def _take_tail(self) -> None:
        while self._cursor.token():
            known = self._figures.take_approximation() or self._take_period() or self._take_late_unit()
            if not (known or self._take_noise()):
                raise self._figures.stuck()

    def _take_period(self) -> bool:
        """«al mes», «por semana», «en el último año», «mensuales»."""
        cursor = self._cursor
        if self._period is not None:
            return False
        start = cursor.position
        while cursor.take(vocabulary.PERIOD_LINKS):
            pass
        linked = cursor.position > start
        periods = PERIOD_NOUNS if linked else PERIOD_ADJECTIVES
        self._period = periods.get(cursor.token())
        if self._period is None:
            cursor.position = start
            return False
        cursor.position += 1
        cursor.take(vocabulary.PERIOD_ENDINGS)
        return True

    def _take_late_unit(self) -> bool:
        """A unit that does not touch its figure («20 o más clientes»), or what a percentage is a share of."""
        cursor, figures = self._cursor, self._figures
        unit, factor = UNIT_WORDS.get(cursor.token(), (None, 1.0))
        if unit is None or factor != 1 or cursor.token() in PERIOD_NOUNS:
            return False
        if not (figures.unit is Unit.PERCENT and unit in COUNTS):
            figures.agree(unit)
        cursor.position += 1
        return True

    def _take_noise(self) -> bool:
        cursor = self._cursor
        return any(cursor.take_phrase(phrase) for phrase in vocabulary.NOISE_PHRASES) or cursor.take(vocabulary.NOISE)
