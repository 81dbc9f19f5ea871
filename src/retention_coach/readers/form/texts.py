"""Plain text fields, and those with a form of their own: RUC, start month, days."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from retention_coach.errors import InvalidInputError
from retention_coach.readers.form.domain_rules import accepted
from retention_coach.readers.form.lines import split_items
from retention_coach.spanish.absence import is_unknown
from retention_coach.spanish.cleaning import clean, one_line
from retention_coach.spanish.dates import parse_month
from retention_coach.spanish.formats import month_name, plural
from retention_coach.spanish.quantities import Unknown, parse_quantity
from retention_coach.spanish.units import Unit
from retention_coach.spanish.words import fold

_DAYS_IN = {Unit.DAYS: 1, Unit.WEEKS: 7, Unit.MONTHS: 30, Unit.YEARS: 365}
_COMING_MONTHS = frozenset({"el proximo mes", "proximo mes", "el mes que viene", "mes que viene", "el mes proximo"})
_THIS_MONTH = frozenset({"este mes", "ya", "ahora", "hoy", "de inmediato", "inmediatamente"})


def line_of(name: str) -> Callable[[str], str]:
    """A reader of one line of text for this attribute of the profile."""
    return lambda text: str(accepted(name, one_line(text)))


def text_of(name: str) -> Callable[[str], str]:
    """A reader of text of several lines for this attribute of the profile."""
    return lambda text: str(accepted(name, clean(text).strip()))


def read_company(text: str) -> str:
    """The company's name.

    Raises:
        InvalidInputError: «no sé», or nothing that could be a name.
    """
    name = one_line(text)
    if is_unknown(name) or not any(char.isalnum() for char in name):
        raise InvalidInputError(
            f"«{name[:60]}» no es el nombre de una empresa." if name else "Falta el nombre de la empresa.",
            hint="Escríbalo, por ejemplo: Transandina Carga S.A.",
        )
    return str(accepted("company", name))


def read_ruc(text: str) -> str:
    """The RUC's digits, with or without spaces and dashes between them.

    Raises:
        InvalidInputError: it has not the form of a RUC.
    """
    return str(accepted("ruc", re.sub(r"[\s.-]", "", text)))


def read_industries(text: str) -> tuple[str, ...]:
    """The customers' industries, separated by commas, semicolons or lines, each once."""
    once: dict[str, str] = {}
    for item in split_items(text, ",;"):
        once.setdefault(fold(item), item)
    found: tuple[str, ...] = accepted("customer_industries", tuple(once.values()))
    return found


def month_reader(today: dt.date) -> Callable[[str], str]:
    """A reader of the plan's first month; a month without a year is the next one."""

    def read(text: str) -> str:
        folded = fold(one_line(text)).rstrip(".")
        if folded in _THIS_MONTH:
            return f"{today:%Y-%m}"
        if folded in _COMING_MONTHS:
            return f"{today.replace(day=1) + dt.timedelta(days=32):%Y-%m}"
        month = parse_month(text, reference=today)
        first, last = f"{today.year - 1}-{today.month:02}", f"{today.year + 5}-12"
        if not first <= month <= last:
            raise InvalidInputError(
                f"El plan no puede empezar en {month_name(month)}.",
                hint=f"Escriba un mes entre {month_name(first)} y {month_name(last)}.",
            )
        return str(accepted("start_month", month))

    return read


def read_inactivity(text: str) -> int:
    """Days without buying after which a customer counts as lost; «3 meses» is 90 days.

    Raises:
        InvalidInputError: not a length of time, or out of bounds.
    """
    found = parse_quantity(text)
    if isinstance(found, Unknown):
        raise InvalidInputError("Falta el número de días.", hint="Por ejemplo: 90 días, o 3 meses.")
    factor = _DAYS_IN.get(found.unit or Unit.DAYS)
    if factor is None:
        raise InvalidInputError(f"«{one_line(text)}» no es un tiempo.", hint="Por ejemplo: 90 días, o 3 meses.")
    days = found.value * factor
    if not days.is_integer():
        raise InvalidInputError("Los días son un número entero.", hint="Por ejemplo: 90 días.")
    return int(accepted("inactivity_days", int(days)))


def show_days(days: int) -> str:
    """«90 días»."""
    return plural(days, "día", "días")


def show_plain(value: Any) -> str:
    """A text as it is."""
    return str(value)


def show_items(values: tuple[str, ...]) -> str:
    """A list in one line."""
    return "; ".join(values)
