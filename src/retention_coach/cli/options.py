"""The options and arguments that several commands take, each declared once."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from retention_coach.cli.invocation import Invocation
from retention_coach.errors import InvalidInputError


def _keep_sessions_dir(ctx: typer.Context, value: str | None) -> None:
    if value is not None:
        Invocation.of(ctx).sessions_dir = _folder("--sessions-dir", value)


def _keep_prompts_dir(ctx: typer.Context, value: str | None) -> None:
    if value is not None:
        Invocation.of(ctx).prompts_dir = _folder("--prompts-dir", value)


def _keep_json(ctx: typer.Context, value: bool) -> None:
    if value:
        Invocation.of(ctx).as_json = True


def _show_version(ctx: typer.Context, value: bool) -> None:
    if value:
        from retention_coach._version import __version__

        Invocation.of(ctx).terminal.raw(f"retention-coach {__version__}\n")
        raise typer.Exit


def _folder(option: str, value: str) -> Path:
    if not value.strip():
        raise InvalidInputError(f"La opción {option} está vacía; se esperaba una carpeta.")
    return Path(value)


SessionsDir = Annotated[
    str | None,
    typer.Option(
        "--sessions-dir",
        metavar="CARPETA",
        help="Dónde se guardan las sesiones; por defecto ./sessions (variable RETENTION_COACH_SESSIONS_DIR).",
        callback=_keep_sessions_dir,
        expose_value=False,
    ),
]
PromptsDir = Annotated[
    str | None,
    typer.Option(
        "--prompts-dir",
        metavar="CARPETA",
        help="Sus plantillas en lugar de las del programa (variable RETENTION_COACH_PROMPTS_DIR).",
        callback=_keep_prompts_dir,
        expose_value=False,
    ),
]
AsJson = Annotated[
    bool,
    typer.Option(
        "--json", help="Escribe el resultado en JSON, para otro programa.", callback=_keep_json, expose_value=False
    ),
]
Version = Annotated[
    bool,
    typer.Option(
        "--version", help="Muestra la versión y termina.", callback=_show_version, is_eager=True, expose_value=False
    ),
]

SessionId = Annotated[str, typer.Argument(metavar="ID", help="Identificador de la sesión, o su comienzo.")]
Label = Annotated[str, typer.Argument(metavar="A|B", help="La alternativa: A o B.")]
StepName = Annotated[str, typer.Argument(metavar="PASO", help="61, 62, 63, 64 o 65, o el nombre completo del paso.")]
ChooseRule = Annotated[
    str,
    typer.Option(
        "--choose",
        metavar="recommended|A|B",
        help="Qué alternativa se elige; por defecto recommended, la recomendada.",
    ),
]

Command = Callable[..., int]
"""A command: what it was given, and the exit code."""
