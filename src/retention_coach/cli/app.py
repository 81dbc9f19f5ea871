"""The commands of the program and what each is for: the contract with people, on one page."""

from typing import TYPE_CHECKING

import typer
from typer.main import get_command

from retention_coach.cli import check, choose, demo, doctor, export, interviewing, knowledge, options, prompts, run
from retention_coach.cli.sessions import closing, explaining, listing, rework, show
from retention_coach.cli.usage import SpanishCommand, SpanishGroup

if TYPE_CHECKING:
    from typer._click import Command

_PROGRAM = """Ayuda a conservar clientes: entrevista a la empresa y escribe su estrategia y su plan.

Trabaja sin conexión y sin clave. Empiece con «retention-coach demo» o «retention-coach interview»."""


def command_line() -> "Command":
    """The whole command line, ready to parse."""
    app = _group(_PROGRAM)
    app.callback()(_program)
    _add(app, "demo", demo.demo, "Muestra un caso completo, con una empresa de ejemplo.")
    _add(app, "interview", interviewing.interview, "Entrevista a una empresa y escribe su plan.")
    _add(app, "run", run.run, "Escribe el plan de la empresa de un archivo, sin preguntar nada.")
    _add(app, "choose", choose.choose, "Elige la alternativa A o B y sigue con los planes.")
    app.add_typer(_sessions(), name="sessions")
    _add(app, "check", check.check, "Dice qué observaciones tiene una sesión.")
    _add(app, "export", export.export, "Escribe los documentos de una sesión.")
    app.add_typer(_knowledge(), name="knowledge")
    app.add_typer(_prompts(), name="prompts")
    _add(app, "doctor", doctor.doctor, "Revisa que todo lo necesario esté en su lugar.")
    return get_command(app)


def _sessions() -> typer.Typer:
    group = _group("Lista, muestra, bifurca, rehace y elimina sesiones.")
    _add(group, "list", listing.list_sessions, "Lista las sesiones, la última primero.")
    _add(group, "show", show.show, "Muestra en qué está una sesión, paso por paso.")
    _add(group, "fork", rework.fork, "Abre otra sesión igual con la otra alternativa y escribe sus planes.")
    _add(group, "redo", rework.redo, "Rehace un paso y los que dependen de él; guarda lo anterior.")
    _add(group, "compare", explaining.compare_sessions, "Compara dos sesiones, lado a lado.")
    _add(group, "explain", explaining.explain_item, "Dice en qué se apoya una acción, un indicador o una estrategia.")
    _add(group, "review", closing.review, "Deja constancia de que los documentos fueron revisados.")
    _add(group, "delete", closing.delete, "Elimina una sesión; antes pregunta.")
    return group


def _knowledge() -> typer.Typer:
    group = _group("Muestra lo que el programa sabe, con fuente y fecha.")
    _add(group, "list", knowledge.list_entries, "Lista las clases de entradas, o las de una clase, y lo que vence.")
    _add(group, "show", knowledge.show, "Muestra una entrada completa.")
    _add(group, "search", knowledge.search, "Busca entradas por palabras.")
    return group


def _prompts() -> typer.Typer:
    group = _group("Muestra las plantillas de los pasos.")
    _add(group, "list", prompts.list_prompts, "Lista las plantillas con su versión.")
    _add(group, "show", prompts.show, "Muestra una plantilla como está escrita.")
    _add(group, "render", prompts.render, "Muestra el prompt de un paso para una sesión.")
    return group


def _program(
    _sessions_dir: options.SessionsDir = None,
    _prompts_dir: options.PromptsDir = None,
    _json: options.AsJson = False,
    _version: options.Version = False,
) -> None:
    """The options of the program itself; each keeps its value in the invocation."""


def _group(text: str) -> typer.Typer:
    return typer.Typer(cls=SpanishGroup, help=text, rich_markup_mode=None, add_completion=False)


def _add(group: typer.Typer, name: str, command: options.Command, text: str) -> None:
    group.command(name, cls=SpanishCommand, help=text)(command)
