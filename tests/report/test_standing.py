"""The status of the documents and its reasons, in words."""

from datetime import date

from sample_case import ANSWERS, KNOWLEDGE, LATE_EVENING, OUTPUTS, PLAN_OUTPUT, PROFILE, reviewed, session_until

from retention_coach.chain.machine import new_session
from retention_coach.domain.action_plan import Infeasible
from retention_coach.domain.finding import Finding
from retention_coach.domain.interview import Answer
from retention_coach.domain.session import Session, StepRecord
from retention_coach.report.case import Audience
from retention_coach.report.standing import Standing, local_date, missing_of, standing_of

KNOWN = tuple(
    item.model_copy(update={"text": item.text or "Perder uno menos.", "consultant_only": item.id == "Q3"})
    for item in (*ANSWERS, ANSWERS[0].model_copy(update={"id": "Q6", "topic": "resources"}))
)
"""Every topic is known."""

FINDINGS = {
    "62-action-plan": (
        Finding(code="ACTION_TOO_LONG", severity="error", step="62-action-plan", parameters={"words": 31}),
        Finding(code="DEADLINE_IN_BLACKOUT", severity="warning", step="62-action-plan"),
    )
}


def _standing(session: Session, audience: Audience = "consultant") -> Standing:
    return standing_of(session, KNOWLEDGE, audience)


def _with_answer(session: Session, question: str, *, secret: bool) -> Session:
    answer = Answer(text="Otra cosa.", consultant_only=secret, answered_at=LATE_EVENING)
    interview = session.interview.model_copy(update={"answers": {**session.interview.answers, question: answer}})
    return session.model_copy(update={"interview": interview})


def test_empty_session_lacks_everything() -> None:
    """A session just created is a draft that says what is missing."""
    standing = _standing(new_session("vacia-1", LATE_EVENING))
    assert standing.label == "BORRADOR"
    assert standing.reasons[0] == "Falta el perfil de la empresa."
    assert standing.reasons[1].startswith("Falta por hacer: «Entrevista», ")


def test_finished_session_waits_for_the_consultant() -> None:
    """With nothing missing, a draft still says why it is one."""
    assert _standing(session_until(answers=KNOWN)).reasons == ("Falta el visto bueno del consultor.",)


def test_reviewed_session_says_who_and_when() -> None:
    """The day is that of Ecuador; nothing remains to be said."""
    standing = _standing(reviewed(session_until(answers=KNOWN)))
    assert (standing.label, standing.reviewed, standing.reasons) == (
        "REVISADO",
        "Revisado por Ana Paz el 12/07/2027",
        (),
    )


def test_review_of_another_document_does_not_count() -> None:
    """After a change of what the documents show, they are a draft again."""
    changed = _with_answer(reviewed(session_until(answers=KNOWN)), "Q1", secret=False)
    assert _standing(changed).label == "BORRADOR"


def test_pending_questions_are_counted() -> None:
    """One question in singular, two in plural."""
    session = session_until("61-interview", answers=KNOWN)
    answers = dict(session.interview.answers)
    del answers["Q1"]
    one = session.model_copy(update={"interview": session.interview.model_copy(update={"answers": answers})})
    assert "Falta 1 pregunta de la entrevista por responder." in _standing(one).reasons
    del answers["Q2"]
    two = session.model_copy(update={"interview": session.interview.model_copy(update={"answers": dict(answers)})})
    assert "Faltan 2 preguntas de la entrevista por responder." in _standing(two).reasons


def test_unknown_topics_are_named_after_the_interview() -> None:
    """Topics about which nothing was said; not while the interview is still to be made."""
    assert "No se obtuvo información sobre: recursos y objetivos." in _standing(session_until()).reasons
    assert not any("información" in reason for reason in _standing(session_until("profile")).reasons)


def test_changed_inputs_are_named() -> None:
    """The changed figure and answer in words, and the steps that rest on an out-of-date one."""
    session = session_until(answers=KNOWN)
    figures = PROFILE.figures.model_copy(update={"customers_lost": None})
    changed = session.model_copy(update={"profile": PROFILE.model_copy(update={"figures": figures})})
    stale = {item.step: item.reason for item in _standing(_with_answer(changed, "Q2", secret=False)).stale}
    told = "la respuesta Q2 y la cifra «clientes perdidos en el período»"
    assert stale["61-strategy"] == f"cambió lo siguiente: {told}"
    assert stale["63-kpis"].endswith(
        "; se apoya en «Estrategia de retención» y «Plan de acción de seis meses», que también lo está"
    )
    assert any(
        reason.startswith("«Estrategia de retención» está desactualizado: cambió")
        for reason in _standing(changed).reasons
    )


def test_changed_answers_are_told_by_number() -> None:
    """Q2 comes before Q10."""
    answers = (*KNOWN, KNOWN[0].model_copy(update={"id": "Q10"}))
    session = _with_answer(session_until(answers=answers), "Q2", secret=False)
    (reason, *_others) = (item.reason for item in _standing(_with_answer(session, "Q10", secret=False)).stale)
    assert reason == "cambió lo siguiente: la respuesta Q2 y la respuesta Q10"


def test_what_is_missing_is_told_alone() -> None:
    """Without findings, unknowns or the consultant's word; nothing for a finished session."""
    assert missing_of(session_until()) == ()
    assert missing_of(session_until("profile"))[0].startswith("Falta por hacer: «Entrevista», ")


def test_company_is_not_told_which_answer_changed() -> None:
    """An open answer is «una respuesta»; a confidential one is not mentioned at all."""
    session = session_until(answers=KNOWN)
    told = _standing(_with_answer(session, "Q2", secret=False), "company").stale[0].reason
    hidden = _standing(_with_answer(session, "Q3", secret=True), "company").stale[0].reason
    assert told == "cambió lo siguiente: una respuesta de la entrevista"
    assert hidden == "cambiaron los datos de partida"


def test_findings_are_counted_for_the_consultant_and_neutral_for_the_company() -> None:
    """How many of each severity, or just that something is open; notices make no draft."""
    session = session_until(answers=KNOWN, findings=FINDINGS)
    assert _standing(session).reasons == ("Las comprobaciones dejaron 1 error y 1 advertencia: véase «Observaciones».",)
    assert _standing(session, "company").reasons == ("El consultor tiene observaciones por resolver.",)
    notice = Finding(code="DEADLINE_IN_BLACKOUT", severity="notice", step="62-action-plan")
    calm = session_until(answers=KNOWN, findings={"62-action-plan": (notice,)})
    assert _standing(calm).reasons == ("Falta el visto bueno del consultor.",)


def test_blocked_and_asked_again_steps_say_so() -> None:
    """A step that cannot be done is not «missing», and one that will be redone is not either."""
    blocked = PLAN_OUTPUT.model_copy(
        update={"months": (), "infeasible": Infeasible(reason="Nadie tiene horas.", needed="Una hora.", figures=())}
    )
    session = session_until("62-action-plan", answers=KNOWN, outputs={**OUTPUTS, "plan": blocked})
    assert "«Plan de acción de seis meses» no puede hacerse con los recursos que hay." in _standing(session).reasons
    done = session_until(answers=KNOWN)
    again = done.steps["63-kpis"].model_copy(update={"redo": True})
    redo = done.model_copy(update={"steps": {**done.steps, "63-kpis": again}})
    assert "«Indicadores de retención» está por rehacerse." in _standing(redo).reasons
    assert isinstance(redo.steps["63-kpis"], StepRecord)


def test_day_is_that_of_ecuador() -> None:
    """At three in the morning in UTC it is still the day before."""
    assert local_date(LATE_EVENING) == date(2027, 7, 12)
