"""`run FILE`: one company from a YAML or JSON file, with no questions asked."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.cli.options import ChooseRule

if TYPE_CHECKING:
    from retention_coach.cli.unattended import ChoiceRule

CompanyPath = Annotated[
    str, typer.Argument(metavar="ARCHIVO", help="Archivo .yaml o .json con el perfil y las respuestas de la empresa.")
]
Existing = Annotated[
    str,
    typer.Option("--session", metavar="ID", help="Sesión que se pone al día: solo se rehace lo que el archivo cambió."),
]


def run(ctx: typer.Context, file: CompanyPath, choice: ChooseRule = "recommended", session_id: Existing = "") -> int:
    """The whole chain for one company; what the file leaves unsaid is unknown."""
    from retention_coach.cli.opening import choice_rule

    call = Invocation.of(ctx)
    return call.run(_run(call, Path(file), choice_rule(choice), session_id.strip()))


async def _run(call: Invocation, path: Path, rule: "ChoiceRule", session_id: str) -> int:
    from retention_coach.cli.company_update import refuse_other_company
    from retention_coach.cli.outcome import FromFile, conclude, tell_understood, told
    from retention_coach.cli.unattended import Unattended
    from retention_coach.readers.company_file.reader import read_company_file
    from retention_coach.readers.form.form import profile_form
    from retention_coach.report.standing import local_date

    coach = call.coach()
    form = profile_form(coach.knowledge, local_date(coach.clock.now()))
    company = read_company_file(path, form)
    tell_understood(call, company.understood)
    found = await coach.store.find(session_id) if session_id else (await coach.create(company.profile.company)).id
    async with coach.store.claim(found):
        before = await coach.store.load(found)
        refuse_other_company(before, company.profile, call.command("interview", "--session", found))
        call.follow(found, "run", str(path), "--choose", rule, "--session", found)
        driver = Unattended(coach, company, form, rule, told(call, coach))
        session = await driver.carry(before)
    given = FromFile(
        unused=driver.unused(session),
        changed=tuple(driver.changed) if session_id else (),
        understood=company.understood,
        made_private=tuple(driver.made_private),
    )
    return conclude(call, coach, session, given)
