"""Records as plain text."""

from collections.abc import Iterator

from benchmarks.record import Record, Spread

_LABEL = 56
_FIGURE = 24


def table(record: Record) -> str:
    """The record as lines of text: costs in milliseconds, then ratios, then counts and sizes."""
    return "\n".join(_lines(record))


def _lines(record: Record) -> Iterator[str]:
    yield f"{record.name}: {record.title}"
    yield _row(f"{record.rounds} rounds: median [min–max]", "CPU ms", "wall ms")
    for variant in record.costs:
        yield _row(variant, _milliseconds(record.cpu(variant)), _milliseconds(record.wall(variant)))
    if record.comparisons:
        yield _row("ratio", "CPU", "wall")
    for found in record.ratios():
        label = f"{found.comparison.variant} / {found.comparison.baseline}"
        yield _row(label, _times(found.cpu), _times(found.wall))
    for fact in record.facts:
        yield f"  {fact.label:<{_LABEL}}{f'{fact.value:,.10g} {fact.unit}':>{_FIGURE}}"


def _row(label: str, cpu: str, wall: str) -> str:
    return f"  {label:<{_LABEL}}{cpu:>{_FIGURE}}{wall:>{_FIGURE}}"


def _milliseconds(spread: Spread) -> str:
    low, middle, high = (_number(seconds * 1000) for seconds in (spread.low, spread.median, spread.high))
    return f"{middle} [{low}–{high}]"


def _times(spread: Spread) -> str:
    return f"{_number(spread.median)}x [{_number(spread.low)}–{_number(spread.high)}]"


def _number(value: float) -> str:
    """Three significant digits, and all those before the point."""
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:,.{decimals}f}"
