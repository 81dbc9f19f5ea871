"""Listing a folder of finished sessions, against reading the beginnings of its files and against parsing them whole."""

import asyncio
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cost import cost_of, interleaved
from benchmarks.full_chain import UnsavedStore, run_chain
from benchmarks.record import Comparison, Fact, Record
from benchmarks.session_files import write_copies
from retention_coach import Session, build
from retention_coach.storage.json_folder import JsonFolderStore

BEGINNINGS = "read the first 4 KiB of each file"
LISTED = "list the sessions"
PARSED = "json.load of each file"

_BLOCK = 4096
_FILES_PER_SAMPLE = 500


def listing(*, sizes: tuple[int, ...] = (10, 1_000, 10_000), rounds: int = 5) -> Iterator[Record]:
    """One record for each number of sessions; the files are in the system's cache, as after a first look."""
    with asyncio.Runner() as runner:
        finished = runner.run(run_chain(build(store=UnsavedStore())))
        for size in sizes:
            yield _of_size(size, finished, runner, rounds)


def _of_size(size: int, finished: Session, runner: asyncio.Runner, rounds: int) -> Record:
    times = max(1, _FILES_PER_SAMPLE // size)  # so that a small folder is no matter of microseconds
    with TemporaryDirectory() as name:
        paths = write_copies(finished, Path(name), size)
        store = JsonFolderStore(Path(name))
        entries = runner.run(store.entries())
        variants = {
            BEGINNINGS: lambda: cost_of(lambda: _read_beginnings(paths), times=times),
            LISTED: lambda: cost_of(lambda: runner.run(store.entries()), times=times),
            PARSED: lambda: cost_of(lambda: _parse(paths), times=times),
        }
        return Record(
            name=f"listing {size:,}",
            title=f"{size:,} finished sessions in one folder",
            costs=interleaved(variants, rounds=rounds),
            comparisons=(Comparison(LISTED, BEGINNINGS), Comparison(LISTED, PARSED)),
            facts=(
                Fact("sessions listed", sum(entry.summary is not None for entry in entries), "sessions"),
                Fact("folder", round(sum(path.stat().st_size for path in paths) / 1024), "KiB"),
            ),
        )


def _read_beginnings(paths: Iterable[Path]) -> None:
    for path in paths:
        with path.open("rb", buffering=0) as file:
            file.read(_BLOCK)


def _parse(paths: Iterable[Path]) -> None:
    for path in paths:
        with path.open("rb") as file:
            json.load(file)
