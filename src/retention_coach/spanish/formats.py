"""Numbers, money, dates and lists as people in Ecuador write them.

Dot for thousands (also with four digits), comma for decimals. Halves are rounded away from zero, as by hand, on the
number as Python prints it, so that 2.675 is 2,68.
"""

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

NO_BREAK_SPACE = "\u00a0"

MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def number(value: float) -> str:
    """A number with at most two decimals and no trailing zeros: «1.234,5», «18», «-0,25».

    Raises:
        ValueError: the value is infinite or not a number.
    """
    return _without_trailing_zeros(_grouped(value, 2))


def money(value: float) -> str:
    """An amount in dollars, always with two decimals: «USD 1.234,50», «-USD 300,00».

    Raises:
        ValueError: the value is infinite or not a number.
    """
    written = _grouped(value, 2)
    return f"-USD {written[1:]}" if written.startswith("-") else f"USD {written}"


def percent(value: float) -> str:
    """A percentage, given as 3.8 and written «3,8 %» with a no-break space.

    One decimal, two under 1 % (where a tenth is too coarse), and no trailing zeros.

    Raises:
        ValueError: the value is infinite or not a number.
    """
    decimals = 2 if abs(value) < 1 else 1
    return f"{_without_trailing_zeros(_grouped(value, decimals))}{NO_BREAK_SPACE}%"


def short_date(day: dt.date) -> str:
    """A date as «24/11/2026»."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def long_date(day: dt.date) -> str:
    """A date as «24 de noviembre de 2026»."""
    return f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"


def month_name(month: str) -> str:
    """A month "2026-11" as «noviembre de 2026».

    Raises:
        ValueError: the text is not a month of the form aaaa-mm.
    """
    first_day = dt.date.fromisoformat(f"{month}-01")
    return f"{MONTHS[first_day.month - 1]} de {first_day.year}"


def join_words(words: Sequence[str]) -> str:
    """An enumeration: «a», «a y b», «a, b y c»; «e» instead of «y» before the sound i («ventas e ingresos»)."""
    if len(words) < 2:
        return "".join(words)
    link = "e" if _sounds_like_i(words[-1]) else "y"
    return f"{', '.join(words[:-1])} {link} {words[-1]}"


def plural(count: float, singular: str, many: str) -> str:
    """The count with its noun: «1 cliente», «0 clientes», «1.200 clientes»."""
    written = number(count)
    return f"{written} {singular if written in {'1', '-1'} else many}"


def duration(hours: float) -> str:
    """Hours as people say them, to the minute: «2 horas», «1 hora y 30 minutos», «45 minutos».

    Raises:
        ValueError: the hours are negative, infinite or not a number.
    """
    if hours < 0:
        raise ValueError(f"a duration cannot be negative: {hours}")
    whole, minutes = divmod(int(_rounded(hours * 60, 0)), 60)
    parts = [plural(whole, "hora", "horas")] if whole else []
    if minutes or not whole:
        parts.append(plural(minutes, "minuto", "minutos"))
    return join_words(parts)


def _rounded(value: float, decimals: int) -> Decimal:
    if not isfinite(value):
        raise ValueError(f"only finite numbers can be written: {value}")
    exact = Decimal(str(value))
    if exact.adjusted() >= 20:  # beyond this, rounding would need more digits than a Decimal context holds
        return exact.to_integral_value()
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return rounded or abs(rounded)  # never «-0»


def _grouped(value: float, decimals: int) -> str:
    english = f"{_rounded(value, decimals):,.{decimals}f}"
    return english.translate(str.maketrans(",.", ".,"))


def _without_trailing_zeros(written: str) -> str:
    return written.rstrip("0").rstrip(",") if "," in written else written


def _sounds_like_i(word: str) -> bool:
    start = word.casefold().lstrip("«\"'(¿¡")
    diphthong = start.startswith(("hia", "hie", "hio", "ia", "ie", "io"))
    return start.startswith(("i", "í", "hi", "hí")) and not diphthong
