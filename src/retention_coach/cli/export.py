"""`export ID`: the documents of a session."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.cli.options import SessionId
from retention_coach.errors import InvalidInputError

if TYPE_CHECKING:
    from retention_coach.report.case import Audience

DOCUMENTS = "entregables"

Target = Annotated[str, typer.Option("--to", metavar="CARPETA", help=f"Dónde se escriben; por defecto ./{DOCUMENTS}.")]
Formats = Annotated[
    str, typer.Option("--format", metavar="LISTA", help="md, json, o los dos separados por coma; por defecto md.")
]
Reader = Annotated[
    str,
    typer.Option(
        "--for",
        metavar="company|consultant",
        help="Para quién: la empresa (por defecto), o el consultor, con lo reservado y las observaciones.",
    ),
]


def export(
    ctx: typer.Context,
    session_id: SessionId,
    to: Target = DOCUMENTS,
    formats: Formats = "md",
    reader: Reader = "company",
) -> int:
    """Write the documents; what is missing in a draft is said.

    The exit code is 1 if a format could not be written, and 2 if none could.
    """
    from retention_coach.cli.opening import opened
    from retention_coach.exports.writer import export as write
    from retention_coach.report.view import build_report
    from retention_coach.spanish.cleaning import clean

    call = Invocation.of(ctx)
    audience = _audience(reader)
    coach, session = call.run(opened(call, session_id))
    report = build_report(session, coach.knowledge, audience=audience)
    chosen = [form.strip().casefold() for form in formats.split(",") if form.strip()]
    if not chosen:
        raise InvalidInputError("La opción --format está vacía.", hint="Escriba md, json, o md,json.")
    done = write(report, chosen, Path(to))
    if done.problems and not done.paths:
        raise done.problems[0]
    if call.as_json:
        call.write_json(
            {
                "id": session.id,
                "audience": audience,
                "status": report.standing.status,
                "paths": [str(path) for path in done.paths],
                "problems": [problem.message for problem in done.problems],
            }
        )
        return 1 if done.problems else 0
    for path in done.paths:
        call.terminal.done(str(path))
    for problem in done.problems:
        print(clean(f"Error: {problem}"), file=sys.stderr)
    call.terminal.pair(report.standing.label, report.standing.reviewed or "así lo dicen los documentos.")
    call.terminal.bullets(report.standing.reasons)
    return 1 if done.problems else 0


def _audience(text: str) -> "Audience":
    match text.strip().casefold():
        case "company":
            return "company"
        case "consultant":
            return "consultant"
        case _:
            raise InvalidInputError(
                f"«{text}» no sirve para --for.", hint="Escriba company (la empresa) o consultant (el consultor)."
            )
