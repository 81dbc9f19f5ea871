"""Definitions of the six indicators."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from retention_coach.domain.base import Unit
from retention_coach.domain.kpi_set import Frequency
from retention_coach.knowledge.entries.vocabulary import KpiId, OwnerRole
from retention_coach.knowledge.provenance import Entry

FormulaId = Literal[
    "retention_by_lost",
    "retention_by_counts",
    "nps_counts",
    "clv_end_of_period",
    "logo_churn",
    "usage_per_customer",
    "first_response_median",
]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class FormulaRef(_Part):
    """A formula that this program computes, how it is written for people, and the figures it needs."""

    id: FormulaId
    text: str
    needs: tuple[str, ...] = Field(min_length=1, description="Claves de las cifras.")
    use_when: str


class Scenarios(_Part):
    """What to do in each of the three scenarios of `domain.kpi_set.Scenario`, each thing one sentence."""

    alert: tuple[str, ...] = Field(min_length=1, description="Muy lejos de la meta.")
    watch: tuple[str, ...] = Field(min_length=1, description="Cerca de la meta, sin llegar.")
    on_target: tuple[str, ...] = Field(min_length=1, description="En la meta o mejor.")


class KpiDefinition(Entry):
    """One of the six indicators; the first formula is the preferred one."""

    kpi: KpiId
    name: str
    definition: str
    formulas: tuple[FormulaRef, ...] = Field(min_length=1)
    unit: Unit
    frequency: Frequency
    direction: Literal["up", "down"] = Field(description="Hacia dónde mejora.")
    data_source: str
    owner_role: OwnerRole
    scenarios: Scenarios
    caveats: tuple[str, ...] = Field(min_length=1)
