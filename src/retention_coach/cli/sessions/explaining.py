"""`sessions compare` and `sessions explain`: two sessions side by side, and why an item says what it says."""

from dataclasses import asdict
from itertools import groupby
from typing import Annotated

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.cli.options import SessionId

OtherId = Annotated[str, typer.Argument(metavar="ID2", help="La otra sesión.")]
ItemId = Annotated[
    str,
    typer.Argument(
        metavar="ELEMENTO",
        help="Qué se explica: D1, A, recomendacion, M2, A3, S2, E1, nps, ciclo, cuenta, C1 o un segmento.",
    ),
]


def compare_sessions(ctx: typer.Context, session_id: SessionId, other_id: OtherId) -> int:
    """Two sessions side by side; only what differs is shown, or everything with `--json`."""
    from retention_coach.cli.opening import loaded
    from retention_coach.report.comparison import compare

    call = Invocation.of(ctx)
    left, right = call.run(loaded(call, session_id, other_id))
    rows = compare(left, right)
    if call.as_json:
        call.write_json([asdict(row) for row in rows])
        return 0
    different = [row for row in rows if row.differs and row.left != (left.id,)]
    if different:
        call.terminal.say("Se comparan, a la izquierda y a la derecha:")
        call.terminal.command(left.id)  # ids are copied: they stand whole, on lines of their own
        call.terminal.command(right.id)
        call.terminal.say()
    for row in different:
        call.terminal.say(row.label, "strong")
        call.terminal.columns(["\n".join(row.left)], ["\n".join(row.right)])
        call.terminal.say()
    if not different:
        call.terminal.say("Las dos sesiones dicen lo mismo.")
    return 0


def explain_item(ctx: typer.Context, session_id: SessionId, item: ItemId) -> int:
    """What an item says and everything that led to it, for the consultant."""
    from retention_coach.cli.opening import opened
    from retention_coach.report.explain import explain

    call = Invocation.of(ctx)
    coach, session = call.run(opened(call, session_id))
    found = explain(session, coach.knowledge, item)
    if call.as_json:
        call.write_json(asdict(found))
        return 0
    call.terminal.heading(f"{found.kind} {found.id}{' (desactualizado)' if found.stale else ''}")
    for line in found.says:
        call.terminal.say(line)
    call.terminal.say()
    call.terminal.say("Se apoya en:" if found.origins else "No cita en qué se apoya.", "strong")
    for via, origins in groupby(found.origins, key=lambda origin: origin.via):
        if via != found.id:
            call.terminal.say(f"Y a través de {via}, en:", "strong")
        call.terminal.bullets([": ".join(filter(None, (origin.words, origin.detail))) for origin in origins])
    return 0
