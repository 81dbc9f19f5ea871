"""`ready`: the order of the chain, its gates, and where it stops."""

from chain_cases import (
    ANSWERS,
    GUIDE,
    NOON,
    PROFILE,
    STRATEGY,
    advised_session,
    answered_session,
    asked_session,
    chosen_session,
    edited,
    empty_session,
    finished_session,
    infeasible_plan,
    play,
    put,
    replied,
    version_of,
    with_profile,
)

from retention_coach.chain.events import Answered, Chosen, DraftKept, ProfileSet, RedoAsked, TopicClosed
from retention_coach.chain.readiness import (
    Blocked,
    Finished,
    NeedsAnswers,
    NeedsChoice,
    NeedsProfile,
    NeedsReply,
    ready,
)
from retention_coach.chain.steps import STEPS
from retention_coach.domain.base import TOPICS
from retention_coach.domain.session import Session


def waiting_for(session: Session) -> list[str]:
    """What can happen now, in short: the kind of need, and the step for engines."""
    return [
        f"{type(need).__name__} {need.step.id}" if isinstance(need, NeedsReply | Blocked) else type(need).__name__
        for need in ready(session)
    ]


def test_chain_goes_from_the_profile_to_the_fifth_step() -> None:
    """Profile, guide, answers, strategy, choice, 62 to 65: one after the other, and then nothing."""
    session = empty_session()
    order: list[str] = []
    while not isinstance(ready(session)[0], Finished):
        (need,) = ready(session)
        order.extend(waiting_for(session))
        match need:
            case NeedsProfile():
                session = play(session, ProfileSet(PROFILE, NOON))
            case NeedsReply(step):
                session = play(session, replied(step.id))
            case NeedsAnswers(questions):
                session = play(session, *(Answered(question.id, "Sí.", NOON) for question in questions))
            case NeedsChoice():
                session = play(session, Chosen("A", "recommended", NOON))
    assert order == [
        "NeedsProfile",
        "NeedsReply 61-interview",
        "NeedsAnswers",
        "NeedsReply 61-strategy",
        "NeedsChoice",
        "NeedsReply 62-action-plan",
        "NeedsReply 63-kpis",
        "NeedsReply 64-sector-plan",
        "NeedsReply 65-advocacy",
    ]
    assert ready(session) == (Finished(),)


def test_steps_are_declared_after_those_they_need() -> None:
    """The order of the declaration is one in which the chain can run, and everything rests on the profile."""
    seen: set[str] = set()
    for step in STEPS:
        assert seen.issuperset(step.after)
        assert step.after or step.id == "profile"
        seen.add(step.id)


def test_strategy_waits_for_the_last_answer() -> None:
    """With four of five answered, the fifth is asked for, and nothing else."""
    session = play(asked_session(), *(Answered(item.id, item.text, NOON) for item in ANSWERS[:4]))
    assert ready(session) == (NeedsAnswers((GUIDE.questions[4],)),)


def test_unknown_is_an_answer() -> None:
    """«No sé» to every question opens the gate."""
    session = play(asked_session(), *(Answered(question.id, None, NOON) for question in GUIDE.questions))
    assert waiting_for(session) == ["NeedsReply 61-strategy"]


def test_closed_topics_need_no_answer() -> None:
    """A topic declared unknown takes its questions away; with all five declared, the strategy is next."""
    session = play(asked_session(), TopicClosed("risks", NOON))
    assert ready(session) == (NeedsAnswers(tuple(q for q in GUIDE.questions if q.topic != "risks")),)
    session = play(session, *(TopicClosed(topic, NOON) for topic in TOPICS))
    assert waiting_for(session) == ["NeedsReply 61-strategy"]


def test_closing_a_topic_twice_changes_nothing() -> None:
    """It stays closed once."""
    session = play(asked_session(), TopicClosed("risks", NOON), TopicClosed("risks", NOON))
    assert session.interview.closed_topics == ("risks",)


def test_choice_waits_for_the_person_with_the_strategy() -> None:
    """Both alternatives are handed over."""
    assert ready(advised_session()) == (NeedsChoice(STRATEGY),)


def test_infeasible_plan_blocks_the_chain() -> None:
    """The reason is handed over, and 63 does not begin."""
    plan = infeasible_plan()
    session = play(chosen_session(), replied("62-action-plan", plan))
    (need,) = ready(session)
    assert isinstance(need, Blocked)
    assert (need.step.id, need.infeasible) == ("62-action-plan", plan.infeasible)
    assert session.summary.next_step == "62-action-plan"


def test_blocked_chain_goes_on_when_the_team_changes() -> None:
    """The plan is asked for again, with no need to order it; once feasible, the chain goes on."""
    blocked = play(chosen_session(), replied("62-action-plan", infeasible_plan()))
    more_hours = with_profile(blocked, team=[{"role": "Gerente general", "hours_per_month": 40}])
    assert waiting_for(more_hours) == ["NeedsReply 62-action-plan"]
    assert waiting_for(play(more_hours, replied("62-action-plan"))) == ["NeedsReply 63-kpis"]


def test_blocked_chain_stays_blocked_when_the_new_team_is_not_enough() -> None:
    """The plan is asked for once after each change, not for ever."""
    blocked = play(chosen_session(), replied("62-action-plan", infeasible_plan()))
    more_hours = with_profile(blocked, team=[{"role": "Gerente general", "hours_per_month": 1}])
    assert waiting_for(play(more_hours, replied("62-action-plan", infeasible_plan()))) == ["Blocked 62-action-plan"]


def test_blocked_chain_ignores_what_the_step_does_not_read() -> None:
    """What the interview still keeps as a draft gives nobody hours."""
    blocked = play(chosen_session(), replied("62-action-plan", infeasible_plan()))
    assert waiting_for(play(blocked, DraftKept("Q1", "Quizá contratemos", NOON))) == ["Blocked 62-action-plan"]


def test_new_strategy_outdates_the_choice() -> None:
    """The choice was among other alternatives: it is asked for again, and nothing is built on it meanwhile."""
    other = put(STRATEGY, "alternatives.0.name", "Respuesta inmediata")
    session = play(
        finished_session(), RedoAsked(("61-strategy", "62-action-plan"), NOON), replied("61-strategy", other)
    )
    assert session.choice is not None
    assert waiting_for(session) == ["NeedsChoice"]
    assert waiting_for(play(session, Chosen("A", "consultant", NOON))) == ["NeedsReply 62-action-plan"]


def test_edited_strategy_outdates_the_choice() -> None:
    """Also a change by hand makes other alternatives of it."""
    session = play(finished_session(), edited("61-strategy", "alternatives.1.name", "Club"))
    assert waiting_for(session) == ["NeedsChoice"]


def test_same_strategy_again_keeps_the_choice() -> None:
    """A redo that writes the same asks nobody."""
    session = play(finished_session(), RedoAsked(("61-strategy",), NOON), replied("61-strategy"))
    assert waiting_for(session) == ["Finished"]


def test_redo_of_the_strategy_holds_back_what_rests_on_it() -> None:
    """62 is not written for a strategy that is about to be replaced, though the choice still stands."""
    session = play(finished_session(), RedoAsked(("61-strategy", "62-action-plan"), NOON))
    assert waiting_for(session) == ["NeedsReply 61-strategy"]


def test_new_questions_hold_back_everything_after_them() -> None:
    """A guide redone with another question waits for its answer before any later step."""
    more = GUIDE.model_copy(update={"questions": (*GUIDE.questions, put(GUIDE.questions[0], "id", "Q6"))})
    session = play(
        finished_session(), RedoAsked(("61-interview", "62-action-plan"), NOON), replied("61-interview", more)
    )
    assert waiting_for(session) == ["NeedsAnswers"]


def test_engine_is_not_asked_twice_for_what_is_there() -> None:
    """A step with an output needs nothing, whatever else changed: staleness is shown, not acted upon."""
    session = with_profile(finished_session(), canton="Cuenca")
    assert session.summary.stale > 0
    assert waiting_for(session) == ["Finished"]


def test_answers_survive_a_guide_that_no_longer_asks() -> None:
    """What was answered stays in the session, and counts again when the question comes back."""
    fewer = GUIDE.model_copy(update={"questions": GUIDE.questions[:4]})
    session = play(answered_session(), RedoAsked(("61-interview",), NOON), replied("61-interview", fewer))
    assert set(session.interview.answers) == {question.id for question in GUIDE.questions}
    back = play(session, RedoAsked(("61-interview",), NOON), replied("61-interview"))
    assert waiting_for(back) == ["NeedsReply 61-strategy"]
    assert version_of(back, "61-interview").number == 3
