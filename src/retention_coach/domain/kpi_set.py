"""Step 63: the six indicators."""

from typing import Literal

from pydantic import Field

from retention_coach.domain.base import KpiId, Wire
from retention_coach.domain.evidence import Evidence, Figure

Frequency = Literal["weekly", "monthly", "quarterly", "semiannual", "annual"]


class Scenario(Wire):
    """Qué hacer cuando el indicador cae en un rango; los tres rangos cubren todos los valores sin traslaparse."""

    label: Literal["alert", "watch", "on_target"] = Field(description="alerta, atención o en meta.")
    low: float | None = Field(description="Límite inferior, incluido; vacío si no hay.")
    high: float | None = Field(description="Límite superior, excluido; vacío si no hay.")
    action: str = Field(description="Qué hacer en este escenario.")


class OptimalRatio(Wire):
    """El ratio óptimo: primero la meta propia con su cálculo; la referencia externa es nota al pie."""

    own_target: str = Field(description="La meta propia y cómo se calculó.")
    benchmark_id: str | None = Field(description="Referencia publicada de la base de conocimiento, si la hay.")
    benchmark_note: str = Field(description="Qué dice y qué límites tiene, o que no hay referencia publicada.")


class Kpi(Wire):
    """Un indicador clave."""

    kpi: KpiId = Field(description="Cuál de los seis indicadores.")
    definition: str = Field(description="Qué mide exactamente en esta empresa.")
    formula_id: str = Field(description="Fórmula del catálogo con que se calcula.")
    formula_text: str = Field(description="La fórmula en palabras.")
    frequency: Frequency = Field(description="Cada cuánto se mide.")
    direction: Literal["up", "down"] = Field(description="up: mejor si sube; down: mejor si baja.")
    baseline: Figure | None = Field(description="Línea base; vacío si aún no se conoce.")
    baseline_note: str = Field(description="Confianza de la línea base, o cómo se obtendrá.")
    target: Figure | None = Field(description="Meta a seis meses; vacío mientras no haya línea base.")
    optimal_ratio: OptimalRatio
    scenarios: tuple[Scenario, ...] = Field(description="Tres escenarios: alerta, atención y en meta.")
    owner: str = Field(description="Quién lo mide: un cargo del equipo.")
    data_source: str = Field(description="De dónde sale el dato.")
    evidence: tuple[Evidence, ...] = Field(description="En qué se apoya.")
    figures: tuple[Figure, ...] = Field(description="Cifras que mencionan sus textos.")


class KpiSetDraft(Wire):
    """Los seis indicadores de retención."""

    kpis: tuple[Kpi, ...] = Field(description="Exactamente seis, uno por indicador.")


class KpiSet(KpiSetDraft):
    """The indicators as they are stored; their ids are those of the six KPIs."""
