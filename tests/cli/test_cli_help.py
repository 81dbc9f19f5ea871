"""Help: in Spanish, the same commands as the contract, and quick to start."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from command_runs import Program

from retention_coach._version import __version__

pytest_plugins = ("command_fixtures",)

ROOT_HELP = """\
Uso: retention-coach COMANDO [OPCIONES]

  Ayuda a conservar clientes: entrevista a la empresa y escribe su estrategia
  y su plan.

  Trabaja sin conexión y sin clave. Empiece con «retention-coach demo» o
  «retention-coach interview».

Comandos:
  demo       Muestra un caso completo, con una empresa de ejemplo.
  interview  Entrevista a una empresa y escribe su plan.
  run        Escribe el plan de la empresa de un archivo, sin preguntar nada.
  choose     Elige la alternativa A o B y sigue con los planes.
  check      Dice qué observaciones tiene una sesión.
  export     Escribe los documentos de una sesión.
  doctor     Revisa que todo lo necesario esté en su lugar.
  sessions   Lista, muestra, bifurca, rehace y elimina sesiones.
  knowledge  Muestra lo que el programa sabe, con fuente y fecha.
  prompts    Muestra las plantillas de los pasos.

Opciones:
  --sessions-dir CARPETA  Dónde se guardan las sesiones; por defecto
                          ./sessions (variable RETENTION_COACH_SESSIONS_DIR).
  --prompts-dir CARPETA   Sus plantillas en lugar de las del programa
                          (variable RETENTION_COACH_PROMPTS_DIR).
  --json                  Escribe el resultado en JSON, para otro programa.
  --version               Muestra la versión y termina.
  --help                  Muestra esta ayuda y termina.
"""

DELETE_HELP = """\
Uso: retention-coach sessions delete ID [OPCIONES]

  Elimina una sesión; antes pregunta.

Argumentos:
  ID  Identificador de la sesión, o su comienzo.

Opciones:
  --yes                   Elimina sin preguntar.
  --sessions-dir CARPETA  Dónde se guardan las sesiones; por defecto
                          ./sessions (variable RETENTION_COACH_SESSIONS_DIR).
  --prompts-dir CARPETA   Sus plantillas en lugar de las del programa
                          (variable RETENTION_COACH_PROMPTS_DIR).
  --json                  Escribe el resultado en JSON, para otro programa.
  --version               Muestra la versión y termina.
  --help                  Muestra esta ayuda y termina.
"""

COMMANDS = (
    "demo",
    "interview",
    "run",
    "choose",
    "check",
    "export",
    "doctor",
    "sessions",
    "sessions list",
    "sessions show",
    "sessions fork",
    "sessions redo",
    "sessions compare",
    "sessions explain",
    "sessions review",
    "sessions delete",
    "knowledge",
    "knowledge list",
    "knowledge show",
    "knowledge search",
    "prompts",
    "prompts list",
    "prompts show",
    "prompts render",
)

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|show|this|message|and|exit|required|default|env|text|path|str|the|try|for"
    r" help|missing|error)\b",
    re.IGNORECASE,
)
"""Words of typer's own help; a command's or an option's name may be one of them."""

NAMES = re.compile(r"--[a-z-]+|company\|consultant|recommended\|A\|B|recommended,|RETENTION_COACH_\w+|Uso: .*")


def test_whole_help_of_the_program(program: Program) -> None:
    """The first page, word for word."""
    ran = program("--help")
    assert (ran.code, ran.out, ran.err) == (0, ROOT_HELP, "")


def test_whole_help_of_a_command(program: Program) -> None:
    """A command's page: its own arguments and options, then those of the program."""
    ran = program("sessions", "delete", "--help")
    assert (ran.code, ran.out, ran.err) == (0, DELETE_HELP, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_is_spanish(program: Program, command: str) -> None:
    """No word of typer's own English is left on any page."""
    ran = program(*command.split(), "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Uso: retention-coach {command}")
    listed = re.sub(r"^  [a-z]+ {2,}", "  ", NAMES.sub("", ran.out), flags=re.MULTILINE)
    assert ENGLISH.findall(listed) == []


@pytest.mark.parametrize("words", [(), ("sessions",)])
def test_no_command_shows_the_help_as_an_error(program: Program, words: tuple[str, ...]) -> None:
    """Without a command: the help on stderr, and the exit code of a missing argument."""
    ran = program(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Uso: retention-coach")


@pytest.mark.parametrize("words", [("--version",), ("sessions", "list", "--version"), ("sessions", "--version")])
def test_version_anywhere(program: Program, words: tuple[str, ...]) -> None:
    """`--version` stands before or after a command."""
    ran = program(*words)
    assert (ran.code, ran.out, ran.err) == (0, f"retention-coach {__version__}\n", "")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_start_up_loads_little(option: str) -> None:
    """None of the heavy libraries, none of the program's own inner parts, and at most 300 modules."""
    script = (
        "import sys\n"
        "from retention_coach.__main__ import main\n"
        f"main(['{option}'])\n"
        "print('\\n' + ' '.join(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True)
    modules = set(done.stderr.split())
    assert "retention_coach.cli.app" in modules
    heavy = {
        "openai",
        "jinja2",
        "tenacity",
        "pydantic",
        "rich",
        "prompt_toolkit",
        "yaml",
        "filelock",
        "asyncio",
        "click",
    }
    inner = {f"retention_coach.{name}" for name in ("domain", "chain", "exports", "report", "engines", "knowledge")}
    assert not modules & (heavy | inner)
    assert len(modules) <= 300


def test_python_dash_m(tmp_path: Path) -> None:
    """`python -m retention_coach` is the same program, with its exit codes."""
    command = [sys.executable, "-m", "retention_coach"]
    done = subprocess.run([*command, "--help"], capture_output=True, cwd=tmp_path, check=False)
    wrong = subprocess.run([*command, "nada"], capture_output=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stdout.decode("utf-8").replace("\r\n", "\n")) == (0, ROOT_HELP)
    assert (wrong.returncode, wrong.stdout) == (2, b"")
