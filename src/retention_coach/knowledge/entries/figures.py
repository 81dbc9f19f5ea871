"""The figures that the interview asks for."""

from typing import Self

from pydantic import Field, model_validator

from retention_coach.domain.base import Unit
from retention_coach.domain.figures import Period
from retention_coach.knowledge.entries.vocabulary import KpiId
from retention_coach.knowledge.provenance import Entry


class FigureSpec(Entry):
    """How one figure is asked for, within which bounds, and what it is needed for.

    `low` and `high` are what is plausible, both included, in `unit`; percentages run from 0 to 100.
    """

    name: str
    question: str
    unit: Unit
    period: Period
    low: float
    high: float
    whole_number: bool = False
    help: str
    example: str
    needed_for: tuple[KpiId, ...] = ()
    depends: str = Field(description="Qué depende de la cifra.")
    if_unknown: str = Field(description="Cómo llegar a saberla.")

    @model_validator(mode="after")
    def _bounds_are_ordered(self) -> Self:
        if not self.low < self.high:
            raise ValueError(f"«{self.id}»: el límite inferior debe ser menor que el superior")
        return self

    @property
    def key(self) -> str:
        """`customers_start` for the id `figure.customers_start`: a field of `domain.figures.CompanyFigures`."""
        return self.id.removeprefix("figure.")
