# For transcripts of images, after helpers.sh.

# image TARGET: skips the transcript unless images of that target can be run
# here; puts what runs them on the PATH. Libraries are kept for all transcripts.
image() {
    export XDG_CACHE_HOME="$BUILD/transcripts-cache"
    PATH="$BUILD/tenders/elftool:$BUILD/tenders/spt:$BUILD/tenders/hvt:$PATH"
    case $1 in
    hvt) [ -w /dev/kvm ] || skip "/dev/kvm cannot be opened" ;;
    virtio)
        command -v qemu-system-x86_64 >/dev/null ||
            skip "there is no qemu-system-x86_64"
        ;;
    esac
}

# depends: `make depends`, quietly; skips the transcript if Debian's archive
# is out of reach.
depends() {
    make depends >depends.log 2>&1 && return
    grep -q 'cannot fetch' depends.log &&
        skip "make depends: $(tail -1 depends.log)"
    cat depends.log
    return 1
}
