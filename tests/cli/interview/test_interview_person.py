"""The interview with somebody who can be asked again: nothing typed is lost."""

import asyncio
import os
import signal

import pytest
from interview_runs import NAME, PROFILE, SESSION, TOPICS, Case, Person

from retention_coach.cli.interview.opening import Opening
from retention_coach.cli.interview.sources import InputEnded, Interrupted
from retention_coach.domain.session import Session
from retention_coach.errors import SaveFailedError
from retention_coach.ports import StepReply, StepRequest
from retention_coach.testing.store import MemoryStore


class _FullDisk(MemoryStore):
    """Refuses the third save."""

    def __init__(self) -> None:
        super().__init__()
        self._saves = 0

    async def save(self, session: Session, *, expected_revision: int) -> Session:
        self._saves += 1
        if self._saves == 3:
            raise SaveFailedError("No queda espacio en el disco.", hint="Libere espacio.")
        return await super().save(session, expected_revision=expected_revision)


class _Stopped:
    """An engine during whose work Ctrl-C is pressed."""

    name = "stopped"
    max_repairs = 0

    async def answer(self, request: StepRequest) -> StepReply:
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.Event().wait()
        raise AssertionError(request.step)


def test_a_refused_answer_stays_in_place() -> None:
    """The same question again, with what was typed to be mended."""
    case = Case()
    person = Person([*PROFILE[:4], "zzz", "Cuenca"])
    sat = case.sit_with(person)
    assert sat.code == 0
    assert person.asks[5].default == "zzz"
    assert "No se encuentra el cantón «zzz»." in sat.output
    assert case.session.intake["canton"] == "Cuenca"


@pytest.mark.parametrize("yes", ["sí", "si", "S"])
def test_a_yes_accepts_the_only_suggestion(yes: str) -> None:
    """What was meant is offered, on an empty line, and taken."""
    case = Case()
    person = Person([*PROFILE[:4], "Guayakil", yes])
    sat = case.sit_with(person)
    assert person.asks[5].default == ""
    assert "¿Quiso decir Guayaquil (Guayas)? Escriba «sí» para «Guayaquil (Guayas)»" in sat.words
    assert case.session.intake["canton"] == "Guayaquil (Guayas)"


def test_a_yes_is_no_canton_where_several_were_offered() -> None:
    """«Sí» to two suggestions accepts neither."""
    case = Case()
    sat = case.sit_with(Person([*PROFILE[:4], "Olmedo", "sí", "Quito"]))
    assert "No se encuentra el cantón «sí»." in sat.output
    assert case.session.intake["canton"] == "Quito"


def test_a_margin_as_a_fraction_is_asked_about() -> None:
    """«0,15» becomes 15 % only with a yes."""
    case = Case()
    blocks = [*PROFILE[:-4], "/ir margen", "0,15", "sí"]
    sat = case.sit_with(Person(blocks))
    assert "¿Quiso decir 15\u00a0%?" in sat.output
    assert "Entendí: Margen bruto: 15\u00a0%; estimación." in sat.output
    assert case.session.intake["figures.gross_margin"] == "15 %"


def test_an_echo_has_one_full_stop() -> None:
    """A canton in capitals or a name that ends in «S.A.» gets no second one."""
    case = Case()
    sat = case.sit_with(Person([*PROFILE[:15], "Rosas S.A.", InputEnded()]))
    assert "Entendí: C1: Rosas S.A.\n" in sat.output


def test_orders_work_at_the_very_first_question() -> None:
    """Help and summary are shown, what leads nowhere is refused; then the name is taken."""
    case = Case()
    person = Person(["/ayuda", "/resumen", "/volver", "/tema", "Acme\n/ayuda", "Acme"])
    sat = case.sit_with(person, Opening())
    assert "Por qué se pregunta: Es el nombre que llevarán los documentos." in sat.output
    assert "Todavía no hay nada respondido." in sat.output
    assert "no hay a dónde volver" in sat.output
    assert "hace falta el nombre de la empresa" in sat.words
    assert person.asks[5].default == "Acme"
    assert case.session.intake == {"company": "Acme"}


@pytest.mark.parametrize(("typed", "code"), [("/pausa", 0), ("/salir", 0), (Interrupted("Ac", 130), 130)])
def test_leaving_at_the_very_first_question(typed: str | Exception, code: int) -> None:
    """There is no session yet, and it is said that nothing was saved."""
    case = Case()
    sat = case.sit_with(Person([typed]), Opening())
    assert sat.code == code
    assert "Todavía no había nada que guardar." in sat.output
    assert case.store.documents == {}


@pytest.mark.parametrize("name", ["no sé", "…", "/ ", "!"])
def test_a_company_needs_a_name(name: str) -> None:
    """It is asked for again."""
    case = Case()
    case.sit_with(Person([name, "Acme"]), Opening())
    assert case.session.intake == {"company": "Acme"}


def test_a_draft_emptied_before_going_elsewhere_is_forgotten() -> None:
    """What was deleted does not come back; nor does a kept answer become a draft by going elsewhere."""
    case = Case()
    person = Person(["Transporte.", "La flor\n/volver", "Transporte.\n/ir beneficio", "/volver", "/pausa"])
    case.sit_with(person)
    assert person.asks[3].default == "La flor"
    assert case.session.interview.drafts == {}


@pytest.mark.parametrize("end", [Interrupted("", 130), InputEnded(), "/pausa"])
def test_a_draft_emptied_before_leaving_is_forgotten(end: str | Exception) -> None:
    """An empty line at the end is what the person left."""
    case = Case()
    case.sit_with(Person([Interrupted("Transp", 130)]))
    assert case.session.interview.drafts == {"profile.services": "Transp"}
    case.sit_with(Person([end]), Opening(session=SESSION))
    assert case.session.interview.drafts == {}


def test_a_draft_that_lost_its_mark_comes_back_without_it() -> None:
    """`/publica` on a private answer, interrupted: the draft says so."""
    case = Case()
    case.sit_with(Person([*PROFILE, "/solo\nNos deben.", "/ir Q1", "/publica", Interrupted("Nos deben tres", 130)]))
    person = Person(["/publica\nNos deben tres meses."])
    case.sit_with(person, Opening(session=SESSION))
    assert person.asks[0].default == "/publica\nNos deben tres"
    answer = case.session.interview.answers["Q1"]
    assert (answer.text, answer.consultant_only) == ("Nos deben tres meses.", False)


def test_text_under_an_order_answers_where_it_leads() -> None:
    """Also for a person, who may mend it there."""
    case = Case()
    person = Person(["/ir cantón\nzzz", "Cuenca"])
    case.sit_with(person)
    assert person.asks[1].default == "zzz"
    assert case.session.intake == {"company": NAME, "canton": "Cuenca"}


def test_an_order_with_too_much_on_its_line_stays_to_be_mended() -> None:
    """Nothing typed is lost."""
    case = Case()
    person = Person(["/nose cuántos", "Transporte."])
    sat = case.sit_with(person)
    assert "«/nose» va sola en su renglón." in sat.output
    assert person.asks[1].default == "/nose cuántos"


def test_an_order_that_does_not_exist_is_told() -> None:
    """The orders there are, and the same question again."""
    case = Case()
    sat = case.sit_with(Person(["/ayda", "Transporte."]))
    assert "No existe la orden «/ayda»." in sat.output
    assert case.session.intake["services"] == "Transporte."


def test_a_full_disk_does_not_lose_the_answer() -> None:
    """The answer stays in place and can be sent again."""
    case = Case(store=_FullDisk())
    person = Person(["Transporte.", "Transporte."])
    sat = case.sit_with(person)
    assert "No queda espacio en el disco." in sat.words
    assert person.asks[1].default == "Transporte."
    assert case.session.intake["services"] == "Transporte."


def test_a_draft_comes_back_with_its_mark() -> None:
    """What was typed when Ctrl-C came, and that it was for the consultant only."""
    case = Case()
    sat = case.sit_with(Person([*PROFILE, "/solo", Interrupted("Nos deb", 130)]))
    assert sat.code == 130
    assert "Al volver se sigue en «Q1». Lo que estaba escribiendo se guardó como borrador." in sat.words
    person = Person(["/solo\nNos deben dos meses."])
    assert case.sit_with(person, Opening(session=SESSION)).code == 0
    assert person.asks[0].default == "/solo\nNos deb"
    answer = case.session.interview.answers["Q1"]
    assert (answer.text, answer.consultant_only) == ("Nos deben dos meses.", True)
    assert case.session.interview.drafts == {}


def test_going_elsewhere_keeps_what_was_typed() -> None:
    """An order on the last line leaves the lines before it as a draft."""
    case = Case()
    person = Person(["Transporte.", "La flor\n/volver", "Transporte frío.", "La flor llega."])
    assert case.sit_with(person).code == 0
    assert person.asks[3].default == "La flor"
    assert case.session.intake["main_benefit"] == "La flor llega."


def test_help_and_summary_keep_what_was_typed() -> None:
    """Both leave the answer in place."""
    case = Case()
    person = Person(["Camiones\n/ayuda", "Camiones\n/resumen", "Camiones fríos"])
    sat = case.sit_with(person)
    assert [ask.default for ask in person.asks[:3]] == ["", "Camiones", "Camiones"]
    assert f"Empresa: {NAME}" in sat.output


def test_paste_mode_lasts_for_one_answer() -> None:
    """`/pegar` asks the same question again, where Enter no longer sends."""
    case = Case()
    person = Person(["/pegar", "Uno\n\n\nDos", "Otra."])
    case.sit_with(person)
    assert [ask.is_paste for ask in person.asks[:3]] == [False, True, False]


def test_ctrl_c_while_the_engine_works() -> None:
    """The interview is saved, and the end says how to go on."""
    case = Case()
    playbook = case.engine
    case.engine = _Stopped()
    sat = case.sit_with(Person(PROFILE))
    assert sat.code == 130
    assert f"retention-coach interview --session {SESSION}" in sat.output
    assert case.session.profile is not None
    case.engine = playbook
    assert case.resume(*TOPICS, "A").code == 0


def test_a_corrected_session_asks_until_nothing_is_wanted() -> None:
    """A finished session is opened for corrections: an unknown place is asked again, a blank ends it."""
    case = Case()
    assert case.sit(*PROFILE, *TOPICS, "A").code == 0
    sat = case.sit_with(Person(["zzz", "presupuesto", "USD 5 mil", "quizás", "n", ""]), Opening(session=SESSION))
    assert sat.code == 0
    assert "No se encuentra «zzz»." in sat.output
    assert "«quizás» no es sí ni no." in sat.output
    assert case.session.profile is not None
    assert case.session.profile.budget_usd == 5000
