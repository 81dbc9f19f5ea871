"""What one benchmark found: costs by variant, and ratios between variants."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

from benchmarks.cost import Cost


class Spread(NamedTuple):
    """The median of several rounds, with the lowest and the highest."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Iterable[float]) -> "Spread":
        """The spread of at least one value."""
        known = sorted(values)
        return cls(median(known), known[0], known[-1])


class Comparison(NamedTuple):
    """Which variant is divided by which baseline."""

    variant: str
    baseline: str


class Ratio(NamedTuple):
    """How many times the baseline's cost a variant costs; each round is divided by itself."""

    comparison: Comparison
    cpu: Spread
    wall: Spread


class Fact(NamedTuple):
    """A count or a size, which no clock decides."""

    label: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Record:
    """One table.

    Attributes:
        name: the benchmark's name, with its size where there are several.
        title: what was measured, in one line.
        costs: the cost of each variant in each round; every variant has as many as there were rounds.
        comparisons: the ratios that matter.
        facts: counts and sizes.
    """

    name: str
    title: str
    costs: Mapping[str, tuple[Cost, ...]]
    comparisons: tuple[Comparison, ...]
    facts: tuple[Fact, ...] = ()

    @property
    def rounds(self) -> int:
        """How often each variant was measured."""
        return min(len(costs) for costs in self.costs.values())

    def cpu(self, variant: str) -> Spread:
        """Processor seconds of a variant."""
        return Spread.of(cost.cpu for cost in self.costs[variant])

    def wall(self, variant: str) -> Spread:
        """Elapsed seconds of a variant."""
        return Spread.of(cost.wall for cost in self.costs[variant])

    def ratios(self) -> tuple[Ratio, ...]:
        """Each comparison's ratio."""
        return tuple(self._ratio(comparison) for comparison in self.comparisons)

    def as_json(self) -> dict[str, Any]:
        """The record as plain data: every round's seconds, the ratios and the facts."""
        return {
            "name": self.name,
            "title": self.title,
            "rounds": self.rounds,
            "seconds": {name: [cost._asdict() for cost in costs] for name, costs in self.costs.items()},
            "ratios": [
                {**found.comparison._asdict(), "cpu": found.cpu._asdict(), "wall": found.wall._asdict()}
                for found in self.ratios()
            ],
            "facts": [fact._asdict() for fact in self.facts],
        }

    def _ratio(self, comparison: Comparison) -> Ratio:
        pairs = list(zip(self.costs[comparison.variant], self.costs[comparison.baseline], strict=True))
        return Ratio(
            comparison,
            cpu=Spread.of(one.cpu / other.cpu for one, other in pairs),
            wall=Spread.of(one.wall / other.wall for one, other in pairs),
        )
