"""The tests of solo5-hvt."""

import os
import re
import signal
import socket
import subprocess

import common  # noqa: F401, its tests are run, too
import hvt_debug  # noqa: F401
from frames import Pinger
from runner import (TENDER, check, fails, file_of, guest,
                    in_network_of_its_own, ip, main, make_tap, run,
                    run_program, running, skip_all, status_of, succeeds, test)

HOST_FILTER = os.environ["HOST_FILTER"]
ABORT = 255
MB = 1 << 20


def call(action, *options, image="calls-ours"):
    return run("--mem=4", *options, guest(image), action)


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


# ---- faults at ring 3 ----


def traps(name, trap, text="", image="faults-ours"):
    def it_does():
        ended = run("--mem=4", guest(image), name)
        fails(ended, ABORT, f"trap: type={trap}")
        check("survived" not in ended.out, ended)
        check("trap: rax=0x" in ended.err, ended)
        check(f"ABORT: {text}" in ended.err, ended)

    it_does.__name__ = name.replace("-", "_") + "_traps_at_ring_3"
    return test(it_does)


for fault_name, fault_text in (
        ("far", "the guest tried to write to address 0x400000000, where "
         "nothing is"),
        ("null", "the guest tried to write to address 0x8, where nothing is"),
        ("below-memory", "the guest tried to write to address 0xfff8"),
        ("above-memory", "the guest tried to write to address 0x400000"),
        ("no-tls", "the guest tried to read from address 0x28"),
        ("write-text", "the guest tried to write to address 0x100"),
        ("write-rodata", "the guest tried to write to address 0x10"),
        ("run-data", "the guest tried to execute address 0x10"),
        ("run-rodata", "the guest tried to execute address 0x10"),
        ("run-bss", "the guest tried to execute address 0x10"),
        ("run-heap", "the guest tried to execute address 0x10"),
        ("run-stack", "the guest tried to execute address 0x3f"),
        ("overflow-stack", "the guest tried to write to address 0x10")):
    traps(fault_name, "#PF", fault_text)
traps("undefined", "#UD")
traps("divide", "#DE")
traps("write-above-memory", "#PF", "the guest tried to write to address "
      "0x400000, which it may not", image="calls-ours")
traps("page-tables", "#GP", image="calls-ours")
traps("halt-instruction", "#GP", image="calls-ours")
traps("call-breakpoint", "#BP", image="calls-ours")
traps("disable-interrupts", "#GP", image="calls-ours")
traps("general-protection", "#GP", image="calls-ours")
traps("bad-port", "#GP", image="calls-ours")


@test
def an_interrupt_cannot_be_called():
    # KVMs that emulate ring 0 say #UD, others #GP.
    fails(call("call-interrupt"), ABORT, "ABORT: the guest made a fault")


@test
def a_stock_image_at_ring_3_crashes_at_its_first_privileged_instruction():
    fails(call("page-tables", "--ring=3", image="calls"), ABORT,
          "trap: type=#GP")


# ---- faults at ring 0, as with a stock tender ----


@test
def a_fault_without_handler_ends_a_guest_at_ring_0():
    for name in ("far", "null", "no-tls"):
        fails(run("--mem=4", guest("faults"), name), 1,
              "KVM: unhandled exit: exit_reason=0x8, rip=0x10")


@test
def text_cannot_be_written_at_ring_0():
    for name in ("write-text", "write-rodata"):
        ended = run("--mem=4", guest("faults"), name)
        fails(ended, 1, "KVM: ")
        check("KVM: host/guest translation fault: rip=0x10" in ended.err
              or "KVM: unhandled exit: exit_reason=0x6, rip=0x10" in ended.err,
              ended)


@test
def a_halted_processor_ends_the_guest():
    fails(call("halt-instruction", image="calls"), 1,
          "KVM: unhandled exit: exit_reason=0x5, rip=0x10")


# ---- hypercalls ----


def is_refused(name, text, rings=("calls", "calls-ours")):
    def it_is():
        for image in rings:
            fails(call(name, image=image), 1, text)

    it_is.__name__ = name.replace("-", "_") + "_is_refused"
    return test(it_is)


is_refused("bad-port", "Invalid guest port access: port=0x3f8", ["calls"])
is_refused("narrow-port", "Invalid guest port access: port=0x502")
is_refused("read-port", "Invalid guest port access: port=0x502")
is_refused("kick-without-ring", "Invalid guest port access: port=0x600")
is_refused("no-such-call", "Invalid guest hypercall: num=31")
is_refused("call-number-0", "Invalid guest hypercall: num=0", ["calls"])
is_refused("block-without-disk", "Invalid guest hypercall: num=5")
is_refused("struct-outside", "Invalid guest access: gpa=0x400000, sz=8")
is_refused("struct-at-end", "Invalid guest access: gpa=0x3ffff8, sz=8")
is_refused("struct-in-text", "Invalid guest access: gpa=0x10")
is_refused("struct-in-rodata", "Invalid guest access: gpa=0x10")
is_refused("data-outside", "Invalid guest access: gpa=0xfffffffffffffffc, "
           "sz=8")
is_refused("data-wraps", "Invalid guest access: gpa=0x100000, "
           "sz=18446744073708503040")
is_refused("bad-cookie", "Invalid guest access: gpa=0x3fff9c, sz=512")


@test
def a_disk_past_its_end_is_an_error_to_the_guest():
    for action in ("past-end", "across-end", "many-across-end",
                   "far-past-end"):
        for image in ("disk", "disk-ours"):
            with file_of(4096) as path:
                ended = run("--mem=4", f"--block:storage={path}",
                            guest(image), action)
                check(ended.status == 0 and "refused" in ended.out, ended)
                check(os.path.getsize(path) == 4096, action)


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
