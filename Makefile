# make demo: from the seed articles to answers.   make test: every test.   make check: lint, types, import contracts.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet install --constraint constraints.txt
STORE := demo/store
SHOW := $(BIN)/pourparlers query --store $(STORE)

.PHONY: demo test check wheel benchmark w3c clean help

help:
	@grep '^# make' Makefile

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	@touch $@

$(VENV)/.develop: $(VENV)/.installed
	$(PIP) --editable '.[test,check]'
	@touch $@

demo: $(VENV)/.installed
	@mkdir -p demo
	$(BIN)/pourparlers build seeds --store $(STORE)
	$(BIN)/pourparlers validate --store $(STORE)
	$(BIN)/pourparlers verify --store $(STORE)
	$(SHOW) meetings/between
	$(SHOW) treaties/accusations
	$(SHOW) statements/by-capacity
	$(BIN)/pourparlers export --store $(STORE) --format ttl --output demo/pourparlers.ttl
	@echo
	@echo "The graph is in demo/pourparlers.ttl. What next?"
	@echo "  $(BIN)/pourparlers queries                                  every saved query"
	@echo "  $(SHOW) statements/statements --evidence    with the words that prove each row"
	@echo "  $(BIN)/pourparlers show 'Joe Dunford' --store $(STORE)       all that is known of somebody"
	@echo "  $(BIN)/pourparlers serve --store $(STORE)                    the same in a browser, and for any SPARQL client"
	@echo "  $(BIN)/pourparlers build YOUR-FOLDER                        your own articles (.txt, .html, .jsonl)"

test: $(VENV)/.develop
	$(BIN)/pytest

check: $(VENV)/.develop
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

wheel: $(VENV)/.develop
	rm -rf dist
	$(PIP) build
	$(BIN)/python -m build --wheel --outdir dist .

benchmark: $(VENV)/.develop
	$(BIN)/python benchmarks/build.py

# The official suites, where their folder is there (w3c/rdf-tests, with sparql11/ in it).
W3C ?= ../shared/w3c

w3c: $(VENV)/.develop
	@if [ -d $(W3C) ]; then $(BIN)/python benchmarks/w3c $(W3C); else echo "no folder $(W3C): give W3C=FOLDER"; fi

clean:
	rm -rf $(VENV) demo build dist
