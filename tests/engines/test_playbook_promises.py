"""What a general manager would check first in a plan of the playbook engine."""

from datetime import date

import pytest
from playbook_cases import KNOWLEDGE, NOW, figures, profile, run_chain

from retention_coach.chain import outputs
from retention_coach.chain.events import Answered
from retention_coach.chain.machine import apply
from retention_coach.domain.action_plan import ActionPlan, PlanAction
from retention_coach.domain.interview import AnsweredQuestion
from retention_coach.domain.profile import Account, Profile
from retention_coach.domain.session import Session
from retention_coach.domain.strategy import Strategy
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.strategy import write_strategy
from retention_coach.knowledge.entries.plays import Play
from retention_coach.ports import StepInputs

ARREARS = "Tenemos facturas vencidas, nos pagan tarde y están en mora"


def plan_of(company: Profile, answers: dict[str, str | None] | None = None) -> ActionPlan:
    """The finished plan of a company."""
    return outputs.required(run_chain(company, answers or {}, "A"), ActionPlan)


def plays_of(plan: ActionPlan) -> dict[Play, PlanAction]:
    """The plays of a plan with their actions."""
    cited = {item.ref: action for action in plan.actions().values() for item in action.evidence}
    return {play: cited[play.id] for play in KNOWLEDGE.plays if play.id in cited}


def test_named_customers_are_spoken_to_before_their_agreement_ends() -> None:
    """Two renewals, in February and in May: each has an action that cites it and is due before its day."""
    ends = {"C1": date(2027, 2, 26), "C2": date(2027, 5, 14)}
    accounts = tuple(Account(id=key, customer=f"Finca {key}", renewal_date=end) for key, end in ends.items())
    actions = plan_of(profile(accounts=accounts)).actions().values()
    for key, end in ends.items():
        cited = [action for action in actions if any(item.ref == key for item in action.evidence)]
        assert cited
        assert min(action.deadline for action in cited) < end


def test_a_renewal_outside_the_plan_is_left_alone() -> None:
    """An agreement that ended long ago calls for nothing."""
    old = Account(id="C1", customer="Finca", renewal_date=date(2019, 6, 30))
    plan = plan_of(profile(accounts=(old,)))
    assert not any(item.ref == "C1" for action in plan.actions().values() for item in action.evidence)


def test_a_goal_of_measuring_is_what_its_actions_can_bring() -> None:
    """Of those whom the plan asks, two of three answer."""
    plan = plan_of(profile(figures=figures()))
    months = [month for month in plan.months if month.goal.kpi == "nps"]
    assert months
    asked = sum(
        action.figures[0].value
        for play, action in plays_of(plan).items()
        if play.gives_baseline and play.kpi == "nps" and action.deadline <= months[-1].goal.due
    )
    assert months[-1].goal.target.value == int(asked * 0.65)


def test_seasonal_plays_keep_to_their_months() -> None:
    """A play of a season is never due in another."""
    for start in ("2027-01", "2027-06", "2027-10"):
        for play, action in plays_of(plan_of(profile(start_month=start))).items():
            assert not play.months or action.deadline.month in play.months


def test_no_action_is_due_before_it_can_be_ready() -> None:
    """From the first day of the plan to the deadline there are as many days as the play takes."""
    first = date(2027, 1, 1)
    for play, action in plays_of(plan_of(profile())).items():
        assert (action.deadline - first).days >= play.lead_time_days


def _answered(*, consultant_only: bool) -> Session:
    session = run_chain(profile(), {})
    return apply(session, Answered("Q11", ARREARS, NOW, consultant_only=consultant_only), KNOWLEDGE)


def test_what_only_the_consultant_may_know_calls_for_no_action() -> None:
    """The same words move the plan when said openly, and stay in the diagnosis when said in confidence."""
    cases = [
        Case(
            StepInputs(profile=profile(), answers=outputs.answered(_answered(consultant_only=hidden))),
            KNOWLEDGE,
        )
        for hidden in (False, True)
    ]
    openly, in_confidence = cases
    assert "late_payment" in openly.weights
    assert "late_payment" in {item.signal.code for item in in_confidence.seen}
    assert "late_payment" not in in_confidence.weights


@pytest.mark.parametrize(
    "confidence",
    [
        {"Q12": "Dos clientes ya se pasaron a otro proveedor, nos quitan cuentas"},
        {"Q10": "Rosas se queja de que nadie le contesta y la competencia le ofrece más barato"},
        {"Q11": ARREARS, "Q13": "Nos reclaman errores en las facturas cada mes"},
        {"Q1": "Las facturas salen mal", "Q6": "No hay quejas, nadie se queja"},
    ],
)
def test_a_confidence_changes_nothing_that_the_company_receives(confidence: dict[str, str]) -> None:
    """Alternatives, advice and open observations are those of a company that never said it."""
    openly = {"Q2": "Dos clientes preguntaron por otro proveedor", "Q13": "Se quejan de que demoramos en contestar"}
    answers = {key: (text, False) for key, text in openly.items()} | {
        f"{key}.9" if key in openly else key: (text, True) for key, text in confidence.items()
    }
    told, whole = (
        Case(
            StepInputs(
                profile=profile(),
                answers=tuple(
                    AnsweredQuestion(id=key, topic="risks", question="¿?", text=text, consultant_only=hidden)
                    for key, (text, hidden) in answers.items()
                    if include or not hidden
                ),
            ),
            KNOWLEDGE,
        )
        for include in (False, True)
    )
    before, after = write_strategy(told), write_strategy(whole)
    assert after.alternatives == before.alternatives
    assert after.recommendation == before.recommendation
    assert after.unknowns == before.unknowns
    hidden_ids = {key for key, (_text, hidden) in answers.items() if hidden}
    shown = [item for item in after.diagnosis if not hidden_ids & {each.ref for each in item.evidence}]
    assert shown == list(before.diagnosis)


def test_the_alternatives_cost_what_the_plan_then_spends() -> None:
    """Hours and dollars of the chosen alternative are those of its six months."""
    session = run_chain(profile(), {}, "A")
    promised = outputs.required(session, Strategy).alternative("A")
    actions = outputs.required(session, ActionPlan).actions().values()
    assert promised.effort_hours == round(sum(action.hours for action in actions), 2)
    assert promised.cost_usd == round(sum(action.cost_usd for action in actions), 2)
