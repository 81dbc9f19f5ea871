"""One full chain of the playbook engine, with and without saving."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cost import Cost, cost_of, interleaved
from benchmarks.full_chain import UnsavedStore, run_chain
from benchmarks.record import Comparison, Fact, Record
from benchmarks.session_files import file_bytes
from retention_coach import Coach, Session, Settings, build
from retention_coach.chain import outputs
from retention_coach.testing import MemoryStore

ONCE = "validate and serialise once"
UNSAVED = "chain, unsaved"
MEMORY = "chain, saved in memory"
DISK = "chain, saved to disk"


def chain(*, rounds: int = 7) -> Iterator[Record]:
    """One record: the chain under three stores, against handling its finished document once."""
    with TemporaryDirectory() as folder, asyncio.Runner() as runner:
        coaches = {
            UNSAVED: build(store=UnsavedStore()),
            MEMORY: build(store=MemoryStore()),
            DISK: build(Settings(sessions_dir=Path(folder))),
        }
        finished = runner.run(run_chain(coaches[DISK]))
        document = finished.model_dump(mode="json")

        def measure(coach: Coach) -> Callable[[], Cost]:
            return lambda: cost_of(lambda: runner.run(run_chain(coach)))

        variants = {
            ONCE: lambda: cost_of(lambda: _validate_and_serialise(document), times=20),
            **{name: measure(coach) for name, coach in coaches.items()},
        }
        yield Record(
            name="chain",
            title="one company, from an empty session to five finished steps",
            costs=interleaved(variants, rounds=rounds),
            comparisons=(
                Comparison(UNSAVED, ONCE),
                Comparison(MEMORY, UNSAVED),
                Comparison(DISK, UNSAVED),
                Comparison(DISK, MEMORY),
            ),
            facts=(
                Fact("events saved in one chain", finished.revision, "saves"),
                Fact("finished session", round(len(file_bytes(finished)) / 1024), "KiB"),
            ),
        )


def _validate_and_serialise(document: object) -> None:
    session = Session.model_validate(document)
    outputs.validate(session)
    session.model_dump_json()
