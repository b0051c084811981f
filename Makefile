# Xianbi: the commands. `make` alone lists them.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install -qq --disable-pip-version-check --require-hashes
TABLE ?= data
PORT ?=
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev browser data run test check format lint types layers bench load accuracy nightly picture lock clean

help: ## list the targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

setup: $(VENV)/.installed ## make .venv from the locked requirements, and nothing else

$(VENV)/.installed: requirements.txt | $(PY)
	@echo "Installing the packages into $(VENV) ..."
	@$(INSTALL) -r requirements.txt
	@touch $@

$(PY):
	@test -n "$(PYTHON)" || { echo "Xianbi needs Python 3.11 or newer: install it, or name it: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python cannot make a virtual environment: install its venv module (Debian, Ubuntu: apt install python3-venv)."; exit 1; }

setup-dev: $(VENV)/.installed-dev ## the same with what tests and checks need

$(VENV)/.installed-dev: requirements-dev.txt | $(PY)
	@echo "Installing the packages for tests into $(VENV) ..."
	@$(INSTALL) -r requirements-dev.txt
	@touch $@ $(VENV)/.installed

browser: ## Chromium and a Chinese font for the browser tests
	@sh tools/browser.sh

data: setup ## build data/ from seeds/, if it is not current
	@$(PY) -m extract build --if-stale

run: setup ## the dashboard on this machine: setup, data, start (TABLE=folder, PORT=number)
	@if [ "$(TABLE)" = data ]; then $(PY) -m extract build --if-stale; fi
	@XIANBI_TABLE="$(TABLE)" $(PY) -m streamlit run dashboard.py $(if $(PORT),--server.port $(PORT))

test: setup-dev browser ## the tests, those in the browser included, less the slow ones that nightly runs
	@$(PY) -m extract build --if-stale
	$(PY) -m pytest -q -n $(WORKERS) --dist loadfile -m "not slow"

check: setup-dev format lint types layers test ## format, lint, types, layers, tests: what CI runs

format: setup-dev
	$(PY) -m ruff format --check .

lint: setup-dev
	$(PY) -m ruff check .

types: setup-dev
	$(PY) -m mypy

layers: setup-dev
	$(VENV)/bin/lint-imports

bench: setup-dev ## how fast: reading, building, starting (REPORTS=more folders, JIONLP=a Python that has it)
	@$(PY) tools/bench.py $(REPORTS) $(if $(JIONLP),--jionlp $(JIONLP))

load: setup-dev data ## how many visitors one core serves, beside the same pages built the usual way (TABLE=folder)
	@$(PY) -m tools.load --table "$(TABLE)"

accuracy: data ## how right the table of the five reports is, against figures marked by hand; kept for the page
	@$(PY) tools/accuracy.py --keep seeds

nightly: setup-dev browser ## the tests with many more examples and kills; needs nginx
	@command -v nginx >/dev/null || { echo "The nightly tests need nginx (Debian, Ubuntu: apt install nginx-light)."; exit 1; }
	XIANBI_KILLS=200 XIANBI_MUTATIONS=2000 HYPOTHESIS_PROFILE=nightly $(PY) -m pytest -q -n $(WORKERS) --dist loadfile

picture: setup-dev browser data ## docs/img/overview.png anew
	@$(PY) -m tests.browser.picture

UV ?= uv
LOCK := $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet
lock: ## choose the newest packages that fit (needs uv)
	$(LOCK) --upgrade -o requirements.txt
	$(LOCK) --upgrade --extra dev -o requirements-dev.txt

clean: ## remove .venv, data and caches
	rm -rf $(VENV) data/*.csv data/*.parquet data/manifest.json data/.[a-z]* build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
