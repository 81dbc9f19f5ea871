"""`python -m benchmarks [name ...] [--json]`."""

import argparse
import json

from benchmarks.catalogue import BENCHMARKS
from benchmarks.surroundings import Surroundings
from benchmarks.table import table


def main() -> None:
    """Run the benchmarks named, all without a name, and print what they find."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Costs as ratios against a baseline.")
    parser.add_argument(
        "names", nargs="*", metavar="name", help=f"which to run; by default all: {', '.join(BENCHMARKS)}"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document, once all have run")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark is called {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}")
    names = options.names or list(BENCHMARKS)
    if options.json:
        _print_json(names)
    else:
        _print_tables(names)


def _print_tables(names: list[str]) -> None:
    print(Surroundings.now())
    for name in names:
        for record in BENCHMARKS[name]():
            print(f"\n{table(record)}", flush=True)


def _print_json(names: list[str]) -> None:
    surroundings = Surroundings.now()
    records = [record.as_json() for name in names for record in BENCHMARKS[name]()]
    print(json.dumps({"surroundings": surroundings.as_json(), "records": records}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
