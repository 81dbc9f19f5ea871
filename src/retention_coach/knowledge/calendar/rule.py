"""When a statutory holiday is rested: Ecuador's transfer rule.

Source of every rule here: Código del Trabajo, Art. 65, and LOSEP, as reformed in December 2016 ("Ley de Feriados").
The rest day moves; it is never added to the original day. Easter is an argument, because the program reads a
dated table and only the derivation of that table needs it.
"""

from datetime import date, timedelta
from typing import NamedTuple

# Days from a holiday to its rest day, by the holiday's weekday, Monday first.
_SINGLE = (0, -1, 2, 1, 0, -1, 1)
_WEEKEND_ONLY = (0, 0, 0, 0, 0, -1, 1)
# The same for two consecutive holidays, by the weekday of the first one.
_PAIR = ((0, 0), (0, -2), (2, 0), (0, 0), (0, -2), (-1, 1), (2, 0))

_CARNIVAL_MONDAY_FROM_EASTER = -48
_CARNIVAL_TUESDAY_FROM_EASTER = -47
_GOOD_FRIDAY_FROM_EASTER = -2


class Transfer(NamedTuple):
    """One holiday: the date the law names and the date on which it is rested."""

    statutory_day: date
    rest_day: date


def transfer(holiday: date) -> date:
    """The rest day of an ordinary holiday, national or local: at most two days away."""
    return holiday + timedelta(days=_SINGLE[holiday.weekday()])


def transfer_excepted(holiday: date) -> date:
    """The rest day of 1 January or 25 December, which move only out of a weekend."""
    return holiday + timedelta(days=_WEEKEND_ONLY[holiday.weekday()])


def transfer_pair(first: date) -> tuple[date, date]:
    """The rest days of two consecutive holidays, in the order of the holidays and not of the rest days.

    Args:
        first: the first of the two holidays, as 2 November.
    """
    to_first, to_second = _PAIR[first.weekday()]
    return first + timedelta(days=to_first), first + timedelta(days=1 + to_second)


def national_transfers(year: int, easter: date) -> tuple[Transfer, ...]:
    """The eleven national holidays of a year with their rest days, by statutory date.

    The rest day of a Saturday 1 January is 31 December of the year before, so a list of the rest days *within* a year
    needs this and the following year's transfers.

    Args:
        year: the year of the statutory dates.
        easter: Easter Sunday of that year; Carnival and Good Friday depend on it and never move.
    """
    new_year, christmas = date(year, 1, 1), date(year, 12, 25)
    movable = [
        easter + timedelta(days=days)
        for days in (_CARNIVAL_MONDAY_FROM_EASTER, _CARNIVAL_TUESDAY_FROM_EASTER, _GOOD_FRIDAY_FROM_EASTER)
    ]
    single = [date(year, 5, 1), date(year, 5, 24), date(year, 8, 10), date(year, 10, 9)]
    all_souls = date(year, 11, 2)
    rest_souls, rest_cuenca = transfer_pair(all_souls)
    return (
        Transfer(new_year, transfer_excepted(new_year)),
        *(Transfer(day, day) for day in movable),
        *(Transfer(day, transfer(day)) for day in single),
        Transfer(all_souls, rest_souls),
        Transfer(all_souls + timedelta(days=1), rest_cuenca),
        Transfer(christmas, transfer_excepted(christmas)),
    )
