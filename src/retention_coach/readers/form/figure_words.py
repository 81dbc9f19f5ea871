"""What people say around a figure besides its amount: its origin, its cut-off date, the half-year, a remark.

«unos 15 al semestre, según el CRM, al 31/12/2025 (sin contar filiales)»
"""

import datetime as dt
import re
from dataclasses import dataclass

from retention_coach.domain.figures import Origin, Period
from retention_coach.errors import InvalidInputError
from retention_coach.spanish.cleaning import one_line
from retention_coach.spanish.dates import parse_date

_SOURCES = (
    r"(?:el |la |los |las |mi |mis |nuestro |nuestra |nuestros |nuestras )?"
    r"(?:sistemas?|crm|erp|contabilidad|facturaci[oó]n|facturas|registros?|reportes?|libros?|balances?|estados? de \w+|"
    r"base(?: de datos)?|excel|hoja(?: de c[aá]lculo)?|encuestas?)"
)
_SYSTEM = re.compile(
    rf"\b(?:seg[uú]n|sale de(?:l)?|dato de(?:l)?|tomado de(?:l)?|por|de(?:l)?)\s+{_SOURCES}\b|\bsistema\b",
    re.IGNORECASE,
)
_ASSUMPTION = re.compile(
    r"\b(?:supongo(?: que)?|suponemos(?: que)?|supuesto|asumo(?: que)?|asumimos(?: que)?)\b", re.IGNORECASE
)
_ESTIMATE = re.compile(r"\b(?:es una |por )?(?:estimaci[oó]n|estimad[oa]s?)\b", re.IGNORECASE)
_DATE = r"(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})"
_CUTOFF = re.compile(rf"\b(?:con )?(?:corte(?: al?)?|a fecha|al?)\s+{_DATE}", re.IGNORECASE)
_HALF_YEAR = re.compile(
    r"\b(?:al|por|en el|cada|del|en el [uú]ltimo)?\s*(?:semestre|semestral(?:es)?)\b", re.IGNORECASE
)
_REMARK = re.compile(r"\(([^()]*)\)")
_LOOSE = re.compile(r"(?:\s*[;,]\s*)+$|^(?:\s*[;,]\s*)+|(?<=\s)[;,](?=\s)|;")


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The amount's own words, apart from what is said around it; None where nothing is said."""

    amount: str
    origin: Origin | None
    cutoff: dt.date | None
    period: Period | None
    remark: str


def take_apart(text: str) -> FigureWords:
    """Tells the amount from what is said around it.

    Raises:
        InvalidInputError: the cut-off date does not exist.
    """
    rest = one_line(text)
    remarks = [remark.strip() for remark in _REMARK.findall(rest) if remark.strip()]
    rest = _REMARK.sub(" ", rest)
    cutoff = _CUTOFF.search(rest)
    if cutoff:
        rest = rest.replace(cutoff[0], " ")
    half_year = _HALF_YEAR.search(rest)
    if half_year:
        rest = rest.replace(half_year[0], " ")
    rest, origin = _take_origin(rest)
    return FigureWords(
        amount=_LOOSE.sub("", " ".join(rest.split())).strip(" ,;."),
        origin=origin,
        cutoff=_read_cutoff(cutoff[1]) if cutoff else None,
        period="semester" if half_year else None,
        remark="; ".join(remarks),
    )


def _take_origin(text: str) -> tuple[str, Origin | None]:
    found: Origin | None = None
    origins: tuple[tuple[Origin, re.Pattern[str]], ...] = (
        ("system", _SYSTEM),
        ("assumption", _ASSUMPTION),
        ("estimate", _ESTIMATE),
    )
    for origin, pattern in origins:
        if pattern.search(text):
            found = found or origin
            text = pattern.sub(" ", text)
    return text, found


def _read_cutoff(text: str) -> dt.date:
    try:
        return parse_date(text)
    except InvalidInputError as error:
        raise InvalidInputError(f"La fecha de corte no sirve: {error.message}", hint=error.hint) from error
