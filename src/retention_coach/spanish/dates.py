"""Dates and months typed by people: day first, always."""

import datetime as dt
import re

from retention_coach.errors import InvalidInputError
from retention_coach.spanish.cleaning import one_line
from retention_coach.spanish.formats import MONTHS
from retention_coach.spanish.words import fold

_MONTH_NUMBERS: dict[str, int] = {
    **{name: index for index, name in enumerate(MONTHS, start=1)},
    **{name[:3]: index for index, name in enumerate(MONTHS, start=1)},
    "setiembre": 9,
    "sept": 9,
    "set": 9,
}

_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LONG_DAY = re.compile(r"([0-9]{1,2}) (?:de )?([a-z]{3,10})\.?,? (?:de |del )?([0-9]{4})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[/.-]([0-9]{4})")
_YEAR_MONTH = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})")
_NAMED_MONTH = re.compile(r"([a-z]{3,10})\.?(?:[ /-](?:de |del )?([0-9]{4}|[0-9]{2}))?")

_DATE_HINT = "Escriba la fecha como dd/mm/aaaa, por ejemplo: 24/11/2026."
_MONTH_HINT = "Escriba el mes y el año, por ejemplo: enero 2027, o 01/2027."


def parse_date(text: str) -> dt.date:
    """Reads a day: «24/11/2026», «24-11-26», «24 de noviembre de 2026», «2026-11-24».

    Two-digit years belong to this century. Day and month are never swapped.

    Raises:
        InvalidInputError: another form, or a day that does not exist.
    """
    shown = _shown(text)
    folded = fold(shown)
    if match := _DAY_FIRST.fullmatch(folded):
        day, month, year = match.groups()
    elif match := _ISO_DAY.fullmatch(folded):
        year, month, day = match.groups()
    elif (match := _LONG_DAY.fullmatch(folded)) and match[2] in _MONTH_NUMBERS:
        day, month, year = match[1], str(_MONTH_NUMBERS[match[2]]), match[3]
    else:
        raise InvalidInputError(f"«{shown}» no es una fecha.", hint=_DATE_HINT)
    if int(month) > 12:
        raise InvalidInputError(f"«{shown}» no es una fecha: no hay mes {int(month)}.", hint=_DATE_HINT)
    try:
        return dt.date(_full_year(year), int(month), int(day))
    except ValueError:
        raise InvalidInputError(f"«{shown}» no es una fecha: ese día no existe.", hint=_DATE_HINT) from None


def parse_month(text: str, *, reference: dt.date | None = None) -> str:
    """Reads a month and gives it as "2027-01": «enero 2027», «ene-27», «01/2027», «2027-01», «enero».

    A month without a year is the first such month that is not before that of `reference`.

    Raises:
        InvalidInputError: another form, a month that does not exist, or no year and no reference.
    """
    shown = _shown(text)
    folded = fold(shown)
    if match := _MONTH_YEAR.fullmatch(folded):
        month, year = int(match[1]), match[2]
    elif match := _YEAR_MONTH.fullmatch(folded):
        year, month = match[1], int(match[2])
    elif (match := _NAMED_MONTH.fullmatch(folded)) and match[1] in _MONTH_NUMBERS:
        month, year = _MONTH_NUMBERS[match[1]], match[2] or _coming_year(_MONTH_NUMBERS[match[1]], reference, shown)
    else:
        raise InvalidInputError(f"«{shown}» no es un mes.", hint=_MONTH_HINT)
    if not 1 <= month <= 12 or int(year) == 0:
        raise InvalidInputError(f"«{shown}» no es un mes: los meses van del 1 al 12.", hint=_MONTH_HINT)
    return f"{_full_year(year):04}-{month:02}"


def _coming_year(month: int, reference: dt.date | None, shown: str) -> str:
    if reference is None:
        raise InvalidInputError(f"A «{shown}» le falta el año.", hint=_MONTH_HINT)
    return f"{reference.year + (month < reference.month):04}"


def _full_year(digits: str) -> int:
    return 2000 + int(digits) if len(digits) == 2 else int(digits)


def _shown(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= 60 else f"{line[:59]}…"
