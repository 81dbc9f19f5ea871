import asyncio
import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from benchmarks.chain import chain
from benchmarks.company import ANSWERS
from benchmarks.cost import Cost, interleaved
from benchmarks.diversity.measure import diversity
from benchmarks.growth import growth
from benchmarks.listing import listing
from benchmarks.record import Comparison, Fact, Record, Spread
from benchmarks.saving import saving
from benchmarks.session_files import write_copies
from benchmarks.startup import startup
from benchmarks.table import table
from benchmarks.understanding.measure import understanding

from retention_coach.knowledge.loader import load
from retention_coach.storage.json_folder import JsonFolderStore
from retention_coach.testing.sample_session import sample_session

TINY: dict[str, Callable[[], Iterator[Record]]] = {
    "startup": lambda: startup(rounds=1),
    "understanding": lambda: understanding(rounds=1, times=1),
    "diversity": lambda: diversity(count=6, rounds=1),
    "chain": lambda: chain(rounds=1),
    "saving": lambda: saving(rounds=2, times=1),
    "listing": lambda: listing(sizes=(1, 3), rounds=2),
    "growth": lambda: growth(sizes=(1, 3), rounds=1, block=1),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", TINY)
def test_benchmark_reports_costs_ratios_and_facts(name: str) -> None:
    """Each benchmark runs at a tiny size: something was measured in every round, and every ratio is of its variants."""
    records = list(TINY[name]())
    assert records
    for record in records:
        assert record.name.startswith(name)
        assert all(cost.wall > 0 and cost.cpu > 0 for costs in record.costs.values() for cost in costs)
        assert {len(costs) for costs in record.costs.values()} == {record.rounds}
        assert [found.comparison for found in record.ratios()] == list(record.comparisons)
        assert all(math.isfinite(fact.value) for fact in record.facts)


def test_benchmark_lists_whole_sessions(tmp_path: Path) -> None:
    """The files that the listing benchmark makes are sessions to the store, not unreadable files."""
    paths = write_copies(sample_session("caso"), tmp_path, 3)
    entries = asyncio.run(JsonFolderStore(tmp_path).entries())
    assert [entry.id for entry in entries] == [path.stem for path in paths]
    assert not any(entry.problem for entry in entries)


def test_benchmark_table_shows_every_part() -> None:
    """The plain text holds each variant, ratio and count, in milliseconds and as a multiple."""
    costs = {"slow": (Cost(0.2, 0.4),), "fast": (Cost(0.1, 0.1),)}
    record = Record("x", "two variants", costs, (Comparison("slow", "fast"),), (Fact("size", 1234, "KiB"),))
    assert [line.split() for line in table(record).splitlines()] == [
        ["x:", "two", "variants"],
        ["1", "rounds:", "median", "[min–max]", "CPU", "ms", "wall", "ms"],
        ["slow", "200", "[200–200]", "400", "[400–400]"],
        ["fast", "100", "[100–100]", "100", "[100–100]"],
        ["ratio", "CPU", "wall"],
        ["slow", "/", "fast", "2.00x", "[2.00–2.00]", "4.00x", "[4.00–4.00]"],
        ["size", "1,234", "KiB"],
    ]


def test_benchmark_rounds_are_interleaved() -> None:
    """Variants take turns, so that a busy moment slows them alike."""
    order: list[str] = []

    def measured(name: str) -> Cost:
        order.append(name)
        return Cost(float(len(order)), 1.0)

    costs = interleaved({"a": lambda: measured("a"), "b": lambda: measured("b")}, rounds=2)
    assert order == ["a", "b", "a", "b"]
    assert [cost.cpu for cost in costs["b"]] == [2.0, 4.0]


def test_benchmark_ratio_divides_each_round_by_itself() -> None:
    """A round in which everything took ten times as long gives the same ratio."""
    costs = {"a": (Cost(2, 3), Cost(20, 30)), "b": (Cost(1, 1), Cost(10, 10))}
    record = Record("x", "x", costs, (Comparison("a", "b"),))
    (ratio,) = record.ratios()
    assert (ratio.cpu, ratio.wall) == (Spread(2, 2, 2), Spread(3, 3, 3))
    assert record.cpu("a") == Spread(11, 2, 20)


def test_benchmark_company_answers_questions_of_the_bank() -> None:
    """No answer of the benchmarks' company is to a question that is never asked."""
    asked = {question.id.rpartition(".")[2].upper() for question in load().questions}
    assert set(ANSWERS) <= asked
