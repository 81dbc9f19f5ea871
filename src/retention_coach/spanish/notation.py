"""Digits as people in Ecuador type them: «1.234,50», «1,234.50», «1'200.000», «1 234», «0,5»."""

import re
from dataclasses import dataclass

NUMERAL = r"[0-9]++(?:[.,'’][0-9]++)*+"
"""Pattern of digits with separators inside; what it matches may still not be a number («1.2.3»)."""

MAX_DIGITS = 15
"""More digits than a float holds exactly are an identifier or a slip, not a figure."""

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number written in digits.

    Attributes:
        value: the number.
        other: the second reading of «1,234», or None.
    """

    value: float
    other: float | None = None


def read_numeral(text: str) -> Numeral | None:
    """Reads digits with separators, or None if the separators make no sense or there are over 15 digits.

    With both separators the last one is the decimal one. Alone, a separator that appears several times groups
    thousands. A single dot before exactly three digits groups thousands («1.234» is 1234), unless the whole part is 0
    or has over three digits; any other dot is decimal («1.2»). A single comma is decimal, but before exactly three
    digits («1,234») it may be the English notation, so both readings are given, the decimal one first. An apostrophe
    («1'200.000») groups.
    """
    if not re.fullmatch(NUMERAL, text) or sum(char.isdigit() for char in text) > MAX_DIGITS:
        return None
    digits = _apostrophes_as_groups(text)
    last_dot, last_comma = digits.rfind("."), digits.rfind(",")
    if last_dot >= 0 and last_comma >= 0:
        return _with_decimal_separator(digits, "." if last_dot > last_comma else ",")
    separator = "." if last_dot >= 0 else ","
    if digits.count(separator) > 1:
        return Numeral(float(_ungrouped(digits))) if _GROUPED.fullmatch(digits) else None
    decimal = float(digits.replace(",", "."))
    if not _GROUPED.fullmatch(digits):
        return Numeral(decimal)
    thousands = float(_ungrouped(digits))
    return Numeral(thousands) if separator == "." else Numeral(decimal, other=thousands)


def _with_decimal_separator(digits: str, separator: str) -> Numeral | None:
    """«1.234,50» with the decimal separator known; the other one must group by threes."""
    whole, _, decimals = digits.partition(separator)
    if separator in decimals or not decimals.isdigit() or not _GROUPED.fullmatch(whole):
        return None
    return Numeral(float(f"{_ungrouped(whole)}.{decimals}"))


def _apostrophes_as_groups(text: str) -> str:
    """Each apostrophe as the separator that follows its three digits, or as a dot: «1'200.000» to «1.200.000»."""
    plain = re.sub(r"['’](?=[0-9]{3}([.,]))", r"\1", text)
    return re.sub(r"['’]", ".", plain)


def _ungrouped(digits: str) -> str:
    return digits.replace(".", "").replace(",", "")
