"""The benchmarks by name, in the order in which they run: the quick ones first."""

from collections.abc import Callable, Iterator, Mapping

from benchmarks.chain import chain
from benchmarks.diversity.measure import diversity
from benchmarks.growth import growth
from benchmarks.listing import listing
from benchmarks.record import Record
from benchmarks.saving import saving
from benchmarks.startup import startup
from benchmarks.understanding.measure import understanding

BENCHMARKS: Mapping[str, Callable[[], Iterator[Record]]] = {
    "startup": startup,
    "understanding": understanding,
    "diversity": diversity,
    "chain": chain,
    "saving": saving,
    "listing": listing,
    "growth": growth,
}
