"""Processes that are killed or race never damage a session nor lose a save that was acknowledged."""

import asyncio
import subprocess
import sys
from pathlib import Path

from retention_coach.storage.json_folder import JsonFolderStore
from retention_coach.testing.sample_session import sample_session

PROGRAMS = Path(__file__).parent


def test_killed_savers_leave_a_whole_session(tmp_path: Path) -> None:
    """After each of 25 kills the file is a whole session, at or just past the last acknowledged revision."""
    program = [sys.executable, str(PROGRAMS / "kill_rounds.py"), str(tmp_path), "25"]
    finished = subprocess.run(program, capture_output=True, text=True, check=False, timeout=120)
    assert finished.returncode == 0, finished.stderr
    reached = int(finished.stdout)
    assert reached > 25

    store = JsonFolderStore(tmp_path)
    session = asyncio.run(store.load("acme-1"))
    assert session.revision == reached
    asyncio.run(store.save(session, expected_revision=reached))
    assert not list(tmp_path.glob(".*.tmp"))


def test_racing_processes_share_out_the_revisions(tmp_path: Path) -> None:
    """Each revision is written by exactly one of two processes, and none is left out."""
    asyncio.run(JsonFolderStore(tmp_path).save(sample_session("acme-1"), expected_revision=0))
    program = [sys.executable, str(PROGRAMS / "racing_child.py"), str(tmp_path), "60"]
    racers = [subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    outputs = [racer.communicate(timeout=60)[0] for racer in racers]
    won = [int(revision) for output in outputs for revision in output.split()]
    assert [racer.returncode for racer in racers] == [0, 0]
    assert sorted(won) == list(range(2, 61))
