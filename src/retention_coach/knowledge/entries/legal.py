"""Legal limits of a retention plan, and business customs."""

from typing import Literal

from pydantic import Field

from retention_coach.knowledge.entries.vocabulary import Channel
from retention_coach.knowledge.provenance import Entry


class LegalLimit(Entry):
    """A rule, where it is written, and what it forbids or demands in a plan. Not legal advice."""

    name: str
    norm: str
    article: str
    says: str
    forbids: tuple[str, ...] = Field(min_length=1, description="Lo que un plan no puede contener.")
    requires: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = Field(default=(), description="Canales a los que afecta; vacío: todos.")
    caveat: str = ""
    own_sectors: tuple[str, ...] = Field(default=(), description="Claves de los sectores propios; vacío: todos.")


class Custom(Entry):
    """A default of business manners; the sources are weak and the company's own habit prevails."""

    name: str
    guidance: str
    in_plan: str = Field(description="Qué cambia en un plan o en un mensaje.")
    strength: Literal["weak", "fair"]
    also: tuple[str, ...] = Field(default=(), description="Otras direcciones que lo dicen.")
