"""The steps, each declared once; nothing else lists them."""

from retention_coach.chain import identify
from retention_coach.chain.spec import Reply, StepSpec
from retention_coach.checks import (
    ACTION_PLAN_CHECKS,
    ADVOCACY_CHECKS,
    GUIDE_CHECKS,
    KPI_CHECKS,
    SECTOR_PLAN_CHECKS,
    STRATEGY_CHECKS,
)
from retention_coach.domain.action_plan import ActionPlan, ActionPlanDraft
from retention_coach.domain.advocacy_plan import AdvocacyPlan, AdvocacyPlanDraft
from retention_coach.domain.interview import InterviewGuide
from retention_coach.domain.kpi_set import KpiSet, KpiSetDraft
from retention_coach.domain.sector_plan import SectorPlan, SectorPlanDraft
from retention_coach.domain.strategy import Strategy, StrategyDraft
from retention_coach.errors import InvalidInputError

_COMPANY = (
    "profile.company",
    "profile.services",
    "profile.main_benefit",
    "profile.customer_profile",
    "profile.industry",
    "profile.canton",
    "profile.customer_industries",
    "profile.customer_cantons",
    "profile.size",
    "profile.relationship_model",
    "profile.inactivity_days",
    "profile.start_month",
)
_MEANS = ("profile.team", "profile.budget_usd")
_TAX_DAYS = ("profile.ruc",)  # its ninth digit says on which days whoever keeps the books is not to be had
_PORTFOLIO = ("profile.segments", "profile.accounts", "profile.contacts")

PROFILE = StepSpec(id="profile", title="Perfil de la empresa", kind="profile")

INTERVIEW = StepSpec(
    id="61-interview",
    title="Entrevista",
    kind="dialogue",
    after=(PROFILE.id,),
    reads=_COMPANY,
    reply=Reply(InterviewGuide, InterviewGuide, identify.identify_guide, GUIDE_CHECKS),
)

STRATEGY = StepSpec(
    id="61-strategy",
    title="Estrategia de retención",
    kind="engine",
    after=(INTERVIEW.id,),
    reads=(*_COMPANY, *_MEANS, *_TAX_DAYS, *_PORTFOLIO, "figures", "answers"),
    reply=Reply(StrategyDraft, Strategy, identify.identify_strategy, STRATEGY_CHECKS),
)

CHOICE = StepSpec(id="61-choice", title="Elección de la alternativa", kind="choice", after=(STRATEGY.id,))

ACTION_PLAN = StepSpec(
    id="62-action-plan",
    title="Plan de acción de seis meses",
    kind="engine",
    after=(CHOICE.id,),
    reads=(*_COMPANY, *_MEANS, *_TAX_DAYS, *_PORTFOLIO, "figures", "answers", "choice", f"steps.{STRATEGY.id}"),
    reply=Reply(ActionPlanDraft, ActionPlan, identify.identify_action_plan, ACTION_PLAN_CHECKS),
)

KPIS = StepSpec(
    id="63-kpis",
    title="Indicadores de retención",
    kind="engine",
    after=(ACTION_PLAN.id,),
    reads=(
        *_COMPANY,
        "profile.team",
        *_PORTFOLIO,
        "figures",
        "answers",
        "choice",
        *(f"steps.{step.id}" for step in (STRATEGY, ACTION_PLAN)),
    ),
    reply=Reply(KpiSetDraft, KpiSet, identify.identify_kpi_set, KPI_CHECKS),
)

SECTOR_PLAN = StepSpec(
    id="64-sector-plan",
    title="Plan sectorial",
    kind="engine",
    after=(KPIS.id,),
    reads=(
        *_COMPANY,
        *_MEANS,
        *_TAX_DAYS,
        *_PORTFOLIO,
        "figures",
        "answers",
        "choice",
        *(f"steps.{step.id}" for step in (STRATEGY, ACTION_PLAN, KPIS)),
    ),
    reply=Reply(SectorPlanDraft, SectorPlan, identify.identify_sector_plan, SECTOR_PLAN_CHECKS),
)

ADVOCACY = StepSpec(
    id="65-advocacy",
    title="Experiencias positivas",
    kind="engine",
    after=(SECTOR_PLAN.id,),
    reads=(
        *_COMPANY,
        *_MEANS,
        *_PORTFOLIO,
        "figures",
        "answers",
        "choice",
        *(f"steps.{step.id}" for step in (STRATEGY, ACTION_PLAN, KPIS, SECTOR_PLAN)),
    ),
    reply=Reply(AdvocacyPlanDraft, AdvocacyPlan, identify.identify_advocacy_plan, ADVOCACY_CHECKS),
)

STEPS: tuple[StepSpec, ...] = (PROFILE, INTERVIEW, STRATEGY, CHOICE, ACTION_PLAN, KPIS, SECTOR_PLAN, ADVOCACY)
"""Every step, each after those it needs."""

BY_ID = {step.id: step for step in STEPS}

WITH_REPLY: tuple[StepSpec, ...] = tuple(step for step in STEPS if step.reply)
"""The steps that an engine answers: those with a prompt."""


def step_named(text: str) -> StepSpec:
    """The step that a person means: its id, or the number of its prompt («61» is the strategy).

    Raises:
        InvalidInputError: if there is none.
    """
    wanted = text.strip().casefold()
    if wanted in BY_ID:
        return BY_ID[wanted]
    for step in STEPS:
        if step.kind == "engine" and step.number == wanted:
            return step
    known = ", ".join(step.id for step in WITH_REPLY)
    raise InvalidInputError(
        f"No hay un paso «{text}».", hint=f"Use 61, 62, 63, 64 o 65, o el nombre completo: {known}."
    )
