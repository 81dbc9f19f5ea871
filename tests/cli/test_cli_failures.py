"""What `main` does with whatever goes wrong, and with consoles that are not UTF-8."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from command_runs import SAMPLE, Finished, Program

from retention_coach.cli import doctor
from retention_coach.errors import EngineError

pytest_plugins = ("command_fixtures",)

PROGRAM = [sys.executable, "-m", "retention_coach"]


def _without_encoding() -> dict[str, str]:
    """The environment without a choice of encoding."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONIOENCODING"}


def test_an_unexpected_error_shows_no_traceback(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect of ours is one sentence, and how to report it."""
    monkeypatch.setattr(doctor, "_safely", lambda _part, _call: 1 / 0)
    ran = program("doctor")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Error interno (ZeroDivisionError).")
    assert "RETENTION_COACH_DEBUG=1" in ran.err
    assert "Traceback" not in ran.err


def test_debug_shows_the_traceback(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the variable set, whoever helps sees where it happened."""
    monkeypatch.setattr(doctor, "_safely", lambda _part, _call: 1 / 0)
    monkeypatch.setenv("RETENTION_COACH_DEBUG", "1")
    ran = program("doctor")
    assert ran.code == 1
    assert "Traceback" in ran.err


def test_ctrl_c_says_how_to_go_on(program: Program, finished: Finished, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a session known, the exact command; the folder given goes with it."""

    async def interrupted(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("retention_coach.chain.coach.Coach.choose", interrupted)
    ran = program("choose", finished.id, "A", "--sessions-dir", "sessions")
    command = f"retention-coach interview --session {finished.id} --sessions-dir sessions"
    assert (ran.code, ran.out, ran.err) == (130, "", f"\nInterrumpido.\nPara continuar: {command}\n")


def test_ctrl_c_in_a_run_gives_the_command_that_finishes_it(
    program: Program, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session exists from the start, so that the same run can be taken up; a folder with a space is quoted."""

    async def interrupted(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("retention_coach.chain.coach.Coach.advance", interrupted)
    ran = program("--sessions-dir", "mis casos", "run", str(SAMPLE), "--choose", "B")
    (document,) = (home / "mis casos").glob("*.json")
    command = f"run {SAMPLE} --choose B --session {document.stem} --sessions-dir 'mis casos'"
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == f"\nInterrumpido.\nPara continuar: retention-coach {command}\n"


def test_ctrl_c_without_a_session(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing to go on with: only that it was interrupted."""

    def interrupted(_call: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("retention_coach.cli.prompts.renderer", interrupted)
    ran = program("prompts", "list")
    assert (ran.code, ran.err) == (130, "\nInterrumpido.\n")


def test_a_failing_engine_is_exit_code_3(program: Program, finished: Finished, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine's message, and the command that tries again."""

    async def failing(*_args: object, **_options: object) -> None:
        raise EngineError("El motor no responde.")

    monkeypatch.setattr("retention_coach.chain.coach.Coach.advance", failing)
    ran = program("choose", finished.id, "B")
    command = f"retention-coach interview --session {finished.id}"
    assert (ran.code, ran.err) == (3, f"Error: El motor no responde.\nPara continuar: {command}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="another kind of pipe")
def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    """`… | head -1` ends quietly, with the code that a shell gives to a broken pipe."""
    process = subprocess.Popen(
        [*PROGRAM, "knowledge", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141
    process.stderr.close()


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_output_is_utf_8_whatever_the_console(tmp_path: Path, locale: str) -> None:
    """A console in another code page neither crashes the program nor loses an accent."""
    environment = {**_without_encoding(), "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": locale}
    done = subprocess.run([*PROGRAM, "--help"], capture_output=True, cwd=tmp_path, env=environment, check=True)
    wrong = subprocess.run([*PROGRAM, "nandu"], capture_output=True, cwd=tmp_path, env=environment, check=False)
    assert "Dónde se guardan las sesiones" in done.stdout.decode("utf-8")
    assert "«nandu»" in wrong.stderr.decode("utf-8")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_an_encoding_asked_for_is_respected(tmp_path: Path, encoding: str) -> None:
    """PYTHONIOENCODING wins; what it lacks is replaced and never ends the program."""
    environment = {**_without_encoding(), "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [*PROGRAM, "sessions", "list"], capture_output=True, cwd=tmp_path, env=environment, check=True
    )
    assert done.stdout.startswith("No hay sesiones en «sessions».".encode(encoding, "replace"))


@pytest.mark.skipif(sys.platform == "win32", reason="another kind of redirection")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(("target", "told"), [("&-", "la salida está cerrada"), ("/dev/full", "no se puede escribir")])
@pytest.mark.parametrize("words", ["sessions list", "--help", "knowledge list --json"])
def test_an_output_that_takes_nothing_is_told(
    tmp_path: Path, words: str, target: str, told: str, unbuffered: str
) -> None:
    """Closed or full: one Spanish sentence where it can still be read, and exit code 1."""
    if target.startswith("/") and not Path(target).exists():
        pytest.skip("no full device here")
    command = f"{shlex.join(PROGRAM)} {words} >{target}"
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    shell = ["/bin/sh", "-c", command]
    done = subprocess.run(shell, stderr=subprocess.PIPE, cwd=tmp_path, env=environment, check=False)
    said = done.stderr.decode()
    assert done.returncode == 1
    assert told in said
    assert "Error interno" not in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("words", [("interview",), ("sessions", "list"), ("doctor",), ("interview", "--company", "X")])
def test_nothing_waits_on_a_closed_input(tmp_path: Path, words: tuple[str, ...]) -> None:
    """With standard input closed every command ends by itself, without a traceback."""
    script = f"import os, sys; os.close(0); os.execv(sys.executable, {[*PROGRAM, *words]!r})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=tmp_path, timeout=60, check=False)
    assert done.returncode in {0, 2}
    assert b"Traceback" not in done.stderr
    assert b"Error interno" not in done.stderr


def test_output_to_a_pipe_is_plain(tmp_path: Path) -> None:
    """No colour, no line that is rewritten."""
    done = subprocess.run([*PROGRAM, "demo"], capture_output=True, cwd=tmp_path, check=False)
    assert done.returncode in {0, 1}
    assert b"BORRADOR" in done.stdout
    assert b"\x1b" not in done.stdout
    assert b"\r" not in done.stdout.replace(b"\r\n", b"\n")


def test_a_damaged_session_is_told_and_left_alone(program: Program, finished: Finished) -> None:
    """A file that is no session: its problem, exit code 2, and not a byte changed."""
    path = finished.folder / f"{finished.id}.json"
    path.write_text("{", encoding="utf-8")
    ran = program("check", finished.id)
    assert (ran.code, ran.out) == (2, "")
    assert finished.id in ran.err
    assert path.read_text(encoding="utf-8") == "{"
