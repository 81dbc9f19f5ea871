"""Command lines that do not fit: one Spanish sentence, what to do, exit code 2, nothing on standard output."""

import pytest
from command_runs import Program

pytest_plugins = ("command_fixtures",)

WITH_PROMPT = "61-interview, 61-strategy, 62-action-plan, 63-kpis, 64-sector-plan, 65-advocacy."

CASES = {
    "sesions": ("No existe el comando «sesions».", "¿Quiso decir «sessions»?"),
    "zzz": ("No existe el comando «zzz».", "Vea los que hay con: retention-coach --help"),
    "sessions lst": ("No existe el comando «lst».", "¿Quiso decir «list»?"),
    "run": (
        "Falta «ARCHIVO»: archivo .yaml o .json con el perfil y las respuestas de la empresa.",
        "Vea la ayuda con: retention-coach run --help",
    ),
    "sessions compare x": ("Falta «ID2»: la otra sesión.", "Vea la ayuda con: retention-coach sessions compare --help"),
    "sessions redo x": (
        "Falta «--from»: el primer paso que se rehace; los que dependen de él también.",
        "Vea la ayuda con: retention-coach sessions redo --help",
    ),
    "run a b": ("Sobra «b».", "Vea la ayuda con: retention-coach run --help"),
    "run a --chose B": (
        "No existe la opción «--chose». ¿Quiso decir «--choose»?",
        "Vea la ayuda con: retention-coach run --help",
    ),
    "run a -q": ("No existe la opción «-q».", "Vea la ayuda con: retention-coach run --help"),
    "--colour demo": ("No existe la opción «--colour».", "Vea la ayuda con: retention-coach --help"),
    "run a --choose": ("A la opción «--choose» le falta su valor.", "Vea la ayuda con: retention-coach run --help"),
    "doctor --json=3": ("La opción «--json» no lleva valor.", "Vea la ayuda con: retention-coach doctor --help"),
    "run a --choose C": ("«C» no sirve para --choose.", "Escriba recommended (la recomendada), A o B."),
    "choose x C": ("«C» no es una alternativa.", "Escriba A o B."),
    "sessions fork x --choose AB": ("«AB» no es una alternativa.", "Escriba A o B."),
    "export x --for me": (
        "«me» no sirve para --for.",
        "Escriba company (la empresa) o consultant (el consultor).",
    ),
    "prompts show 66": (
        "No hay un paso «66».",
        f"Use 61, 62, 63, 64 o 65, o el nombre completo: {WITH_PROMPT}",
    ),
    "prompts show profile": (
        "«Perfil de la empresa» no tiene plantilla.",
        f"La tienen: {WITH_PROMPT}",
    ),
    "interview --json": (
        "La entrevista conversa con una persona y no admite --json.",
        "Use el comando «run».",
    ),
}


@pytest.mark.parametrize("line", CASES)
def test_usage_error_is_told_in_spanish(program: Program, line: str) -> None:
    """The whole text on stderr."""
    message, hint = CASES[line]
    ran = program(*line.split())
    assert (ran.code, ran.out, ran.err) == (2, "", f"Error: {message}\n{hint}\n")


@pytest.mark.parametrize("option", ["--sessions-dir", "--prompts-dir"])
def test_an_empty_folder_is_refused(program: Program, option: str) -> None:
    """An empty shell variable must not silently mean the working folder."""
    ran = program(option, "", "sessions", "list")
    assert (ran.code, ran.out) == (2, "")
    assert f"La opción {option} está vacía" in ran.err


def test_control_characters_of_the_command_line_do_not_reach_the_terminal(program: Program) -> None:
    """What was typed is shown without terminal sequences."""
    ran = program("\x1b[31mrojo\x1b[0m")
    assert ran.code == 2
    assert "«rojo»" in ran.err
    assert "\x1b" not in ran.err
