"""Ids: kept by what says the same, never given twice."""

from chain_cases import (
    ACTION_PLAN,
    CONTENT,
    LATER,
    STEP_IDS,
    edited,
    finished_session,
    play,
    put,
    redone,
    replied,
    version_of,
)
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.chain.events import RedoAsked
from retention_coach.chain.identify import assign
from retention_coach.domain.action_plan import ActionPlan
from retention_coach.domain.session import Session
from retention_coach.spanish.words import fold

WORDS = st.sampled_from(["Llame", "llamé", "Visite", "Envíe", "Pida", "Mida", "Invite", "Cuente"])


def activities(session: Session) -> dict[str, str]:
    """The plan's activities by id."""
    plan = ActionPlan.model_validate(version_of(session, "62-action-plan").output)
    return {action.id: action.activity for action in plan.actions().values()}


@given(versions=st.lists(st.lists(WORDS, max_size=6), min_size=1, max_size=6))
def test_ids_over_any_history_are_unique_kept_and_never_reused(versions: list[list[str]]) -> None:
    """Any number of versions with any texts: what says the same keeps an id of its own, the rest get new numbers."""
    history: list[list[tuple[str, str]]] = []
    for texts in versions:
        earlier = [pair for version in history for pair in version]
        ids = assign("A", texts, earlier)
        assert len(set(ids)) == len(ids) == len(texts)
        used = {item_id for item_id, _text in earlier}
        highest = max((int(item_id[1:]) for item_id in used), default=0)
        for item_id, text in zip(ids, texts, strict=True):
            said = {fold(old) for old_id, old in earlier if old_id == item_id}
            assert fold(text) in said or (item_id not in used and int(item_id[1:]) > highest)
        if history and sorted(map(fold, texts)) == sorted(fold(text) for _id, text in history[0]):
            assert set(ids) == {item_id for item_id, _text in history[0]}
        history.insert(0, list(zip(ids, texts, strict=True)))


def test_same_text_keeps_its_id_across_case_accents_and_place() -> None:
    """A plan whose lines change places is the same plan."""
    earlier = [("A1", "Llame a cada finca"), ("A2", "Envíe un aviso")]
    assert assign("A", ["ENVIE UN AVISO", "Llame a cada finca"], earlier) == ["A2", "A1"]


def test_number_of_a_dropped_item_is_not_given_again() -> None:
    """A3 was dropped two versions ago; the next new item is A4."""
    earlier = [("A1", "Llame"), ("A1", "Llame"), ("A3", "Visite")]
    assert assign("A", ["Llame", "Pida"], earlier) == ["A1", "A4"]


def test_identical_redo_keeps_everything_but_the_number() -> None:
    """Same ids, same output, next number; nothing after it becomes stale."""
    before = finished_session()
    after = redone(before, "62-action-plan")
    assert version_of(after, "62-action-plan").output == version_of(before, "62-action-plan").output
    assert version_of(after, "62-action-plan").number == 2
    assert after.summary.stale == 0


def test_new_action_gets_a_number_never_used() -> None:
    """The other actions keep theirs."""
    before = activities(finished_session())
    plan = put(ACTION_PLAN, "months.0.actions.0.activity", "Visite cada finca.")
    session = play(finished_session(), RedoAsked(("62-action-plan",), LATER), replied("62-action-plan", plan))
    after = activities(session)
    assert after.keys() - before.keys() == {f"A{len(before) + 1}"}
    assert {key: text for key, text in after.items() if key in before} == {
        key: text for key, text in before.items() if key in after
    }


def test_edited_action_keeps_its_id() -> None:
    """A correction by hand is of the same action; the older wording leads back to it too."""
    session = play(finished_session(), edited("62-action-plan", "months.0.actions.0.activity", "Visite cada finca."))
    assert activities(session)["A1"] == "Visite cada finca."
    assert activities(redone(session, "62-action-plan")) == activities(finished_session())


def test_ids_in_a_reply_are_not_believed() -> None:
    """An engine that hands back a stored output with ids of its own does not decide them."""
    forged = put(put(ACTION_PLAN, "months.0.actions.0.id", "A7"), "months.1.actions.0.id", "cualquiera")
    session = play(finished_session(), RedoAsked(("62-action-plan",), LATER), replied("62-action-plan", forged))
    assert activities(session) == activities(finished_session())


def test_outputs_hold_no_two_items_with_one_id() -> None:
    """In every step of the finished chain."""
    session = finished_session()
    assert set(CONTENT) == set(STEP_IDS) == set(session.steps)
    for step, key in (("61-strategy", "diagnosis"), ("65-advocacy", "strategies")):
        ids = [item["id"] for item in version_of(session, step).output[key]]
        assert len(set(ids)) == len(ids) > 1
