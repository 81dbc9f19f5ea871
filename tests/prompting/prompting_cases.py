"""A realistic company with every earlier output, and a fixed choice of knowledge, for the tests of prompts."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from retention_coach.domain.action_plan import ActionPlan, ActionPlanDraft, MainIndicator, PlanAction, PlanMonth
from retention_coach.domain.advocacy_plan import AdvocacyPlanDraft
from retention_coach.domain.base import Wire
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.figures import CompanyFigures, Measure
from retention_coach.domain.interview import AnsweredQuestion, InterviewGuide
from retention_coach.domain.kpi_set import Kpi, KpiSet, KpiSetDraft, OptimalRatio, Scenario
from retention_coach.domain.profile import Account, Contact, Profile, Segment, TeamMember
from retention_coach.domain.sector_plan import (
    PHASE_TITLES,
    Consideration,
    Phase,
    SectorAction,
    SectorPlan,
    SectorPlanDraft,
)
from retention_coach.domain.strategy import (
    Alternative,
    Lever,
    LocalFit,
    Objective,
    Observation,
    Recommendation,
    Strategy,
    StrategyDraft,
    Unknown,
)
from retention_coach.ports import StepInputs
from retention_coach.prompting import TemplateRenderer, locate_prompts
from retention_coach.prompting.context import Selection

PROMPTS = Path(__file__).parents[2] / "prompts"

REPLIES: Mapping[str, type[Wire]] = {
    "61-interview": InterviewGuide,
    "61-strategy": StrategyDraft,
    "62-action-plan": ActionPlanDraft,
    "63-kpis": KpiSetDraft,
    "64-sector-plan": SectorPlanDraft,
    "65-advocacy": AdvocacyPlanDraft,
}
"""What each template asks an engine to fill."""

READS: Mapping[str, tuple[type[BaseModel], ...]] = {
    "61-interview": (),
    "61-strategy": (),
    "62-action-plan": (Strategy,),
    "63-kpis": (Strategy, ActionPlan),
    "64-sector-plan": (Strategy, ActionPlan, KpiSet),
    "65-advocacy": (Strategy, ActionPlan, KpiSet, SectorPlan),
}
"""The earlier outputs that each step reads."""

ANSWER = Evidence(kind="answer", ref="Q3", detail="")
SELECTION: Selection = {
    "knowledge": [
        {"id": "sector.flores", "name": "Floricultura", "professional_judgement": True},
        {"id": "season.san-valentin", "text": "Pico de exportación antes del 14 de febrero."},
    ],
    "months": [{"period": f"2027-0{month}", "known": True, "working_days": 20} for month in range(1, 7)],
}


def select(_inputs: StepInputs, _template: str) -> Selection:
    """The same entries and months for every step."""
    return SELECTION


def fresh_renderer() -> TemplateRenderer:
    """A new renderer over the templates of this repository."""
    return TemplateRenderer(locate_prompts(PROMPTS), select=select)


@cache
def renderer() -> TemplateRenderer:
    """One renderer for the tests that do not mind sharing it."""
    return fresh_renderer()


def profile(**changes: object) -> Profile:
    """An accountants' office in Quito that serves flower farms."""
    data: dict[str, object] = {
        "company": "Andes Contadores",
        "ruc": "1791234567001",
        "services": "Contabilidad y declaraciones para fincas",
        "main_benefit": "Declaraciones a tiempo y sin multas",
        "customer_profile": "Fincas florícolas medianas de Cayambe",
        "industry": "Servicios contables",
        "canton": "Quito",
        "customer_industries": ("Floricultura",),
        "customer_cantons": ("Cayambe",),
        "size": "small",
        "relationship_model": "contract",
        "start_month": "2027-01",
        "team": (TeamMember(role="Ejecutiva de cuenta", hours_per_month=24),),
        "budget_usd": 1_800.5,
        "contacts": (Contact(id="P1", title="Ing.", name="Rosa Paredes", role="Gerente", account_id="C1"),),
        "segments": (Segment(name="Fincas medianas", customers=18),),
        "accounts": (Account(id="C1", customer="Flores del Cayambe", annual_revenue_usd=14_400, risk="medium"),),
        "figures": CompanyFigures(
            customers_start=Measure(value=46, cutoff=date(2026, 10, 31), origin="system"),
            customers_lost=Measure(value=5, origin="estimate", note="«creo que cinco»"),
            nps_promoters=Measure(value=None),
        ),
    }
    return Profile.model_validate(data | changes)


def answers(*texts: str | None) -> tuple[AnsweredQuestion, ...]:
    """Answers Q3, Q4 … with these texts; realistic ones if there are none."""
    given = texts or ("Tres fincas se quejaron de que «a veces responden tarde».", None)
    return tuple(
        AnsweredQuestion(id=f"Q{number}", topic="risks", question="¿Qué oye?", text=text, consultant_only=number == 4)
        for number, text in enumerate(given, start=3)
    )


def inputs(
    template: str, company: Profile | None = None, replies: tuple[AnsweredQuestion, ...] | None = None
) -> StepInputs:
    """What the step of this template reads."""
    if template == "61-interview":
        return StepInputs(profile=company or profile())
    return StepInputs(
        profile=company or profile(),
        answers=answers() if replies is None else replies,
        choice="A" if READS[template] else None,
        outputs={model: OUTPUTS[model] for model in READS[template]},
    )


def _figure(label: str, value: float) -> Figure:
    return Figure(label=label, value=value, unit="customers", basis=ANSWER)


def _objective(due: date) -> Objective:
    return Objective(
        kpi="churn",
        kind="improve",
        statement="Perder a lo sumo 3 clientes",
        baseline=_figure("Clientes perdidos", 5),
        target=_figure("Clientes perdidos como máximo", 3),
        due=due,
    )


def _alternative(label: str, name: str) -> Alternative:
    lever = Lever(
        method="proactive_checkin",
        name="Ronda de escucha",
        first_action="Visitar a las 3 fincas que se quejaron",
        evidence=(ANSWER,),
    )
    return Alternative.model_validate(
        {
            "label": label,
            "name": name,
            "focus": "Atiende primero las quejas; deja la expansión para después",
            "why": "Las quejas abiertas son el riesgo más cercano",
            "levers": (lever,),
            "objectives": (_objective(date(2027, 6, 30)),),
            "effort_hours": 80,
            "cost_usd": 600,
            "weeks_to_first_result": 6,
            "must_be_true": ("La ejecutiva de cuenta dispone de sus horas",),
            "how_it_can_fail": ("Las visitas caen en el pico de la finca",),
            "early_sign": "Dos visitas aplazadas en un mes",
            "local_fit": (
                LocalFit(knowledge_id="season.san-valentin", statement="Sin visitas hasta el 14 de febrero"),
            ),
            "evidence": (ANSWER,),
            "figures": (),
        }
    )


STRATEGY = Strategy(
    diagnosis=(
        Observation(
            id="D1", topic="risks", statement="Hay quejas de demora", strength="medium", evidence=(ANSWER,), figures=()
        ),
    ),
    unknowns=(Unknown(topic="situation", what="Cuántos recomendarían", how_to_know="Encuesta de una pregunta"),),
    alternatives=(_alternative("A", "Responder a tiempo"), _alternative("B", "Crecer con las fincas satisfechas")),
    recommendation=Recommendation(
        label="A", reason="Urge", when_the_other_is_better="Sin quejas abiertas", evidence=(ANSWER,), figures=()
    ),
)

ACTION_PLAN = ActionPlan(
    alternative="A",
    months=tuple(
        PlanMonth(
            number=month,
            period=f"2027-0{month}",
            goal=_objective(date(2027, month, 26)),
            main_indicator=MainIndicator(kpi="churn", reading="Ninguna baja en el mes"),
            seasonality=(),
            seasonality_note="Nada pesa en el mes",
            actions=(
                PlanAction(
                    id=f"A{month}",
                    activity=f"Llamar al grupo {month} de fincas y cerrar sus pendientes",
                    owner="Ejecutiva de cuenta",
                    resources=("Lista de pendientes",),
                    hours=10,
                    cost_usd=50,
                    deadline=date(2027, month, 22),
                    method="proactive_checkin",
                    kpi="churn",
                    metric="Pendientes cerrados",
                    evidence=(ANSWER,),
                    figures=(),
                ),
            ),
            figures=(),
        )
        for month in range(1, 7)
    ),
    calendar_note="",
    infeasible=None,
)

KPI_SET = KpiSet(
    kpis=(
        Kpi(
            kpi="churn",
            definition="Fincas que no renuevan su contrato",
            formula_id="logo_churn",
            formula_text="Perdidas entre fincas al inicio",
            frequency="quarterly",
            direction="down",
            baseline=_figure("Clientes perdidos", 5),
            baseline_note="Estimación de la gerencia",
            target=_figure("Clientes perdidos como máximo", 3),
            optimal_ratio=OptimalRatio(
                own_target="3 de 46 fincas", benchmark_id=None, benchmark_note="sin referencia publicada"
            ),
            scenarios=(Scenario(label="alert", low=6, high=None, action="Reunir a la gerencia en 48 horas"),),
            owner="Ejecutiva de cuenta",
            data_source="Registro de contratos",
            evidence=(ANSWER,),
            figures=(),
        ),
    )
)

SECTOR_PLAN = SectorPlan(
    industry="Floricultura",
    customer_profile="Fincas florícolas medianas de Cayambe",
    considerations=(
        Consideration(kind="business_cycle", statement="El pico es San Valentín", evidence=(ANSWER,), figures=()),
    ),
    phases=tuple(
        Phase(
            title=title,
            purpose="Estar cerca cuando la finca lo necesita",
            actions=(
                SectorAction(
                    id=f"S{number}",
                    plan_action_id=f"A{number * 2}",
                    activity="Llamar a la finca después de su despacho",
                    owner="Ejecutiva de cuenta",
                    hours=10,
                    cost_usd=50,
                    deadline=date(2027, number * 2, 22),
                    kpi="churn",
                    metric="Pendientes cerrados",
                    target=_figure("Clientes perdidos como máximo", 3),
                    local_fit=LocalFit(knowledge_id="season.san-valentin", statement="Fuera del pico"),
                    evidence=(ANSWER,),
                    figures=(),
                ),
            ),
            figures=(),
        )
        for number, title in enumerate(PHASE_TITLES, start=1)
    ),
    infeasible=None,
)

OUTPUTS: Mapping[type[BaseModel], BaseModel] = {
    Strategy: STRATEGY,
    ActionPlan: ACTION_PLAN,
    KpiSet: KPI_SET,
    SectorPlan: SECTOR_PLAN,
}
