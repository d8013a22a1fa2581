# Two commands do all: `make demo` and `make test`. Both set up .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup demo test format lint types layers tests plain bench lock clean

demo: setup
	$(BIN)/sourcier demo

test: setup lint types layers tests

setup: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml setup.py requirements.lock src/sourcier/lineage/_kernels.c
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev]'
	touch $@

format:
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

tests:
	$(BIN)/python -m pytest $(PYTEST_ARGS)

# What a user gets where no compiler is: a plain install, its size, and the same demo from NumPy alone.
plain:
	PYTHON=$(PYTHON) tests/plain_install.sh

# Speed and accuracy on invented families with exact truth; BENCH_ARGS names the peers to run beside (docs/benchmarks.md).
bench: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m bench.run --documents 2000 10000 $(BENCH_ARGS)

lock:
	$(BIN)/python -m pip freeze --exclude-editable > requirements.lock

clean:
	rm -rf $(VENV) build src/*.egg-info src/sourcier/lineage/*.so
