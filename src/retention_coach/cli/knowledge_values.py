"""The values of knowledge entries in words, as lines under the name of their field."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from retention_coach.cli.knowledge_labels import label
from retention_coach.report.labels import DIRECTION, FREQUENCY, KPI, METHOD, PERIOD, RELATIONSHIP, TOPIC, UNIT
from retention_coach.spanish.formats import MONTHS, number, short_date

_TABLES: tuple[Mapping[Any, str], ...] = (KPI, METHOD, TOPIC, RELATIONSHIP, FREQUENCY, DIRECTION, PERIOD)

CODES: Mapping[str, str] = {
    **{str(code): words for table in _TABLES for code, words in table.items()},
    **{str(code): plural for code, (_, plural) in UNIT.items()},
    "0-30": "primeros 30 días",
    "30-90": "de 30 a 90 días",
    "90+": "después de 90 días",
    "accounts_at_risk": "hay cuentas en riesgo",
    "adds": "añade un descanso",
    "amazonia": "Amazonía",
    "at_risk": "en riesgo",
    "at_risk_follow_up": "seguimiento de una cuenta en riesgo",
    "budget": "presupuesto",
    "small_stake": "lo que vence pesa poco y hay muchos clientes",
    "busy_season": "hay meses altos en el plan",
    "call": "llamada",
    "commercial": "comercial",
    "complaint_register": "registro de quejas",
    "concentrated": "pocas cuentas traen gran parte de los ingresos",
    "core": "esencial",
    "costa": "Costa",
    "credit": "crédito y depósitos",
    "customers_lost": "se perdieron clientes",
    "derived": "deducido de la regla",
    "electoral": "electoral",
    "email": "correo",
    "fair": "regular",
    "few_customers": "pocos clientes",
    "few_hours": "pocas horas",
    "gap": "carencia",
    "goods": "bienes",
    "growing": "los clientes amplían lo que compran",
    "high": "alta",
    "insular": "Galápagos",
    "local": "local",
    "low": "baja",
    "many_customers": "muchos clientes",
    "minutes": "minutos",
    "named_customer": "un cliente que se pueda nombrar",
    "named_renewals": "renovaciones con nombre dentro del plan",
    "new": "nuevos",
    "new_customers": "llegaron clientes nuevos",
    "no_budget": "sin presupuesto",
    "none": "nada todavía",
    "normal": "normal",
    "not_applicable": "no corresponde",
    "official": "oficial",
    "open_complaints": "hay quejas abiertas",
    "opportunity": "oportunidad",
    "own": "leída en la fuente",
    "preparation": "preparación de la cita",
    "regular": "habituales",
    "removes": "quita un descanso",
    "renewal_follow_up": "seguimiento de una renovación",
    "renewal_at_risk": "una renovación en riesgo",
    "renewal_later": "acuerdos que vencen después de tres meses",
    "renewal_soon": "acuerdos que vencen en tres meses",
    "risk": "riesgo",
    "salary": "remuneraciones",
    "satisfied_customers": "clientes satisfechos",
    "school": "escolar",
    "secondary": "citada por otra fuente",
    "services": "servicios",
    "shrinking": "los clientes reducen lo que compran",
    "sierra": "Sierra",
    "software": "sistemas",
    "tax": "tributaria",
    "useful": "útil",
    "vip": "VIP",
    "visit": "visita",
    "weak": "débil",
    "whatsapp": "WhatsApp",
    "works": "obras",
}
"""What the closed lists of codes are called."""

_SLOTS = {
    "{reach}": "[tantos clientes]",
    "{sector}": "[sector]",
    "{segment}": "[segmento]",
    "{customers}": "clientes",
    "{customer}": "cliente",
}

_SHORT_ITEM = 32
"""The most characters of an item that stands beside others in one line."""


class Wording:
    """Puts values in words.

    Args:
        names: further codes and what they are called: those that have an entry of their own.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._codes = {**CODES, **names}

    def sections(self, name: str, value: Any) -> Iterator[tuple[str, list[str]]]:
        """A field of `model_dump` as titled lists of lines: one, or one for each titled part; a blank one has none."""
        match value:
            case [{"title": _, "items": _}, *_]:
                yield from ((part["title"], [self._item(item) for item in part["items"]]) for part in value)
            case _:
                yield label(name), self._lines(name, value)

    def _lines(self, name: str, value: Any) -> list[str]:
        match value:
            case list() | tuple() | set() | frozenset():
                items = [text for item in value if (text := self._item(item, name))]
                simple = all(not isinstance(item, dict) and len(str(item)) <= _SHORT_ITEM for item in value)
                return [", ".join(items)] if simple and items else items
            case dict():
                return self._parts(value)
            case _:
                return [text] if (text := self._item(value, name)) else []

    def _item(self, value: Any, name: str = "") -> str:
        match value:
            case {"month": int(month), "activity": activity, "text": text}:
                said = f"{_month(month).capitalize()}, actividad {self._codes[activity]}: {text}"
            case {"start_month": int(), "end_month": int(), "reason": reason}:
                said = f"Del {_day(value, 'start')} al {_day(value, 'end')}: {reason}"
            case {"text": text, "source": source, "year": year}:
                said = f"{text} ({year}) {source}" if year else f"{text} {source}"
            case {"word": word, "meaning": meaning}:
                said = f"{word}: {meaning}"
            case {"name": title, "text": text, "plays": plays}:
                said = f"{title}. {text} ({', '.join(plays)})"
            case dict():
                said = "; ".join(self._parts(value))
            case _:
                said = self._text(name, value)
        return said

    def _parts(self, value: Mapping[Any, Any]) -> list[str]:
        lines = ((label(str(key)), self._lines(str(key), item)) for key, item in value.items())
        return [f"{title}: {(' ' if text[0].endswith('.') else ', ').join(text)}" for title, text in lines if text]

    def _text(self, name: str, value: object) -> str:
        match value:
            case None | False:
                return ""
            case True:
                return "sí"
            case int() | float():
                return _number(name, value)
            case date():
                return short_date(value)
            case _:
                return _without_slots(self._codes.get(str(value), str(value)))


def _number(name: str, value: float) -> str:
    """A number as its field is read: a month by its name, a year without a point."""
    if name == "months":
        return _month(int(value))
    return str(value) if name == "year" else number(value)


def _month(month: int) -> str:
    return MONTHS[month - 1]


def _day(value: Mapping[str, Any], end: str) -> str:
    return f"{value[f'{end}_day']} de {_month(value[f'{end}_month'])}"


def _without_slots(text: str) -> str:
    for slot, words in _SLOTS.items():
        text = text.replace(slot, words)
    return text
