"""Step 62: six months of goals and actions."""

from datetime import date

from pydantic import Field

from retention_coach.domain.base import AlternativeLabel, KpiId, Method, Wire
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.strategy import LocalFit, Objective


class Infeasible(Wire):
    """Por qué este paso no puede hacerse con los recursos que hay."""

    reason: str = Field(description="Qué lo impide.")
    needed: str = Field(description="Qué haría falta para poder hacerlo.")
    figures: tuple[Figure, ...] = Field(description="Cifras que menciona el texto.")


class PlanActionDraft(Wire):
    """Una acción concreta del plan."""

    activity: str = Field(description="Actividad específica, de 25 palabras como máximo.")
    owner: str = Field(description="Responsable de ejecución: un cargo del equipo.")
    resources: tuple[str, ...] = Field(description="Recursos necesarios; al menos uno.")
    hours: float = Field(description="Horas de trabajo.")
    cost_usd: float = Field(description="Costo en USD.")
    deadline: date = Field(description="Fecha límite: un día laborable de ese mes.")
    method: Method = Field(description="Cuál de las cinco estrategias probadas usa.")
    kpi: KpiId = Field(description="Indicador que mueve.")
    metric: str = Field(description="Qué se cuenta para saber que se hizo bien.")
    evidence: tuple[Evidence, ...] = Field(description="Por qué esta acción en esta empresa; al menos una.")
    figures: tuple[Figure, ...] = Field(description="Cifras que mencionan sus textos.")


class MainIndicator(Wire):
    """El indicador de éxito principal del mes."""

    kpi: KpiId = Field(description="Indicador.")
    reading: str = Field(description="Qué lectura de fin de mes dice que se va bien.")


class PlanMonthDraft(Wire):
    """Un mes del plan."""

    number: int = Field(description="Número del mes, de 1 a 6.")
    period: str = Field(description="Mes calendario, aaaa-mm.")
    goal: Objective
    main_indicator: MainIndicator
    seasonality: tuple[LocalFit, ...] = Field(description="Feriados, temporadas y ciclos que pesan en el mes.")
    seasonality_note: str = Field(description="Qué se hace distinto por ello, o por qué no pesa nada.")
    actions: tuple[PlanActionDraft, ...] = Field(description="Acciones del mes; al menos una.")
    figures: tuple[Figure, ...] = Field(description="Cifras que mencionan sus textos.")


class ActionPlanDraft(Wire):
    """Plan de acción de seis meses sobre la alternativa elegida."""

    alternative: AlternativeLabel = Field(description="Alternativa elegida sobre la que se construye.")
    months: tuple[PlanMonthDraft, ...] = Field(description="Seis meses seguidos, en orden.")
    calendar_note: str = Field(description="Aviso si el plan sale de los años con calendario conocido; vacío si no.")
    infeasible: Infeasible | None = Field(description="Solo si el plan no puede hacerse con los recursos que hay.")


class PlanAction(PlanActionDraft):
    """An action with the id that the sector plan, the calendar and the follow-up cite."""

    id: str


class PlanMonth(PlanMonthDraft):
    """A month whose actions have ids."""

    actions: tuple[PlanAction, ...]


class ActionPlan(ActionPlanDraft):
    """The action plan as it is stored."""

    months: tuple[PlanMonth, ...]

    def actions(self) -> dict[str, PlanAction]:
        """Every action by its id, in the order of the plan."""
        return {action.id: action for month in self.months for action in month.actions}
