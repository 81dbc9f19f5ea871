"""Start-up: what a person waits for before the program does anything."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from benchmarks.cost import cost_of, interleaved
from benchmarks.record import Comparison, Fact, Record

BARE = "python -c pass"
TYPER = "typer hello world --help"
IMPORT = "import retention_coach"
HELP = "retention-coach --help"

_PROGRAMS = {
    BARE: "pass",
    TYPER: """
import typer
app = typer.Typer(rich_markup_mode=None, add_completion=False)
@app.command()
def hello(name: str) -> None:
    print(name)
app(["--help"], standalone_mode=False)
""",
    IMPORT: "import retention_coach",
    HELP: "from retention_coach.__main__ import main; main(['--help'])",
}
_COUNT_MODULES = "\nimport sys; print(len(sys.modules), file=sys.stderr)"


def startup(*, rounds: int = 15) -> Iterator[Record]:
    """One record: each program as a process of its own, from start to end, with its bytecode already compiled."""
    modules = tuple(Fact(f"modules loaded, {name}", _modules(code), "modules") for name, code in _PROGRAMS.items())
    measures = {name: partial(cost_of, partial(_run, code)) for name, code in _PROGRAMS.items()}
    yield Record(
        name="startup",
        title="processes, from start to end",
        costs=interleaved(measures, rounds=rounds),
        comparisons=(
            Comparison(TYPER, BARE),
            Comparison(IMPORT, BARE),
            Comparison(HELP, BARE),
            Comparison(HELP, TYPER),
        ),
        facts=modules,
    )


def _modules(code: str) -> int:
    return int(_run(code + _COUNT_MODULES).stderr.split()[-1])


def _run(code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
