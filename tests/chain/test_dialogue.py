"""What the consultant says: kept clean, or refused in words."""

from typing import Any, cast

import pytest
from chain_cases import (
    GUIDE,
    LATER,
    NOON,
    STRATEGY,
    advised_session,
    answered_session,
    asked_session,
    empty_session,
    play,
)
from hypothesis import given
from hypothesis import strategies as st

from retention_coach.chain import outputs
from retention_coach.chain.events import Answered, Chosen, DraftKept, Event, FieldGiven, TopicClosed
from retention_coach.chain.parts import fingerprint
from retention_coach.domain.session import Session
from retention_coach.errors import InvalidInputError, SessionUnreadableError, StateError
from retention_coach.spanish.cleaning import clean

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
"""Any text that Python can hold, lone surrogates and control characters included."""


def test_answer_is_kept_with_its_time_and_mark() -> None:
    """And it takes the question's draft away."""
    session = play(asked_session(), DraftKept("Q1", "Bi", NOON), Answered("Q1", "Bien.", LATER, consultant_only=True))
    answer = session.interview.answers["Q1"]
    assert (answer.text, answer.consultant_only, answer.answered_at) == ("Bien.", True, LATER)
    assert session.interview.drafts == {}


def test_corrected_answer_replaces_the_first() -> None:
    """One question, one answer."""
    session = play(asked_session(), Answered("Q1", "Bien.", NOON), Answered("Q1", None, LATER))
    assert session.interview.answers["Q1"].text is None
    assert [question.id for question in outputs.pending(session)] == ["Q2", "Q3", "Q4", "Q5"]


def test_question_that_was_not_asked_is_refused() -> None:
    """With the questions that there are."""
    with pytest.raises(InvalidInputError) as refusal:
        play(asked_session(), Answered("Q9", "Bien.", NOON))
    assert refusal.value.hint == "Sus preguntas son: Q1, Q2, Q3, Q4, Q5."
    with pytest.raises(InvalidInputError, match="ninguna todavía"):
        play(empty_session(), Answered("Q1", "Bien.", NOON))


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (Answered("Q1", "  \u200b ", NOON), "text: no puede quedar vacío"),
        (Answered("Q1", "x" * 20_001, NOON), "text: tiene 20.001 caracteres y caben a lo sumo 20.000"),
        (TopicClosed(cast("Any", "clima"), NOON), "closed_topics.0: debe ser"),
    ],
)
def test_what_does_not_fit_is_refused_in_spanish(event: Event, said: str) -> None:
    """One sentence for each problem, and nothing is kept."""
    with pytest.raises(InvalidInputError) as refusal:
        play(asked_session(), event)
    assert any(problem.startswith(said) for problem in refusal.value.problems)


def test_choice_of_a_third_alternative_is_refused() -> None:
    """There are two."""
    with pytest.raises(InvalidInputError) as refusal:
        play(advised_session(), Chosen(cast("Any", "C"), "consultant", NOON))
    assert refusal.value.problems == ("label: debe ser 'A' o 'B'",)


def test_choice_needs_a_strategy() -> None:
    """There is nothing to choose from yet."""
    with pytest.raises(StateError, match="Estrategia de retención"):
        play(answered_session(), Chosen("A", "consultant", NOON))


def test_choice_remembers_the_strategy_it_was_made_from() -> None:
    """By the fingerprint of its output."""
    session = play(advised_session(), Chosen("B", "recommended", LATER))
    assert session.choice is not None
    assert session.choice.model_dump() == {
        "label": "B",
        "by": "recommended",
        "at": LATER,
        "strategy": fingerprint(outputs.dump(STRATEGY)),
    }


@given(text=ANY_TEXT)
def test_any_text_can_be_said(text: str) -> None:
    """Whatever is typed in a field, a draft or an answer, the session can be written and read back."""
    session = play(asked_session(), FieldGiven("services", text, NOON), DraftKept("Q2", text, NOON))
    meant = clean(text).strip()
    if meant:
        session = play(session, Answered("Q1", text, NOON))
        assert session.interview.answers["Q1"].text == meant
    else:
        with pytest.raises(InvalidInputError):
            play(session, Answered("Q1", text, NOON))
    assert Session.model_validate_json(session.model_dump_json(warnings="error")) == session


def test_draft_is_kept_until_it_is_emptied() -> None:
    """The one typed last is the last in the list, so that the interview resumes there."""
    session = play(asked_session(), *(DraftKept(name, "a medio", NOON) for name in ("Q1", "Q2", "Q1")))
    assert list(session.interview.drafts) == ["Q2", "Q1"]
    assert play(session, DraftKept("Q1", "", NOON)).interview.drafts == {"Q2": "a medio"}


def test_answers_are_read_with_their_questions() -> None:
    """In the order of the guide, whatever the order in which they were given."""
    session = play(asked_session(), *(Answered(question.id, "Sí.", NOON) for question in reversed(GUIDE.questions)))
    assert [(item.id, item.question, item.topic) for item in outputs.answered(session)] == [
        (question.id, question.text, question.topic) for question in GUIDE.questions
    ]


def test_session_with_outputs_that_do_not_fit_is_told() -> None:
    """Step, version and field are named; so is a step that this program does not know."""
    session = advised_session()
    outputs.validate(session)
    record = session.steps["61-strategy"]
    assert record.current is not None
    torn = record.model_copy(update={"current": record.current.model_copy(update={"output": {}})})
    with pytest.raises(SessionUnreadableError, match=r"61-strategy.*versión 1.*campo «diagnosis»"):
        outputs.validate(session.model_copy(update={"steps": {"61-strategy": torn}}))
    with pytest.raises(SessionUnreadableError, match="paso desconocido: «66-more»"):
        outputs.validate(session.model_copy(update={"steps": {"66-more": record}}))
