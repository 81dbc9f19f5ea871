"""What one durable save of a finished session costs, against bare writes of the same bytes."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cost import cost_of, interleaved
from benchmarks.full_chain import UnsavedStore, run_chain
from benchmarks.record import Comparison, Fact, Record
from benchmarks.session_files import file_bytes
from retention_coach import Session, build
from retention_coach.chain import outputs
from retention_coach.storage.atomic import replace_file
from retention_coach.storage.json_folder import JsonFolderStore

SYNCED = "write + fsync"
RENAMED = "write + rename, no fsync"
REPLACED = "write + fsync + rename + folder fsync"
SAVED = "store.save"


def saving(*, rounds: int = 25, times: int = 4) -> Iterator[Record]:
    """One record: the same session again and again over the same file, as an interview does."""
    with TemporaryDirectory() as name, asyncio.Runner() as runner:
        folder = Path(name)
        finished = runner.run(run_chain(build(store=UnsavedStore())))
        data = file_bytes(finished)
        bare = folder / "bare"
        saver = _Saver(JsonFolderStore(folder / "sessions", validate=outputs.validate), runner, finished)
        variants = {
            SYNCED: lambda: cost_of(lambda: _write_synced(bare, data), times=times),
            RENAMED: lambda: cost_of(lambda: _write_renamed(bare, data), times=times),
            REPLACED: lambda: cost_of(lambda: replace_file(bare, data), times=times),
            SAVED: lambda: cost_of(saver.save, times=times),
        }
        yield Record(
            name="saving",
            title="one save of a finished session",
            costs=interleaved(variants, rounds=rounds),
            comparisons=(
                Comparison(RENAMED, SYNCED),
                Comparison(REPLACED, SYNCED),
                Comparison(SAVED, SYNCED),
                Comparison(SAVED, RENAMED),
                Comparison(SAVED, REPLACED),
            ),
            facts=(Fact("file written", round(len(data) / 1024), "KiB"),),
        )


class _Saver:
    """Saves a session over its last revision, each time it is asked."""

    def __init__(self, store: JsonFolderStore, runner: asyncio.Runner, session: Session) -> None:
        self._store = store
        self._runner = runner
        self._session = session.model_copy(update={"revision": 0})

    def save(self) -> None:
        revision = self._session.revision
        self._session = self._runner.run(self._store.save(self._session, expected_revision=revision))


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _write_renamed(path: Path, data: bytes) -> None:
    beside = path.with_suffix(".new")
    beside.write_bytes(data)
    beside.replace(path)
