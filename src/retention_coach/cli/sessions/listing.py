"""`sessions list`: every session of the folder, latest first."""

from typing import TYPE_CHECKING

import typer

from retention_coach.cli.invocation import Invocation

if TYPE_CHECKING:
    from retention_coach.ports import SessionEntry


def list_sessions(ctx: typer.Context) -> int:
    """List the sessions; files that cannot be read are shown with their problem, and make the exit code 1."""
    call = Invocation.of(ctx)
    entries = call.run(call.store().entries())
    if call.as_json:
        call.write_json([_as_data(entry) for entry in entries])
    elif not entries:
        call.terminal.say(f"No hay sesiones en «{call.settings.sessions_dir}».")
        call.terminal.say("Empiece una con: retention-coach interview")
    else:
        for entry in entries:
            _tell(call, entry)
    return 1 if any(entry.problem for entry in entries) else 0


def _tell(call: Invocation, entry: "SessionEntry") -> None:
    """The id on a line of its own, never broken, so that it can be copied; then what it is."""
    from retention_coach.report.labels import STATUS
    from retention_coach.report.standing import local_date
    from retention_coach.spanish.formats import short_date

    summary = entry.summary
    if summary is None or entry.updated_at is None:
        call.terminal.say(entry.problem, "warning")
        return
    call.terminal.raw(f"{call.terminal.styled(entry.id, 'strong')}\n")
    done = f"{summary.steps_done} de {summary.steps_total} pasos"
    parts = (
        summary.company or "Empresa sin nombre",
        STATUS[summary.status],
        done,
        short_date(local_date(entry.updated_at)),
    )
    call.terminal.say(" · ".join(parts), indent=2)


def _as_data(entry: "SessionEntry") -> dict[str, object]:
    return {
        "id": entry.id,
        "updated_at": entry.updated_at.isoformat() if entry.updated_at else None,
        **(entry.summary.model_dump(mode="json") if entry.summary else {}),
        "problem": entry.problem,
    }
