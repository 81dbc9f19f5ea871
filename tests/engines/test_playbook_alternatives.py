"""The two alternatives of a company are two ideas, whoever it is; each plan follows its own."""

from datetime import date
from functools import cache
from statistics import median

from benchmarks.diversity.companies import companies
from benchmarks.diversity.measure import Advised, advise, jaccard
from playbook_cases import KNOWLEDGE, figures, profile, run_chain

from retention_coach.chain import outputs
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.strategy import Alternative, Strategy
from retention_coach.engines.playbook.case import Case
from retention_coach.engines.playbook.course import chosen_course
from retention_coach.engines.playbook.pair import Pair, are_two, choose_pair, trade_offs
from retention_coach.engines.playbook.strategy import write_strategy
from retention_coach.knowledge.entries.approaches import Approach
from retention_coach.ports import StepInputs

COUNT, SEED = 40, 11
LATE: dict[str, str | None] = {
    "Q1": "Nos demoramos en contestar los correos, a veces dos días",
    "Q6": "Los clientes se quejan de que nadie les responde",
}


@cache
def cases() -> tuple[Case, ...]:
    """Companies of every kind."""
    return tuple(Case(company.inputs, KNOWLEDGE) for company in companies(COUNT, KNOWLEDGE, seed=SEED))


@cache
def pairs() -> tuple[Pair, ...]:
    """What each of them is offered."""
    return tuple(choose_pair(case) for case in cases())


def plays_of_levers(alternative: Alternative) -> set[str]:
    """The plays that its levers cite."""
    return {item.ref for lever in alternative.levers for item in lever.evidence if item.ref.startswith("play.")}


def approach_of(alternative: Alternative) -> Approach:
    """The one approach that every lever cites."""
    cited = [{item.ref for item in lever.evidence if item.kind == "knowledge"} for lever in alternative.levers]
    (found,) = (approach for approach in KNOWLEDGE.approaches if all(approach.id in refs for refs in cited))
    return found


def test_the_two_approaches_are_two_ideas() -> None:
    """Not akin, and about other signals; what is recommended is the one that answers better."""
    for case, pair in zip(cases(), pairs(), strict=True):
        assert are_two(pair.a.approach, pair.b.approach)
        assert {*pair.a.approach.main_themes}.isdisjoint(pair.b.approach.main_themes)
        assert pair.best.approach == case.fits[0].approach


def test_there_is_something_to_choose() -> None:
    """At least two of hours, dollars, weeks and main indicator differ; A is the one that shows first."""
    for pair in pairs():
        assert len({*trade_offs(pair.a, pair.b)} - {"reach"}) >= 2
        assert pair.a.weeks <= pair.b.weeks


def test_the_recommended_one_is_not_always_a() -> None:
    """The letters say which is quicker, not which is better."""
    assert {pair.recommended for pair in pairs()} == {"A", "B"}


def test_no_lever_and_no_sentence_is_common_to_both() -> None:
    """Their levers cite other plays; focus, failures and early sign are other sentences."""
    for case in cases():
        one, other = write_strategy(case).alternatives
        assert plays_of_levers(one).isdisjoint(plays_of_levers(other))
        assert one.name != other.name
        assert one.focus != other.focus
        assert one.early_sign != other.early_sign
        assert {*one.how_it_can_fail}.isdisjoint(other.how_it_can_fail)


def test_most_of_a_lever_is_work_of_its_approach() -> None:
    """Nine of ten alternatives pull their levers by plays that answer what the approach is about."""
    followed = [
        all(
            option.course.follows(task.play) or option.course.owns(task.play)
            for task in option.tasks
            if task.play.id in plays_of_levers(alternative)
        )
        for case, pair in zip(cases(), pairs(), strict=True)
        for option, alternative in zip((pair.a, pair.b), write_strategy(case).alternatives, strict=True)
    ]
    assert sum(followed) >= 0.9 * len(followed)


def test_the_plans_of_one_company_have_little_in_common() -> None:
    """Half of the companies share at most a quarter of the plays between A and B; renewals and baselines serve both."""
    common = [jaccard(*advised.plays) for advised in advice()]
    assert median(common) <= 0.25
    assert max(common) <= 0.5


@cache
def advice() -> tuple[Advised, ...]:
    """The plays of each company's alternatives."""
    return tuple(advise(company, KNOWLEDGE) for company in companies(COUNT, KNOWLEDGE, seed=SEED))


def test_the_plan_carries_out_what_was_offered() -> None:
    """Step 62 finds the approach again in the strategy alone: same plays, hours and dollars, for either label."""
    for label in ("A", "B"):
        session = run_chain(profile(), LATE, label)
        strategy, plan = outputs.required(session, Strategy), outputs.required(session, ActionPlan)
        chosen = strategy.alternative(label)
        assert approach_of(chosen) != approach_of(strategy.alternative("B" if label == "A" else "A"))
        done = {item.ref for action in plan.actions().values() for item in action.evidence}
        assert plays_of_levers(chosen) <= done
        assert chosen.effort_hours == round(sum(action.hours for action in plan.actions().values()), 2)


def test_an_alternative_of_other_hands_gets_the_fittest_approach() -> None:
    """A strategy that cites no approach is carried out by the best of those with most of its methods."""
    session = run_chain(profile(), LATE, "A")
    strategy = outputs.required(session, Strategy)
    case = Case(StepInputs(profile=profile(), answers=outputs.answered(session)), KNOWLEDGE)
    levers = tuple(
        lever.model_copy(update={"evidence": (), "method": method})
        for lever, method in zip(
            strategy.alternative("A").levers, ("community", "expansion", "loyalty_program"), strict=False
        )
    )
    foreign = strategy.model_copy(
        update={
            "alternatives": (strategy.alternative("A").model_copy(update={"levers": levers}), strategy.alternatives[1])
        }
    )
    course = chosen_course(case, foreign, "A")
    assert set(course.methods) == {lever.method for lever in levers}
    most = max(len({*fit.approach.methods} & {*course.methods}) for fit in case.fits)
    assert len({*course.approach.methods} & {*course.methods}) == most


def test_where_little_is_known_one_alternative_finds_out() -> None:
    """And the recommendation says that the evidence is thin."""
    silent = profile(accounts=(), figures=figures(customers_lost=None, response_hours_median=None))
    strategy = outputs.required(run_chain(silent, {}), Strategy)
    assert any(approach_of(each).finds_out for each in strategy.alternatives)
    assert strategy.recommendation.reason.startswith("La evidencia es poca")


def test_the_reason_names_what_was_said_and_what_is_at_stake() -> None:
    """Signals, the account at risk with its revenue, and a date for changing one's mind."""
    risky = profile().accounts[0].model_copy(update={"annual_revenue_usd": 24_000})
    strategy = outputs.required(run_chain(profile(accounts=(risky,)), LATE), Strategy)
    advice = strategy.recommendation
    assert "respuesta lenta" in advice.reason
    assert "Florícola Andina, con USD 24.000,00" in advice.reason
    assert "C1" in {item.ref for item in advice.evidence}
    assert "conviene más si, hasta el" in advice.when_the_other_is_better
    assert {figure.unit for figure in advice.figures} >= {"usd", "weeks"}


def test_the_sign_of_a_lost_renewal_is_seen_before_it_ends() -> None:
    """An agreement that ends in the fourth week: by then it is too late to look for the sign in the fifth.

    From the fifteenth on, flower farms answer nobody: the sign is looked for before.
    """
    soon = profile().accounts[0].model_copy(update={"renewal_date": date(2027, 1, 28)})
    said: dict[str, str | None] = {"Q4": "Se vencen tres contratos en el semestre y hay que renovar"}
    strategy = outputs.required(run_chain(profile(accounts=(soon,), relationship_model="contract"), said), Strategy)
    (renewals,) = (each for each in strategy.alternatives if approach_of(each).id == "approach.renovaciones")
    assert renewals.early_sign.startswith("Hasta el 14 de enero de 2027: ")
