"""Retention plays: what can be done for existing customers, where it fits and what it takes."""

import re
from collections.abc import Collection
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from retention_coach.knowledge.entries.sectors import Sector
from retention_coach.knowledge.entries.vocabulary import (
    HORIZON_PHASES,
    SEGMENT_LABELS,
    Channel,
    HorizonPhase,
    KpiId,
    Method,
    Occasion,
    Offer,
    OwnerRole,
    RelationshipModel,
    Segment,
    Signal,
    Stage,
)
from retention_coach.knowledge.provenance import Entry

ACTION_WORDS = 25
"""The most words an action may have once its slots are filled, counted between blanks (prompt 62)."""

_LAST_EARLY_MONTH = 4

SLOTS = frozenset({"reach", "sector", "segment", "customer", "customers"})


class Message(BaseModel):
    """What is sent or said to the customer, in *usted*."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    channel: Channel
    text: str = Field(min_length=20)


class Play(Entry):
    """One retention play.

    Hours are people's hours, money is US dollars; both are a fixed part plus a part for each customer
    reached. Sector keys (`flores`) limit a play: `only_sectors` and `not_sectors` speak of the company's own sector,
    `customer_sectors` of its customers'; where empty, any sector will do. `offers` are the kinds of offer it makes
    sense for: nobody confirms quantities of a loan.
    """

    name: str
    purpose: str = Field(description="Qué resuelve, en una frase que se puede leer al gerente.")
    method: Method
    themes: tuple[Signal, ...] = Field(min_length=1, description="Señales a las que responde, la principal primero.")
    stage: Stage
    segments: tuple[Segment, ...] = Field(min_length=1)
    relationship_models: tuple[RelationshipModel, ...] = Field(min_length=1)
    only_sectors: tuple[str, ...] = ()
    not_sectors: tuple[str, ...] = ()
    customer_sectors: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = Field(default=(), description="Para qué clases de oferta tiene sentido; vacío: todas.")
    in_country: bool = Field(default=False, description="Si supone clientes en el Ecuador: visita, reunión, trámite.")
    horizon_phase: HorizonPhase
    starts_early: bool = Field(
        default=False,
        description="Si no empieza en los dos últimos meses: una rutina, o lo que prepara otras acciones.",
    )
    occasion: Occasion | None = Field(
        default=None,
        description="Qué la pide por sí solo: una conversación con clientes por su nombre, o quejas abiertas.",
    )
    months: tuple[int, ...] = Field(default=(), description="Meses del año en que tiene sentido; vacío: todos.")
    action: str = Field(description="Acción concreta con sus casillas; a lo sumo 22 palabras.")
    min_reach: int = Field(default=1, ge=1, description="Con cuántos clientes tiene sentido, como mínimo.")
    hours_fixed: float = Field(ge=0)
    hours_per_customer: float = Field(ge=0)
    cost_fixed_usd: float = Field(ge=0)
    cost_per_customer_usd: float = Field(ge=0)
    lead_time_days: int = Field(ge=0, le=120)
    owner_roles: tuple[OwnerRole, ...] = Field(min_length=1, description="Por orden de preferencia.")
    resources: tuple[str, ...] = Field(min_length=1)
    kpi: KpiId
    gives_baseline: bool = Field(default=False, description="Si mide por primera vez su indicador.")
    metric: str = Field(description="Qué se cuenta.")
    how_to_measure: str
    prerequisites: tuple[str, ...] = ()
    message: Message | None = None
    not_when: tuple[str, ...] = Field(default=(), description="Cuándo no conviene, una frase cada una.")

    @model_validator(mode="after")
    def _slots_are_known(self) -> Self:
        unknown = set(re.findall(r"\{(\w*)\}", self.action)) - SLOTS
        if unknown:
            raise ValueError(f"«{self.id}»: la acción usa casillas desconocidas: {', '.join(sorted(unknown))}")
        return self

    @model_validator(mode="after")
    def _early_phase(self) -> Self:
        if self.starts_early and self.horizon_phase == HORIZON_PHASES[-1]:
            raise ValueError(f"«{self.id}» debe empezar pronto y su fase son los dos últimos meses")
        return self

    def may_start(self, month: int, calendar_month: int) -> bool:
        """Whether it makes sense to start it then.

        Args:
            month: of the plan, 1 to 6; in the last two a routine would not be seen at work, nor serve what it prepares.
            calendar_month: 1 to 12.
        """
        if self.starts_early and month > _LAST_EARLY_MONTH:
            return False
        return not self.months or calendar_month in self.months

    @property
    def needs_reach(self) -> bool:
        """Whether the action names a number of customers."""
        return "{reach}" in self.action

    def hours(self, reach: int) -> float:
        """People's hours it takes to reach this many customers."""
        return self.hours_fixed + self.hours_per_customer * reach

    def cost_usd(self, reach: int) -> float:
        """US dollars it takes to reach this many customers."""
        return self.cost_fixed_usd + self.cost_per_customer_usd * reach

    def render_action(self, *, reach: int, sector: str, segment: Segment, own: Sector) -> str:
        """The action in words.

        Args:
            reach: number of customers, rendered as the company calls them: «6 socios» or «1 socio».
            sector: the customers' sector as it follows the word «sector»: `Sector.adjective` («florícola»).
            segment: whose label follows «del segmento».
            own: the company's own sector, whose word for customers is used.
        """
        return self.action.format(
            reach=f"{reach} {own.unit if reach == 1 else own.units}",
            sector=sector,
            segment=SEGMENT_LABELS[segment],
            customer=own.unit,
            customers=own.units,
        )

    def serves(
        self,
        model: RelationshipModel,
        own: Sector,
        customer_sectors: Collection[str] = (),
        *,
        customers_abroad: bool = False,
    ) -> bool:
        """Whether a company may use the play.

        Args:
            model: how its customers buy.
            own: its own sector.
            customer_sectors: keys of its customers' sectors.
            customers_abroad: whether some of its customers are outside Ecuador.
        """
        if model not in self.relationship_models or own.key in self.not_sectors:
            return False
        if self.only_sectors and own.key not in self.only_sectors:
            return False
        if not own.sells_any(self.offers) or (self.in_country and customers_abroad):
            return False
        return not self.customer_sectors or not set(self.customer_sectors).isdisjoint(customer_sectors)
