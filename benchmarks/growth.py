"""Whether a process that has run many chains runs the next one as fast, and in the same memory."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.chain_worker import ChainWorker
from benchmarks.cost import interleaved
from benchmarks.record import Comparison, Fact, Record

YOUNG = "a chain in a young process"


def growth(*, sizes: tuple[int, ...] = (10, 100, 1_000), rounds: int = 5, block: int = 3) -> Iterator[Record]:
    """One record for each number of chains that the old process has run before; all are saved to one folder.

    Each size must exceed the one before it by more than `rounds * block`. Both processes run blocks of `block` chains
    by turns. The young one has always run as many chains as the smallest size before its first block, so that the
    first record compares like with like: it shows the noise.
    """
    with TemporaryDirectory() as folder, ChainWorker(Path(folder)) as old:
        first = 0.0
        for size in sizes:
            memory = old.run(size - old.chains).memory
            first = first or memory
            yield _after(size, old, sizes[0], rounds=rounds, block=block, memory=(first, memory))


def _after(
    size: int, old: ChainWorker, warm_up: int, *, rounds: int, block: int, memory: tuple[float, float]
) -> Record:
    aged = f"a chain after {size:,} others"
    with TemporaryDirectory() as folder, ChainWorker(Path(folder)) as young:
        young.run(warm_up)
        measures = {YOUNG: lambda: young.cost(block), aged: lambda: old.cost(block)}
        costs = interleaved(measures, rounds=rounds)
    before, now = memory
    growth_each = (now - before) * 1024 / (size - warm_up) if size > warm_up else 0.0
    return Record(
        name=f"growth {size:,}",
        title=f"one chain, saved to disk, in a process that has run {size:,}",
        costs=costs,
        comparisons=(Comparison(aged, YOUNG),),
        facts=(
            Fact(f"memory after {size:,} chains", round(now, 1), "MiB"),
            Fact(f"memory kept by each chain since the {warm_up}th", round(growth_each, 2), "KiB"),
        ),
    )
