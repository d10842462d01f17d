"""Tests of both tenders: what their images see is the same."""

import fcntl
import os
import signal
import socket
import struct

from frames import Pinger
from runner import (TARGET, TENDER, check, fails, file_of, guest,
                    in_network_of_its_own, ip, make_tap, run, run_program,
                    running, skip, status_of, succeeds, test)

MB = 1 << 20
# Where KVM emulates ring 0, a stock image takes a microsecond an instruction.
DISK_SIZE = MB // 4 if TARGET == "hvt" else 4 * MB
TUNSETIFF = 0x400454ca
IFF_TUN, IFF_TAP, IFF_NO_PI, IFF_VNET_HDR = 1, 2, 0x1000, 0x4000


# ---- what must work ----


@test
def the_host_does_not_run_an_image():
    # Through a shell, which says 127 for what cannot be run.
    fails(run_program("/bin/sh", "-c", guest("hello")), 127, "")


@test
def hello_gets_its_argument():
    succeeds(run("--mem=4", "--", guest("hello"), "Hello_Solo5"))
    succeeds(run("--mem=4", guest("hello-ours"), "Hello_Solo5"))


def command_line(image, *arguments):
    out = run("--mem=4", "--", guest(image), *arguments).out
    start = out.index("Command line is: '") + len("Command line is: '")
    return out[start:out.rindex("'")]


@test
def a_stock_image_gets_its_arguments_joined():
    check(command_line("hello") == "", "no arguments")
    check(command_line("hello", "a b", "", 'c"d"', "e\\ f")
          == 'a b  c"d" e\\ f', "joined by blanks")


@test
def an_image_of_ours_gets_its_arguments_quoted():
    check(command_line("hello-ours", "a b", "", 'c"d"', "e\\f", "--x=1")
          == 'a\\ b "" c\\"d\\" e\\\\f --x=1', "with backslashes")


@test
def a_command_line_may_have_8191_characters():
    check(command_line("hello", "x" * 8191) == "x" * 8191, "all of them")
    fails(run("--mem=4", guest("hello"), "x" * 8192), 1,
          "Guest command line too long (max=8191 characters)")
    fails(run("--mem=4", guest("hello-ours"), '"' * 4096), 1,
          "Guest command line too long (max=8191 characters)")


def works(name):
    def it_works():
        succeeds(run("--mem=4", "--", guest("checks-ours"), name))
        ended = run("--mem=4", "--", guest("checks"), name)
        if "KVM: internal error exit" in ended.err:
            skip("KVM emulates ring 0 here, without all instructions")
        succeeds(ended)

    it_works.__name__ = f"{name}_works"
    return test(it_works)


for check_name in ("globals", "heap", "tls", "fpu", "time", "output"):
    works(check_name)


@test
def the_status_is_the_guests_low_byte():
    fails(run("--mem=4", guest("checks"), "status"), 300 & 0xff, "")


# ---- disks ----


def on_disk(action, size=DISK_SIZE, options=(), image="disk"):
    with file_of(size) as path:
        return run("--mem=4", f"--block:storage={path}", *options,
                   guest(image), action)


@test
def a_disk_keeps_its_blocks():
    succeeds(on_disk("blocks"))
    succeeds(on_disk("blocks", image="disk-ours"))


@test
def a_disk_may_have_other_block_sizes():
    for size in (512, 4096, 32768):
        succeeds(on_disk("blocks", DISK_SIZE,
                         [f"--block-sector-size:storage={size}"]))


@test
def a_disk_may_be_one_block_large():
    succeeds(on_disk("blocks", 512))


@test
def many_blocks_move_at_once():
    succeeds(on_disk("many", image="disk-ours"))
    succeeds(on_disk("many", DISK_SIZE, ["--block-sector-size:storage=4096"],
                     "disk-ours"))


@test
def a_disk_that_ends_inside_a_block_is_refused():
    fails(on_disk("blocks", 6 * 1024, ["--block-sector-size:storage=4096"]),
          1, "storage: Backing storage size must be block aligned "
          "(4096 bytes)")
    fails(on_disk("blocks", 0), 1, "storage: Backing storage must be at least "
          "1 block (512 bytes) in size")


@test
def odd_block_sizes_are_refused():
    for size in ("521", "256", "0", "65536", "x", "-512", ""):
        fails(on_disk("blocks", MB, [f"--block-sector-size:storage={size}"]),
              1, "Block size must be a multiple of 2 greater than or equal "
              "512")


@test
def there_may_be_63_disks():
    with file_of(4096) as path:
        names = [f"{path}.{i}" for i in range(63)]
        try:
            for name in names:
                with open(name, "wb") as file:
                    file.truncate(4096)
            succeeds(run("--mem=4", *(f"--block:storage{i}={name}" for i, name
                                      in enumerate(names)), guest("disks")))
        finally:
            for name in names:
                os.unlink(name)


@test
def what_was_written_outlives_the_guest():
    with file_of(4096) as path:
        with running("--mem=4", f"--block:storage={path}", guest("disk"),
                     "keep", first_line="written") as process:
            process.kill()
        with open(path, "rb") as file:
            block = bytes((1 + i * 7 + i // 256) & 0xff for i in range(512))
            check(file.read(512) == block, "the block is there")


@test
def a_full_disk_is_an_error():
    script = ('mount -t tmpfs -o size=64k none /mnt 2>/dev/null || exit 77; '
              'truncate -s 1M /mnt/disk; exec "$@"')
    ended = run_program("unshare", "--mount", "/bin/sh", "-c", script, "sh",
                        TENDER, "--mem=4", "--block:storage=/mnt/disk",
                        guest("disk"), "blocks")
    if "unshare" in ended.err or ended.status == 77:
        skip("no file system can be mounted here")
    fails(ended, 1, "FAILED: writing")


@test
def a_limit_on_files_is_an_error():
    with file_of(MB) as path:
        ended = run_program(
            "/bin/sh", "-c", 'ulimit -f 128 && exec "$@"', "sh", TENDER,
            "--mem=4", f"--block:storage={path}", guest("disk"), "blocks")
        fails(ended, 1, "FAILED: writing")


# ---- the console ----


@test
def a_console_that_fails_does_not_stop_the_guest():
    with open("/dev/full", "wb") as full:
        check(run("--mem=4", guest("checks"), "flood",
                  stdout=full).status == 7, "on a full disk")
    reader, writer = os.pipe()
    os.close(reader)
    check(run("--mem=4", guest("checks"), "flood", stdout=writer).status == 7,
          "on a pipe that nobody reads")
    os.close(writer)


@test
def a_closed_console_is_no_disk():
    with file_of(512) as path:
        ended = run_program(
            "/bin/sh", "-c", 'exec "$@" >&- 2>&- <&-', "sh", TENDER, "--mem=4",
            f"--block:storage={path}", guest("disk"), "past-end")
        with open(path, "rb") as file:
            check(file.read() == bytes(512), f"nothing was written: {ended}")


# ---- signals ----


@test
def a_waiting_guest_is_stopped_by_signals():
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
        with running("--mem=4", guest("checks"), "wait",
                     first_line="waits") as process:
            process.send_signal(number)
            check(status_of(process) != 0, "it has stopped")


@test
def a_busy_guest_is_stopped_by_signals():
    for number in (signal.SIGTERM, signal.SIGINT):
        with running("--mem=4", guest("checks"), "spin",
                     first_line="spins") as process:
            process.send_signal(number)
            check(status_of(process) != 0, "it has stopped")


def descriptors():
    return sorted(os.listdir("/proc/self/fd"))


@test
def guests_that_are_killed_leave_nothing_behind():
    cycles = int(os.environ.get("KILL_CYCLES", 50))
    before = descriptors()
    with file_of(4096) as path:
        for _ in range(cycles):
            with running("--mem=4", f"--block:storage={path}", guest("disk"),
                         "keep", first_line="written") as process:
                process.kill()
                check(status_of(process) == 137, "it was killed")
            check(not os.path.exists(f"/proc/{process.pid}"), "no process")
    check(descriptors() == before, "no descriptors")


# ---- networks ----


def socket_pair():
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    return ours, theirs, f"@{theirs.fileno()}"


@test
def a_network_may_be_an_open_socket():
    ours, theirs, name = socket_pair()
    with running("--mem=4", f"--net:service0={name}", guest("ping"), "1000",
                 pass_fds=[theirs.fileno()],
                 first_line="MTU is 1500") as process:
        theirs.close()
        Pinger(ours, "10.0.0.1", "10.0.0.2").pings(1000, b"\xde\xad\xbe\xef")
        check(status_of(process) == 0, "it ends by itself")
    ours.close()


@test
def two_networks_are_two():
    pairs = [socket_pair() for _ in range(2)]
    options = [f"--net:service{i}={name}"
               for i, (_, _, name) in enumerate(pairs)]
    with running("--mem=4", *options, guest("ping2"), "1000",
                 pass_fds=[theirs.fileno() for _, theirs, _ in pairs],
                 first_line="MTU is 1500") as process:
        hosts = [Pinger(pairs[i][0], f"10.{i}.0.1", f"10.{i}.0.2")
                 for i in range(2)]
        check(hosts[0].mac != hosts[1].mac, "each has its own MAC")
        for host in hosts:
            host.pings(500, b"x" * 1400)
        check(status_of(process) == 0, "it ends by itself")
    for ours, theirs, _ in pairs:
        ours.close()
        theirs.close()


@test
def a_mac_is_as_given_or_local():
    for option, expected in (("--net-mac:service0=02:11:22:33:44:55",
                              bytes.fromhex("021122334455")),
                             ("--mem=4", None)):
        ours, theirs, name = socket_pair()
        with running("--mem=4", f"--net:service0={name}", option,
                     guest("ping"), pass_fds=[theirs.fileno()],
                     first_line="MTU is 1500"):
            mac = Pinger(ours, "10.0.0.1", "10.0.0.2").mac
            check(mac == expected if expected else mac[0] & 3 == 2, mac)
        ours.close()
        theirs.close()


def tap_socket(name):
    """What the host sends and receives on an interface, as frames."""
    sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    sock.bind((name, 0))
    return sock


@test
@in_network_of_its_own
def a_network_may_be_a_tap():
    make_tap("tap0", "10.0.0.1/24")
    with running("--mem=4", "--net:service0=tap0", guest("ping"), "1000",
                 first_line="MTU is 1500") as process:
        Pinger(tap_socket("tap0"), "10.0.0.1", "10.0.0.2").pings(1000, b"abcd")
        check(status_of(process) == 0, "it ends by itself")


def open_tap(name, flags):
    fd = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH14x", name.encode(), flags))
    return fd


@test
@in_network_of_its_own
def a_network_may_be_an_open_tap():
    make_tap("tap0", "10.0.0.1/24", mtu=1400)
    fd = open_tap("tap0", IFF_TAP | IFF_NO_PI)
    with running("--mem=4", f"--net:service0=@{fd}", guest("ping"), "100",
                 pass_fds=[fd], first_line="MTU is 1400") as process:
        os.close(fd)
        Pinger(tap_socket("tap0"), "10.0.0.1", "10.0.0.2").pings(100, b"abcd")
        check(status_of(process) == 0, "it ends by itself")


@test
@in_network_of_its_own
def an_open_tap_must_move_plain_frames():
    make_tap("tap0", "10.0.0.1/24")
    for name, flags in (("tap0", IFF_TAP | IFF_NO_PI | IFF_VNET_HDR),
                        ("tun0", IFF_TUN | IFF_NO_PI)):
        fd = open_tap(name, flags)
        fails(run(f"--net:service0=@{fd}", guest("ping"), pass_fds=[fd]), 1,
              f"Could not attach interface: @{fd}: Invalid argument")
        os.close(fd)


@test
@in_network_of_its_own
def a_network_has_its_taps_mtu():
    make_tap("tap0", "10.0.0.1/24", mtu=9000)
    with running("--mem=4", "--net:service0=tap0", guest("ping"), "10",
                 first_line="MTU is 9000") as process:
        Pinger(tap_socket("tap0"), "10.0.0.1", "10.0.0.2").pings(
            10, b"j" * 8972)
        check(status_of(process) == 0, "it ends by itself")


@test
@in_network_of_its_own
def a_tap_is_free_once_its_guest_is_killed():
    make_tap("tap0", "10.0.0.1/24")
    for _ in range(20):
        with running("--mem=4", "--net:service0=tap0", guest("ping"),
                     first_line="MTU is 1500") as process:
            process.kill()
    fails(run("--mem=4", "--net:service0=tap0", guest("hello")), 1,
          "Resource not declared in manifest: 'service0'")


@test
@in_network_of_its_own
def a_tap_that_is_no_use_is_refused():
    make_tap("tap0", "10.0.0.1/24")
    fails(run("--net:service0=nosuch", guest("ping")), 1,
          "Could not attach interface: nosuch: No such file or directory")
    ip("link", "set", "tap0", "down")
    fails(run("--net:service0=tap0", guest("ping")), 1,
          "Could not attach interface: tap0: Network is down")
    fails(run("--net:service0=abcdefghijklmnop", guest("ping")), 1,
          "Could not attach interface: abcdefghijklmnop: File name too long")
    fails(run("--net:service0=lo", guest("ping")), 1,
          "Could not attach interface: lo: ")


@test
@in_network_of_its_own
def a_tap_that_goes_down_stops_no_guest():
    make_tap("tap0", "10.0.0.1/24")
    with running("--mem=4", "--net:service0=tap0", guest("ping"), "20",
                 first_line="MTU is 1500") as process:
        Pinger(tap_socket("tap0"), "10.0.0.1", "10.0.0.2").pings(10, b"abcd")
        ip("link", "set", "tap0", "down")
        ip("link", "set", "tap0", "up")
        Pinger(tap_socket("tap0"), "10.0.0.1", "10.0.0.2").pings(10, b"abcd")
        check(status_of(process) == 0, "it ends by itself")


@test
def a_descriptor_that_is_no_network_is_refused():
    with open("/dev/null", "rb") as null:
        fails(run(f"--net:service0=@{null.fileno()}", guest("ping"),
                  pass_fds=[null.fileno()]), 1,
              f"Could not attach interface: @{null.fileno()}: ")
    fails(run("--net:service0=@77", guest("ping")), 1,
          "Could not attach interface: @77: Bad file descriptor")
    for name in ("@", "@x", "@-1", "@1x", "@99999999999999999999"):
        fails(run(f"--net:service0={name}", guest("ping")), 1,
              f"Could not attach interface: {name}: ")
