"""`sessions fork` and `sessions redo`: the other alternative, and a step once more."""

from typing import TYPE_CHECKING, Annotated

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.cli.options import SessionId

if TYPE_CHECKING:
    from retention_coach.domain.base import AlternativeLabel

OtherChoice = Annotated[
    str, typer.Option("--choose", metavar="A|B", help="La alternativa con que sigue la nueva sesión.")
]
FirstStep = Annotated[
    str, typer.Option("--from", metavar="PASO", help="El primer paso que se rehace; los que dependen de él también.")
]


def fork(ctx: typer.Context, session_id: SessionId, label: OtherChoice) -> int:
    """A second session with the other alternative; the first stays as it is."""
    from retention_coach.cli.opening import label_of

    call = Invocation.of(ctx)
    return call.run(_fork(call, session_id, label_of(label)))


def redo(ctx: typer.Context, session_id: SessionId, first: FirstStep) -> int:
    """Do a step again, and those that rest on it; earlier versions are kept."""
    call = Invocation.of(ctx)
    return call.run(_redo(call, session_id, first))


async def _fork(call: Invocation, wanted: str, label: "AlternativeLabel") -> int:
    from retention_coach.cli.opening import opened
    from retention_coach.cli.outcome import finish

    coach, original = await opened(call, wanted)
    session = await coach.fork(original, label)
    call.follow(session.id)
    if not call.as_json:
        call.terminal.say(f"Sesión nueva «{session.id}» con la alternativa {label}; «{original.id}» queda como estaba.")
    return await finish(call, coach, session)


async def _redo(call: Invocation, wanted: str, first: str) -> int:
    from retention_coach.chain.steps import step_named
    from retention_coach.cli.opening import held
    from retention_coach.cli.outcome import finish

    step = step_named(first)
    async with held(call, wanted) as (coach, session):
        return await finish(call, coach, await coach.redo(session, step.id))
