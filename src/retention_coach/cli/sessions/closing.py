"""`sessions review` and `sessions delete`: the consultant's word, and the end of a session."""

import sys
from typing import Annotated

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.cli.options import SessionId
from retention_coach.errors import UserError

Reviewer = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="NOMBRE", help="Quién responde por los documentos; por defecto, el nombre de su cuenta."
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Elimina sin preguntar.")]


def review(ctx: typer.Context, session_id: SessionId, by: Reviewer = None) -> int:
    """Mark the documents, as they are now, as reviewed."""
    call = Invocation.of(ctx)
    return call.run(_review(call, session_id, by))


def delete(ctx: typer.Context, session_id: SessionId, yes: Yes = False) -> int:
    """Remove a session for good; asks first."""
    call = Invocation.of(ctx)
    return call.run(_delete(call, session_id, yes=yes))


async def _review(call: Invocation, wanted: str, by: str | None) -> int:
    from retention_coach.chain.events import Reviewed
    from retention_coach.cli.opening import held
    from retention_coach.cli.outcome import as_data
    from retention_coach.cli.sessions.reviewer import reviewer
    from retention_coach.report.standing import standing_of
    from retention_coach.spanish.sentences import ended

    async with held(call, wanted) as (coach, before):
        session = await coach.record(before, Reviewed(reviewer(by), coach.clock.now()))
    if call.as_json:
        call.write_json(as_data(session))
        return 0
    standing = standing_of(session, coach.knowledge, "consultant")
    call.terminal.say(ended(f"{standing.label}. {standing.reviewed}"))
    if standing.reasons:
        call.terminal.say("Los documentos dirán además:")
        call.terminal.bullets(standing.reasons)
    return 0


async def _delete(call: Invocation, wanted: str, *, yes: bool) -> int:
    store = call.store()
    session_id = await store.find(wanted.strip())
    if not yes and not _is_confirmed(session_id):
        call.terminal.say("No se eliminó nada.")
        return 0
    await store.delete(session_id)
    if call.as_json:
        call.write_json({"deleted": session_id})
    else:
        call.terminal.say(f"Eliminada la sesión «{session_id}».")
    return 0


def _is_confirmed(session_id: str) -> bool:
    """Whether somebody at a terminal writes «sí».

    Raises:
        UserError: nobody is there to ask.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(
            f"Eliminar «{session_id}» pide confirmación y aquí nadie puede darla.", hint="Añada --yes si está seguro."
        )
    from retention_coach.spanish.words import fold

    print(f"¿Eliminar la sesión «{session_id}» con todo su contenido? Escriba «sí» para eliminarla: ", end="")
    sys.stdout.flush()
    return fold(sys.stdin.readline().strip()) in {"si", "s"}
