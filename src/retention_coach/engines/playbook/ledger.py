"""Hours and money: who has how much left in each month."""

from collections.abc import Iterable

from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.capacity import HORIZON_MONTHS, is_feasible
from retention_coach.domain.profile import Profile
from retention_coach.domain.sector_plan import SectorPlan
from retention_coach.knowledge.entries.vocabulary import OwnerRole
from retention_coach.spanish.words import fold

ASSUMED_TEAM: tuple[tuple[str, float], ...] = (("Gerencia general", 8.0), ("Ejecutivo de cuenta", 16.0))
"""Who does the work, with hours a month, where the company did not say: an assumption to be confirmed."""

_SYNONYMS: dict[OwnerRole, tuple[str, ...]] = {
    "Gerencia general": ("gerencia", "gerente", "duen", "propietari", "director", "^soci", "presiden"),
    "Ejecutivo de cuenta": ("ejecutiv", "cuenta", "asesor", "kam", "consultor", "customer success", "postventa"),
    "Atención al cliente": ("atencion", "servicio", "soporte", "recepcion", "asistente", "mesa de ayuda"),
    "Operaciones": ("operaci", "logistic", "produccion", "tecnic", "bodega", "supervis", "coordinador", "jefe", "jefa"),
    "Cobranzas": ("cobranz", "cartera", "credito", "contad", "contab", "financ", "administra"),
    "Marketing": ("marketing", "mercadeo", "comunicaci", "community", "publicidad", "redes"),
    "Ventas": ("venta", "vendedor", "comercial", "negocios"),
}


class Ledger:
    """What is left of the team's hours in each month, and of the budget."""

    def __init__(self, profile: Profile) -> None:
        team = [(member.role, member.hours_per_month) for member in profile.team]
        able = [(role, hours) for role, hours in team if hours > 0]
        self.is_assumed = not team
        self.team = tuple(able if able and is_feasible(profile) else ASSUMED_TEAM)
        self._hours = {(role, month): hours for role, hours in self.team for month in range(1, HORIZON_MONTHS + 1)}
        self.money = profile.budget_usd or 0.0

    def after(self, plan: ActionPlan, sector_plan: SectorPlan | None = None) -> "Ledger":
        """This ledger once the earlier steps have taken their part."""
        for month in plan.months:
            for action in month.actions:
                self.take(action.owner, month.number, action.hours, action.cost_usd)
        if sector_plan is not None and plan.months:
            periods = {month.period: month.number for month in plan.months}
            for new in sector_plan.new_actions():
                number = periods.get(f"{new.deadline.year:04d}-{new.deadline.month:02d}", 1)
                self.take(new.owner, number, new.hours, new.cost_usd)
        return self

    def left(self, role: str, month: int) -> float:
        """Hours that this person has left in the month; none for somebody outside the team."""
        return self._hours.get((role, month), 0.0)

    def monthly(self) -> float:
        """Hours that the whole team has in a month before any work."""
        return sum(hours for _role, hours in self.team)

    def take(self, role: str, month: int, hours: float, cost: float) -> None:
        """Spend hours and money."""
        self._hours[role, month] = self.left(role, month) - hours
        self.money -= cost

    def owners(self, wanted: Iterable[OwnerRole]) -> list[str]:
        """The team's roles in the order in which this work suits them."""
        preferred = list(wanted)
        return sorted((role for role, _hours in self.team), key=lambda role: (self._rank(role, preferred), role))

    def suits(self, role: str, wanted: Iterable[OwnerRole]) -> bool:
        """Whether this is work of that role."""
        preferred = list(wanted)
        return self._rank(role, preferred) < len(preferred)

    @staticmethod
    def _rank(role: str, wanted: list[OwnerRole]) -> int:
        said = fold(role)
        for position, kind in enumerate(wanted):
            if said == fold(kind) or any(_is_said(word, said) for word in _SYNONYMS[kind]):
                return position
        return len(wanted)


def _is_said(word: str, role: str) -> bool:
    """Whether a role holds a word; one that begins with «^» must open it («socio», but not «atención al socio»)."""
    return role.startswith(word[1:]) if word[0] == "^" else word in role
