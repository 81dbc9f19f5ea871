"""Ways to turn customers' good experiences into trust and new customers (prompt 65)."""

from typing import Literal

from pydantic import Field

from retention_coach.knowledge.entries.vocabulary import KpiId, Method, OwnerRole, RelationshipModel, Signal
from retention_coach.knowledge.provenance import Entry

AdvocacyNeed = Literal["named_customer", "satisfied_customers", "none"]
"""What must exist already: a satisfied customer who may be named, any satisfied customers, or nothing yet."""


class AdvocacyPlay(Entry):
    """One strategy that starts from customers' good experiences, with its consent text and its script.

    `hours` and `cost_usd` are for the whole strategy over the six months. `not_sectors` holds keys of the
    company's own sector.
    """

    name: str
    action: str
    objective: str
    method: Method
    themes: tuple[Signal, ...] = Field(min_length=1)
    steps: tuple[str, ...] = Field(min_length=3, max_length=5)
    resources: tuple[str, ...] = Field(min_length=1)
    success_metric: str
    commercial_application: str = Field(description="Cómo gana clientes nuevos.")
    consent_text: str = Field(description="Texto con el que el cliente autoriza, revocable.")
    collection_script: str = Field(description="Cómo se le pide al cliente, en usted.")
    needs: AdvocacyNeed
    owner_roles: tuple[OwnerRole, ...] = Field(min_length=1)
    relationship_models: tuple[RelationshipModel, ...] = Field(min_length=1)
    not_sectors: tuple[str, ...] = ()
    hours: float = Field(gt=0)
    cost_usd: float = Field(ge=0)
    kpi: KpiId
