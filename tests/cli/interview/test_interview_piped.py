"""The interview driven by a pipe: the same questions and orders, and nobody to ask again."""

import asyncio
import io
from pathlib import Path

import pytest
from interview_runs import NAME, PROFILE, SESSION, TOPICS, Case

from retention_coach.chain import outputs
from retention_coach.chain.readiness import Blocked, Finished, NeedsAnswers, NeedsChoice, ready
from retention_coach.chain.staleness import stale_steps
from retention_coach.cli.interview.alternatives import show_alternatives
from retention_coach.cli.interview.opening import Opening
from retention_coach.cli.terminal.terminal import Terminal
from retention_coach.domain.interview import GuideQuestion, InterviewGuide
from retention_coach.domain.profile import Profile
from retention_coach.domain.strategy import Strategy
from retention_coach.errors import EngineError, InvalidInputError, SessionLockedError
from retention_coach.ports import StepReply, StepRequest
from retention_coach.readers.company_file.reader import CompanyFile, GivenAnswer
from retention_coach.testing.engine import ScriptedEngine

_GUIDE = InterviewGuide(
    questions=tuple(
        GuideQuestion(
            id=f"Q{number}",
            topic=topic,
            text=f"¿Pregunta {number}?",
            why="Para saberlo.",
            examples=("Una.", "Otra."),
            confirms=None,
        )
        for number, topic in enumerate(("situation", "risks", "opportunities", "resources", "objectives"), start=1)
    )
)
_ANSWERS = ("Uno.", "Dos.", "Tres.", "Cuatro.", "Cinco.")


class _FailingLater:
    """The playbook, until the step at which its line goes down."""

    name = "playbook"
    max_repairs = 0

    def __init__(self, case: Case, step: str) -> None:
        self._engine = case.engine
        self._step = step

    async def answer(self, request: StepRequest) -> StepReply:
        if request.step == self._step:
            raise EngineError("El proveedor no responde.", hint="Espere un minuto.", error_class="timeout")
        return await self._engine.answer(request)


@pytest.fixture
def asked() -> Case:
    """A case whose guide has five questions, one for each topic, and whose engine writes nothing else."""
    return Case(engine=ScriptedEngine({"61-interview": [_GUIDE]}))


def _finished() -> Case:
    case = Case()
    assert case.sit(*PROFILE, *TOPICS, "B").code == 0
    return case


def test_whole_interview_from_a_pipe() -> None:
    """Every answer in one file: done, without colour, cursor or bar."""
    case = Case()
    sat = case.sit(*PROFILE, *TOPICS, "B")
    assert sat.code == 0
    assert "\x1b" not in sat.output
    assert "\r" not in sat.output
    assert max(map(len, sat.output.split("\n"))) <= 80
    assert isinstance(ready(case.session)[0], Finished)
    assert case.session.choice is not None
    assert (case.session.choice.label, case.session.choice.by) == ("B", "consultant")
    for title in (
        "Estrategia de retención",
        "Plan de acción de seis meses",
        "Plan sectorial",
        "Experiencias positivas",
    ):
        assert f"✓ {title}" in sat.output
    assert f"retention-coach export {SESSION}" in sat.output


def test_the_end_of_the_pipe_says_what_is_open_and_how_to_go_on(asked: Case) -> None:
    """What was answered is saved; the rest can come later, from another pipe."""
    sat = asked.sit(*PROFILE[:3])
    assert sat.code == 2
    assert "Falta «Industria»: ¿De qué industria es la empresa?" in sat.words
    assert f"retention-coach interview --session {SESSION}" in sat.output
    assert asked.session.intake == {
        "company": NAME,
        "services": PROFILE[0],
        "main_benefit": PROFILE[1],
        "customer_profile": PROFILE[2],
    }
    assert asked.resume(*PROFILE[3:]).code == 2
    assert isinstance(ready(asked.session)[0], NeedsAnswers)


def test_an_empty_pipe_waits_for_nothing() -> None:
    """Nothing to read and no name: there was nothing to save."""
    case = Case()
    sat = case.sit(opening=Opening())
    assert sat.code == 2
    assert "nada que guardar" in sat.output
    assert case.store.documents == {}


def test_the_company_name_is_asked_for_first() -> None:
    """Without `--company` the first block is the name."""
    case = Case()
    assert case.sit(NAME, opening=Opening()).code == 2
    assert case.session.intake == {"company": NAME}


def test_an_answer_that_does_not_fit_is_told_with_its_place(asked: Case) -> None:
    """Nobody can be asked again, and the next block is meant for the next question: it ends there, all saved."""
    with pytest.raises(InvalidInputError) as refused:
        asked.sit(*PROFILE[:4], "Cuenxa", *PROFILE[5:])
    assert refused.value.message == "La respuesta del bloque 5, línea 9 no sirve: No se encuentra el cantón «Cuenxa»."
    assert refused.value.hint == "¿Quiso decir Cuenca (Azuay)?"
    assert list(asked.session.intake) == ["company", "services", "main_benefit", "customer_profile", "industry"]
    assert "canton" not in asked.session.intake
    asked.resume(*PROFILE[4:])
    assert asked.session.profile is not None


def test_unknown_and_private_answers_are_kept_as_such(asked: Case) -> None:
    """`/nose`, «no sé», and `/solo` on the line before the answer."""
    asked.sit(*PROFILE, "/nose", "No sé.", "/solo\nNos deben dos meses.", "/solo", "Callado.")
    answers = asked.session.interview.answers
    assert [answers[key].text for key in ("Q1", "Q2", "Q3", "Q4")] == [None, None, "Nos deben dos meses.", "Callado."]
    assert [answers[key].consultant_only for key in ("Q1", "Q2", "Q3", "Q4")] == [False, False, True, True]


def test_no_tenemos_is_an_answer_to_an_open_question(asked: Case) -> None:
    """For a figure it would be unknown; here it says something."""
    asked.sit(*PROFILE, "No tenemos.")
    assert asked.session.interview.answers["Q1"].text == "No tenemos."


def test_a_topic_is_closed_as_unknown(asked: Case) -> None:
    """`/tema` declares the rest of it unknown, and the interview goes on with the next one."""
    sat = asked.sit(*PROFILE, "Uno.", "/tema")
    assert asked.session.interview.closed_topics == ("risks",)
    assert "¿Pregunta 3?" in sat.output


def test_what_every_plan_needs_cannot_be_left_out(asked: Case) -> None:
    """`/tema`, «no sé» and a blank are refused where the field is required."""
    for blocks in (("/tema",), ("no sé",), ("", "algo")):
        with pytest.raises(InvalidInputError):
            asked.sit(*blocks)
        asked.store.documents.clear()


def test_going_back_changes_only_that_answer(asked: Case) -> None:
    """`/volver` and `/ir`, by number and by name; then on with the first that is open."""
    sat = asked.sit(*PROFILE, "Uno.", "Dos.", "/volver", "Dos y medio.", "/ir q1", "Primero.", "/ir beneficio", "Otro.")
    answers = asked.session.interview.answers
    assert [answers[key].text for key in ("Q1", "Q2")] == ["Primero.", "Dos y medio."]
    assert asked.session.profile is not None
    assert asked.session.profile.main_benefit == "Otro."
    assert asked.session.intake["main_benefit"] == "Otro."
    assert "Falta «Q3»" in sat.words or "decisión" in sat.words


def test_an_empty_block_leaves_a_correction_as_it_was(asked: Case) -> None:
    """Going somewhere and changing nothing records nothing."""
    asked.sit(*PROFILE, "Uno.", "/ir Q1", "")
    assert asked.session.interview.answers["Q1"].text == "Uno."


def test_marking_twice_keeps_the_mark(asked: Case) -> None:
    """`/solo` only marks; a correction keeps the mark, and `/publica` takes it away."""
    answers = (*PROFILE, "/solo\nNos deben.", "/ir Q1", "/solo\nNos deben dos meses.", "/ir Q1\nTres meses.")
    asked.sit(*answers)
    answer = asked.session.interview.answers["Q1"]
    assert (answer.text, answer.consultant_only) == ("Tres meses.", True)
    sat = asked.resume("/ir Q1\n/publica\nTres meses.")
    answer = asked.session.interview.answers["Q1"]
    assert (answer.text, answer.consultant_only) == ("Tres meses.", False)
    assert "Sin la marca: la empresa la recibe." in sat.output


def test_a_mark_and_its_answer_on_one_line(asked: Case) -> None:
    """What follows `/solo` is not lost, and the next block is for the next question."""
    asked.sit(*PROFILE, "/solo Nos deben.", "Dos.")
    answers = asked.session.interview.answers
    assert (answers["Q1"].text, answers["Q1"].consultant_only) == ("Nos deben.", True)
    assert (answers["Q2"].text, answers["Q2"].consultant_only) == ("Dos.", False)


def test_text_under_an_order_answers_its_target(asked: Case) -> None:
    """Later blocks are not shifted by one."""
    asked.sit(*PROFILE, "/ir Q3\nTres.", "Uno.", "/volver\nUno y medio.", "Dos.", "Cuatro.")
    kept = {key: answer.text for key, answer in asked.session.interview.answers.items()}
    assert kept == {"Q1": "Uno y medio.", "Q2": "Dos.", "Q3": "Tres.", "Q4": "Cuatro."}
    assert asked.session.interview.drafts == {}


def test_text_under_an_order_at_a_decision_answers_its_target() -> None:
    """The choice is asked again afterwards, with the block that was meant for it."""
    case = Case()
    sat = case.sit(*PROFILE, *TOPICS, "/ir Q1\nSe fueron por precio.", "s", "A")
    assert sat.code == 0
    assert case.session.interview.answers["Q1"].text == "Se fueron por precio."


@pytest.mark.parametrize(
    "block", ["Texto.\n/ir Q2", "Texto.\n/volver", "/nose\nTexto.", "/tema\nTexto.", "/nose Texto."]
)
def test_text_that_an_order_would_lose_is_refused(asked: Case, block: str) -> None:
    """With the block and its line; what was answered before is saved, and nothing else."""
    with pytest.raises(InvalidInputError) as refused:
        asked.sit(*PROFILE, "Uno.", block, "Tres.")
    assert refused.value.message.startswith("La respuesta del bloque 22, línea 43 no sirve:")
    assert list(asked.session.interview.answers) == ["Q1"]


def test_a_pipe_goes_on_where_the_terminal_would(asked: Case) -> None:
    """Interrupted in the middle of a correction: its point comes first, for whoever goes on."""
    asked.sit(*PROFILE, "Uno.", "Dos.", "/ir Q1", "/pausa\nUno y med")
    sat = asked.resume("Uno y medio.", "Tres.")
    kept = {key: answer.text for key, answer in asked.session.interview.answers.items()}
    assert kept == {"Q1": "Uno y medio.", "Q2": "Dos.", "Q3": "Tres."}
    assert sat.output.index("Pregunta 1 de") < sat.output.index("Pregunta 3 de")


def test_fields_have_a_number_to_go_to(asked: Case) -> None:
    """`/ir 2` is «Dato 2 de …»; there is no number 99."""
    asked.sit(*PROFILE[:3], "/ir 2", "Camiones.")
    assert asked.session.intake["services"] == "Camiones."
    with pytest.raises(InvalidInputError, match="No se sabe a dónde ir con «99»"):
        asked.resume("/ir 99")


def test_orders_at_the_first_question_of_a_pipe() -> None:
    """An order is no name."""
    case = Case()
    assert case.sit("/ayuda\nAcme", opening=Opening()).code == 2
    assert case.session.intake == {"company": "Acme"}
    other = Case()
    assert other.sit("/pausa", opening=Opening()).code == 0
    assert other.store.documents == {}


@pytest.mark.parametrize(("width", "beside"), [(69, False), (70, True), (80, True)])
def test_alternatives_stand_side_by_side_where_there_is_room(width: int, beside: bool) -> None:
    """Both names on one line, or one alternative below the other; nothing wider than the screen."""
    case = Case()
    case.sit(*PROFILE, *TOPICS)
    strategy = outputs.output(case.session, Strategy)
    assert strategy is not None
    out = io.StringIO()
    show_alternatives(Terminal(out, live=False, colour=False, width=width), strategy)
    lines = out.getvalue().split("\n")
    assert any("A · " in line and "B · " in line for line in lines) is beside
    assert max(map(len, lines)) <= width


def test_the_guide_is_announced_as_prepared(asked: Case) -> None:
    """The interview itself is still to come."""
    output = asked.sit(*PROFILE).output
    assert "✓ Preguntas preparadas" in output
    assert "✓ Entrevista" not in output


@pytest.mark.parametrize("block", ["/ir Q99", "/ir", "/ayda", "/archivo", "/archivo nada.txt", "/ir clientes"])
def test_orders_that_lead_nowhere_are_refused(asked: Case, block: str) -> None:
    """Unknown order, place or file."""
    with pytest.raises(InvalidInputError):
        asked.sit(*PROFILE, block)


def test_help_and_summary_in_a_block_with_the_answer(asked: Case) -> None:
    """An order that only shows something leaves the rest of the block as the answer."""
    sat = asked.sit("/ayuda\nTransporte.", "/resumen\nFría.")
    assert "Por qué se pregunta:" in sat.output
    assert "Servicios: Transporte." in sat.output
    assert asked.session.intake["main_benefit"] == "Fría."


def test_an_answer_from_a_file(asked: Case, tmp_path: Path) -> None:
    """`/archivo`, from UTF-8 with mark."""
    (tmp_path / "notas.txt").write_bytes("\ufeffCamión\n\nfrío".encode())
    asked.sit(f"/archivo {tmp_path / 'notas.txt'}")
    assert asked.session.intake["services"] == "Camión\n\nfrío"


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"x" * 300_000])
def test_files_that_are_no_answer_are_refused(asked: Case, tmp_path: Path, content: bytes) -> None:
    """Empty, binary, or far too long."""
    (tmp_path / "notas.txt").write_bytes(content)
    with pytest.raises(InvalidInputError):
        asked.sit(f"/archivo {tmp_path / 'notas.txt'}")


def test_terminal_codes_in_answers_never_reach_the_screen(asked: Case) -> None:
    """What a company typed is shown cleaned."""
    sat = asked.sit("Camión\x1b[31m rojo\x07", "/resumen\nFría.")
    assert "Servicios: Camión rojo" in sat.output
    assert "\x1b" not in sat.output
    assert "\x07" not in sat.output


def test_choice_by_default_is_the_recommended_one() -> None:
    """An empty block at the choice takes it; at the end of the pipe it stays open."""
    case = Case()
    sat = case.sit(*PROFILE, *TOPICS)
    assert sat.code == 2
    assert isinstance(ready(case.session)[0], NeedsChoice)
    recommended = case.resume("", "sobra")
    assert recommended.code == 0
    assert "Sobraron respuestas desde el bloque 2, línea 3" in recommended.words
    assert case.session.choice is not None


def test_a_choice_that_is_none_is_refused() -> None:
    """Neither A nor B."""
    case = Case()
    with pytest.raises(InvalidInputError, match="no es una alternativa"):
        case.sit(*PROFILE, *TOPICS, "la tercera")


def test_going_back_from_the_choice() -> None:
    """A correction before choosing makes the strategy stale; it is redone, and the choice asked again."""
    case = Case()
    sat = case.sit(*PROFILE, *TOPICS, "/ir Q1", "Se fueron por precio.", "s", "A")
    assert sat.code == 0
    assert case.session.interview.answers["Q1"].text == "Se fueron por precio."
    assert stale_steps(case.session) == {}


def test_a_failing_engine_ends_with_3_and_loses_nothing() -> None:
    """What was done until then is kept, said and taken up again."""
    case = Case()
    playbook = case.engine
    case.engine = _FailingLater(case, "63-kpis")
    sat = case.sit(*PROFILE, *TOPICS, "A")
    assert sat.code == 3
    assert "El proveedor no responde. Espere un minuto." in sat.words
    assert "«Plan de acción de seis meses»" in sat.words
    assert f"retention-coach interview --session {SESSION}" in sat.output
    case.engine = playbook
    assert case.resume().code == 0
    assert isinstance(ready(case.session)[0], Finished)


def test_a_plan_that_cannot_be_done_says_why_and_can_be_mended() -> None:
    """Too few hours: blocked, exit 1; with more hours it goes on to the end."""
    case = Case()
    blocks = ["Gerente 0,5 h" if block.startswith("Gerente") else block for block in PROFILE]
    sat = case.sit(*blocks, *TOPICS, "A")
    assert sat.code == 1
    assert isinstance(ready(case.session)[0], Blocked)
    assert "Qué haría falta:" in sat.output
    assert case.resume("").code == 1
    mended = case.resume("equipo", "Gerente 20 h; Asesora 40 h", "s", "A")
    assert mended.code == 0
    assert isinstance(ready(case.session)[0], Finished)


def test_correcting_a_finished_session_redoes_what_became_stale() -> None:
    """What is out of date is named; redone on request, with the choice asked again and the history kept."""
    case = _finished()
    sat = case.resume("Q1", "Se fueron por calidad: la flor llegó caliente.", "s", "A", "")
    assert sat.code == 0
    assert "Con ello queda desactualizado: «Estrategia de retención», «Plan de acción de seis meses»" in sat.words
    assert stale_steps(case.session) == {}
    assert len(case.session.steps["61-strategy"].history) == 1


def test_a_redo_may_be_declined() -> None:
    """The old documents stay, and the end says that they are out of date."""
    case = _finished()
    sat = case.resume("/ir cantón", "Cuenca", "n", "")
    assert sat.code == 0
    assert "Una corrección dejó partes desactualizadas" in sat.words
    assert "62-action-plan" in stale_steps(case.session)


def test_a_correction_that_makes_a_field_meaningful_asks_for_it() -> None:
    """Without a contract there must be an inactivity rule, though the profile was whole without it."""
    case = Case(engine=ScriptedEngine({"61-interview": [_GUIDE]}))
    with_contract = [block for block in PROFILE if block != "90 días"]
    with_contract[7] = "1"
    case.sit(*with_contract, "/ir modelo", "2", "60 días")
    assert case.session.profile is not None
    assert case.session.profile.inactivity_days == 60


def test_a_company_file_is_not_asked_again(asked: Case) -> None:
    """What the file gives is skipped: fields, answers, and a topic's text for its first free question."""
    asked.sit(*PROFILE)
    profile = asked.session.profile
    assert profile is not None
    asked.store.documents.clear()
    known = CompanyFile(
        profile=profile.model_copy(update={"budget_usd": None}),
        answers={"Q2": GivenAnswer("Del archivo.", consultant_only=True), "Q5": GivenAnswer(None)},
        topics={"situation": "La situación."},
    )
    asked.sit("USD 5 mil", "/tema", "/tema", "Tres.", opening=Opening(known=known))
    session = asked.session
    assert session.profile is not None
    assert session.profile.budget_usd == 5000
    assert session.profile.accounts == profile.accounts
    answers = session.interview.answers
    assert {key: answer.text for key, answer in answers.items()} == {
        "Q1": "La situación.",
        "Q2": "Del archivo.",
        "Q3": "Tres.",
        "Q5": None,
    }
    assert answers["Q2"].consultant_only


def test_a_session_admits_no_other_company(asked: Case) -> None:
    """`--session` with `--company` is a mistake, not a choice."""
    asked.sit(*PROFILE[:1])
    with pytest.raises(InvalidInputError, match="no admite otra empresa"):
        asked.sit(opening=Opening(session=SESSION, company="Otra"))


@pytest.mark.parametrize("name", ["", "   ", "no sé", "—", "x" * 161])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    """Empty or without end."""
    case = Case()
    with pytest.raises(InvalidInputError):
        case.sit(opening=Opening(company=name))
    assert case.store.documents == {}


def test_a_session_open_elsewhere_is_not_touched(asked: Case) -> None:
    """The claim of another window keeps this one out."""
    asked.sit(*PROFILE[:1])
    before = asked.session

    async def hold() -> None:
        async with asked.store.claim(SESSION):
            await asyncio.to_thread(asked.resume, "Algo.")

    with pytest.raises(SessionLockedError):
        asyncio.run(hold())
    assert asked.session == before


def test_every_answer_is_saved_before_the_next_is_asked(asked: Case) -> None:
    """A pipe that ends after each answer leaves exactly the answers before it."""
    profile: Profile | None = None
    for count in range(len(PROFILE)):
        asked.store.documents.clear()
        asked.sit(*PROFILE[: count + 1])
        assert len(asked.session.intake) > count
        profile = asked.session.profile
    assert profile is not None
