"""One play of the plan: what, when, by whom, with how many customers, and what called for it."""

from dataclasses import dataclass
from datetime import date

from retention_coach.assessment import cite
from retention_coach.assessment.sightings import Sighting
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.engines.playbook.paths import NAMES
from retention_coach.engines.playbook.play_kinds import is_renewal
from retention_coach.knowledge.entries.plays import Play
from retention_coach.metrics.arithmetic import literal


@dataclass(frozen=True, slots=True)
class Task:
    """A play with its month, owner, reach and deadline.

    `cause` is the signal that it answers; `accounts` are the named customers that it is for.
    """

    play: Play
    month: int
    owner: str
    reach: int
    activity: str
    deadline: date
    cause: Sighting | None
    accounts: tuple[str, ...] = ()

    @property
    def hours(self) -> float:
        """People's hours."""
        return round(self.play.hours(self.reach), 2)

    @property
    def cost_usd(self) -> float:
        """Money."""
        return round(self.play.cost_usd(self.reach), 2)

    def evidence(self) -> tuple[Evidence, ...]:
        """Why this company: the named customers it is for and what was seen, else what is assumed."""
        named = tuple(cite.account(account) for account in self.accounts)
        if is_renewal(self.play):
            return named or self._reason()
        return (*named, *self._reason())

    def _reason(self) -> tuple[Evidence, ...]:
        if self.cause is not None:
            return self.cause.evidence
        if self.play.gives_baseline:
            return (cite.assumption(f"La empresa todavía no mide {NAMES[self.play.kpi]}."),)
        return (cite.assumption("Ninguna respuesta lo pide todavía; se hace para que el mes no quede sin avance."),)

    def reach_figure(self) -> Figure:
        """The number of customers as a cited figure: what the hours assigned allow."""
        label, each = "clientes que alcanzan las horas asignadas", self.play.hours_per_customer
        if not each:
            why = "Se empieza por este grupo; el esfuerzo no depende de cuántos sean."
            return cite.assumed(label, self.reach, "customers", why)
        arithmetic = f"({literal(self.hours)} - {literal(self.play.hours_fixed)}) / {literal(each)}"
        return cite.computed(label, self.reach, "customers", arithmetic)
