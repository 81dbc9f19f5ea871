"""Whatever the company and its answers, every step passes every check, or the plan is truly infeasible."""

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings
from playbook_cases import ANSWERS, findings, profile, profiles, run_chain

from retention_coach.chain.readiness import Blocked, Finished, ready
from retention_coach.domain.base import AlternativeLabel
from retention_coach.domain.capacity import is_feasible
from retention_coach.domain.profile import Profile, TeamMember

_SETTINGS = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


@_SETTINGS
@given(profiles(), ANSWERS, st.sampled_from(["A", "B"]))
def test_any_company_gets_a_plan_that_passes_every_check(
    company: Profile, answers: dict[str, str | None], choice: AlternativeLabel
) -> None:
    """No error at all for any valid profile and any answers; an infeasible plan only where nobody has the hours."""
    session = run_chain(company, answers, choice)
    assert [finding for finding in findings(session) if finding.severity == "error"] == []
    if is_feasible(company):
        assert isinstance(ready(session)[0], Finished)
    else:
        assert isinstance(ready(session)[0], Blocked)


def test_too_few_hours_say_what_it_would_take() -> None:
    """Nobody with two hours a month: the chain stops at the plan and says why."""
    tired = profile(team=(TeamMember(role="Gerente", hours_per_month=1),))
    need = ready(run_chain(tired, {}))[0]
    assert isinstance(need, Blocked)
    assert need.step.id == "62-action-plan"
    assert need.infeasible.needed


def test_the_smallest_team_that_can_gets_a_whole_plan() -> None:
    """Two hours a month of one person and no money: six months, five strategies, no finding."""
    small = profile(team=(TeamMember(role="Gerente", hours_per_month=2),), budget_usd=0)
    session = run_chain(small, {})
    assert isinstance(ready(session)[0], Finished)
    assert [finding.code for finding in findings(session) if finding.severity == "error"] == []


def test_the_same_inputs_give_the_same_plan() -> None:
    """Deterministic: two runs are equal to the letter."""
    answers: dict[str, str | None] = {"Q1": "Perdimos cinco por precio y porque nos demoramos en responder"}
    first, second = run_chain(profile(), answers), run_chain(profile(), answers)
    assert first == second
