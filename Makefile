# Every way of working with a checkout. `make help` lists them; tools/ holds what they do.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup environment assets check lint types layers test demo bench bench-screens docs pictures screenshots clean

# The first Python of at least 3.11; a bare Debian 12 has one as python3.
PYTHON = $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v "$$name" && break; done)
RUN = .venv/bin
SERVE ?= 1
PORT ?= 8000
WORKERS ?= 2

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' Makefile

environment:
	@python="$(PYTHON)"; if [ -z "$$python" ]; then \
	echo "[fail] no Python of 3.11 or later was found; on Debian: apt-get install python3" >&2; exit 1; fi; \
	"$$python" -m tools.bootstrap

assets: environment
	@$(RUN)/python -m tools.system_parts fonts
	@$(RUN)/python -m tools.assets

setup: assets ## the locked environment, the fonts, and what is generated for the screens

lint: environment
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .

types: environment
	$(RUN)/mypy

layers: environment
	$(RUN)/lint-imports

check: lint types layers ## style, types, layers and the tests about the repository itself
	$(RUN)/pytest tests/tidy -q -n $(WORKERS)

test: setup ## every test, with the system parts they need; every branch of law and domain is taken
	@$(RUN)/python -m tools.system_parts
	@$(RUN)/coverage erase
	$(RUN)/coverage run -m pytest -q -n $(WORKERS)
	@$(RUN)/coverage combine -q && $(RUN)/coverage report

demo: setup ## a demo city: sheets computed, compared, written to out/, then the screens (SERVE=0 stops before)
	$(RUN)/saiken demo --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve)

bench: setup ## the measurements, one table
	@"$(PYTHON)" -m tools.bootstrap --group bench
	@$(RUN)/python -m tools.system_parts postgres office
	$(RUN)/python -m bench

bench-screens: setup ## how long each screen takes with 2 million claims and twenty people at work (builds them once, 16 GB)
	@"$(PYTHON)" -m tools.bootstrap --group bench
	@$(RUN)/python -m tools.system_parts postgres
	$(RUN)/python -m bench.screens

docs: setup ## the generated pages of docs/reference and docs/spec, and the index of proofs
	$(RUN)/python -m tools.docs_reference
	$(RUN)/python -m tools.docs_spec

pictures: setup ## the pictures of the readme, taken from a demo city of its own
	@$(RUN)/python -m tools.system_parts browser fonts
	$(RUN)/python -m tools.pictures

screenshots: setup ## the pictures of docs/how-to, taken by the tests that tell the stories
	@$(RUN)/python -m tools.system_parts browser fonts
	SAIKEN_SCREENSHOTS=1 $(RUN)/pytest -q -n 0 tests/web/test_worklists.py::test_a_mornings_list tests/web/test_story_*.py
	$(RUN)/python -m tools.crop_pictures

clean: ## what was built (the register in var/ and the papers in out/ stay)
	rm -rf .boot .venv build saiken/web/static/generated .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
	find saiken tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
