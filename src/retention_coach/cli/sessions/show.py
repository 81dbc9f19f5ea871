"""`sessions show ID`: where a session stands, step by step."""

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.cli.options import SessionId


def show(ctx: typer.Context, session_id: SessionId) -> int:
    """Show a session; with `--json`, the whole document."""
    from retention_coach.cli.opening import opened
    from retention_coach.cli.standing_words import tell_steps, tell_understood_of, tell_what_follows

    call = Invocation.of(ctx)
    coach, session = call.run(opened(call, session_id))
    if call.as_json:
        call.write_json(session.model_dump(mode="json"))
        return 0
    tell_steps(call.terminal, session)
    tell_understood_of(call.terminal, session, coach.knowledge)
    tell_what_follows(call, session, coach.knowledge)
    return 0
