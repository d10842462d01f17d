# For transcripts: `. "$TESTDIR/helpers.sh"` makes these functions known.

# skip REASON: this machine cannot do it.
skip() {
    echo "$*" >"$SKIP_REASON"
    exit 80
}

# example NAME [FOLDER]: a copy of skeleton/NAME, without what may have been
# built there, and the way into it.
example() {
    local to=${2:-$(basename "$1")}
    mkdir -p "$to"
    tar -C "$ROOT/skeleton/$1" --exclude=./_build --exclude=./dist \
        --exclude=./mirage --exclude=./Makefile --exclude=./meson.build \
        --exclude=./compile_commands.json -c . | tar -C "$to" -x
    cd "$to" || exit 1
}
