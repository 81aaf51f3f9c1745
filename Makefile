# commitrack: `make demo` shows it, `make test` checks it. Needs Python 3.11 or newer and make.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

# The tests wait for terminals, disks and other processes more than they compute.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(2 * (os.cpu_count() or 1))')

.DEFAULT_GOAL := help
.PHONY: help demo test faults check bench score rules manual filters reports schema screenshots snapshots lock clean

help:
	@echo "make demo         open the terminal UI on a throw-away store of example statements"
	@echo "make test         run every test"
	@echo "make faults       the whole fault run: kills, full disks, damage, many writers"
	@echo "make check        format, lint, types, import contracts, dead code"
	@echo "make bench        measure, and print the table"
	@echo "make score        score the extraction, and write the guide's page of accuracy"
	@echo "make rules        write the guide's page of rules from the tables of the extractor"
	@echo "make manual       write the guide's page of commands and the man page from the commands"
	@echo "make filters      write the guide's page of forty filters, with what they find"
	@echo "make reports      write the guide's page of reports, as they are of the demo"
	@echo "make schema       write the golden schema from the migrations"
	@echo "make screenshots  draw screenshots/ anew from the demo"
	@echo "make snapshots    draw the snapshots of the terminal UI anew that the tests hold it to"
	@echo "make lock         pin the development packages anew"

# One virtual environment of our own. The packages are pinned with hashes; the project itself
# is installed in place, without looking for anything else.
$(READY): pyproject.toml requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "commitrack needs Python 3.11 or newer; set PYTHON=python3.12, say"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--require-hashes -r requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)
	@$(BIN)/commitrack demo

# The tests start the program hundreds of times: it is compiled once, whatever the settings of Python.
test: $(READY)
	@$(BIN)/python -m compileall -q src
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

# One at a time: the run measures how long writers wait for each other.
faults: $(READY)
	$(BIN)/python -m pytest -m fault --whole

check: $(READY)
	$(BIN)/ruff format --check src tests scripts
	$(BIN)/ruff check src tests scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture

# How many commitments the large store has: `make bench COMMITMENTS=50000` is done in a minute. It is
# built each time, which takes longest, unless one is named that may be written to: STORE=PATH.
COMMITMENTS ?= 1000000
STORE ?=

bench: $(READY)
	@$(BIN)/python -m compileall -q src
	$(BIN)/python scripts/bench.py --commitments $(COMMITMENTS) $(if $(STORE),--store $(STORE))

score: $(READY)
	$(BIN)/python scripts/score.py

rules: $(READY)
	$(BIN)/python scripts/rules_page.py

manual: $(READY)
	$(BIN)/python scripts/manual.py

filters: $(READY)
	$(BIN)/python scripts/filter_examples.py

reports: $(READY)
	$(BIN)/python scripts/report_examples.py

schema: $(READY)
	$(BIN)/python scripts/schema.py

screenshots: $(READY)
	$(BIN)/python scripts/screenshots.py

# They hold the terminal UI to how it looks: look at what changes (git diff) before it is kept.
snapshots: $(READY)
	rm -f tests/tui/snapshots/*.txt
	COMMITRACK_DRAW_SNAPSHOTS=1 $(BIN)/python -m pytest -n $(WORKERS) tests/tui/test_snapshots.py

lock: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/python scripts/lock.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis dist build
