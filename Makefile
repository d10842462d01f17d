# The commands of the project; `make help` lists them. What they do is in
# meson.build and scripts/.
#
#     BUILD=build       where it is built; a folder beside this file
#     PREFIX, DESTDIR   where `make install` puts it
#     FUZZ_SECONDS=60   how long `make fuzz` tries each parser
#     E=hello           which example `make gdb` debugs
BUILD ?= build
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 60
E ?= hello

TOOL := $(CURDIR)/$(BUILD)/tool/mirage

.PHONY: all tool hello check install uninstall format check-format tidy fuzz \
	bench gdb clean help

all: $(BUILD)/build.ninja
	@scripts/build $(BUILD)

$(BUILD)/build.ninja:
	@scripts/setup build
	@meson setup $(BUILD) --prefix=$(PREFIX) --libdir=lib >$(BUILD).log 2>&1 \
		|| { cat $(BUILD).log; rm $(BUILD).log; exit 1; }
	@mv $(BUILD).log $(BUILD)/setup.log

tool: $(BUILD)/build.ninja
	@ninja -C $(BUILD) tool/mirage tool/libmirage-config.a

hello: tool
	@MIRAGE='$(TOOL)' scripts/hello

check:
	@scripts/setup build check
	@scripts/check

install: all
	@scripts/install '$(BUILD)' '$(PREFIX)' '$(DESTDIR)'

uninstall:
	@scripts/uninstall '$(PREFIX)' '$(DESTDIR)'

format:
	@scripts/setup check
	@scripts/format

check-format:
	@scripts/setup check
	@scripts/format --check

tidy: all
	@scripts/setup tidy
	@scripts/tidy '$(BUILD)'

fuzz:
	@scripts/setup build check
	@scripts/fuzz $(FUZZ_SECONDS)

bench: all
	@scripts/setup check
	@ninja -C $(BUILD) runtime/task_bench
	@MIRAGE='$(TOOL)' bench/run

gdb: tool
	@scripts/setup debug
	@MIRAGE='$(TOOL)' scripts/gdb '$(E)'

clean:
	@rm -rf $(BUILD) build-*
	@git clean -fdXq skeleton

help:
	@cat scripts/help.txt
