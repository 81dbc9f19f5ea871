"""The checks of each step. The order is that in which findings are shown: what is missing, then what is wrong."""

from retention_coach.checks import (
    accounts_at_risk,
    advocacy,
    alternatives,
    brevity,
    confidentiality,
    cost_claim,
    deadlines,
    diagnosis,
    evidence,
    feasibility,
    figures,
    guide,
    kpi_baselines,
    kpi_formulas,
    kpi_shape,
    kpi_targets,
    numbers_in_prose,
    owners,
    plan_goals,
    plan_shape,
    plan_strategy,
    quotations,
    seasonality,
    sector_actions,
    sector_shape,
    small_portfolio,
    style,
    workload,
)
from retention_coach.checks.context import Check

_TEXTS: tuple[Check, ...] = (
    style.texts_are_given,
    style.texts_are_finished,
    style.texts_are_formal,
)

_EVERY_OUTPUT: tuple[Check, ...] = (
    *_TEXTS,
    quotations.quotes_are_literal,
    confidentiality.confidences_are_kept,
    cost_claim.cost_claims_are_own,
    evidence.evidence_is_given,
    evidence.evidence_resolves,
    evidence.local_fit_resolves,
    numbers_in_prose.numbers_are_cited,
    figures.arithmetic_is_right,
    figures.source_agrees,
    figures.hours_and_costs_are_possible,
    owners.owners_are_known,
    brevity.actions_are_brief,
)

GUIDE_CHECKS: tuple[Check, ...] = (
    guide.guide_covers_topics,
    guide.guide_asks,
    guide.guide_ids_are_distinct,
    guide.guide_is_bearable,
    *_TEXTS,
    evidence.evidence_resolves,
)
"""Of `InterviewGuide`. A question claims nothing, so that only its text and its reference are judged."""

STRATEGY_CHECKS: tuple[Check, ...] = (
    diagnosis.inputs_are_filled,
    diagnosis.topics_are_covered,
    alternatives.alternatives_are_two,
    alternatives.alternatives_are_complete,
    alternatives.alternatives_differ,
    alternatives.objectives_are_dated,
    alternatives.effort_is_affordable,
    alternatives.recommendation_exists,
    small_portfolio.small_portfolios_are_counted,
    *_EVERY_OUTPUT,
)
"""Of `Strategy`."""

ACTION_PLAN_CHECKS: tuple[Check, ...] = (
    feasibility.infeasibility_is_justified,
    plan_shape.plan_follows_choice,
    plan_shape.plan_has_six_months,
    plan_shape.months_have_actions,
    plan_shape.actions_have_resources,
    plan_shape.actions_differ,
    plan_goals.goals_have_numbers,
    plan_goals.goals_are_dated,
    plan_goals.goals_advance,
    plan_goals.indicators_match_goals,
    plan_strategy.levers_are_used,
    plan_strategy.objectives_are_pursued,
    plan_strategy.final_targets_are_kept,
    deadlines.plan_deadlines_hold,
    seasonality.seasons_are_considered,
    seasonality.calendar_end_is_said,
    workload.action_plan_fits,
    accounts_at_risk.accounts_at_risk_are_attended,
    small_portfolio.small_portfolios_are_counted,
    *_EVERY_OUTPUT,
)
"""Of `ActionPlan`; they read the choice and the `Strategy`."""

KPI_CHECKS: tuple[Check, ...] = (
    kpi_shape.kpis_are_the_six,
    kpi_formulas.formulas_are_known,
    kpi_formulas.directions_are_right,
    kpi_baselines.baselines_are_ours,
    kpi_targets.targets_are_the_plans,
    kpi_targets.benchmarks_are_published,
    kpi_targets.scenarios_cover_all,
    small_portfolio.small_portfolios_are_counted,
    *_EVERY_OUTPUT,
)
"""Of `KpiSet`; they read the `ActionPlan`."""

SECTOR_PLAN_CHECKS: tuple[Check, ...] = (
    feasibility.infeasibility_is_justified,
    sector_shape.sector_is_named,
    sector_shape.considerations_are_four,
    sector_shape.phases_are_three,
    sector_actions.sector_actions_are_the_plans,
    deadlines.sector_deadlines_hold,
    workload.sector_plan_fits,
    *_EVERY_OUTPUT,
)
"""Of `SectorPlan`; they read the `ActionPlan`."""

ADVOCACY_CHECKS: tuple[Check, ...] = (
    feasibility.infeasibility_is_justified,
    advocacy.strategies_are_five,
    advocacy.strategies_are_complete,
    advocacy.strategies_differ,
    advocacy.strategies_win_customers,
    advocacy.strategies_ask_permission,
    advocacy.strategies_start_from_experience,
    workload.advocacy_plan_fits,
    *_EVERY_OUTPUT,
)
"""Of `AdvocacyPlan`; they read the `ActionPlan` and the `SectorPlan`."""
