"""`doctor`: whether everything the program needs is there, in words."""

import os
import platform
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.errors import RetentionCoachError

if TYPE_CHECKING:
    from retention_coach.knowledge.base import Knowledge


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked at: `problem` keeps the program from working, `notice` does not."""

    what: str
    state: Literal["ok", "notice", "problem"]
    said: str


def doctor(ctx: typer.Context) -> int:
    """Look at every part; the exit code is 1 if one keeps the program from working."""
    call = Invocation.of(ctx)
    found = [line for part in (_program, _engine, _prompts, _sessions, _knowledge) for line in _safely(part, call)]
    if call.as_json:
        call.write_json([asdict(line) for line in found])
    else:
        for line in found:
            style: Literal["good", "warning", "bad"] = (
                "good" if line.state == "ok" else "warning" if line.state == "notice" else "bad"
            )
            mark = {"ok": "✓", "notice": "!", "problem": "✗"}[line.state]
            call.terminal.say(f"{mark} {line.what}: {line.said}", style)
    return 1 if any(line.state == "problem" for line in found) else 0


def _safely(part: Callable[[Invocation], Iterator[Diagnosis]], call: Invocation) -> Iterator[Diagnosis]:
    """What a part says; its failure is one more thing to say, so that the other parts are still looked at."""
    try:
        yield from part(call)
    except RetentionCoachError as error:
        yield Diagnosis(_NAMES[part], "problem", f"{error.message} {error.hint}".strip())


def _program(_call: Invocation) -> Iterator[Diagnosis]:
    from retention_coach._version import __version__

    yield Diagnosis("Programa", "ok", f"retention-coach {__version__}, Python {platform.python_version()}")


def _engine(call: Invocation) -> Iterator[Diagnosis]:
    coach = call.coach()
    yield Diagnosis("Motor", "ok", f"{coach.engine.name}: funciona sin clave, sin red y sin costo")


def _prompts(call: Invocation) -> Iterator[Diagnosis]:
    from retention_coach.cli.prompts import renderer

    count = len(renderer(call).front_matters())
    where = call.settings.prompts_dir or "las que trae el programa"
    yield Diagnosis("Plantillas", "ok", f"{count}, {where}")


def _sessions(call: Invocation) -> Iterator[Diagnosis]:
    from retention_coach.spanish.formats import plural

    folder = call.settings.sessions_dir
    refusal = _refusal_to_write(folder)
    if refusal:
        yield Diagnosis("Carpeta de sesiones", "problem", f"no se puede escribir en «{folder.absolute()}»: {refusal}")
        return
    entries = call.run(call.store().entries())
    yield Diagnosis("Carpeta de sesiones", "ok", f"«{folder.absolute()}», {plural(len(entries), 'sesión', 'sesiones')}")
    for entry in entries:
        if entry.problem:
            yield Diagnosis("Sesión", "notice", entry.problem)


def _knowledge(_call: Invocation) -> Iterator[Diagnosis]:
    from retention_coach.bootstrap import SystemClock
    from retention_coach.knowledge.loader import load
    from retention_coach.knowledge.provenance import EXPIRES_SOON
    from retention_coach.report.entry_names import entry_name, expiry

    knowledge = load()
    today = SystemClock().now().date()
    yield Diagnosis("Conocimiento", "ok", f"versión {knowledge.version}, {_count(knowledge)} entradas")
    for entry in knowledge.expiring(today + EXPIRES_SOON):
        yield Diagnosis("Conocimiento", "notice", f"«{entry_name(entry)}» ({entry.id}) {expiry(entry, today)}")


_NAMES = {
    _program: "Programa",
    _engine: "Motor",
    _prompts: "Plantillas",
    _sessions: "Carpeta de sesiones",
    _knowledge: "Conocimiento",
}


def _count(knowledge: "Knowledge") -> int:
    return sum(1 for _entry in knowledge.entries())


def _refusal_to_write(folder: Path) -> str:
    """Why nothing can be written there, or an empty string; nothing is left behind."""
    nearest = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    if not nearest.is_dir():
        return f"«{nearest}» no es una carpeta"
    return "" if os.access(nearest, os.W_OK | os.X_OK) else f"no hay permiso en «{nearest}»"
