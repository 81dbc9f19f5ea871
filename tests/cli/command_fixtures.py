"""The program as a person runs it, and a finished session to run it on."""

import io
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_runs import SAMPLE, Finished, Program, Ran

from retention_coach.__main__ import main
from retention_coach.bootstrap import SystemClock


def _an_afternoon(_clock: SystemClock) -> datetime:
    """A moment when the sample's plan is still to begin."""
    return datetime(2026, 11, 20, 20, 30, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, without settings in the environment."""
    for name in ("SESSIONS_DIR", "PROMPTS_DIR", "DEBUG"):
        monkeypatch.delenv(f"RETENTION_COACH_{name}", raising=False)
    monkeypatch.setattr(SystemClock, "now", _an_afternoon)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def program(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """Runs a command line in the working folder; `stdin` is text, or None for a closed input."""
    assert home.is_dir()

    def run(*words: str, stdin: str | None = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", None if stdin is None else io.StringIO(stdin))
        capsys.readouterr()
        code = main(words)
        shown = capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    return run


@pytest.fixture(scope="session")
def finished_once(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """The sample company's session, made once: tests copy it."""
    folder = tmp_path_factory.mktemp("finished") / "sessions"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SystemClock, "now", _an_afternoon)
        main(["run", str(SAMPLE), "--json", "--sessions-dir", str(folder)])
    (document,) = folder.glob("*.json")
    return Finished(folder, document.stem)


@pytest.fixture
def finished(finished_once: Finished, home: Path) -> Finished:
    """A copy of that session in `./sessions` of the working folder."""
    shutil.copytree(finished_once.folder, home / "sessions")
    return Finished(home / "sessions", finished_once.id)


@pytest.fixture
def sample() -> Path:
    """The sample company's file."""
    return SAMPLE
