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

# images TARGET: goes on only where images for TARGET can be run. The C library
# is fetched and built once for all transcripts.
images() {
    export XDG_CACHE_HOME=$ROOT/build-check-cache
    case $1 in
    hvt) [ -w /dev/kvm ] || skip "there is no /dev/kvm that can be used" ;;
    virtio) command -v qemu-system-x86_64 >/dev/null || skip "there is no QEMU" ;;
    esac
}

# build TARGET [OPTION...]: configures and builds the project, quietly.
build() {
    local log=$TMPDIR/build.log
    mirage configure -t "$@" >"$log" 2>&1 || { cat "$log"; return 1; }
    make depends >"$log" 2>&1 ||
        skip "the sources are not to be had: $(tail -1 "$log")"
    make build >"$log" 2>&1 || { cat "$log"; return 1; }
}

# unikernel: of what comes in, leaves out what tender or firmware say.
unikernel() {
    sed -n '/^[0-9-]* [0-9:]* [-+]..:..: /,$p'
}
