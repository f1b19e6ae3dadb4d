# What a contributor does here. Needs Python 3.10 or newer with pip, make and git; nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help test lint fmt types layers unit demo docs site snapshots library-truth sarif-reader look bench corpus clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

test: lint unit  ## everything that CI runs: lint, types, layers, tests

lint: $(READY) types layers  ## ruff, mypy and the layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

unit: $(READY)  ## the tests alone
	$(BIN)/python -m pytest -q

fmt: $(READY)  ## format and mend what can be mended
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

demo: $(READY)  ## check a sample service and show what is found
	@$(BIN)/python tools/demo.py

docs: $(READY)  ## write the generated pages of docs/ anew
	$(BIN)/python tools/generate_docs.py

site: $(READY)  ## build the manual as a site: build/site/index.html; what it warns of is an error
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[docs]'
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going -c docs -d build/doctrees . build/site

snapshots: $(READY)  ## write the expected facts, summaries and reports anew; read the diff before you commit it
	UPDATE_SNAPSHOTS=1 $(BIN)/python -m pytest -q tests/test_fixtures.py tests/test_tutorial.py tests/stages/extract \
		tests/stages/flow tests/stages/report/test_snapshots.py tests/stages/report/test_page.py

library-truth: $(READY)  ## install the real libraries and look up every name that the entries state
	$(BIN)/python tools/library_truth.py

sarif-reader: $(READY)  ## read our SARIF with sarif-tools, which is installed for that
	$(BIN)/python tools/sarif_reader.py

look: $(READY)  ## open the reports of the fixtures in a real Chromium, try them, and take pictures (build/look)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[look]'
	PYTHONPATH=tests $(BIN)/python tools/look.py

bench: $(READY)  ## measure side by side with other tools: make bench SERVICES="NAME=FOLDER ..."
	PYTHONPATH=tests $(BIN)/python -m bench $(SERVICES) $(BENCH)

corpus: $(READY)  ## check public packages, and count crashes and lost files: make corpus [FOLDERS="..."] [CORPUS="..."]
	PYTHONPATH=$(CURDIR)/tests:$(CURDIR)/tools $(BIN)/python -m bench.packages $(or $(FOLDERS),--names tests/bench/packages.txt) $(CORPUS)

clean:  ## remove the virtual environment and everything that is made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find . -name .purposelint_cache -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
