"""Goals as sentences that a manager can repeat."""

from datetime import date

from retention_coach.assessment.account_names import is_sayable, short_name
from retention_coach.domain.base import KpiId, Unit
from retention_coach.domain.evidence import Figure
from retention_coach.domain.horizon import last_day
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.own_paths import accounts_asked_for
from retention_coach.engines.playbook.paths import NAMES, Path
from retention_coach.spanish import formats

MEASURES: dict[KpiId, tuple[str, str, Unit]] = {
    "retention": ("Revisar la última compra o el último pago de {n}", "clientes revisados", "customers"),
    "churn": ("Anotar el motivo de salida de {n}", "salidas con motivo anotado", "customers"),
    "nps": ("Obtener respuestas a la pregunta de recomendación de {n}", "respuestas de NPS", "answers"),
    "clv": ("Calcular el margen anual de {n}", "clientes con margen calculado", "customers"),
    "usage": ("Registrar cada mes los pedidos o usos de {n}", "clientes con uso registrado", "customers"),
    "response_time": ("Registrar la hora de entrada y de primera respuesta de {n} casos", "casos registrados", "count"),
}
"""What is measured first where the indicator is not known: the sentence, the label and the unit of its goal."""


def statement(case: Case, way: Path, due: date) -> str:
    """One sentence that a manager can repeat, and what there is to know of its number."""
    by = f"hasta el {formats.long_date(due)}"
    if way.start is None:
        return f"{MEASURES[way.kpi][0].format(n=amount(way.target))} {by}."
    end = last_day(case.setting.periods[-1])
    kept = _and_kept(case) if due == end and way.kpi in {"churn", "retention"} else ""
    if way.is_limit:
        verb = "sería" if way.start.value == 1 else "serían"
        pace = (
            f"Al ritmo de hoy {verb} {formats.number(way.start.value)}." if way.target.value < way.start.value else ""
        )
        remark = way.remark if due == end else pace
        return f"Perder a lo sumo {amount(way.target)} {by}{kept}. {remark}".rstrip()
    remark = f" {way.remark}" if way.remark else ""
    return f"{_moved(case, way, way.start)} {by}{kept}.{remark}"


def _moved(case: Case, way: Path, today: Figure) -> str:
    start, value = amount(today), amount(way.target)
    if way.own is not None and way.own.flow is not None:
        return f"Bajar {way.own.flow.name} de {start} a {value}"
    if case.is_small and way.kpi in {"churn", "retention"}:
        total = formats.number(case.profile.figures.value("customers_start") or 0)
        verb = "Perder a lo sumo" if way.kpi == "churn" else "Conservar"
        return f"{verb} {formats.number(way.target.value)} de {total} clientes {case.year_of_data}"
    if today.value == way.target.value:
        return f"Mantener {NAMES[way.kpi]} en {value}"
    return f"Llevar {NAMES[way.kpi]} de {start} a {value}"


def _and_kept(case: Case) -> str:
    """«, sin perder a Nordfrucht»: the customers that the company asks to keep by name."""
    asked = accounts_asked_for(case)
    accounts = (account for account in case.profile.accounts if account.id in asked)
    names = [short_name(account) for account in accounts if is_sayable(account.customer)]
    return f", sin perder a {formats.join_words(names)}" if names else ""


def amount(figure: Figure) -> str:
    """A figure as people write it in a sentence."""
    value = figure.value
    match figure.unit:
        case "percent":
            return formats.percent(value)
        case "usd":
            return formats.money(value)
        case "count":
            return formats.number(value)
        case unit:
            singular, many = _COUNTED[unit]
            return formats.plural(value, singular, many)


_COUNTED: dict[Unit, tuple[str, str]] = {
    "customers": ("cliente", "clientes"),
    "answers": ("cliente", "clientes"),
    "hours": ("hora hábil", "horas hábiles"),
    "days": ("día", "días"),
    "weeks": ("semana", "semanas"),
    "points": ("punto", "puntos"),
}
