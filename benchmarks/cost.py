"""What a piece of work costs: processor time and wall time, child processes included."""

import gc
import resource
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds for one execution of some work.

    Attributes:
        cpu: processor time, user and system, of this process and of the children that it waited for. The figure to
            trust on a busy machine.
        wall: elapsed time, which is what a person waits, other people's work included.
    """

    cpu: float
    wall: float


def cost_of(work: Callable[[], object], *, times: int = 1) -> Cost:
    """The cost of one execution of `work`, as the mean of `times` in a row.

    Garbage that earlier work left is collected first, so that each pays for its own.
    """
    gc.collect()
    cpu, wall = _cpu_seconds(), perf_counter()
    for _ in range(times):
        work()
    return Cost((_cpu_seconds() - cpu) / times, (perf_counter() - wall) / times)


def interleaved(variants: Mapping[str, Callable[[], Cost]], *, rounds: int) -> dict[str, tuple[Cost, ...]]:
    """The costs of each variant, one for each round: A B C, A B C, and so on.

    A machine that is busy for a while then slows all of a round alike, and the ratios within it hold.
    """
    taken: dict[str, list[Cost]] = {name: [] for name in variants}
    for _ in range(rounds):
        for name, measure in variants.items():
            taken[name].append(measure())
    return {name: tuple(costs) for name, costs in taken.items()}


def _cpu_seconds() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)
