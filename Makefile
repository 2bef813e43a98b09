# One command each: `make run` sets everything up and starts training mode, `make test` is what CI runs.

SHELL := /bin/bash
.DEFAULT_GOAL := build

# What the programs link and what the tests use, as Debian 12 names it.
RUN_PACKAGES := libncurses-dev libcurl4-openssl-dev libsqlite3-dev zlib1g-dev libcairo2-dev libpango1.0-dev \
	libzint-dev libqrencode-dev libgdk-pixbuf-2.0-dev libpoppler-glib-dev poppler-data fonts-liberation2 \
	pkg-config ncurses-base ca-certificates
TEST_PACKAGES := tmux poppler-utils zbar-tools sqlite3 openssl procps python3-venv curl sane-utils
BENCH_PACKAGES := dialog tig git fzf python3 python3-yaml
ORDER_PACKAGES := python3 valgrind binutils

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# A test that waits for ever fails here, with its name as the last one begun, and not by the limit of CI.
LIMIT := timeout --kill-after=30 1800
RELEASE := -c release --static-swift-stdlib

# Foundation brings ICU and most of the start time into a program that must start like a native one.
LIGHT_MODULES := Sources/desk Sources/TUI Sources/TUITesting Sources/APIClient Sources/Models Sources/Forms

.PHONY: run build release test check lint imports conformance unit api format bench order keys walk clean \
	packages-run packages-test packages-bench packages-order

run: packages-run release
	@exec .build/release/desk

build: packages-run
	swift build

release: packages-run
	swift build $(RELEASE) --product central
	swift build $(RELEASE) --product desk-print
	swift build $(RELEASE) --product desk-preview
	swift build $(RELEASE) --product desk

# With the release build last: the optimiser has refused what the debug build took.
test: packages-run packages-test lint imports conformance unit api release

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

imports:
	@! grep -rnE '^(@[A-Za-z_()]+ )*((public|internal|package|private|fileprivate) )?import ((struct|class|enum|func|protocol|typealias|let|var) )?Foundation(\.|Networking|Internationalization|[^A-Za-z]|$$)' $(LIGHT_MODULES) \
		|| { echo 'Foundation is imported where FoundationEssentials is meant (docs/architecture.md).'; exit 1; }

# Every row of docs/eform-conformance.md with the tests that hold it.
conformance:
	@./Tests/conformance.sh

# In turns: all tests of a run begin at once, and one that only waits for its turn must not run into its time limit.
unit:
	swift build --build-tests
	$(LIMIT) swift test --skip-build --skip EndToEnd --skip centralTests
	$(LIMIT) swift test --skip-build --filter '^centralTests'
	$(LIMIT) swift test --skip-build --filter EndToEnd --no-parallel

# The running server against its own description, from outside.
api:
	./Tests/api/schemathesis.sh

# 100,000 random acts on money; `make unit` walks 10,000. Some two minutes of a debug build on two cores.
walk:
	swift build --build-tests
	MONEY_STEPS=25000 $(LIMIT) swift test --skip-build --filter '^centralTests.MoneyPropertyTests'

format:
	swift format --in-place --recursive Package.swift Sources Tests

bench: packages-run packages-bench release
	./Benchmarks/run.sh

# Which functions stand side by side in desk: to be made anew now and then, after much has changed.
order: packages-order release
	python3 Benchmarks/order.py .build/release/desk Benchmarks/functions.order

keys:
	swift build --product desk
	.build/debug/desk --keys-markdown > docs/keys.md

clean:
	rm -rf .build .build-*

define ensure
	@missing=""; for p in $(1); do dpkg-query -W -f='$${Status}' "$$p" 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then echo "Installing:$$missing"; $(SUDO) apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; fi
endef

packages-run:
	$(call ensure,$(RUN_PACKAGES))

packages-test:
	$(call ensure,$(TEST_PACKAGES))

packages-bench:
	$(call ensure,$(BENCH_PACKAGES))

packages-order:
	$(call ensure,$(ORDER_PACKAGES))
