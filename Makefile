# make install   the environment: .venv with the `kalkan` command in it
# make test      everything that is checked before a commit; the last line is pytest's summary
# make practice  the practice room on this computer
# make bench     the measurements      make lint   only the fast checks
# make lock      requirements.lock anew (UPGRADE=1: with newer versions)      make clean   removes what was made
#
# Needed: Python 3.11 or newer, and make. Another Python: make install PYTHON=/path/to/python3

.DEFAULT_GOAL := help
.PHONY: help install test lint practice bench lock clean
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
STAMP := .venv/.installed
WORKERS ?= 2
UV ?= uv
PYTHON ?=

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | sed '/^$$/q'

install: $(STAMP)

# Everything comes from the lock file, by hash; wheels only, because a source archive would fetch build tools that have no hash here.
# An environment that is there and works is brought up to date, not thrown away. Compiled once here, every start saves a second,
# also where Python is told to write no bytecode.
$(STAMP): requirements.lock pyproject.toml
	@set -eu; \
	if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
	  python=; \
	  for each in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11); do \
	    if "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$each; break; fi; \
	  done; \
	  [ -n "$$python" ] || { echo "Kalkan needs Python 3.11 or newer$(if $(PYTHON),; $(PYTHON) is not): install one or name it, as in: make install PYTHON=/path/to/python3" >&2; exit 1; }; \
	  "$$python" -c 'import ensurepip, venv' >/dev/null 2>&1 \
	    || { echo "This Python has no working venv module: install it (on Debian and Ubuntu: apt install python3-venv) and run make again" >&2; exit 1; }; \
	  echo "Making .venv"; \
	  "$$python" -m venv --clear .venv; \
	fi; \
	echo "Installing from requirements.lock"; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.lock; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .; \
	$(BIN)/python -m compileall -q -j 0 .venv/lib bot handlers storage practice || true; \
	touch $@

lint: install
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@told=$$($(BIN)/lint-imports --no-logo 2>&1) || { echo "$$told"; exit 1; }

test: lint
	@$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

practice: install
	@$(BIN)/kalkan practice

bench: install
	@$(BIN)/python -m benchmarks

# One file for all platforms and Python versions: exact versions and hashes, no addresses, so that any mirror will do.
# Without UPGRADE=1 the versions in the present file are kept wherever pyproject.toml allows them.
lock:
	@command -v $(UV) >/dev/null 2>&1 || { echo "uv makes the lock file: install it or name it, as in: make lock UV=/path/to/uv" >&2; exit 1; }
	@$(UV) pip compile pyproject.toml --extra dev --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url $(if $(UPGRADE),--upgrade) --output-file requirements.lock
	@! grep -n '://' requirements.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
