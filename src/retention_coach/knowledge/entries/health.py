"""How the health of a customer is judged: indicators with their weights, and the levels of the score."""

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from retention_coach.knowledge.entries.vocabulary import Signal
from retention_coach.knowledge.provenance import Entry

HealthIndicatorCode = Literal["perceived_risk", "complaints", "competition", "reduced_contact", "declining_use"]
"""The four risk indicators of the class, and the risk that the company itself perceives."""

HealthLevelCode = Literal["healthy", "watch", "at_risk", "no_data"]
HEALTH_INDICATORS: tuple[HealthIndicatorCode, ...] = get_args(HealthIndicatorCode)
HEALTH_LEVELS: tuple[HealthLevelCode, ...] = get_args(HealthLevelCode)

FULL_SCORE = 100
"""The score of a customer of whom nothing speaks for leaving; what the weights make together."""


class PreventiveActions(BaseModel):
    """What an indicator calls for at each level, in *usted* and at most 25 words."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    healthy: str
    watch: str
    at_risk: str


class HealthIndicator(Entry):
    """A sign that a customer may leave, and how many points it takes from a score of 100."""

    code: HealthIndicatorCode
    name: str
    weight: int = Field(gt=0, le=100, description="Puntos que resta cuando consta con claridad; con duda, la mitad.")
    meaning: str
    signals: tuple[Signal, ...] = ()
    asked_in: tuple[str, ...] = Field(
        default=(), description="Preguntas del banco en las que nombrar a un cliente ya es decirlo."
    )
    phrases: tuple[str, ...] = Field(default=(), description="Giros que lo dicen de quien se nombra.")
    actions: PreventiveActions
    ask: str = Field(description="Qué preguntar cuando no se sabe.")


class HealthLevel(Entry):
    """A level of the score, from a lowest score on; «sin datos» has none."""

    code: HealthLevelCode
    name: str
    from_score: int | None = Field(default=None, ge=0, le=100)
    meaning: str
    action: str = Field(description="Qué se hace cuando ningún indicador pide otra cosa.")
