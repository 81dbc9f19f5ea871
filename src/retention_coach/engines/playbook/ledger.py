"""Hours and money: who has how much left in each month."""

from collections.abc import Iterable

from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.capacity import is_feasible
from retention_coach.domain.horizon import plan_periods
from retention_coach.domain.profile import Profile, TeamMember
from retention_coach.domain.sector_plan import SectorPlan
from retention_coach.engines.playbook.play_kinds import DECIDERS
from retention_coach.knowledge.entries.vocabulary import OwnerRole
from retention_coach.spanish.words import fold

ASSUMED_TEAM = (
    TeamMember(role="Gerencia general", hours_per_month=8),
    TeamMember(role="Ejecutivo de cuenta", hours_per_month=16),
)
"""Who does the work, with hours a month, where the company did not say: an assumption to be confirmed."""

_SYNONYMS: dict[OwnerRole, tuple[str, ...]] = {
    "Gerencia general": ("gerencia", "gerente", "duen", "propietari", "director", "soci", "presiden"),
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
        able = [member for member in profile.team if member.hours_per_month > 0]
        team = able if able and is_feasible(profile) else ASSUMED_TEAM
        self.is_assumed = not profile.team
        self.team = tuple((member.role, member.hours_per_month) for member in team)
        self._whole = {
            (member.role, month): member.hours_in(period)
            for member in team
            for month, period in enumerate(plan_periods(profile.start_month), start=1)
        }
        self._hours = dict(self._whole)
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

    def whole(self, role: str, month: int) -> float:
        """Hours that this person has in the month before any work."""
        return self._whole.get((role, month), 0.0)

    def monthly(self, month: int) -> float:
        """Hours that the whole team has in the month before any work."""
        return sum(self.whole(role, month) for role, _hours in self.team)

    def take(self, role: str, month: int, hours: float, cost: float) -> None:
        """Spend hours and money."""
        self._hours[role, month] = self.left(role, month) - hours
        self.money -= cost

    def suits(self, role: str, wanted: Iterable[OwnerRole]) -> bool:
        """Whether this is work of that role."""
        return any(_is(role, kind) for kind in wanted)

    def owners(
        self, wanted: Iterable[OwnerRole], *, for_key_customers: bool = False, whose: Iterable[str] = ()
    ) -> list[str]:
        """The team's roles in the order in which this work suits them.

        Of those whom it suits equally, whoever is named after the customers comes first (`whose` are the names of
        their segments), then whoever has most of the six months left. A key customer is met by somebody who can
        decide: of those whom the work suits, whoever leads others comes first; assistants and counters come last,
        as in all work that is first for those who answer for prices and terms.
        """
        preferred, named = list(wanted), _long_words(" ".join(whose))
        is_negotiated = bool(preferred) and preferred[0] in DECIDERS

        def order(role: str) -> tuple[bool, bool, bool, int, bool, float, str]:
            rank = _rank(role, preferred)
            last = (for_key_customers or is_negotiated) and is_junior(role)
            unsuited, follows = _standing(role, rank, len(preferred)) if for_key_customers else (False, False)
            return last, unsuited, follows, rank, not named & _long_words(role), self._load(role), role

        return sorted((role for role, _hours in self.team), key=order)

    def has_seniors(self) -> bool:
        """Whether the team has anybody who may negotiate."""
        return not all(is_junior(role) for role, _hours in self.team)

    def _load(self, role: str) -> float:
        """The part (0 to 1) of this person's six months that is spent."""
        months = [key for key in self._whole if key[0] == role]
        whole = sum(self._whole[key] for key in months)
        return 1 - sum(self._hours[key] for key in months) / whole if whole else 1.0


def is_junior(role: str) -> bool:
    """Whether a role assists others or serves a counter."""
    return fold(role).startswith(_JUNIORS)


_JUNIORS = ("asistente", "auxiliar", "atencion", "recepci", "secretari", "cajer", "ayudante", "pasante", "practicante")
_LONG = 6
"""Letters of a word that tells whose customers a person looks after."""


def _long_words(text: str) -> set[str]:
    return {word for word in fold(text).split() if len(word) >= _LONG}


def _rank(role: str, wanted: list[OwnerRole]) -> int:
    return next((position for position, kind in enumerate(wanted) if _is(role, kind)), len(wanted))


def _is(role: str, kind: OwnerRole) -> bool:
    """Whether a role does this kind of work; only who is called so first runs the company: no «Atención al socio»."""
    said = fold(role)
    places = [said.find(word) for word in _SYNONYMS[kind] if word in said]
    return said == fold(kind) or (any(place == 0 for place in places) if kind == "Gerencia general" else bool(places))


def _standing(role: str, rank: int, unsuited: int) -> tuple[bool, bool]:
    leads = rank == 0 or fold(role).startswith(("jefe", "jefa", "subgerent", "director", "coordinador", "supervis"))
    return rank == unsuited, not leads
