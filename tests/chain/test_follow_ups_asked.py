"""Follow-ups and corrections in a session: what is asked, what is kept, what becomes out of date."""

import pytest
from chain_cases import LATER, NOON, PROFILE, advised_session, asked_session, play
from sample_company import ANSWERS

from retention_coach.chain import outputs
from retention_coach.chain.events import (
    Answered,
    ProfileSet,
    TopicClosed,
    UnderstandingAccepted,
    UnderstandingCorrected,
)
from retention_coach.chain.inputs import inputs_for
from retention_coach.chain.readiness import is_done, ready
from retention_coach.chain.staleness import stale_steps
from retention_coach.chain.status import document_fingerprint
from retention_coach.chain.steps import INTERVIEW, STRATEGY
from retention_coach.domain.interview import Corrections
from retention_coach.domain.session import Session
from retention_coach.errors import InvalidInputError

LATE = "Se fueron por demoras en las entregas."
DEAR = "Se fueron por el precio."


def _asked(session: Session) -> list[str]:
    return [question.id for question in outputs.questions(session)]


def _late() -> Session:
    return play(asked_session(), Answered("Q1", LATE, NOON))


def test_a_follow_up_is_asked_right_after_its_question() -> None:
    """Of the same topic; the guide stays as it was."""
    session = _late()
    assert _asked(session) == ["Q1", "Q1.3", "Q2", "Q3", "Q4", "Q5"]
    assert session.steps["61-interview"] == asked_session().steps["61-interview"]
    assert outputs.questions(session)[1].topic == outputs.questions(session)[0].topic
    assert "Q1.3" in [question.id for question in outputs.unanswered(session)]


def test_nothing_waits_for_a_follow_up() -> None:
    """The interview is done when the guide is answered."""
    session = play(_late(), *(Answered(item.id, "Sí.", NOON) for item in ANSWERS[1:]))
    assert outputs.pending(session) == ()
    assert is_done(session, INTERVIEW)
    assert [question.id for question in outputs.unanswered(session)] == ["Q1.3"]
    assert outputs.unanswered(play(session, TopicClosed("situation", LATER))) == ()


def test_another_answer_calls_for_another_follow_up() -> None:
    """The one that nobody answered goes; «no sé» calls for none."""
    assert _asked(play(_late(), Answered("Q1", DEAR, LATER)))[:2] == ["Q1", "Q1.1"]
    assert _asked(play(_late(), Answered("Q1", None, LATER)))[:2] == ["Q1", "Q2"]


def test_what_was_answered_to_a_follow_up_stays() -> None:
    """However its question is answered later; it is not asked twice."""
    session = play(_late(), Answered("Q1.3", "En bodega.", NOON), Answered("Q1", "Cerraron el local.", LATER))
    assert _asked(session)[:3] == ["Q1", "Q1.3", "Q2"]
    assert next(item for item in outputs.answered(session) if item.id == "Q1.3").text == "En bodega."
    again = play(session, Answered("Q1", f"{LATE} Y nada más.", LATER))
    assert _asked(again).count("Q1.3") == 1
    assert [question.id for question in outputs.unanswered(again)] == ["Q2", "Q3", "Q4", "Q5"]


def test_a_follow_up_may_be_answered_unasked() -> None:
    """A company file knows the bank; the interview must have its question."""
    session = play(asked_session(), Answered("Q1.2", "La gerente.", NOON))
    assert _asked(session)[:2] == ["Q1", "Q1.2"]
    assert [item.id for item in outputs.answered(session)] == ["Q1.2"]
    with pytest.raises(InvalidInputError, match=r"«Q9\.1»"):
        play(asked_session(), Answered("Q9.1", "Sí.", NOON))


def test_an_open_follow_up_makes_nothing_out_of_date_and_an_answered_one_does() -> None:
    """Steps read answers, not what was asked."""
    session = advised_session()
    # As if the first answer had called for it from the beginning: only the interview differs.
    asked = session.interview.model_copy(update={"follow_ups": _late().interview.follow_ups})
    session = session.model_copy(update={"interview": asked})
    assert stale_steps(session) == {}
    after = play(session, Answered("Q1.3", "En bodega.", LATER))
    assert stale_steps(after)["61-strategy"].changed == ("answers.Q1.3",)
    assert "Q1.3" in [item.id for item in inputs_for(after, STRATEGY).answers]


def test_a_correction_makes_what_reads_the_answer_out_of_date() -> None:
    """Taken back, everything is as it was."""
    session = play(advised_session(), Answered("Q1", "Nos demoramos en contestar.", NOON))
    before = document_fingerprint(session)
    corrected = play(session, UnderstandingCorrected("Q1", Corrections(removed=("slow_response",)), LATER))
    assert corrected.interview.answers["Q1"].corrections.removed == ("slow_response",)
    assert "answers.Q1" in stale_steps(corrected)["61-strategy"].changed
    assert document_fingerprint(corrected) != before
    back = play(corrected, UnderstandingCorrected("Q1", Corrections(), LATER))
    assert document_fingerprint(back) == before


def test_an_answer_without_corrections_reads_as_it_did_before_there_were_any() -> None:
    """Sessions of earlier versions stay up to date."""
    (first, *_others) = outputs.answered(advised_session())
    assert set(outputs.dump_answer(first)) == {"id", "topic", "question", "text", "consultant_only"}


def test_acceptance_holds_for_the_text_that_was_seen() -> None:
    """It changes nothing that a step reads, and goes with the text."""
    session = advised_session()
    seen = play(session, UnderstandingAccepted(("Q1", "Q9"), LATER))
    assert seen.interview.answers["Q1"].accepted
    assert stale_steps(seen) == {}
    assert ready(seen) == ready(session)
    marked = play(seen, Answered("Q1", seen.interview.answers["Q1"].text, LATER, consultant_only=True))
    assert marked.interview.answers["Q1"].accepted
    assert not play(seen, Answered("Q1", "Otra cosa.", LATER)).interview.answers["Q1"].accepted


def test_a_retyped_answer_keeps_the_corrections_that_fit() -> None:
    """«No sé» keeps none."""
    session = play(
        asked_session(),
        Answered("Q1", "Nos demoramos en contestar.", NOON),
        UnderstandingCorrected("Q1", Corrections(removed=("slow_response",), added=("no_crm",)), NOON),
    )
    longer = play(session, Answered("Q1", "Nos demoramos en contestar. Son cinco.", LATER))
    assert longer.interview.answers["Q1"].corrections == session.interview.answers["Q1"].corrections
    assert play(session, Answered("Q1", None, LATER)).interview.answers["Q1"].corrections == Corrections()


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (UnderstandingCorrected("Q2", Corrections(), LATER), "«Q2» no tiene una respuesta"),
        (UnderstandingCorrected("Q1", Corrections(added=("prisa",)), LATER), "No existe la señal «prisa»"),
    ],
)
def test_corrections_of_nothing_are_refused(event: UnderstandingCorrected, said: str) -> None:
    """With what is wrong."""
    with pytest.raises(InvalidInputError, match=said):
        play(_late(), event)


def test_a_follow_up_goes_with_its_question() -> None:
    """A guide without the question does not ask it; the answer is kept for the guide that does."""
    session = play(_late(), Answered("Q1.3", "En bodega.", NOON), ProfileSet(PROFILE, LATER))
    version = session.steps["61-interview"].current
    assert version is not None
    guide = {**version.output, "questions": version.output["questions"][1:]}
    record = session.steps["61-interview"].model_copy(update={"current": version.model_copy(update={"output": guide})})
    without = session.model_copy(update={"steps": {**session.steps, "61-interview": record}})
    assert [question.id for question in outputs.questions(without)] == ["Q2", "Q3", "Q4", "Q5"]
    assert without.interview.answers["Q1.3"].text == "En bodega."
