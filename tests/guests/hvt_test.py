"""The tests of solo5-hvt."""

import os
import re
import signal
import socket
import struct
import subprocess
import tempfile

import common  # noqa: F401, its tests are run, too
import hvt_debug  # noqa: F401
import hvt_faults  # noqa: F401
from frames import Pinger
from hvt_faults import ABORT, call
from runner import (TENDER, check, fails, file_of, guest,
                    in_network_of_its_own, ip, main, make_tap, run,
                    run_program, running, skip_all, status_of, succeeds, test)

HOST_FILTER = os.environ["HOST_FILTER"]
MB = 1 << 20


# ---- rings ----


@test
def an_image_is_entered_at_the_ring_it_asks_for():
    check(call("cpl", image="calls").out == "0\n", "a stock image")
    check(call("cpl").out == "3\n", "one of ours")


@test
def the_ring_can_be_chosen():
    check(call("cpl", "--ring=0").out == "0\n", "ours at 0")
    check(call("cpl", "--ring=3").out == "3\n", "ours at 3")
    check(call("cpl", "--ring=3", image="calls").out == "3\n", "stock at 3")
    for value in ("1", "", "33", "x"):
        fails(call("cpl", f"--ring={value}"), 1,
              "Malformed argument to --ring: it is 0 or 3")


@test
def an_image_of_ours_runs_at_ring_0():
    succeeds(run("--mem=4", "--ring=0", guest("hello-ours"), "Hello_Solo5"))
    for name in ("globals", "tls", "time"):
        succeeds(run("--mem=4", "--ring=0", guest("checks-ours"), name))


# ---- what our tender offers ----


@test
def a_guard_page_faults_and_can_be_taken_back():
    ended = call("guard-page")
    fails(ended, ABORT, "trap: type=#PF ec=0x6")
    check("guarded\n" in ended.out, ended)
    check(call("guard-text").status == 0, "text stays as it is")


@test
def a_handler_runs_when_the_guest_faults():
    ended = call("handler")
    check(ended.status == 9 and ended.out == "fault 14 at 8\n", ended)
    check(ended.err == "", ended)


@test
def a_fault_in_a_handler_ends_the_guest():
    ended = call("fault-in-handler")
    fails(ended, ABORT, "trap: cr2=0x10")
    check("fault 14 at 8\n" in ended.out, ended)


@test
def stock_guests_get_no_more_than_stock():
    for image, options in (("calls", ()), ("calls-ours", ("--ring=0",))):
        fails(call("guard-page", *options, image=image), 1,
              "Invalid guest hypercall: num=36")
    fails(call("seed", image="calls"), 1, "FAILED: what our tender offers")


@test
def a_seed_is_new_for_each_run():
    seeds = {call("seed").out for _ in range(5)}
    check(len(seeds) == 5, seeds)


def cpu_flags():
    with open("/proc/cpuinfo", encoding="ascii") as file:
        return re.search(r"^flags\s*:(.*)$", file.read(), re.M)[1].split()


@test
def cryptography_works_at_ring_3():
    ended = run("--mem=4", guest("crypto-ours"))
    succeeds(ended)
    flags = cpu_flags()
    for flag, line in (("aes", "AES\n"), ("avx2", "AVX2\n")):
        check((line in ended.out) == (flag in flags), f"{flag}: {ended}")


# ---- rings and batches ----


def network():
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    return ours, theirs, f"--net:service0=@{theirs.fileno()}"


def pings(image, count=1000, options=(), size=1400):
    ours, theirs, option = network()
    with running("--mem=4", option, *options, guest(image), str(count),
                 pass_fds=[theirs.fileno()],
                 first_line="MTU is 1500") as process:
        theirs.close()
        Pinger(ours, "10.0.0.1", "10.0.0.2").pings(count, b"\xab" * size)
        check(status_of(process) == 0, "it ends by itself")
    ours.close()


@test
def frames_go_through_the_ring():
    # At ring 0, copying frames takes long where KVM emulates it.
    pings("ring-ping", 50, size=40)
    pings("ring-ping-ours")


@test
def frames_go_in_batches():
    pings("batch-ping-ours")
    pings("batch-ping-ours", 20, ["--ring=0"], size=40)


@test
def a_ring_takes_no_memory_from_the_guest_below_4_gib():
    pings("ring-ping-ours", 10, ["--mem=4096"])
    pings("ping", 3, ["--mem=4096"], size=8)


@test
def blocks_go_through_a_ring():
    with file_of(MB) as path:
        succeeds(run("--mem=4", f"--block:storage={path}",
                     guest("ring-disk-ours"), "blocks"))
        succeeds(run("--mem=4", f"--block:storage={path}",
                     guest("ring-disk-ours"), "many"))
        ended = run("--mem=4", f"--block:storage={path}",
                    guest("ring-disk-ours"), "past-end")
        check("refused" in ended.out, ended)
        fails(run("--mem=4", f"--block:storage={path}", guest("ring-disk"),
                  "blocks"), 1, "FAILED: a ring for disks")


# ---- images ----


def broken(image, offset, data):
    """Runs an image with other bytes somewhere."""
    with tempfile.NamedTemporaryFile() as file:
        with open(guest(image), "rb") as original:
            content = bytearray(original.read())
        content[offset:offset + len(data)] = data
        file.write(content)
        file.flush()
        return run("--mem=4", file.name)


def note_at(image, name):
    with open(guest(image), "rb") as file:
        return file.read().index(name) - 8


@test
def images_for_others_are_refused():
    fails(run(guest("hello").replace(".hvt", ".spt")), 1,
          "Executable is not for the solo5-hvt target")
    version = note_at("hello", b"ABI1Solo5") + 24
    fails(broken("hello", version, b"\x03"), 1,
          "Executable requests unsupported ABI version 3")


@test
def a_broken_image_is_refused():
    fails(broken("hello", 0, b"x"), 1, "invalid or unsupported executable")
    fails(broken("hello", note_at("hello", b"MFT1Solo5") + 4, b"\xff" * 4), 1,
          "note does not fall within valid size")
    fails(broken("hello", 24, bytes(8)), 1, "e_entry does not fall within")


@test
def an_entry_that_is_not_executable_faults():
    fails(broken("hello-ours", 24, struct.pack("<Q", 0x3ff000)), ABORT,
          "ABORT: the guest tried to execute address 0x3ff000")


# ---- memory ----


@test
def hello_runs_in_the_smallest_memory():
    for size in (1, 2, 3):
        for image in ("hello", "hello-ours"):
            ended = run(f"--mem={size}", guest(image), "Hello_Solo5")
            succeeds(ended)
            check(("adjusting memory to 2097152 bytes" in ended.err)
                  == (size != 2), ended)


@test
def memory_is_4_gib_at_most():
    for image in ("hello", "hello-ours"):
        succeeds(run("--mem=4096", guest(image), "Hello_Solo5"))
        succeeds(run("--mem=4097", guest(image), "Hello_Solo5"))
        fails(run("--mem=4098", guest(image), "Hello_Solo5"), 1,
              "guest memory size 4297064448 bytes exceeds the max size "
              "4294967296 bytes")


# ---- signals ----


def is_told(process, number):
    check(status_of(process) == 1, "status 1")
    told = process.stderr.read().decode()
    check(told == f"solo5-hvt: Exiting on signal {int(number)}\n", told)
    process.stderr.close()


@test
def a_signal_is_told():
    for image in ("checks", "checks-ours"):
        for name in ("wait", "spin"):
            for number in (signal.SIGTERM, signal.SIGINT):
                with running("--mem=4", guest(image), name,
                             stderr=subprocess.PIPE,
                             first_line=name + "s") as process:
                    process.send_signal(number)
                    is_told(process, number)


@test
def a_signal_ends_a_wait_for_the_console():
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [TENDER, "--mem=4", guest("checks-ours"), "flood"], stdout=writer,
        stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    try:
        os.read(reader, 1)  # it has begun, and will soon have filled the pipe
        try:
            process.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            pass
        process.send_signal(signal.SIGTERM)
        is_told(process, signal.SIGTERM)
    finally:
        process.kill()
        process.wait()
        os.close(reader)
        os.close(writer)


# ---- the host ----

LACKING = ("clone", "eventfd2", "prctl", "seccomp", "memfd_create", "madvise")


def under_host_filter(*lacking):
    ours, theirs, option = network()
    with ours, theirs, file_of(4096) as path:
        ended = run_program(HOST_FILTER, *lacking, "--", TENDER, "--mem=4",
                            f"--block:storage={path}", guest("disk-ours"),
                            "blocks")
    return ended


@test
def a_host_may_lack_what_is_not_needed():
    for name in LACKING:
        succeeds(under_host_filter(name))
    ended = under_host_filter(*LACKING)
    succeeds(ended)
    check("WARNING: cannot load a filter" in ended.err, ended)


@test
def a_host_without_threads_serves_networks():
    ours, theirs, option = network()
    process = subprocess.Popen(
        [HOST_FILTER, *LACKING, "--", TENDER, "--mem=4", option,
         guest("ping-ours"), "10"], pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    with ours:
        theirs.close()
        Pinger(ours, "10.0.0.1", "10.0.0.2").pings(10, b"abcd")
        check(status_of(process) == 0, "it ends by itself")


@test
@in_network_of_its_own
def a_tap_that_is_removed_is_told_and_does_not_spin():
    make_tap("tap0", "10.0.0.1/24")
    with running("--mem=4", "--net:service0=tap0", guest("ping-ours"),
                 stderr=subprocess.PIPE,
                 first_line="MTU is 1500") as process:
        ip("link", "delete", "tap0")
        check(status_of(process) == 1, "reading failed")
        told = process.stderr.read().decode()
        process.stderr.close()
    check("solo5-hvt: cannot receive from 'service0': " in told, told)


if not os.access("/dev/kvm", os.R_OK | os.W_OK):
    skip_all("there is no /dev/kvm that can be used")
main()
