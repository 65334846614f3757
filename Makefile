# Everything a newcomer needs is `make run`. Every target sets up what it needs by itself.

COMPANY ?= examples/utility.yaml
STACK ?= embedded
PYTEST_ARGS ?=
FAULTS_ARGS ?= --mixed
BENCH_ARGS ?=
MINUTES ?= 60
EVENTS ?= 1000000
TESTS_AT_ONCE ?= 2
JOBS ?= $(shell nproc)

.DEFAULT_GOAL := help
.PHONY: help run up down test qa soak-sim mutations faults check bench soak format lock wheel prove-bare prove-host clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

run: ## Start PostgreSQL, Asterisk and the service (COMPANY=file.yaml); DEMO=1: with people who phone by themselves
	@scripts/setup $(if $(filter-out 0 no,$(DEMO)),dev,run)
	@exec .venv/bin/python -m $(if $(filter-out 0 no,$(DEMO)),acd.demo,acd.lab) "$(COMPANY)"

up: ## Start the same in Docker containers, and leave them running; another company: make up COMPANY=file.yaml
	@scripts/up $(if $(filter file,$(origin COMPANY)),,"$(COMPANY)")

down: ## End what `make up` started; its state is kept, unless you say FORGET=yes
	@docker compose --profile qa down $(if $(filter yes,$(FORGET)),--volumes)

test: ## Run all tests, real SIP calls included; some of them: make test PYTEST_ARGS="tests/core -k menu"
	@scripts/setup dev
	@.venv/bin/python -m acd.lab --prepare
	@.venv/bin/python -m pytest -n $(TESTS_AT_ONCE) $(PYTEST_ARGS)

qa: ## Call the example company as its customers do, and check what they hear; in Docker: make qa STACK=docker
	@scripts/setup dev
	@.venv/bin/python -m acd.lab --prepare
	@.venv/bin/python -m pytest examples/qa --acd-company="$(COMPANY)" --acd-stack="$(STACK)" $(PYTEST_ARGS)

soak-sim: ## Simulate calls and faults until EVENTS have happened (1,000,000); which transitions were hit
	@scripts/setup dev
	@.venv/bin/python -m acd.sim --events $(EVENTS) --jobs $(JOBS) --coverage

mutations: ## Break the service on purpose, one thing at a time: for each the tests must go red
	@scripts/setup dev
	@.venv/bin/python -m acd.lab --prepare
	@.venv/bin/python -m pytest tests/mutations --all-mutants

faults: ## Break every part under load, and write what became of the calls (20 min); some: FAULTS_ARGS="--only NAME"
	@scripts/setup dev
	@.venv/bin/python -m acd.lab --prepare
	@.venv/bin/python -m bench.faults $(FAULTS_ARGS)

check: ## Format, lint, types, import arrows, dead code
	@scripts/setup dev
	@scripts/check

bench: ## Measure every figure beside its rival: table and plots (an hour); some: BENCH_ARGS="--only P1,P4 --short"
	@scripts/setup dev
	@.venv/bin/python -m acd.lab --prepare
	@.venv/bin/python -m bench $(BENCH_ARGS)

soak: ## Twenty calls a second for an hour (MINUTES=60): nothing may be left over, nothing may grow
	@scripts/setup dev
	@.venv/bin/python -m acd.lab --prepare
	@.venv/bin/python -m bench.soak --minutes $(MINUTES)

format: ## Put every file into the project's format
	@scripts/setup dev
	@.venv/bin/ruff format --quiet
	@.venv/bin/ruff check --quiet --fix

lock: ## Pin all packages anew, after a change of pyproject.toml
	@scripts/setup dev
	@scripts/lock

wheel: ## Make dist/acd-VERSION-py3-none-any.whl, for another machine (docs/installation.md)
	@scripts/setup run
	@scripts/wheel

prove-bare: ## Prove `make run` and `make test` on a Debian 12 where nothing is installed; some tests: PYTEST_ARGS="…"
	@python3 -m scripts.prove two-commands --tests "$(PYTEST_ARGS)"

prove-host: ## Prove docs/installation.md on a Debian 12 where nothing is installed: systemd, kill -9, reboot (5 min)
	@scripts/setup run
	@python3 -m scripts.prove installation

clean: ## Remove what was installed and all state of `make run` (the cached Asterisk stays)
	rm -rf .venv var .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
