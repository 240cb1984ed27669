# Everything runs from a virtual environment in .venv, made on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKING := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --no-annotate --custom-compile-command "make lock"
ARTICLE ?= seeds/moscow_calls_its_envoy_home.txt

.PHONY: dependencies setup demo serve test check format lint types walls openapi lock audit sbom bench chaos

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

$(VENV)/lock.stamp: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	touch $@

$(VENV)/run.stamp: $(VENV)/lock.stamp pyproject.toml
	$(PIP) --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q claims store service workers claimsheet
	touch $@

dependencies: $(VENV)/lock.stamp  ## what the service needs, pinned

setup: $(VENV)/run.stamp  ## the service itself, ready to run

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	$(PIP) --require-hashes -r requirements-dev.lock
	touch $@

demo: $(VENV)/run.stamp  ## run the whole service once on one article and print its checklist
	$(BIN)/claimsheet demo $(ARTICLE)

serve: $(VENV)/run.stamp  ## run the whole service on this machine until stopped
	$(BIN)/claimsheet serve

test: $(VENV)/dev.stamp  ## the whole suite, end-to-end tests included
	$(BIN)/python -m pytest

check: $(VENV)/dev.stamp format lint types walls test  ## what CI runs

format: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/bandit -q -c pyproject.toml -r claims store service workers claimsheet

types: $(VENV)/dev.stamp
	$(BIN)/mypy

walls: $(VENV)/dev.stamp
	$(BIN)/lint-imports

chaos: $(VENV)/dev.stamp  ## kill processes at random for minutes and count what is lost
	$(BIN)/python -m tests.e2e.chaos

lock:  ## pin every dependency by hash, for every platform, without addresses
	uv pip compile $(LOCKING) --extra dev pyproject.toml setuptools.in -o requirements-dev.lock
	uv pip compile $(LOCKING) -c requirements-dev.lock pyproject.toml setuptools.in -o requirements.lock

audit: $(VENV)/dev.stamp  ## look the pinned dependencies up among known holes
	$(BIN)/python -m tools.audit

sbom: $(VENV)/run.stamp $(VENV)/dev.stamp  ## list what is shipped, as CycloneDX, in dist/sbom.json
	mkdir -p dist
	$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml \
	    --output-reproducible --of JSON -o dist/sbom.json
	@echo "dist/sbom.json lists what requirements.lock pins"

openapi: $(VENV)/dev.stamp  ## write docs/openapi.json anew after changing a schema or a route
	$(BIN)/claimsheet openapi > docs/openapi.json

bench: $(VENV)/dev.stamp  ## measure everything beside what users would pick instead
	OMP_NUM_THREADS=1 $(BIN)/python -m benchmarks.bench
