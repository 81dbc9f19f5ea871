"""What a typed figure counts, and the words people use for it."""

from enum import StrEnum
from typing import Literal

from retention_coach.spanish.formats import money, percent, plural
from retention_coach.spanish.words import word_set

Period = Literal["day", "week", "month", "quarter", "year"]


class Unit(StrEnum):
    """What a figure counts. Minutes are read as hours; ITEMS are things whose name is not known here («15 fincas»)."""

    PERCENT = "percent"
    USD = "usd"
    CUSTOMERS = "customers"
    PEOPLE = "people"
    ITEMS = "items"
    POINTS = "points"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


COUNTS = frozenset({Unit.CUSTOMERS, Unit.PEOPLE, Unit.ITEMS})
"""Units that come in whole numbers."""

TIMES = frozenset({Unit.HOURS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})
"""Units of time."""

CONVERSIONS: dict[tuple[Unit, Unit], float] = {
    (Unit.DAYS, Unit.HOURS): 24,
    (Unit.HOURS, Unit.DAYS): 1 / 24,
    (Unit.WEEKS, Unit.DAYS): 7,
    (Unit.DAYS, Unit.WEEKS): 1 / 7,
    (Unit.YEARS, Unit.MONTHS): 12,
    (Unit.MONTHS, Unit.YEARS): 1 / 12,
}
"""Factor from the unit written to the unit expected. Days of the clock, not working days; months have no fixed days."""

NAMES: dict[Unit, tuple[str, str]] = {
    Unit.PERCENT: ("porcentaje", "porcentaje"),
    Unit.USD: ("dólar", "dólares"),
    Unit.CUSTOMERS: ("cliente", "clientes"),
    Unit.PEOPLE: ("persona", "personas"),
    Unit.ITEMS: ("unidad", "unidades"),
    Unit.POINTS: ("punto", "puntos"),
    Unit.HOURS: ("hora", "horas"),
    Unit.DAYS: ("día", "días"),
    Unit.WEEKS: ("semana", "semanas"),
    Unit.MONTHS: ("mes", "meses"),
    Unit.YEARS: ("año", "años"),
}
"""Singular and plural of each unit."""

UNIT_WORDS: dict[str, tuple[Unit, float]] = {
    word: (unit, factor)
    for words, unit, factor in (
        ("% porciento", Unit.PERCENT, 1.0),
        ("usd $ dolar dolares", Unit.USD, 1.0),
        ("cliente clientes cuenta cuentas empresa empresas compania companias", Unit.CUSTOMERS, 1.0),
        ("persona personas empleado empleados empleada empleadas colaborador colaboradores trabajador trabajadores",
         Unit.PEOPLE, 1.0),
        ("vez veces contrato contratos llamada llamadas visita visitas", Unit.ITEMS, 1.0),
        ("punto puntos", Unit.POINTS, 1.0),
        ("h hs hr hrs hora horas", Unit.HOURS, 1.0),
        ("min mins minuto minutos", Unit.HOURS, 1 / 60),
        ("dia dias", Unit.DAYS, 1.0),
        ("semana semanas", Unit.WEEKS, 1.0),
        ("mes meses", Unit.MONTHS, 1.0),
        ("ano anos", Unit.YEARS, 1.0),
    )
    for word in words.split()
}  # fmt: skip
"""Folded word to its unit and the factor to that unit."""

PERIOD_NOUNS: dict[str, Period] = {
    "dia": "day", "semana": "week", "mes": "month", "trimestre": "quarter", "ano": "year",
}  # fmt: skip
"""«al mes», «por semana»."""

_ADJECTIVE_STEMS: tuple[tuple[str, tuple[str, ...], Period], ...] = (
    ("diari", ("o", "a", "os", "as", "amente"), "day"),
    ("semanal", ("", "es", "mente"), "week"),
    ("mensual", ("", "es", "mente"), "month"),
    ("trimestral", ("", "es", "mente"), "quarter"),
    ("anual", ("", "es", "mente"), "year"),
)

PERIOD_ADJECTIVES: dict[str, Period] = {
    f"{stem}{ending}": period for stem, endings, period in _ADJECTIVE_STEMS for ending in endings
}
"""«mensuales», «diariamente»."""

FOREIGN_UNITS = word_set("euro euros peso pesos sol soles centavo centavos bolivares € £ segundo segundos")
"""Units that are understood only in order to refuse them by name."""


def with_unit(value: float, unit: Unit | None) -> str:
    """A value with its unit, for messages: «12 clientes», «USD 300,00», «5 %»."""
    if unit is Unit.USD:
        return money(value)
    if unit is Unit.PERCENT:
        return percent(value)
    return plural(value, *NAMES[unit]) if unit else plural(value, "", "").strip()
