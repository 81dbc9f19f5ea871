"""`choose ID A|B`: records the choice and goes on with what follows from it."""

from typing import TYPE_CHECKING

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.cli.options import Label, SessionId

if TYPE_CHECKING:
    from retention_coach.domain.base import AlternativeLabel


def choose(ctx: typer.Context, session_id: SessionId, label: Label) -> int:
    """Select an alternative and write the plans for it."""
    from retention_coach.cli.opening import label_of

    call = Invocation.of(ctx)
    return call.run(_choose(call, session_id, label_of(label)))


async def _choose(call: Invocation, wanted: str, label: "AlternativeLabel") -> int:
    from retention_coach.chain.staleness import stale_steps
    from retention_coach.chain.steps import ACTION_PLAN
    from retention_coach.cli.opening import held
    from retention_coach.cli.outcome import finish

    async with held(call, wanted) as (coach, session):
        chosen = await coach.choose(session, label)
        if ACTION_PLAN.id in stale_steps(chosen):  # plans written for the other alternative, kept in the history
            chosen = await coach.redo(chosen, ACTION_PLAN.id)
        return await finish(call, coach, chosen)
