"""Ways to turn customers' good experiences into trust and new customers (prompt 65)."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from retention_coach.knowledge.entries.sectors import Sector
from retention_coach.knowledge.entries.vocabulary import KpiId, Method, Offer, OwnerRole, RelationshipModel, Signal
from retention_coach.knowledge.provenance import Entry

AdvocacyNeed = Literal["named_customer", "satisfied_customers", "none"]
"""What must exist already: a satisfied customer who may be named, any satisfied customers, or nothing yet."""


class Success(BaseModel):
    """What is counted at the end, and how much of it the hours allow.

    `one` and `many` follow a number («3 casos aprobados por el cliente»); `hours_each` are people's hours that one of
    them takes, and `most` is how many can be believed of six months.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    one: str
    many: str
    hours_each: float = Field(gt=0)
    most: int = Field(ge=1)

    def target(self, hours: float) -> int:
        """How many to expect of these hours: at least one, and never more than can be believed."""
        return max(1, min(self.most, int(hours // self.hours_each)))

    def counted(self, how_many: int) -> str:
        """So many of them, in words: «1 caso aprobado por el cliente»."""
        return f"{how_many} {self.one if how_many == 1 else self.many}"


class AdvocacyPlay(Entry):
    """One strategy that starts from customers' good experiences, with its consent text and its script.

    `hours` and `cost_usd` are for the whole strategy over the six months. `only_sectors` and `not_sectors` hold keys of
    the company's own sector; `offers` and `in_country` are as in a `Play`.
    """

    name: str
    action: str
    objective: str
    method: Method
    themes: tuple[Signal, ...] = Field(min_length=1)
    steps: tuple[str, ...] = Field(min_length=3, max_length=5)
    resources: tuple[str, ...] = Field(min_length=1)
    success_metric: str
    success: Success
    commercial_application: str = Field(description="Cómo gana clientes nuevos.")
    consent_text: str = Field(description="Texto con el que el cliente autoriza, revocable.")
    collection_script: str = Field(description="Cómo se le pide al cliente, en usted.")
    needs: AdvocacyNeed
    owner_roles: tuple[OwnerRole, ...] = Field(min_length=1)
    relationship_models: tuple[RelationshipModel, ...] = Field(min_length=1)
    only_sectors: tuple[str, ...] = ()
    not_sectors: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    in_country: bool = False
    hours: float = Field(gt=0)
    cost_usd: float = Field(ge=0)
    kpi: KpiId

    def serves(self, model: RelationshipModel, own: Sector, *, customers_abroad: bool = False) -> bool:
        """Whether a company of this own sector, whose customers buy in this way, may use the strategy."""
        return (
            model in self.relationship_models
            and own.key not in self.not_sectors
            and (not self.only_sectors or own.key in self.only_sectors)
            and own.sells_any(self.offers)
            and not (self.in_country and customers_abroad)
        )
