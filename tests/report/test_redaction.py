"""What was told to the consultant alone is in no part of what the company receives."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sample_case import ANSWERS, OUTPUTS, PROFILE, STRATEGY_OUTPUT, session_until

from retention_coach.chain.outputs import output
from retention_coach.domain.evidence import Evidence, Figure
from retention_coach.domain.interview import AnsweredQuestion, Corrections, GuideQuestion, Interview
from retention_coach.domain.session import Attempt, Session
from retention_coach.domain.strategy import Objective, Strategy
from retention_coach.knowledge.lexicon import words
from retention_coach.report.confidences import Confidences
from retention_coach.report.redaction import NEUTRAL_BASIS, WITHHELD, for_company

SECRET = ANSWERS[2].text or ""
TOLD = Evidence(kind="answer", ref="Q3", detail="Se dijo en voz baja.")


def _with_strategy(**changes: Any) -> Session:
    strategy = STRATEGY_OUTPUT.model_copy(update=changes)
    return session_until("61-strategy", outputs={**OUTPUTS, "strategy": strategy})


def _strategy(session: Session) -> Strategy:
    found = output(session, Strategy)
    assert found is not None
    return found


def test_company_session_has_neither_answer_nor_question() -> None:
    """The answer, its question in the guide and any draft are gone; the open answers stay."""
    session = session_until()
    drafting = Interview(answers=session.interview.answers, drafts={"Q3": SECRET})
    redacted = for_company(session.model_copy(update={"interview": drafting, "intake": {"services": SECRET}}))
    text = redacted.model_dump_json(exclude={"summary", "profile"})
    assert SECRET not in text
    assert ANSWERS[2].question not in text
    assert '"Q3"' not in text
    assert ANSWERS[1].text is not None
    assert ANSWERS[1].text in text


def test_company_session_has_neither_corrections_nor_private_follow_ups() -> None:
    """How its answers were understood is the consultant's; what was asked in confidence was asked in confidence."""
    session = session_until()
    first, third = (session.interview.answers[key] for key in ("Q1", "Q3"))
    looked_over = first.model_copy(update={"corrections": Corrections(added=("no_crm",)), "accepted": True})
    asked = tuple(
        GuideQuestion(id=f"{key}.1", topic="risks", text=f"¿Y {key}?", why="", examples=(), confirms=None)
        for key in ("Q1", "Q3")
    )
    answers = {**session.interview.answers, "Q1": looked_over, "Q1.1": first, "Q3.1": third}
    interview = session.interview.model_copy(update={"answers": answers, "follow_ups": asked})
    redacted = for_company(session.model_copy(update={"interview": interview})).interview
    assert [item.id for item in redacted.follow_ups] == ["Q1.1"]
    assert (redacted.answers["Q1"].corrections, redacted.answers["Q1"].accepted) == (Corrections(), False)
    assert "Q3.1" not in redacted.answers


def test_observation_on_a_confidence_is_left_out_with_what_cites_it() -> None:
    """An observation that cites a confidence goes whole, and so do references to it."""
    first, *others = STRATEGY_OUTPUT.diagnosis
    told = first.model_copy(update={"evidence": (*first.evidence, TOLD), "statement": "El contador piensa irse."})
    lever = STRATEGY_OUTPUT.alternatives[0].levers[0]
    citing = lever.model_copy(update={"evidence": (Evidence(kind="plan", ref=first.id, detail=""), *lever.evidence)})
    alternative = STRATEGY_OUTPUT.alternatives[0].model_copy(update={"levers": (citing,)})
    session = _with_strategy(diagnosis=(told, *others), alternatives=(alternative, *STRATEGY_OUTPUT.alternatives[1:]))
    redacted = _strategy(for_company(session))
    assert redacted.diagnosis == tuple(others)
    assert redacted.alternatives[0].levers[0].evidence == lever.evidence


def test_text_that_repeats_a_confidence_is_withheld() -> None:
    """Six words in a row are enough; a text that shares none stays."""
    leaking = STRATEGY_OUTPUT.recommendation.model_copy(
        update={"reason": "Urge, porque el contador principal quiere abrir su propia oficina."}
    )
    redacted = _strategy(for_company(_with_strategy(recommendation=leaking)))
    assert redacted.recommendation.reason == WITHHELD
    assert redacted.recommendation.when_the_other_is_better == leaking.when_the_other_is_better


def test_quoted_part_of_a_confidence_is_withheld() -> None:
    """Even two words, if they stand as somebody's own words."""
    leaking = STRATEGY_OUTPUT.recommendation.model_copy(update={"reason": "La empresa teme «llevarse clientes»."})
    assert _strategy(for_company(_with_strategy(recommendation=leaking))).recommendation.reason == WITHHELD


def test_figure_from_a_confidence_leaves_with_its_number() -> None:
    """The figure, the baseline and the words with the number go; a required target keeps its value, not its basis."""
    secret = Figure(label="meses para irse", value=7, unit="count", basis=TOLD)
    objective = Objective(
        kpi="churn",
        kind="improve",
        statement="Que en 7 meses no se vaya nadie, ni en 17.",
        baseline=secret,
        target=secret.model_copy(update={"value": 2.0}),
        due=STRATEGY_OUTPUT.alternatives[0].objectives[0].due,
    )
    alternative = STRATEGY_OUTPUT.alternatives[0].model_copy(update={"objectives": (objective,), "figures": (secret,)})
    redacted = _strategy(for_company(_with_strategy(alternatives=(alternative, STRATEGY_OUTPUT.alternatives[1]))))
    shown = redacted.alternatives[0].objectives[0]
    assert redacted.alternatives[0].figures == ()
    assert shown.baseline is None
    assert shown.statement == WITHHELD
    assert shown.target.value == 2
    assert shown.target.basis == NEUTRAL_BASIS


def test_identifiers_survive_secret_numbers() -> None:
    """A confidential 1 changes neither «A1» nor the labels of the plan."""
    secret = Figure(label="uno", value=1, unit="count", basis=TOLD)
    plan = OUTPUTS["plan"]
    months = plan.model_dump()["months"]
    months[0]["figures"] = (*months[0]["figures"], secret.model_dump())
    changed = type(plan).model_validate({**plan.model_dump(), "months": months})
    redacted = for_company(session_until(outputs={**OUTPUTS, "plan": changed}))
    current = redacted.steps["62-action-plan"].current
    assert current is not None
    assert current.output["months"][0]["actions"][0]["id"] == "A1"
    assert current.output["months"][0]["period"] == "2027-08"


def test_what_is_not_for_the_company_is_emptied() -> None:
    """History, attempts, findings, edits and fingerprints stay with the consultant."""
    session = session_until()
    record = session.steps["61-strategy"]
    assert record.current is not None
    attempt = Attempt(at=record.current.at, engine="openai", error="rate_limit")
    busy = record.model_copy(update={"history": (record.current,), "attempts": (attempt,)})
    redacted = for_company(session.model_copy(update={"steps": {**session.steps, "61-strategy": busy}}))
    kept = redacted.steps["61-strategy"]
    assert kept.current is not None
    assert (kept.history, kept.attempts, kept.current.inputs, kept.current.findings) == ((), (), {}, ())


def test_session_without_confidences_keeps_its_outputs() -> None:
    """Nothing is touched where nothing is confidential."""
    open_answers = tuple(item.model_copy(update={"consultant_only": False}) for item in ANSWERS)
    session = session_until(answers=open_answers)
    redacted = for_company(session)
    for step, record in session.steps.items():
        assert record.current is not None
        shown = redacted.steps[step].current
        assert shown is not None
        assert shown.output == record.current.output


WORDS = st.lists(st.text(alphabet="bcdfghjklmnñ", min_size=4, max_size=9), min_size=3, max_size=12, unique=True)


@settings(max_examples=60, deadline=None)
@given(secret=WORDS, place=st.integers(0, 3), data=st.data())
def test_no_run_of_a_confidence_survives(secret: list[str], place: int, data: st.DataObject) -> None:
    """Wherever a part of a confidence is repeated, of six words or whole, the company's copy does not have it."""
    spoken = " ".join(secret)
    length = min(6, len(secret))
    start = data.draw(st.integers(0, len(secret) - length))
    leaked = " ".join(secret[start : start + length])
    answers = (*ANSWERS[:2], ANSWERS[2].model_copy(update={"text": f"{spoken}."}), *ANSWERS[3:])
    session = session_until(answers=answers, outputs={**OUTPUTS, "strategy": _leaking(leaked, place)})
    assert leaked in session.model_dump_json()
    assert leaked not in for_company(session).model_dump_json()


def _leaking(leaked: str, place: int) -> Strategy:
    """The strategy with the words in one of several places, with capitals and punctuation of their own."""
    advice, alternative = STRATEGY_OUTPUT.recommendation, STRATEGY_OUTPUT.alternatives[0]
    changes: tuple[dict[str, Any], ...] = (
        {"recommendation": advice.model_copy(update={"reason": f"Dicen que {leaked}, y ya."})},
        {"alternatives": (alternative.model_copy(update={"must_be_true": ("Sí.", leaked)}),)},
        {"alternatives": (alternative.model_copy(update={"name": leaked.capitalize() + " " + leaked}),)},
        {"unknowns": (STRATEGY_OUTPUT.unknowns[0].model_copy(update={"how_to_know": leaked}),)},
    )
    return STRATEGY_OUTPUT.model_copy(update=changes[place])


def test_what_the_company_also_said_openly_is_no_secret() -> None:
    """Words of the profile or of an open answer may be repeated, also in quotes."""
    answers = (*ANSWERS[:2], ANSWERS[2].model_copy(update={"text": PROFILE.main_benefit}), *ANSWERS[3:])
    confidences = Confidences.of(session_until(answers=answers))
    assert not confidences.leak_in(f"Ofrece «{PROFILE.main_benefit}».")


def test_mark_is_enough_to_hide_a_question() -> None:
    """A confidential «no sé» hides its question too, though there are no words to look for."""
    unknown = AnsweredQuestion(id="Q7", topic="risks", question="¿Y eso?", text=None, consultant_only=True)
    confidences = Confidences.of(session_until(answers=(*ANSWERS[:2], unknown)))
    assert confidences.questions == {"Q7"}
    assert not confidences.leak_in("Cualquier cosa que se diga aquí no es un secreto.")


def test_words_are_compared_without_accents() -> None:
    """Capitals, accents and punctuation do not hide a repetition."""
    confidences = Confidences.of(session_until())
    assert confidences.leak_in("EL CONTADOR, PRINCIPAL: QUIERE ABRIR SU PRÓPIA oficina")
    assert words(SECRET)[:6] == ("el", "contador", "principal", "quiere", "abrir", "su")
