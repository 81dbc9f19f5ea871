"""`demo`: a whole case with the sample company that the program carries."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from retention_coach.cli.export import DOCUMENTS
from retention_coach.cli.invocation import Invocation

if TYPE_CHECKING:
    from retention_coach.chain.coach import Coach
    from retention_coach.domain.session import Session
    from retention_coach.exports.writer import Exported


def demo(ctx: typer.Context) -> int:
    """Run the chain for the sample company and write its documents, for the company and for the consultant."""
    call = Invocation.of(ctx)
    return call.run(_demo(call))


async def _demo(call: Invocation) -> int:
    from retention_coach.cli.outcome import as_data, conclude, exit_code, told
    from retention_coach.cli.unattended import Unattended
    from retention_coach.readers.company_file.reader import parse_company
    from retention_coach.readers.form.form import profile_form
    from retention_coach.samples import DEMO, WRITTEN_ON, sample_text

    coach = call.coach()
    form = profile_form(coach.knowledge, WRITTEN_ON)
    company = parse_company(sample_text(), DEMO, form)
    created = await coach.create(company.profile.company)
    call.follow(created.id)
    _introduce(call, created)
    session = await Unattended(coach, company, form, "recommended", told(call, coach)).carry(created)
    done = _write(coach, session)
    if call.as_json:
        call.write_json({**as_data(session), "paths": [str(path) for path in done.paths]})
        return max(exit_code(session), 1 if done.problems else 0)
    code = conclude(call, coach, session)
    call.terminal.heading("Documentos")
    for path in done.paths:
        call.terminal.done(str(path))
    for problem in done.problems:
        call.terminal.say(str(problem), "bad")
    call.terminal.say("Para empezar con una empresa de verdad:")
    call.tell_command("interview")
    return max(code, 1 if done.problems else 0)


def _introduce(call: Invocation, session: "Session") -> None:
    if not call.as_json:
        call.terminal.say("Caso de ejemplo: una firma contable de Quito que atiende a florícolas y a importadores.")
        call.terminal.say("La empresa es inventada; lo demás se calcula ahora, sin conexión.")
        call.terminal.pair("Sesión", session.id)
        call.terminal.say()


def _write(coach: "Coach", session: "Session") -> "Exported":
    """The Markdown documents of both audiences."""
    from retention_coach.exports.writer import Exported, export
    from retention_coach.report.view import build_report

    done = [
        export(build_report(session, coach.knowledge, audience=audience), ["md"], Path(DOCUMENTS))
        for audience in ("company", "consultant")
    ]
    return Exported(
        tuple(path for part in done for path in part.paths), tuple(item for part in done for item in part.problems)
    )
