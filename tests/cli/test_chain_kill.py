"""A chain that is killed again and again ends as one that ran in peace, and no finished step is done twice."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retention_coach.samples import sample_text

_PATIENCE = 60.0
_STRIDE = 4


def _start(folder: Path, session: str | None) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "retention_coach", "run", "empresa.yaml"]
    with (folder / "errors.txt").open("wb") as errors:
        return subprocess.Popen(
            [*command, *(("--session", session) if session else ())],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env={**os.environ, "PYTHONUTF8": "1"},
        )


def _document(folder: Path) -> dict[str, object]:
    """The only session, whole whenever it is read; empty before there is one."""
    found = list((folder / "sessions").glob("*.json"))
    return json.loads(found[0].read_text(encoding="utf-8")) if found else {}


def _kill_after_some_saves(running: "subprocess.Popen[bytes]", folder: Path, revision: int) -> bool:
    """Kill the process once it has saved a few times more; False if it ended before."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if running.poll() is not None:
            return False
        if int(str(_document(folder).get("revision", 0))) >= revision + _STRIDE:
            running.send_signal(signal.SIGKILL)
            running.wait()
            return True
        time.sleep(0.002)
    raise AssertionError("the chain neither saved nor ended")


@pytest.mark.slow
def test_a_chain_killed_many_times_ends_whole_and_does_nothing_twice(tmp_path: Path) -> None:
    """Kill -9 every few saves: each time the session reads whole, goes on, and keeps what was finished."""
    company = re.sub(r"(?m)^mes_inicio:.*$", f"mes_inicio: {datetime.now(UTC):%Y-%m}", sample_text())
    (tmp_path / "empresa.yaml").write_text(company, encoding="utf-8")
    session: str | None = None
    kills = 0
    while True:
        before = _document(tmp_path)
        running = _start(tmp_path, session)
        if not _kill_after_some_saves(running, tmp_path, int(str(before.get("revision", 0)))):
            break
        kills += 1
        session = str(_document(tmp_path)["id"])
    assert running.returncode == 0, (tmp_path / "errors.txt").read_text(encoding="utf-8")
    assert kills >= 4
    steps = _document(tmp_path)["steps"]
    assert isinstance(steps, dict)
    assert len(steps) == 6
    assert all(record["current"]["number"] == 1 and record["history"] == [] for record in steps.values())
