# Visit Bot. Needs Python 3.11 or newer and make; everything else is set up in .venv, and nowhere outside this folder.
# make PYTHON=/path/to/python3.12 … uses that Python.

.DEFAULT_GOAL := help
.PHONY: help demo full test lint types tests format bench lock upgrade clean runtime dev
PYTHON ?=
export PYTHON
BIN := .venv/bin

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/  make \1	\2/p' Makefile | expand -t 18

demo: runtime  ## a term of visits in a minute, on embedded parts: no account, no mail leaves the machine
	@$(BIN)/visitbot demo

full:  ## also what connects Visit Bot to Exchange, Microsoft 365, IMAP and Slack
	@deploy/bootstrap full

test: lint types tests  ## everything: style, types, layers, tests, coverage of the mind

lint: dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/lint-imports

types: dev
	@$(BIN)/mypy

tests: dev
	@$(BIN)/pytest -n 4 --dist worksteal --ignore=tests/benchmarks --cov --cov-report=
	@$(BIN)/coverage report --include='bot/*' --skip-covered --fail-under=95

format: dev  ## put the code into shape
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: dev  ## how fast the parts are
	@$(BIN)/pytest tests/benchmarks --benchmark-only
	@for name in commands year people reading mails chat; do echo "== $$name"; $(BIN)/python -m tests.benchmarks.benchmark_$$name || failed=1; done; exit $${failed:-0}

lock:  ## write the lock files anew from pyproject.toml; versions that still fit stay
	@deploy/bootstrap lock

upgrade:  ## the same with the newest versions
	@deploy/bootstrap upgrade

clean:  ## remove everything that make has made, .venv too
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks .import_linter_cache .coverage*
	@find bot handlers storage tests -name __pycache__ -prune -exec rm -rf {} +

runtime dev:
	@deploy/bootstrap $@
