"""A cancelled save ends before anything else happens to its session."""

import asyncio
import os
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from retention_coach.domain.session import Session
from retention_coach.errors import SaveFailedError
from retention_coach.storage import atomic, locks
from retention_coach.storage.json_folder import JsonFolderStore
from retention_coach.testing.sample_session import sample_session

LONG = 30.0  # seconds: a limit for a test that went wrong, never waited for


class SlowOs:
    """Stands in for `os` inside one module: the first flush lasts until the test allows it to end."""

    def __init__(self, error: OSError | None = None) -> None:
        self.started = threading.Event()
        self.proceed = threading.Event()
        self._error = error

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def fsync(self, descriptor: int) -> None:
        """Wait for the test once; then flush."""
        if not self.started.is_set():
            self.started.set()
            assert self.proceed.wait(LONG)
            if self._error is not None:
                raise self._error
        os.fsync(descriptor)


Scenario = Callable[[JsonFolderStore, Session], Coroutine[Any, Any, None]]


def run_with_slow_disk(folder: Path, monkeypatch: pytest.MonkeyPatch, slow: SlowOs, scenario: Scenario) -> None:
    """Run the scenario over a store with one session at revision 1, on a disk that becomes slow."""

    async def whole() -> None:
        store = JsonFolderStore(folder)
        first = await store.save(sample_session("acme-1"), expected_revision=0)
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "os", slow)
            # Within a process saves queue up for as long as it takes: only other processes run out of patience.
            patch.setattr(locks, "PATIENCE_SECONDS", 0.0)
            await scenario(store, first)

    asyncio.run(whole())


def named(session: Session, company: str) -> Session:
    """The session of another company, to tell saves apart."""
    return session.model_copy(update={"summary": session.summary.model_copy(update={"company": company})})


async def turns(number: int = 20) -> None:
    """Let the other tasks get as far as they can."""
    for _ in range(number):
        await asyncio.sleep(0)


def test_cancelled_save_never_overtakes_a_newer_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newer save waits for the cancelled one, and what it wrote is what stays."""
    slow = SlowOs()

    async def scenario(store: JsonFolderStore, first: Session) -> None:
        cancelled = asyncio.create_task(store.save(named(first, "Anterior"), expected_revision=1))
        assert await asyncio.to_thread(slow.started.wait, LONG)
        newer = asyncio.create_task(store.save(named(first, "Nueva"), expected_revision=2))
        cancelled.cancel()
        await turns()
        cancelled.cancel()
        await turns()
        assert not cancelled.done()
        assert not newer.done()
        slow.proceed.set()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        assert (await newer).revision == 3
        assert (await store.load("acme-1")).summary.company == "Nueva"

    run_with_slow_disk(tmp_path, monkeypatch, slow, scenario)


def test_save_cancelled_while_it_waits_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has not begun, so it ends at once and leaves no trace."""
    slow = SlowOs()

    async def scenario(store: JsonFolderStore, first: Session) -> None:
        under_way = asyncio.create_task(store.save(named(first, "En curso"), expected_revision=1))
        assert await asyncio.to_thread(slow.started.wait, LONG)
        waiting = asyncio.create_task(store.save(named(first, "En espera"), expected_revision=2))
        await turns()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        slow.proceed.set()
        await under_way
        loaded = await store.load("acme-1")
        assert (loaded.revision, loaded.summary.company) == (2, "En curso")

    run_with_slow_disk(tmp_path, monkeypatch, slow, scenario)


def test_failure_of_a_cancelled_save_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cancellation carries it as its cause."""
    slow = SlowOs(OSError(28, "No space left on device"))

    async def scenario(store: JsonFolderStore, first: Session) -> None:
        cancelled = asyncio.create_task(store.save(first, expected_revision=1))
        assert await asyncio.to_thread(slow.started.wait, LONG)
        cancelled.cancel()
        await turns()
        slow.proceed.set()
        with pytest.raises(asyncio.CancelledError) as caught:
            await cancelled
        assert isinstance(caught.value.__cause__, SaveFailedError)
        assert await store.load("acme-1") == first

    run_with_slow_disk(tmp_path, monkeypatch, slow, scenario)


def test_slow_disk_holds_up_one_session_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other sessions are saved and read meanwhile, and so is this one read."""
    slow = SlowOs()

    async def scenario(store: JsonFolderStore, first: Session) -> None:
        under_way = asyncio.create_task(store.save(first, expected_revision=1))
        assert await asyncio.to_thread(slow.started.wait, LONG)
        await store.save(sample_session("zeta-9"), expected_revision=0)
        assert await store.load("acme-1") == first
        assert not under_way.done()
        slow.proceed.set()
        await under_way

    run_with_slow_disk(tmp_path, monkeypatch, slow, scenario)
