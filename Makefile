# Two commands do all: `make demo` and `make test`. Both set up .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup demo test format lint types layers tests plain bench model lock clean

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

# The French engine's weights from treebanks in a folder: `make model TREEBANKS=DIR`; models/french/README.md says where
# others get them and what it takes. PyTorch stays in a place of its own: nothing else needs it.
MODEL := build/model
MODEL_PYTHON := $(MODEL)/venv/bin/python
WEIGHTS := src/sourcier/engines/french/weights

model: setup
	@test -n "$(TREEBANKS)" || { echo "make model TREEBANKS=DIR: a folder with the treebanks that models/french/README.md names"; exit 2; }
	$(PYTHON) -m venv $(MODEL)/venv
	$(MODEL_PYTHON) -m pip install --quiet --disable-pip-version-check --editable . -r models/french/requirements.txt
	$(MODEL_PYTHON) -m models.french.boundaries --treebanks $(TREEBANKS) --out $(WEIGHTS)/boundaries.npz
	$(MODEL_PYTHON) -m models.french.train --treebanks $(TREEBANKS) --out $(MODEL)/teacher
	$(MODEL_PYTHON) -m models.french.train --treebanks $(TREEBANKS) --out $(MODEL)/french --teacher $(MODEL)/teacher --first 128 --second 112 --dropout 0.2 --taught 0.8
	$(MODEL_PYTHON) -m models.french.export $(MODEL)/french $(WEIGHTS)/french.npz --treebanks $(TREEBANKS)

lock:
	$(BIN)/python -m pip freeze --exclude-editable > requirements.lock

clean:
	rm -rf $(VENV) build src/*.egg-info src/sourcier/lineage/*.so
