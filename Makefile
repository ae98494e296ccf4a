# Two commands do all the set-up on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out/demo

.PHONY: demo test check bench constraints browser pictures integration clean

demo: $(VENV)/installed
	@rm -rf $(OUT)
	@sh tools/demo.sh $(BIN)/briefing $(OUT)

test: $(VENV)/developed
	$(BIN)/pytest -n auto $(PYTEST)

check: $(VENV)/developed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/developed
	$(BIN)/python benchmarks/bench.py

# Run in a fresh clone: what pip chooses today becomes what everybody gets.
constraints:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --editable . --group dev
	sed -n '/^#/p' constraints.txt >constraints.new
	$(BIN)/pip freeze --exclude-editable >>constraints.new
	mv constraints.new constraints.txt

# Pages in Debian's Chromium, and PDFs before their checkers; needs root.
browser: $(VENV)/developed
	apt-get install -qq -y chromium qpdf poppler-utils >/dev/null
	$(BIN)/pip install --quiet --constraint constraints.txt --group browser
	$(BIN)/pytest -m browser tests/browser

# docs/pictures anew, from the demo; after `make browser`.
pictures: demo
	$(BIN)/python tools/pictures.py

# Real mail servers on this machine; needs root.
integration: $(VENV)/developed
	apt-get install -qq -y postfix dovecot-core dovecot-lmtpd dovecot-imapd openssl >/dev/null
	$(BIN)/pytest -m integration tests/integration

clean:
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .coverage

# pip of some systems is too old for a few of the requirements: upgraded first.
$(BIN)/pip:
	@sh tools/system.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/installed: $(BIN)/pip pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/developed: $(VENV)/installed pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --constraint constraints.txt --editable . --group dev
	@touch $@
