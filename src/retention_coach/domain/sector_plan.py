"""Step 64: the plan seen from the customers' sector, in three phases of two months."""

from datetime import date
from typing import Literal

from pydantic import Field

from retention_coach.domain.action_plan import Infeasible
from retention_coach.domain.base import KpiId, Wire
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.strategy import LocalFit

ConsiderationKind = Literal["particularities", "business_cycle", "competitive_pressures", "customer_expectations"]

PHASE_TITLES: tuple[str, str, str] = (
    "Mes 1-2: Fortalecimiento de relación inicial",
    "Mes 3-4: Creación de valor agregado",
    "Mes 5-6: Fidelización y expansión",
)
"""The titles that prompt 64 fixes, word for word."""


class Consideration(Wire):
    """Una de las cuatro consideraciones del sector."""

    kind: ConsiderationKind = Field(
        description="particularities: particularidades; business_cycle: ciclo de negocio; "
        "competitive_pressures: presiones competitivas; customer_expectations: expectativas del cliente."
    )
    statement: str = Field(description="Qué ocurre en el sector y qué significa para esta empresa.")
    evidence: tuple[Evidence, ...] = Field(description="En qué se apoya; al menos una.")
    figures: tuple[Figure, ...] = Field(description="Cifras que menciona el texto.")


class SectorActionDraft(Wire):
    """Una acción del plan sectorial: una del plan de seis meses vista desde el sector, o una nueva."""

    plan_action_id: str | None = Field(description="Acción del plan de seis meses que es; vacío si es nueva.")
    activity: str = Field(description="Actividad específica, de 25 palabras como máximo.")
    owner: str = Field(description="Responsable: un cargo del equipo.")
    hours: float = Field(description="Horas; las mismas de la acción del plan si es una de ellas.")
    cost_usd: float = Field(description="Costo en USD; el mismo de la acción del plan si es una de ellas.")
    deadline: date = Field(description="Fecha límite: un día laborable de la fase.")
    kpi: KpiId = Field(description="Indicador que mueve.")
    metric: str = Field(description="Cómo se mide.")
    target: Figure
    local_fit: LocalFit
    evidence: tuple[Evidence, ...] = Field(description="Por qué en este sector y esta empresa.")
    figures: tuple[Figure, ...] = Field(description="Cifras que mencionan sus textos.")


class PhaseDraft(Wire):
    """Una fase de dos meses."""

    title: str = Field(description="Título fijo de la fase.")
    purpose: str = Field(description="Qué se busca en la fase en este sector.")
    actions: tuple[SectorActionDraft, ...] = Field(description="Acciones de la fase; al menos una.")
    figures: tuple[Figure, ...] = Field(description="Cifras que menciona el texto.")


class SectorPlanDraft(Wire):
    """Plan sectorial personalizado."""

    industry: str = Field(description="La industria de los clientes para la que se hace.")
    customer_profile: str = Field(description="El perfil de cliente para el que se hace.")
    considerations: tuple[Consideration, ...] = Field(description="Las cuatro, una de cada una.")
    phases: tuple[PhaseDraft, ...] = Field(description="Las tres fases, en orden.")
    infeasible: Infeasible | None = Field(description="Solo si el plan no puede hacerse con los recursos que hay.")


class SectorAction(SectorActionDraft):
    """A sector action with its id."""

    id: str


class Phase(PhaseDraft):
    """A phase whose actions have ids."""

    actions: tuple[SectorAction, ...]


class SectorPlan(SectorPlanDraft):
    """The sector plan as it is stored."""

    phases: tuple[Phase, ...]

    def new_actions(self) -> tuple[SectorAction, ...]:
        """The actions that the six-month plan does not have, which need hours and money of their own."""
        return tuple(a for phase in self.phases for a in phase.actions if a.plan_action_id is None)
