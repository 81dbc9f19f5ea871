"""Step 65: five strategies that use the good experiences of today's customers."""

from pydantic import Field

from retention_coach.domain.action_plan import Infeasible
from retention_coach.domain.base import KpiId, Method, Wire
from retention_coach.domain.evidence import Evidence, Figure


class SuccessMetric(Wire):
    """Una métrica de éxito con su meta."""

    name: str = Field(description="Qué se mide.")
    kpi: KpiId | None = Field(description="Indicador de los seis al que contribuye, si hay uno.")
    target: Figure
    how_to_measure: str = Field(description="Cómo se obtiene el dato.")


class AdvocacyStrategyDraft(Wire):
    """Una estrategia que aprovecha experiencias positivas de clientes actuales."""

    name: str = Field(description="Nombre de la estrategia.")
    action: str = Field(description="Acción específica: qué hacer exactamente, en 25 palabras como máximo.")
    objective: str = Field(description="Qué se busca lograr.")
    steps: tuple[str, ...] = Field(description="Implementación paso a paso; al menos dos pasos en orden.")
    resources: tuple[str, ...] = Field(description="Recursos necesarios.")
    success_metrics: tuple[SuccessMetric, ...] = Field(description="Cómo medir la efectividad; al menos una.")
    commercial_application: str = Field(description="Cómo usarlo para generar nuevos clientes.")
    consent_text: str = Field(description="Texto con que se pide permiso para usar nombre, logotipo o palabras.")
    message: str = Field(description="Guion o mensaje para pedirlo al cliente, en usted.")
    owner: str = Field(description="Responsable: un cargo del equipo.")
    month: int = Field(description="Mes del plan en que se ejecuta, de 1 a 6.")
    hours: float = Field(description="Horas de trabajo.")
    cost_usd: float = Field(description="Costo en USD.")
    method: Method = Field(description="Cuál de las cinco estrategias probadas usa.")
    evidence: tuple[Evidence, ...] = Field(description="De qué experiencia, respuesta o cuenta parte.")
    figures: tuple[Figure, ...] = Field(description="Cifras que mencionan sus textos.")


class AdvocacyPlanDraft(Wire):
    """Cinco estrategias para aprovechar las experiencias positivas."""

    strategies: tuple[AdvocacyStrategyDraft, ...] = Field(description="Exactamente cinco.")
    infeasible: Infeasible | None = Field(description="Solo si no pueden hacerse con los recursos que hay.")


class AdvocacyStrategy(AdvocacyStrategyDraft):
    """A strategy with its id."""

    id: str


class AdvocacyPlan(AdvocacyPlanDraft):
    """The advocacy plan as it is stored."""

    strategies: tuple[AdvocacyStrategy, ...]
