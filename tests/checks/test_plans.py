"""Months, hours, money and goals: where the line is drawn."""

from dataclasses import replace
from datetime import date

import pytest
from finding_mutations import added, after_strategy, changed, given, put, spoil
from sample_chain import (
    ACTION_PLAN,
    ADVOCACY_PLAN,
    BETTER_NPS,
    CONTEXTS,
    KPI_SET,
    SECTOR_PLAN,
    STRATEGY,
    figure,
    sums_to,
)
from sample_company import PROFILE
from test_checks import CHECKS

from retention_coach.checks import CheckContext, run_checks
from retention_coach.domain.action_plan import ActionPlan, Infeasible
from retention_coach.domain.kpi_set import Scenario

BUSY = Infeasible(reason="El equipo no tiene horas.", needed="Reservar algunas horas.", figures=())


def codes(step: str, path: str, value: object) -> set[str]:
    """Codes found once a place of the sample holds another value."""
    mutation = spoil(step, path, value)
    return {each.code for each in run_checks(CHECKS[step], mutation.output, mutation.context)}


def without_hours(step: str) -> CheckContext:
    """The step of a company whose team has one hour a month."""
    return given(step, "team", tuple(put(member, "hours_per_month", 0.5) for member in PROFILE.team)).context


def test_a_justified_refusal_need_not_be_complete() -> None:
    """With one hour a month there is no plan, and no complaint about its months."""
    empty = ACTION_PLAN.model_copy(update={"months": (), "infeasible": BUSY, "calendar_note": ""})
    assert run_checks(CHECKS["plan"], empty, without_hours("plan")) == ()
    none = SECTOR_PLAN.model_copy(update={"phases": (), "infeasible": BUSY})
    assert run_checks(CHECKS["sector"], none, without_hours("sector")) == ()
    nobody = ADVOCACY_PLAN.model_copy(update={"strategies": (), "infeasible": BUSY})
    assert run_checks(CHECKS["advocacy"], nobody, without_hours("advocacy")) == ()


def test_a_refusal_does_not_excuse_an_empty_plan_that_would_fit() -> None:
    """With thirty hours a month the missing months are reported beside the unjustified refusal."""
    empty = ACTION_PLAN.model_copy(update={"months": (), "infeasible": BUSY})
    found = {each.code for each in run_checks(CHECKS["plan"], empty, CONTEXTS["plan"])}
    assert found == {"INFEASIBLE_UNJUSTIFIED", "MONTHS_NOT_SIX", "LEVER_UNUSED", "OBJECTIVE_DROPPED"}


def test_new_sector_actions_count_on_top_of_the_plan() -> None:
    """October has four hours of the manager's; nineteen more of the assistant's fit, 27 do not."""
    path = "phases.1.actions.0.hours"
    assert codes("sector", path, 19) == set()
    assert codes("sector", path, 21) == {"OWNER_OVER_HOURS"}
    assert codes("sector", path, 27) == {"HOURS_OVER_CAPACITY"}
    assert codes("sector", "phases.1.actions.0.cost_usd", 461) == {"COST_OVER_BUDGET"}


def test_strategies_count_on_top_of_both_plans() -> None:
    """October (month 3) already has four hours of the manager's and two of the assistant's."""
    path = "strategies.2.hours"
    assert codes("advocacy", path, 6) == set()
    assert codes("advocacy", path, 6.5) == {"OWNER_OVER_HOURS"}
    assert codes("advocacy", path, 24.5) == {"HOURS_OVER_CAPACITY"}
    assert codes("advocacy", "strategies.2.cost_usd", 431) == {"COST_OVER_BUDGET"}


def test_a_month_that_was_too_full_before_is_not_blamed_on_a_later_step() -> None:
    """The sector plan adds nothing to September, so that September's overload is not reported there again."""
    context = CONTEXTS["sector"]
    full = put(ACTION_PLAN, "months.1.actions.0.hours", 40)
    inputs = replace(context.inputs, outputs={**context.inputs.outputs, ActionPlan: full})
    assert run_checks(CHECKS["sector"], SECTOR_PLAN, replace(context, inputs=inputs)) == ()


def test_an_unknown_canton_only_knows_national_holidays() -> None:
    """A place that no entry names is no reason to fail; the fiestas of Quito are then a working day."""
    mutation = given("plan", "canton", "Macondo")
    output = put(ACTION_PLAN, "months.4.actions.0.deadline", date(2027, 12, 6))
    assert run_checks(CHECKS["plan"], output, mutation.context) == ()


def test_effort_is_held_against_the_budget_too() -> None:
    """An alternative may not cost more than there is."""
    assert codes("strategy", "alternatives.0.cost_usd", 601) == {"EFFORT_OVER_CAPACITY"}


def test_alternatives_with_the_same_name_are_alike() -> None:
    """Different levers do not save two alternatives that are called the same."""
    assert codes("strategy", "alternatives.1.name", "RESPUESTA  a tiempo") == {"ALTERNATIVES_ALIKE"}


@pytest.mark.parametrize("field", ["focus", "must_be_true", "how_it_can_fail", "early_sign"])
def test_alternatives_may_not_share_their_words(field: str) -> None:
    """Each text that tells the two apart is the other's in nearly the same words: one idea, worded twice."""
    theirs = getattr(STRATEGY.alternatives[0], field)
    assert codes("strategy", f"alternatives.1.{field}", theirs) == {"ALTERNATIVES_SAME_WORDS"}


def test_one_condition_in_common_of_three_is_allowed() -> None:
    """The company's means may ask the same of both."""
    one, other = (item.must_be_true for item in STRATEGY.alternatives)
    both = put(STRATEGY, "alternatives.0.must_be_true", (*one, "Nadie sale de vacaciones.", "Hay presupuesto."))
    more = put(both, "alternatives.1.must_be_true", (*other, "Hay un responsable por finca.", *one))
    assert run_checks(CHECKS["strategy"], more, CONTEXTS["strategy"]) == ()


def test_a_small_difference_is_no_trade_off() -> None:
    """Two more hours of sixty are nothing to choose by; twenty are."""
    same = put(STRATEGY, "alternatives.1.weeks_to_first_result", 4)
    few, many = (put(same, "alternatives.1.effort_hours", hours) for hours in (62, 80))
    assert [each.code for each in run_checks(CHECKS["strategy"], few, CONTEXTS["strategy"])] == [
        "ALTERNATIVES_NO_TRADE_OFF"
    ]
    assert run_checks(CHECKS["strategy"], many, CONTEXTS["strategy"]) == ()


def test_one_lever_in_common_of_three_is_allowed() -> None:
    """A third in common is the limit: one of two levers of each alternative may be the other's."""
    assert codes("strategy", "alternatives.1.levers.0", STRATEGY.alternatives[0].levers[0]) == set()


def test_an_objective_that_is_only_measured_is_dropped() -> None:
    """The plan measures the NPS; an alternative that promises to improve it asks for more."""
    mutation = after_strategy("alternatives.0.objectives", added(BETTER_NPS))
    found = run_checks(CHECKS["plan"], mutation.output, mutation.context)
    assert [each.code for each in found] == ["OBJECTIVE_DROPPED"]


@pytest.mark.parametrize(
    ("paces", "targets", "is_reported"),
    [
        ((1, 2), (1, 2), False),
        ((1, 2), (2, 2), False),
        ((1, 2), (2, 1), True),
        ((3, 3), (2, 1), False),
        ((3, 3), (1, 2), True),
    ],
)
def test_losses_until_a_month_may_grow_with_the_months(
    paces: tuple[float, float], targets: tuple[float, float], is_reported: bool
) -> None:
    """Counted to each month's end, as their pace is, they grow; over one same period they only shrink."""
    months = [
        put(
            month,
            "goal",
            month.goal.model_copy(
                update={
                    "kpi": "churn",
                    "kind": "improve",
                    "baseline": figure(pace, "customers", "figure", "customers_lost"),
                    "target": figure(target, "customers", "figure", "customers_lost"),
                }
            ),
        )
        for month, pace, target in zip(ACTION_PLAN.months[:2], paces, targets, strict=True)
    ]
    plan = put(ACTION_PLAN, "months", tuple(months))
    assert (
        "GOAL_REGRESSES" in {each.code for each in run_checks(CHECKS["plan"], plan, CONTEXTS["plan"])}
    ) is is_reported


@pytest.mark.parametrize(
    ("lows", "highs", "is_valid"),
    [
        ((None, 5, 9), (5, 9, None), True),
        ((9, 5, None), (None, 9, 5), True),
        ((None, 5), (5, None), True),
        ((None,), (None,), False),
        ((0, 5, 9), (5, 9, None), False),
        ((None, 5, 9), (5, 9, 10), False),
        ((None, 4, 9), (5, 9, None), False),
        ((None, 6, 9), (5, 9, None), False),
        ((None, 5, 5), (5, 5, None), False),
        ((None, None), (None, None), False),
        ((), (), False),
    ],
)
def test_scenarios_cover_every_value_once(
    lows: tuple[float | None, ...], highs: tuple[float | None, ...], is_valid: bool
) -> None:
    """In any order, the ranges join without gap or overlap from end to end."""
    scenarios = tuple(
        Scenario(label="watch", low=low, high=high, action=f"Hacer la tarea {'abcd'[index]}.")
        for index, (low, high) in enumerate(zip(lows, highs, strict=True))
    )
    assert codes("kpis", "kpis.0.scenarios", scenarios) == (set() if is_valid else {"SCENARIOS_INVALID"})


def test_retention_may_be_given_in_percent_or_in_customers() -> None:
    """The baseline of 18 customers and 3 losses is 83.3 % or 15 customers, and nothing else."""
    percent = figure(83.33, "percent", "calculation", "retention_by_lost", "(18 - 3) / 18 * 100")
    assert codes("kpis", "kpis.0.baseline", percent) == set()
    assert codes("kpis", "kpis.0.baseline", sums_to(16, "customers", "18 - 2")) == {"BASELINE_MISMATCH"}


def test_a_baseline_out_of_nothing_is_a_mismatch() -> None:
    """Usage was answered with «no sé»: no figure can be its baseline."""
    assert codes("kpis", "kpis.4.baseline", sums_to(2, "count", "4 / 2")) == {"BASELINE_MISMATCH"}


def test_a_count_that_is_not_whole_gives_no_baseline() -> None:
    """Eighteen customers and a half are a slip of the profile, which no check may trip over."""
    mutation = given("kpis", "figures.customers_start.value", 18.5)
    found = {(each.code, each.path) for each in run_checks(CHECKS["kpis"], KPI_SET, mutation.context)}
    assert ("BASELINE_MISMATCH", "kpis.2.baseline") in found


def test_a_target_without_a_goal_is_invented() -> None:
    """The plan sets no goal for retention: its target may follow from others, but not be wished for."""
    wished = figure(16, "customers", "assumption", "", "Se espera conservar a uno más.")
    assert codes("kpis", "kpis.0.target", wished) == {"TARGET_NOT_IN_PLAN"}
    assert codes("kpis", "kpis.0.target", sums_to(16, "customers", "15 + 1")) == set()


@pytest.mark.parametrize("field", ["owner", "hours", "cost_usd", "deadline", "kpi"])
def test_what_changes_in_a_cited_action_is_named(field: str) -> None:
    """Owner, hours, cost, date and indicator are the six-month plan's."""
    values = {
        "owner": "Gerente general",
        "hours": 5.0,
        "cost_usd": 21.0,
        "deadline": date(2027, 8, 23),
        "kpi": "retention",
    }
    mutation = spoil("sector", "phases.0.actions.0", changed(**{field: values[field]}))
    (found,) = run_checks(CHECKS["sector"], mutation.output, mutation.context)
    assert (found.code, found.parameters["fields"]) == ("PLAN_ACTION_CHANGED", field)


def test_an_experience_still_to_be_found_is_a_start() -> None:
    """A strategy may rest on an assumption that says what to look for."""
    evidence = (
        ADVOCACY_PLAN.strategies[0]
        .evidence[0]
        .model_copy(update={"kind": "assumption", "ref": "", "detail": "Falta hallar un cliente satisfecho."})
    )
    assert codes("advocacy", "strategies.0.evidence", (evidence,)) == set()


def test_who_is_away_has_no_hours() -> None:
    """The manager is off in the plan's first month: whatever is asked of her then is too much."""
    owner = ACTION_PLAN.months[0].actions[0].owner
    month = int(ACTION_PLAN.months[0].period[5:])
    team = tuple(put(member, "months_off", (month,)) if member.role == owner else member for member in PROFILE.team)
    mutation = given("plan", "team", team)
    found = {each.code for each in run_checks(CHECKS["plan"], ACTION_PLAN, mutation.context)}
    assert found <= {"OWNER_OVER_HOURS", "HOURS_OVER_CAPACITY"}
    assert found


def test_what_an_answer_says_is_no_baseline_unless_the_plan_starts_from_it() -> None:
    """Claims take nine days, says an answer: a goal that starts elsewhere does not allow the sheet to say so."""
    assert codes("kpis", "kpis.5.baseline", figure(9, "days", "answer", "Q1")) == {"BASELINE_MISMATCH"}
