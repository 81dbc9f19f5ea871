"""The company's figures: each with value, unit, period, cut-off date and origin; any may be «no sé»."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from retention_coach.domain.base import Stored, Unit
from retention_coach.domain.text import ShortText

Origin = Literal["system", "estimate", "assumption"]
Period = Literal["month", "quarter", "semester", "year", "moment"]


class Measure(Stored):
    """One figure. `value` is None when the company said that it does not know."""

    value: float | None = Field(default=None, allow_inf_nan=False, description="El valor; vacío es «no sé».")
    period: Period = Field(default="year", description="Período al que corresponde.")
    cutoff: date | None = Field(default=None, description="Fecha de corte del dato.")
    origin: Origin = Field(default="estimate", description="De dónde sale: sistema, estimación o supuesto.")
    note: ShortText = Field(default="", description="Lo que se dijo al darla.")


class CompanyFigures(Stored):
    """Every figure a session can hold; None means that it was not asked yet."""

    customers_start: Measure | None = Field(default=None, description="Clientes activos al inicio del período.")
    customers_lost: Measure | None = Field(default=None, description="Clientes perdidos en el período.")
    customers_new: Measure | None = Field(default=None, description="Clientes nuevos en el período.")
    revenue_opening: Measure | None = Field(default=None, description="Ingresos de los clientes al inicio, USD.")
    revenue_expansion: Measure | None = Field(default=None, description="Ingresos ganados por ampliación, USD.")
    revenue_contraction: Measure | None = Field(default=None, description="Ingresos perdidos por reducción, USD.")
    revenue_lost: Measure | None = Field(default=None, description="Ingresos perdidos con clientes que se fueron, USD.")
    gross_margin: Measure | None = Field(default=None, description="Margen bruto, %.")
    acquisition_cost: Measure | None = Field(default=None, description="Costo de captar un cliente, USD.")
    retention_cost: Measure | None = Field(default=None, description="Costo anual de conservar un cliente, USD.")
    discount_rate: Measure | None = Field(default=None, description="Tasa de descuento anual, %.")
    nps_promoters: Measure | None = Field(default=None, description="Respuestas de 9 o 10 a la pregunta de NPS.")
    nps_passives: Measure | None = Field(default=None, description="Respuestas de 7 u 8.")
    nps_detractors: Measure | None = Field(default=None, description="Respuestas de 0 a 6.")
    usage_events: Measure | None = Field(default=None, description="Usos o pedidos del servicio en el período.")
    active_customers: Measure | None = Field(default=None, description="Clientes activos en ese período.")
    response_hours_median: Measure | None = Field(
        default=None, description="Mediana de horas hábiles hasta la primera respuesta."
    )
    response_hours_p90: Measure | None = Field(
        default=None, description="Horas hábiles dentro de las que se responde el 90 % de los casos."
    )

    @model_validator(mode="after")
    def _within_bounds(self) -> "CompanyFigures":
        for figure_id, measure in self.known():
            low, high = BOUNDS[UNITS[figure_id]]
            if not low <= measure <= high:
                raise ValueError(f"«{figure_id}» debe estar entre {low:g} y {high:g}")
            if UNITS[figure_id] in {"customers", "answers"} and not measure.is_integer():
                raise ValueError(f"«{figure_id}» se cuenta en números enteros")
        start, lost = self.value("customers_start"), self.value("customers_lost")
        if start is not None and lost is not None and lost > start:
            raise ValueError("los clientes perdidos no pueden ser más que los clientes al inicio")
        return self

    def known(self) -> Iterator[tuple[str, float]]:
        """The figures that have a value, as pairs of id and value."""
        for figure_id in UNITS:
            value = self.value(figure_id)
            if value is not None:
                yield figure_id, value

    def value(self, figure_id: str) -> float | None:
        """The value of a figure; None when it was not asked or is not known."""
        measure: Measure | None = getattr(self, figure_id)
        return None if measure is None else measure.value


UNITS: dict[str, Unit] = {
    "customers_start": "customers",
    "customers_lost": "customers",
    "customers_new": "customers",
    "revenue_opening": "usd",
    "revenue_expansion": "usd",
    "revenue_contraction": "usd",
    "revenue_lost": "usd",
    "gross_margin": "percent",
    "acquisition_cost": "usd",
    "retention_cost": "usd",
    "discount_rate": "percent",
    "nps_promoters": "answers",
    "nps_passives": "answers",
    "nps_detractors": "answers",
    "usage_events": "count",
    "active_customers": "customers",
    "response_hours_median": "hours",
    "response_hours_p90": "hours",
}
"""The unit of each figure, by its id."""

BOUNDS: dict[Unit, tuple[float, float]] = {
    "customers": (0, 1_000_000),
    "usd": (0, 10_000_000_000),
    "percent": (0, 100),
    "answers": (0, 1_000_000),
    "count": (0, 1_000_000_000),
    "hours": (0, 10_000),
}
"""The lowest and highest value accepted for each unit."""
