"""Follow-ups, what was understood and how a person corrects it, figures that are offered, private questions."""

import pytest
from interview_runs import PROFILE, SESSION, TOPICS, Case, Person

from retention_coach.chain import outputs
from retention_coach.chain.staleness import stale_steps
from retention_coach.cli.interview.opening import Opening
from retention_coach.cli.interview.sources import Interrupted
from retention_coach.domain.interview import Corrections

LATE = "Nos demoramos en contestar y no lo medimos."
"""To Q7: a slow response, nothing measured, and a follow-up."""


def _corrections(case: Case, question: str = "Q7") -> Corrections:
    return case.session.interview.answers[question].corrections


def test_a_follow_up_is_asked_right_after_the_answer() -> None:
    """As what it is; the answer is kept under its own id, and the interview goes on with the guide."""
    case = Case()
    sat = case.sit_with(Person([*PROFILE, "/ir Q7", LATE, "Jenny puede.", "/pausa"]))
    assert "Repregunta a Q7 · Situación actual\nQ7.1. ¿Podría alguien anotar" in sat.output
    assert sat.output.index("Q7.1.") < sat.output.index("Al volver se sigue en «Q1»")
    assert case.session.interview.answers["Q7.1"].text == "Jenny puede."


def test_a_follow_up_may_be_left_and_comes_again() -> None:
    """Ctrl-C there: the next sitting goes on with it, with what was typed."""
    case = Case()
    sat = case.sit_with(Person([*PROFILE, "/ir Q7", LATE, Interrupted("Jen", 130)]))
    assert "Al volver se sigue en «Q7.1»" in sat.words
    person = Person(["Jenny.", "/pausa"])
    case.sit_with(person, Opening(session=SESSION))
    assert person.asks[0].default == "Jen"
    assert case.session.interview.answers["Q7.1"].text == "Jenny."


def test_no_follow_up_from_a_pipe_unless_it_goes_there() -> None:
    """Blocks are for the questions of the guide: what is asked must not depend on what was answered."""
    case = Case()
    assert case.sit(*PROFILE, "/ir Q7", LATE, "Uno.", "/ir Q7.1\nJenny.").code == 2
    answers = case.session.interview.answers
    assert answers["Q1"].text == "Uno."
    assert answers["Q7.1"].text == "Jenny."


def test_what_was_understood_of_a_topic_is_shown_when_it_ends() -> None:
    """Each signal with its answer and its words, with the «no» that they need; Enter accepts."""
    case = Case()
    sat = case.sit_with(Person([*PROFILE, "/ir Q7", LATE, "/tema", "", "/pausa"]))
    assert "Lo que se entendió · Situación actual" in sat.output
    assert "Q7 Respuesta lenta: «demoramos en contestar»" in sat.output
    assert "«no lo medimos»" in sat.output
    assert case.session.interview.answers["Q7"].accepted
    assert sat.output.count("Lo que se entendió") == 1
    again = case.sit_with(Person(["/pausa"]), Opening(session=SESSION))
    assert "Lo que se entendió" not in again.output


def test_what_is_not_so_is_struck_out_and_taken_back_in() -> None:
    """By its number; the list is shown again until it is right."""
    case = Case()
    sat = case.sit_with(Person([*PROFILE, "/ir Q7", LATE, "/tema", "1", "", "/pausa"]))
    assert "Respuesta lenta (quitada)" in sat.output
    assert _corrections(case) == Corrections(removed=("slow_response",))
    case.sit_with(Person(["/entendido", "1", "", "/pausa"]), Opening(session=SESSION))
    assert _corrections(case) == Corrections()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["+ Q7 rotac"], "team_turnover"),
        (["+rotación del equipo"], "team_turnover"),
        (["+ las facturas salen mal"], "billing_errors"),
        (["+ sin", "2"], None),
    ],
)
def test_what_is_missing_is_added(typed: list[str], code: str | None) -> None:
    """By a part of its name or by words that say it; of several, the one that is chosen."""
    case = Case()
    case.sit_with(Person([*PROFILE, "/ir Q7", "Nos demoramos en contestar.", "/tema", *typed, "", "/pausa"]))
    (added,) = _corrections(case).added
    assert code in {None, added}


def test_the_answer_that_says_it_is_asked_for() -> None:
    """Where there are several and the person did not say."""
    case = Case()
    person = Person([*PROFILE, "Perdimos dos.", "/ir Q7", LATE, "/tema", "+ rotación", "Q9", "q1", "", "/pausa"])
    sat = case.sit_with(person)
    assert "¿En qué respuesta se dijo «Rotación del equipo propio»?" in sat.words
    assert "«Q9» no es una de esas respuestas." in sat.words
    assert _corrections(case, "Q1").added == ("team_turnover",)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("99", "«99» no son números de la lista."),
        ("0", "«0» no son números de la lista."),
        ("la primera", "«la primera» no son números"),
        ("+ Q1 precio", "«Q1» no está entre estas respuestas."),
        ("+", "Falta qué agregar."),
        ("+ zzz", "No se reconoce «zzz»."),
        ("/tema", "Esa orden no se usa aquí."),
    ],
)
def test_what_cannot_be_done_is_told(typed: str, said: str) -> None:
    """And asked again; nothing changes."""
    case = Case()
    sat = case.sit_with(Person([*PROFILE, "/ir Q7", LATE, "/tema", typed, "", "/pausa"]))
    assert said in sat.words
    assert _corrections(case) == Corrections()
    assert case.session.interview.answers["Q7"].accepted


def test_ctrl_c_in_the_list_keeps_what_was_corrected() -> None:
    """It is shown again by the next sitting, with the correction, before anything is made of it."""
    case = Case()
    sat = case.sit_with(Person([*PROFILE, "/ir Q7", LATE, "/tema", "1", Interrupted("2", 130)]))
    assert sat.code == 130
    assert _corrections(case).removed == ("slow_response",)
    again = case.sit_with(Person(["", "/pausa"]), Opening(session=SESSION))
    assert "Respuesta lenta (quitada)" in again.output


def test_leaving_the_list_for_a_question() -> None:
    """`/ir` corrects the answer itself; the list comes back with what it says then."""
    case = Case()
    sat = case.sit_with(Person([*PROFILE, "/ir Q7", LATE, "/tema", "/ir Q7", "Contestamos tarde.", "", "/pausa"]))
    assert sat.output.count("Lo que se entendió · Situación actual") == 2
    assert case.session.interview.answers["Q7"].accepted


def test_seen_in_the_middle_of_an_answer() -> None:
    """`/entendido` below a half-written answer: both are kept, also with Ctrl-C in the list."""
    case = Case()
    typed: list[str | Exception] = [*PROFILE, "/ir Q7", LATE, "Perdimos tr\n/entendido", "1", Interrupted("", 130)]
    sat = case.sit_with(Person(typed))
    assert "Al volver se sigue en «Q7.1». Lo que estaba escribiendo se guardó como borrador." in sat.words
    assert _corrections(case).removed == ("slow_response",)
    person = Person(["Perdimos tres.", "/pausa"])
    case.sit_with(person, Opening(session=SESSION))
    assert person.asks[0].default == "Perdimos tr"


def test_something_may_be_added_where_nothing_was_understood() -> None:
    """Nobody is asked whether nothing is right; whoever wants to see it may add to it."""
    case = Case()
    sat = case.sit_with(Person([*PROFILE, "Bla bla.", "/tema", "/entendido", "+ rotación", "", "/pausa"]))
    assert sat.output.count("no se reconoció nada en particular") == 2
    assert _corrections(case, "Q1").added == ("team_turnover",)


def test_seen_before_there_is_anything() -> None:
    """It says so."""
    sat = Case().sit_with(Person(["/entendido", "/pausa"]))
    assert "Todavía no hay respuestas de las que entender algo." in sat.words


def test_a_correction_at_the_choice_redoes_the_strategy() -> None:
    """What was made of a signal that is not so is out of date."""
    case = Case()
    assert case.sit(*PROFILE, "/ir Q7", LATE, "/tema", *TOPICS[2:]).code == 2
    sat = case.sit_with(Person(["/entendido", "1", "", "s", "A", ""]), Opening(session=SESSION))
    assert "Desactualizado por la corrección" in sat.output
    assert stale_steps(case.session) == {}
    assert len(case.session.steps["61-strategy"].history) == 1
    assert sat.code == 0


def test_a_correction_of_a_finished_session_shows_only_that_answer() -> None:
    """The rest is in use already; the follow-up that the new answer calls for is asked, the old ones are not."""
    case = Case()
    assert case.sit(*PROFILE, *TOPICS, "A").code == 0
    left = [item.id for item in outputs.unanswered(case.session)]
    assert left == []  # the topics were closed
    sat = case.sit_with(Person(["Q1", "Nos demoramos en contestar.", "", "n", ""]), Opening(session=SESSION))
    assert sat.output.count("Lo que se entendió") == 1
    assert "Q10" not in sat.output.partition("Lo que se entendió")[2].partition("¿Está bien?")[0]


def test_a_pipe_is_shown_what_was_understood_and_waits_for_nothing() -> None:
    """Nobody has seen it: it is not accepted."""
    case = Case()
    sat = case.sit(*PROFILE, *TOPICS, "A")
    assert sat.code == 0
    assert "Lo que se entendió · Riesgos" in sat.output
    assert "¿Está bien?" not in sat.output
    assert not any(answer.accepted for answer in case.session.interview.answers.values())


@pytest.mark.parametrize(("said", "lost"), [("", 8.0), ("sí", 8.0), ("n", None)])
def test_a_figure_that_the_profile_lacks_is_offered(said: str, lost: float | None) -> None:
    """Never noted without a yes; whoever declines is not asked again."""
    case = Case()
    answer = "El año pasado perdimos 8 de 120 clientes, cerraron."
    form = [*PROFILE[:12], "no sé", "no sé", *PROFILE[14:]]
    sat = case.sit_with(Person([*form, answer, "/tema", "", said, "/entendido", "", "/pausa"]))
    assert sat.output.count("¿Anoto 8 clientes perdidos de 120, en el año?") == 1
    assert case.session.profile is not None
    figures = case.session.profile.figures
    assert figures.value("customers_lost") == lost
    assert figures.value("customers_start") == (120 if lost else None)
    if lost:
        assert "Anotado: Clientes perdidos: 8 clientes de 120 en el año" in sat.words


def test_a_private_question_is_for_the_consultant_unless_said_otherwise() -> None:
    """Visibly; `/publica` takes the mark away, and the follow-up is as private as what it follows."""
    case = Case()
    owed = "Un cliente dice que no quedó bien."
    sat = case.sit_with(Person([*PROFILE, "/ir Q11", owed, "Una visita.", "/pausa"]))
    assert "Es «solo consultor»: la empresa no recibe la respuesta." in sat.words
    assert [case.session.interview.answers[key].consultant_only for key in ("Q11", "Q11.1")] == [True, True]
    told = Case()
    told.sit_with(Person([*PROFILE, "/ir Q11", f"/publica\n{owed}", "/pausa"]))
    assert not told.session.interview.answers["Q11"].consultant_only
