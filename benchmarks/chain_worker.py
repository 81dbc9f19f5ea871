"""A process that runs chains when told to and says what they cost: `python -m benchmarks.chain_worker FOLDER`.

Each line of its input is a number of chains; each line of its output is a `Block` as JSON.
"""

import asyncio
import gc
import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from benchmarks.cost import Cost, cost_of
from benchmarks.full_chain import run_chain
from retention_coach import Settings, build


class Block(NamedTuple):
    """Seconds for one chain of a block, and the memory that the process holds after it, in MiB."""

    cpu: float
    wall: float
    memory: float


class ChainWorker:
    """The process, seen from outside; a context that ends it."""

    def __init__(self, folder: Path) -> None:
        self.chains = 0
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.chain_worker", str(folder)],
            cwd=Path(__file__).parents[1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if error is not None:
            self._process.kill()  # nobody waits for the rest of its block
        self._process.communicate()

    def run(self, chains: int) -> Block:
        """Run so many chains more.

        Raises:
            RuntimeError: the process ended; what it said of it is on the standard error.
        """
        if self._process.stdin is None or self._process.stdout is None:
            raise TypeError("the worker was started without pipes")
        print(chains, file=self._process.stdin, flush=True)
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the worker ended after {self.chains} chains")
        self.chains += chains
        return Block(**json.loads(line))

    def cost(self, chains: int) -> Cost:
        """The cost of one chain, as the mean of so many more."""
        block = self.run(chains)
        return Cost(block.cpu, block.wall)


def main() -> None:
    """Serve until the input ends."""
    coach = build(Settings(sessions_dir=Path(sys.argv[1])))
    with asyncio.Runner() as runner:
        for line in sys.stdin:
            cost = cost_of(lambda: runner.run(run_chain(coach)), times=int(line))
            print(json.dumps(Block(cost.cpu, cost.wall, _resident_mib())._asdict()), flush=True)


def _resident_mib() -> float:
    """Memory in use now. Not the peak that the system keeps: a child begins with its parent's."""
    gc.collect()
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(os.getpid())], check=True, capture_output=True, text=True)
    return int(told.stdout) / 2**10


if __name__ == "__main__":
    main()
