"""`interview`: the words of the command line; the conversation is in `cli.interview`."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.errors import UserError

if TYPE_CHECKING:
    from retention_coach.chain.coach import Coach
    from retention_coach.cli.interview.interruption import Interruption
    from retention_coach.cli.interview.sources import Source
    from retention_coach.domain.session import Session
    from retention_coach.readers.company_file.reader import CompanyFile

Company = Annotated[str, typer.Option("--company", metavar="NOMBRE", help="Nombre de la empresa.")]
ProfileFile = Annotated[
    str, typer.Option("--profile", metavar="ARCHIVO", help="Archivo .yaml o .json con lo que ya se sabe de la empresa.")
]
Existing = Annotated[
    str, typer.Option("--session", metavar="ID", help="Continúa una sesión en la pregunta en que se quedó.")
]


def interview(ctx: typer.Context, company: Company = "", profile: ProfileFile = "", session_id: Existing = "") -> int:
    """Lead through the interview, the choice and the steps."""
    from retention_coach.cli.interview.command import interview as hold
    from retention_coach.cli.interview.interruption import Interruption
    from retention_coach.cli.interview.opening import Opening

    call = Invocation.of(ctx)
    if call.as_json:
        raise UserError("La entrevista conversa con una persona y no admite --json.", hint="Use el comando «run».")
    coach, interruption = call.coach(), Interruption()
    opening = Opening(
        company=company or None,
        known=_known(coach, Path(profile)) if profile else None,
        session=session_id.strip() or None,
    )

    def go_on(session: "Session") -> str:
        call.follow(session.id)
        return call.to_go_on

    def to_export(session: "Session") -> str:
        return call.command("export", session.id)

    return call.run(
        hold(
            coach,
            call.terminal,
            _source(interruption),
            opening=opening,
            interruption=interruption,
            go_on=go_on,
            to_export=to_export,
        )
    )


def _known(coach: "Coach", path: Path) -> "CompanyFile":
    from retention_coach.readers.company_file.reader import read_company_file
    from retention_coach.readers.form.form import profile_form
    from retention_coach.report.standing import local_date

    return read_company_file(path, profile_form(coach.knowledge, local_date(coach.clock.now())))


def _source(interruption: "Interruption") -> "Source":
    """A person at the terminal, or the answers of a pipe; a closed input has none."""
    from retention_coach.cli.interview.keyboard import KeyboardSource
    from retention_coach.cli.interview.piped import PipedSource

    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        return KeyboardSource(interruption)
    return PipedSource(sys.stdin or io.StringIO())
