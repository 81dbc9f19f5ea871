"""The people who can work on retention, and the money: «Gerente 10 h; Asesora 40 h», «USD 500 al mes»."""

import re

from retention_coach.domain.capacity import HORIZON_MONTHS
from retention_coach.domain.profile import TeamMember
from retention_coach.errors import InvalidInputError
from retention_coach.readers.form.domain_rules import accepted
from retention_coach.readers.form.exact import exact
from retention_coach.readers.form.lines import read_each, split_items
from retention_coach.spanish.cleaning import one_line
from retention_coach.spanish.formats import MONTHS, money, plural
from retention_coach.spanish.month_lists import MONTH_LIST, months_in
from retention_coach.spanish.quantities import Unknown, parse_quantity
from retention_coach.spanish.units import Period, Unit
from retention_coach.spanish.words import fold

_MEMBER = re.compile(r"^(\d*\D+?)[\s:,(–—-]*(?<=[\s:,(–—-])(\d.*?)\)?$")
_AWAY = re.compile(
    rf"[\s,(–—-]+(?:no|excepto|salvo|menos|fuera de|sin horas)(?:\s+en)?\s+(?P<months>{MONTH_LIST})\s*\)?$",
    re.IGNORECASE,
)
_EXAMPLE = "Por ejemplo: Gerente 10 h; Asesora comercial 40 h."
_WEEKS_PER_MONTH = 52 / 12
_TIMES_IN_HORIZON: dict[Period | None, float] = {
    None: 1,
    "month": HORIZON_MONTHS,
    "quarter": HORIZON_MONTHS / 3,
    "year": HORIZON_MONTHS / 12,
}


def read_team(text: str) -> tuple[TeamMember, ...]:
    """The team, one person or role on a line or between semicolons, each with its hours a month.

    Months in which a person has none stand at the end: «Contadora sénior 16 h (no en marzo ni abril)».

    Raises:
        InvalidInputError: a role without hours, hours that are not, or a role twice.
    """
    found: tuple[TeamMember, ...] = accepted("team", tuple(read_each(_members(text), _member, "Persona")))
    return found


def show_team(team: tuple[TeamMember, ...]) -> str:
    """The team on one line, as it is read."""
    return "; ".join(f"{member.role}: {exact(member.hours_per_month)} h{_show_away(member)}" for member in team)


def echo_team(team: tuple[TeamMember, ...]) -> str:
    """The team with its hours added up."""
    total = sum(member.hours_per_month for member in team)
    usual = " en un mes sin ausencias" if any(member.months_off for member in team) else " al mes"
    return f"{show_team(team)}. En total {plural(total, 'hora', 'horas')}{usual}"


def read_budget(text: str) -> float:
    """The dollars for the six months; «USD 500 al mes» is six times as much.

    Raises:
        InvalidInputError: not an amount of dollars.
    """
    found = parse_quantity(text, expected=Unit.USD, low=0)
    if isinstance(found, Unknown) or found.is_ambiguous or found.period not in _TIMES_IN_HORIZON:
        raise InvalidInputError(
            f"No queda claro el presupuesto en «{one_line(text)[:60]}».",
            hint="Por ejemplo: USD 3.000 para los seis meses, o USD 500 al mes.",
        )
    return float(accepted("budget_usd", found.value * _TIMES_IN_HORIZON[found.period]))


def show_budget(budget: float) -> str:
    """The budget as it is read."""
    return f"USD {exact(budget)}"


def echo_budget(budget: float) -> str:
    """The budget with what it is for."""
    return f"{money(budget)} para los seis meses"


def _members(text: str) -> list[str]:
    """Each role with its hours: in «Gerente; 10 h» the hours belong to what stands before them."""
    joined: list[str] = []
    for item in split_items(text, ";"):
        if joined and item[0].isdigit() and not re.search(r"\d", joined[-1]):
            joined[-1] = f"{joined[-1]}: {item}"
        else:
            joined.append(item)
    return joined


def _show_away(member: TeamMember) -> str:
    """« (no en marzo ni abril)», as it is read."""
    names = [MONTHS[month - 1] for month in member.months_off]
    return f" (no en {' ni '.join(names)})" if names else ""


def _member(item: str) -> TeamMember:
    away = _AWAY.search(item)
    months_off = tuple(months_in(fold(away["months"]))) if away else ()
    said = item[: away.start()] if away else item
    match = _MEMBER.match(said)
    if match is None:
        raise InvalidInputError(f"a «{item[:60]}» le faltan el cargo o las horas al mes.", hint=_EXAMPLE)
    role, hours = match[1].strip(" :,(–—-"), match[2].rstrip(")")
    found = parse_quantity(hours)
    if (
        isinstance(found, Unknown)
        or found.unit not in {None, Unit.HOURS}
        or found.period not in {None, "month", "week"}
    ):
        raise InvalidInputError(f"«{hours[:40]}» no son horas al mes.", hint=_EXAMPLE)
    monthly = round(found.value * _WEEKS_PER_MONTH, 1) if found.period == "week" else found.value
    team: tuple[TeamMember, ...] = accepted(
        "team", ({"role": role, "hours_per_month": monthly, "months_off": months_off},)
    )
    return team[0]
