"""What a type checker knows of the public names. Checked by mypy, and run by a test beside it."""

from pathlib import Path
from typing import Literal, assert_type

import retention_coach as rc
from retention_coach.chain.spec import StepSpec
from retention_coach.domain.strategy import Strategy
from retention_coach.testing import ManualClock, MemoryStore, ScriptedEngine

engine: rc.Engine = ScriptedEngine({})
store: rc.SessionStore = MemoryStore()


def unknown_names_are_errors() -> object:
    """The ignored error is the point: were it none, mypy would complain about the comment."""
    return rc.Nothing  # type: ignore[attr-defined]


def listen(step: StepSpec, moment: Literal["begun", "stored"], session: rc.Session) -> None:
    """A listener of the right type."""
    print(step.title, moment, session.revision)  # noqa: T201 - what an embedding program would do


async def use(folder: Path) -> rc.Session:
    """Every public name that a program calls, with the types that it gets back."""
    coach = assert_type(rc.build(rc.Settings(sessions_dir=folder), engine=engine, store=store), rc.Coach)
    now = ManualClock().now()
    profile = rc.Profile(
        company="Cuentas Claras",
        services="Contabilidad",
        main_benefit="Tranquilidad",
        customer_profile="Fincas",
        industry="contabilidad",
        canton="Quito",
        relationship_model="recurring",
        start_month="2027-01",
        figures=rc.CompanyFigures(customers_start=rc.Measure(value=46)),
    )
    session = assert_type(await coach.create(profile.company), rc.Session)
    session = assert_type(await coach.record(session, rc.ProfileSet(profile, now)), rc.Session)
    for need in assert_type(rc.ready(session), tuple[rc.Ready, ...]):
        match need:
            case rc.NeedsAnswers(questions):
                assert_type(questions[0].id, str)
            case rc.NeedsChoice(strategy):
                assert_type(strategy, Strategy)
            case rc.NeedsReply(step, repair):
                assert_type(step.title, str)
                assert_type(repair, bool)
            case rc.Blocked(step, infeasible):
                assert_type(infeasible.reason, str)
            case rc.NeedsProfile() | rc.Finished():
                pass
    try:
        return await coach.advance(session, progress=listen)
    except rc.EngineError as error:
        assert_type(error.message, str)
        return assert_type(await coach.store.load(session.id), rc.Session)
