"""The tests of solo5-spt."""

import os
import signal
import socket

import common  # noqa: F401, its tests are run, too
from runner import (TENDER, check, fails, file_of, guest,
                    in_network_of_its_own, ip, main, make_tap, run,
                    run_program, running, skip, status_of, succeeds, test)

HOST_FILTER = os.environ["HOST_FILTER"]
SIGILL, SIGFPE, SIGSYS, SIGSEGV = 132, 136, 159, 139


# ---- faults ----


def faults(name, status=SIGSEGV, trap="#PF", options=()):
    def it_does():
        fails(run("--mem=4", *options, guest("faults"), name), status,
              f"Solo5: trap: type={trap}")

    it_does.__name__ = name.replace("-", "_") + "_faults"
    return test(it_does)


for fault in ("far", "null", "below-memory", "above-memory", "no-tls",
              "write-text", "write-rodata", "run-data", "run-rodata",
              "run-bss", "run-heap", "run-stack", "overflow-stack"):
    faults(fault)
faults("undefined", SIGILL, "#UD")
faults("divide", SIGFPE, "#DE")


@test
def an_image_of_ours_tells_about_its_faults():
    ended = run("--mem=4", guest("handler-ours"), "null")
    fails(ended, SIGSEGV, "trap 14 at 8 in fault()\n")
    check("Solo5: trap" not in ended.out, ended)
    fails(run("--mem=4", guest("handler-ours"), "again"), SIGSEGV,
          "trap 14 at 8 in fault()\n")
    fails(run("--mem=4", guest("handler"), "null"), 1,
          "FAILED: there is an extension")


@test
def a_heap_may_be_executable():
    fails(run("--x-exec-heap", guest("faults"), "run-heap"), 0, "WARNING")
    fails(run("--x-exec-heap", guest("faults"), "run-stack"), 0, "survived")
    fails(run("--x-exec-heap", guest("faults"), "run-data"), SIGSEGV, "#PF")


# ---- memory ----


@test
def one_megabyte_is_enough_for_hello():
    ended = run("--mem=1", guest("hello"), "Hello_Solo5")
    succeeds(ended)
    check("adjusting memory to 2097152 bytes" in ended.err, ended)


@test
def memory_may_have_any_size():
    for size in (2, 3, 511, 1025, 5000):
        succeeds(run(f"--mem={size}", guest("hello"), "Hello_Solo5"))


@test
def memory_is_where_it_should_be_however_the_host_lays_out_processes():
    for option in ("--addr-no-randomize", "--addr-compat-layout"):
        succeeds(run_program("setarch", option, TENDER, "--mem=4000",
                             guest("hello"), "Hello_Solo5"))


@test
def too_much_memory_is_refused():
    fails(run("--mem=100000000", guest("hello")), 1,
          "Error allocating guest memory: ")
    fails(run("--mem=99999999999", guest("hello")), 1,
          "Maximum guest memory size")


# ---- system calls ----

READ, WRITE, MPROTECT, RT_SIGRETURN, PREAD, PWRITE = 0, 1, 10, 15, 17, 18
FDATASYNC, ARCH_PRCTL, CLOCK_GETTIME, EXIT_GROUP = 75, 158, 228, 231
EPOLL_CTL, EPOLL_PWAIT, TIMERFD_SETTIME = 233, 281, 286
EFAULT = 14

# New kernels do not ask filters about these two, and refuse them themselves.
URETPROBE, UPROBE = 335, 336
ENXIO = 6


def makes(*numbers, image="calls", options=(), **more):
    """What becomes of a guest that makes a system call."""
    return run("--mem=4", *options, guest(image), *map(str, numbers), **more)


def killed(*numbers, **where):
    check(makes(*numbers, **where).status == SIGSYS, numbers)


def returns(result, *numbers, **where):
    fails(makes(*numbers, **where), 0, f"returned {result}\n")


@test
def no_other_system_call_gets_through():
    for image in ("calls", "calls-ours"):
        for number in range(512):
            ended = makes(number, 0, 0, 0, image=image)
            status = ended.status
            if number in (CLOCK_GETTIME, EXIT_GROUP, RT_SIGRETURN):
                check(status != SIGSYS, f"{image}: {number} was not allowed")
            elif number in (URETPROBE, UPROBE):
                check(status in (SIGSYS, SIGSEGV)
                      or f"returned -{ENXIO}\n" in ended.out, ended)
            else:
                check(status == SIGSYS, f"{image}: {number} gave {status}")


@test
def calls_of_other_kinds_are_killed():
    killed(WRITE | 0x40000000, 1, "B", 1)  # x32
    killed(EXIT_GROUP | 0x40000000)
    killed((1 << 32) - 1)


@test
def the_console_is_written_and_nothing_else():
    returns(0, WRITE, 1, "B", 0)
    for fd in (0, 2, 3, "E", "T", 1 + (1 << 32)):
        killed(WRITE, fd, "B", 0)
    killed(READ, 0, "B", 0)


@test
def clocks_are_read():
    returns(0, CLOCK_GETTIME, 0, "B")
    returns(0, CLOCK_GETTIME, 1, "B")
    for clock in (2, 3, 4, 1 << 32):
        killed(CLOCK_GETTIME, clock, "B")


@test
def only_the_fs_base_is_set():
    returns(0, ARCH_PRCTL, 0x1002, 0)
    killed(ARCH_PRCTL, 0x1001, 0)
    killed(ARCH_PRCTL, 0x1003, "B")


@test
def only_its_own_events_are_waited_for():
    killed(EPOLL_PWAIT, "T", "B", 1, 0)
    killed(TIMERFD_SETTIME, "E", 0, "B", 0)
    returns(0, TIMERFD_SETTIME, "T", 0, "B", 0)
    returns(f"-{EFAULT}", TIMERFD_SETTIME, "T", 0, 0, 0)


def on_network(check_it, *numbers, image):
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours, theirs:
        check_it(*numbers, image=image, pass_fds=[theirs.fileno()],
                 options=[f"--net:service0=@{theirs.fileno()}"])


@test
def a_network_is_read_and_written():
    for image in ("net-calls", "net-calls-ours"):
        on_network(lambda *a, **w: returns("-11", *a, **w), READ, "N", "B", 99,
                   image=image)
        on_network(lambda *a, **w: returns(99, *a, **w), WRITE, "N", "B", 99,
                   image=image)
    on_network(lambda *a, **w: returns(0, *a, **w), EPOLL_CTL, "E", 2, "N",
               image="net-calls-ours")
    on_network(lambda *a, **w: returns(0, *a, **w), EPOLL_CTL, "E", 3, "N",
               "B", image="net-calls-ours")
    for operation in (2, 3):
        on_network(killed, EPOLL_CTL, "E", operation, "N", "B",
                   image="net-calls")
    for numbers in (("E", 1, "N"), ("E", 2, "T"), ("T", 2, "N")):
        on_network(killed, EPOLL_CTL, *numbers, image="net-calls-ours")


def on_disk(check_it, result, *numbers, image="disk-calls", size=4096):
    with file_of(size) as path:
        where = {"image": image, "options": [f"--block:storage={path}"]}
        if check_it is killed:
            killed(*numbers, **where)
        else:
            returns(result, *numbers, **where)


@test
def a_stock_image_moves_one_block():
    for call in (PREAD, PWRITE):
        on_disk(returns, 512, call, "D", "B", 512, 0)
        on_disk(returns, 512, call, "D", "B", 512, 3584)
        for size, offset in ((0, 0), (511, 0), (513, 0), (1024, 0),
                             (512, 3585), (512, 4096), (512, (1 << 64) - 512),
                             (512 + (1 << 32), 0), (512, 1 << 32)):
            on_disk(killed, None, call, "D", "B", size, offset)
        on_disk(killed, None, call, 1, "B", 512, 0)
    on_disk(killed, None, FDATASYNC, "D")
    on_disk(killed, None, READ, "D", "B", 512)
    on_disk(killed, None, WRITE, "D", "B", 512)


@test
def an_image_of_ours_moves_many_blocks():
    ours = "disk-calls-ours"
    for call in (PREAD, PWRITE):
        on_disk(returns, 1024, call, "D", "B", 1024, 0, image=ours)
        on_disk(returns, 4096, call, "D", "B", 4096, 0, image=ours)
        for size, offset in ((511, 0), (513, 0), (4608, 0), (1024, 3584),
                             (512, 4096), (512, (1 << 64) - 512),
                             (512 + (1 << 32), 0), (512, 1 << 32)):
            on_disk(killed, None, call, "D", "B", size, offset, image=ours)
    on_disk(returns, 0, FDATASYNC, "D", image=ours)
    on_disk(killed, None, FDATASYNC, 1, image=ours)


@test
def an_image_of_ours_makes_guard_pages():
    ours = "calls-ours"
    killed(MPROTECT, "H", 4096, 0)
    returns(0, MPROTECT, "H", 4096, 0, image=ours)
    returns(0, MPROTECT, "H", 4096, 3, image=ours)
    for protection in (1, 2, 4, 5, 7, 3 + (1 << 32)):
        killed(MPROTECT, "H", 4096, protection, image=ours)
    for start in (0, 0x10000, 0x100000, "M", (1 << 64) - 4096):
        killed(MPROTECT, start, 4096, 3, image=ours)
    killed(MPROTECT, "H", 4 << 20, 3, image=ours)
    killed(MPROTECT, "H", (1 << 64) - 4096, 3, image=ours)


@test
def a_disk_is_not_touched_past_its_end():
    for action in ("past-end", "across-end", "many-across-end",
                   "far-past-end", "half-block"):
        for image in ("disk", "disk-ours"):
            with file_of(4096) as path:
                ended = run("--mem=4", f"--block:storage={path}",
                            guest(image), action)
                check(ended.status == SIGSYS, f"{action}: {ended}")
                check(os.path.getsize(path) == 4096, action)


@test
def an_image_of_ours_reads_clocks_by_a_call():
    ended = run("--mem=4", guest("clock-ours"))
    if "the host has none" in ended.out:
        skip("this kernel has no vDSO")
    succeeds(ended)


# ---- the host ----

LACKING = ("clone", "eventfd2", "prctl", "seccomp", "memfd_create", "madvise")


def under_host_filter(*lacking):
    return run_program(HOST_FILTER, *lacking, "--", TENDER, "--mem=4",
                       guest("hello"), "Hello_Solo5")


@test
def a_host_may_lack_what_is_not_needed():
    for name in LACKING:
        succeeds(under_host_filter(name))
    succeeds(under_host_filter(*(set(LACKING) - {"seccomp"})))
    succeeds(under_host_filter(*(set(LACKING) - {"prctl"})))


@test
def without_a_filter_no_guest_runs():
    ended = under_host_filter(*LACKING)
    fails(ended, 1, "Could not load the seccomp filter")
    check("Command line" not in ended.out, ended)


@test
def a_host_may_confine_the_guest_alone():
    ended = run_program(HOST_FILTER, *LACKING, "--", TENDER, "--mem=4",
                        "--x-no-seccomp", guest("hello"), "Hello_Solo5")
    succeeds(ended)
    check("WARNING: With --x-no-seccomp" in ended.err, ended)


# ---- signals ----


@test
def signals_end_the_process_as_any_other():
    for name in ("wait", "spin"):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGSEGV):
            with running("--mem=4", guest("checks"), name,
                         first_line=name + "s") as process:
                process.send_signal(number)
                check(status_of(process) == 128 + number, number)


@test
@in_network_of_its_own
def a_tap_that_is_removed_is_an_error():
    make_tap("tap0", "10.0.0.1/24")
    with running("--mem=4", "--net:service0=tap0", guest("ping"),
                 first_line="MTU is 1500") as process:
        ip("link", "delete", "tap0")
        check(status_of(process) == 1, "reading failed")


main()
