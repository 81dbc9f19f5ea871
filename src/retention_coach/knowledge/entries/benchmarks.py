"""Published references that may be cited, and the honest absence of one."""

from typing import Literal, Self

from pydantic import Field, model_validator

from retention_coach.knowledge.entries.vocabulary import KpiId
from retention_coach.knowledge.provenance import Entry


class Benchmark(Entry):
    """A published figure with everything a reader needs in order to distrust it.

    `low` and `high` are equal where the source gives one value. None of them describes Ecuador: they are
    foreign proxies and must be shown as such.
    """

    kpi: KpiId
    name: str
    measure: str = Field(description="Definición de la métrica en la fuente.")
    low: float
    high: float
    unit: Literal["percent", "points", "hours", "minutes"]
    period: Literal["month", "year", "not_applicable"]
    year: int | None = Field(default=None, description="Año de los datos; None si la fuente no lo dice.")
    geography: str
    population: str
    n: str = Field(description="Tamaño de la muestra, como lo dice la fuente.")
    reading: Literal["own", "secondary"]
    sectors: tuple[str, ...] = Field(default=(), description="Sectores a los que se parece; vacío si ninguno.")
    limits: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _range_is_ordered(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"«{self.id}»: el valor inferior supera al superior")
        return self


class NoBenchmark(Entry):
    """What is said about an indicator for which no verifiable reference was found."""

    kpi: KpiId
    statement: str
    reason: str
    instead: str = Field(description="Qué usar en su lugar.")
