# Needs Python 3.11 or newer and make; everything else is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet -c constraints.txt

.PHONY: help demo test check lint types contracts install-check bench knowledge format clean

help:            ## Esta lista
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## +/\t/' | expand -t 16

demo: .venv/.base  ## A sample company from profile to plan, in ./entregables
	$(BIN)/retention-coach demo

test: .venv/.dev   ## The whole test suite
	$(BIN)/python -m pytest

check: lint types contracts test  ## Lint, types, import contracts and tests

lint: .venv/.dev   ## Style
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks

types: .venv/.dev  ## Static types
	$(BIN)/mypy

contracts: .venv/.dev  ## Import contracts
	$(BIN)/lint-imports

install-check: .venv/.dev  ## The wheel, installed alone in an empty environment, makes the demo far from here
	scripts/install-check

bench: .venv/.dev  ## Benchmarks, as ratios against a baseline of the same run
	$(BIN)/python -m benchmarks

knowledge: .venv/.dev  ## Compile the knowledge sources
	$(BIN)/python -m retention_coach.knowledge.compile

format: .venv/.dev ## Format the code
	$(BIN)/ruff format src tests benchmarks
	$(BIN)/ruff check --fix src tests benchmarks

clean:           ## Remove what was built
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/.base: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; try: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) -e .
	@touch $@

.venv/.dev: .venv/.base
	$(PIP) -e '.[dev]'
	@touch $@
