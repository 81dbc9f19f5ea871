"""The interview with somebody who can be asked again: nothing typed is lost."""

import asyncio
import os
import signal
from collections.abc import Iterable

from interview_runs import NAME, PROFILE, SESSION, TOPICS, Case

from retention_coach.cli.interview.opening import Opening
from retention_coach.cli.interview.sources import Ask, InputEnded, Interrupted
from retention_coach.domain.session import Session
from retention_coach.errors import SaveFailedError
from retention_coach.ports import StepReply, StepRequest
from retention_coach.testing.store import MemoryStore


class _Person:
    """Types these answers; an exception is what the keyboard would raise. `asks` is what was asked."""

    is_live = True
    place = ""

    def __init__(self, typed: Iterable[str | Exception]) -> None:
        self._typed = iter(typed)
        self.asks: list[Ask] = []

    async def read(self, ask: Ask) -> str:
        self.asks.append(ask)
        typed = next(self._typed, InputEnded())
        if isinstance(typed, Exception):
            raise typed
        return typed


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
    person = _Person([*PROFILE[:4], "Cuenxa", "Cuenca"])
    sat = case.sit_with(person)
    assert sat.code == 0
    assert person.asks[5].default == "Cuenxa"
    assert "¿Quiso decir Cuenca (Azuay)?" in sat.output
    assert case.session.intake["canton"] == "Cuenca"


def test_an_order_that_does_not_exist_is_told() -> None:
    """The orders there are, and the same question again."""
    case = Case()
    sat = case.sit_with(_Person(["/ayda", "Transporte."]))
    assert "No existe la orden «/ayda»." in sat.output
    assert case.session.intake["services"] == "Transporte."


def test_a_full_disk_does_not_lose_the_answer() -> None:
    """The answer stays in place and can be sent again."""
    case = Case(store=_FullDisk())
    person = _Person(["Transporte.", "Transporte."])
    sat = case.sit_with(person)
    assert "No queda espacio en el disco." in sat.words
    assert person.asks[1].default == "Transporte."
    assert case.session.intake["services"] == "Transporte."


def test_a_draft_comes_back_with_its_mark() -> None:
    """What was typed when Ctrl-C came, and that it was for the consultant only."""
    case = Case()
    sat = case.sit_with(_Person([*PROFILE, "/solo", Interrupted("Nos deb", 130)]))
    assert sat.code == 130
    assert "Al volver se sigue en «Q1». Lo que estaba escribiendo se guardó como borrador." in sat.words
    person = _Person(["/solo\nNos deben dos meses."])
    assert case.sit_with(person, Opening(session=SESSION)).code == 0
    assert person.asks[0].default == "/solo\nNos deb"
    answer = case.session.interview.answers["Q1"]
    assert (answer.text, answer.consultant_only) == ("Nos deben dos meses.", True)
    assert case.session.interview.drafts == {}


def test_going_elsewhere_keeps_what_was_typed() -> None:
    """An order on the last line leaves the lines before it as a draft."""
    case = Case()
    person = _Person(["Transporte.", "La flor\n/volver", "Transporte frío.", "La flor llega."])
    assert case.sit_with(person).code == 0
    assert person.asks[3].default == "La flor"
    assert case.session.intake["main_benefit"] == "La flor llega."


def test_help_and_summary_keep_what_was_typed() -> None:
    """Both leave the answer in place."""
    case = Case()
    person = _Person(["Camiones\n/ayuda", "Camiones\n/resumen", "Camiones fríos"])
    sat = case.sit_with(person)
    assert [ask.default for ask in person.asks[:3]] == ["", "Camiones", "Camiones"]
    assert f"Empresa: {NAME}" in sat.output


def test_paste_mode_lasts_for_one_answer() -> None:
    """`/pegar` asks the same question again, where Enter no longer sends."""
    case = Case()
    person = _Person(["/pegar", "Uno\n\n\nDos", "Otra."])
    case.sit_with(person)
    assert [ask.is_paste for ask in person.asks[:3]] == [False, True, False]


def test_ctrl_c_while_the_engine_works() -> None:
    """The interview is saved, and the end says how to go on."""
    case = Case()
    playbook = case.engine
    case.engine = _Stopped()
    sat = case.sit_with(_Person(PROFILE))
    assert sat.code == 130
    assert f"retention-coach interview --session {SESSION}" in sat.output
    assert case.session.profile is not None
    case.engine = playbook
    assert case.resume(*TOPICS, "A").code == 0


def test_a_corrected_session_asks_until_nothing_is_wanted() -> None:
    """A finished session is opened for corrections: an unknown place is asked again, a blank ends it."""
    case = Case()
    assert case.sit(*PROFILE, *TOPICS, "A").code == 0
    sat = case.sit_with(_Person(["zzz", "presupuesto", "USD 5 mil", "quizás", "n", ""]), Opening(session=SESSION))
    assert sat.code == 0
    assert "No se encuentra «zzz»." in sat.output
    assert "«quizás» no es sí ni no." in sat.output
    assert case.session.profile is not None
    assert case.session.profile.budget_usd == 5000
