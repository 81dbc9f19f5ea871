"""`check ID`: what the checks say of a session."""

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.cli.options import SessionId


def check(ctx: typer.Context, session_id: SessionId) -> int:
    """Tell the findings; the exit code is 1 if any is an error."""
    from retention_coach.cli.opening import opened
    from retention_coach.cli.outcome import findings_data, has_errors, tell_findings

    call = Invocation.of(ctx)
    _coach, session = call.run(opened(call, session_id))
    if call.as_json:
        call.write_json(findings_data(session))
    else:
        tell_findings(call, session)
    return 1 if has_errors(session) else 0
