"""Tests of solo5-hvt: debuggers and core dumps."""

import contextlib
import os
import shutil
import signal
import socket
import struct
import subprocess
import tempfile

from runner import (TENDER, TIMEOUT_SECONDS, check, fails, guest, run,
                    run_program, skip, status_of, test)

RIP, RSP = 16, 7
ABORT = 255


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


class Debugger:
    """Speaks gdb's remote protocol, as little of it as the tests need."""

    def __init__(self, port):
        self.sock = socket.create_connection(("127.0.0.1", port),
                                             TIMEOUT_SECONDS)
        self.file = self.sock.makefile("rb")

    def send(self, data):
        total = sum(data.encode()) & 0xff
        self.sock.sendall(f"${data}#{total:02x}".encode())

    def receive(self):
        byte = self.file.read(1)
        while byte == b"+":
            byte = self.file.read(1)
        check(byte == b"$", f"a packet, not {byte}")
        data = b""
        while not data.endswith(b"#"):
            data += self.file.read(1)
        self.file.read(2)
        self.sock.sendall(b"+")
        return data[:-1].decode()

    def ask(self, data):
        self.send(data)
        return self.receive()

    def register(self, number):
        block = bytes.fromhex(self.ask("g"))
        return struct.unpack_from("<Q", block, number * 8)[0]

    def close(self):
        self.file.close()
        self.sock.close()


def address_of(symbol, image):
    out = run_program("nm", guest(image)).out
    return next(int(line.split()[0], 16) for line in out.splitlines()
                if line.split()[-1] == symbol)


@contextlib.contextmanager
def debugged(image, *arguments, options=()):
    """A tender that waits for a debugger, and that."""
    port = free_port()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            [TENDER, "--mem=4", "--gdb", f"--gdb-port={port}", *options,
             guest(image), *arguments], stdin=subprocess.DEVNULL, stdout=out,
            stderr=subprocess.PIPE)
        try:
            check(b"Waiting for a debugger" in process.stderr.readline(), "1")
            check(f"target remote localhost:{port}".encode()
                  in process.stderr.readline(), "2")
            debugger = Debugger(port)
            yield debugger, process
            debugger.close()
        finally:
            process.kill()
            process.wait()
            process.stderr.close()


# ---- debuggers ----


@test
def a_debugger_sees_the_guest_before_it_runs():
    for image in ("hello", "hello-ours"):
        with debugged(image, "Hello_Solo5") as (gdb, process):
            check(gdb.ask("?") == "S05", "it stands still")
            check(gdb.register(RSP) == (4 << 20) - 8, "the stack")
            check(gdb.register(RIP) == address_of("_start", image), "entry")
            check(gdb.ask("c") == "W00", "it has ended well")
            check(status_of(process) == 0, "status 0")


@test
def a_breakpoint_stops_the_guest():
    for image in ("hello", "hello-ours"):
        with debugged(image, "Hello_Solo5") as (gdb, process):
            place = address_of("guest_main", image)
            code = gdb.ask(f"m{place:x},4")
            check(gdb.ask(f"Z0,{place:x},1") == "OK", "it is set")
            check(gdb.ask(f"m{place:x},4") == code, "it does not show")
            check(gdb.ask("c") == "S05", "it stops")
            check(gdb.register(RIP) == place, "there")
            check(gdb.ask(f"z0,{place:x},1") == "OK", "it is gone")
            check(gdb.ask("s") == "S05", "a step")
            check(gdb.register(RIP) != place, "further on")
            check(gdb.ask("c") == "W00", "it has ended well")
            check(status_of(process) == 0, "status 0")


@test
def a_debugger_can_write_registers():
    with debugged("calls-ours", "cpl") as (gdb, process):
        block = bytearray.fromhex(gdb.ask("g"))
        struct.pack_into("<4Q", block, 12 * 8, 12, 13, 14, 15)
        check(gdb.ask("G" + block.hex()) == "OK", "written")
        check([gdb.register(n) for n in range(12, 16)] == [12, 13, 14, 15],
              "r12 to r15")


@test
def a_debugger_reads_no_memory_that_is_not_there():
    with debugged("hello", "x") as (gdb, process):
        check(gdb.ask("mffffffffffff,4") == "E01", "far away")
        check(gdb.ask("m100000,2000") == "E01", "too much at once")
        check(len(gdb.ask("m100000,800")) == 0x1000, "as much as fits")


@test
def a_debugger_is_shown_faults_at_ring_3():
    with debugged("faults-ours", "null") as (gdb, process):
        check(gdb.ask("c") == "S0b", "a segmentation fault")
        check(gdb.register(RIP) == address_of("null", "faults-ours"),
              "where it happened")
        check(gdb.ask("c") == "Wff", "there is no way on")
        check(status_of(process) == ABORT, "status 255")


@test
def a_debugger_can_interrupt():
    for name in ("spin", "wait"):
        with debugged("checks-ours", name) as (gdb, process):
            gdb.send("c")
            gdb.sock.sendall(b"+\x03")
            check(gdb.receive() == "S02", "it stops")
            gdb.send("k")
            check(status_of(process) == 1, "killed")


@test
def a_guest_goes_on_without_its_debugger():
    for goodbye in ("D", ""):
        with debugged("hello-ours", "Hello_Solo5") as (gdb, process):
            place = address_of("guest_main", "hello-ours")
            check(gdb.ask(f"Z0,{place:x},1") == "OK", "a breakpoint")
            if goodbye:
                check(gdb.ask(goodbye) == "OK", "detached")
            gdb.close()
            check(status_of(process) == 0, "status 0")


@test
def a_wait_for_a_debugger_ends_with_a_signal():
    port = free_port()
    with subprocess.Popen(
            [TENDER, "--gdb", f"--gdb-port={port}", guest("hello")],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE) as process:
        process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        check(status_of(process) == 1, "status 1")
        check(b"Exiting on signal 15" in process.stderr.read(), "told")


@test
def a_port_is_a_number():
    for port in ("", "x", "0", "65536", "12x", "-1"):
        fails(run(f"--gdb-port={port}", guest("hello")), 1,
              "Malformed argument to --gdb-port")
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        sock.listen()
        port = sock.getsockname()[1]
        fails(run("--gdb", f"--gdb-port={port}", guest("hello")), 1,
              f"Could not listen for a debugger on port {port}: Address "
              "already in use")


@test
def gdb_itself_understands():
    if not shutil.which("gdb"):
        skip("gdb is not installed")
    port = free_port()
    with subprocess.Popen(
            [TENDER, "--mem=4", "--gdb", f"--gdb-port={port}",
             guest("checks-ours"), "globals"], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        process.stderr.readline()
        ended = run_program(
            "gdb", "-nx", "-batch", "-ex", f"target remote localhost:{port}",
            "-ex", "break globals", "-ex", "continue", "-ex", "backtrace",
            "-ex", "print initialised", "-ex", "continue",
            guest("checks-ours"))
        check(" in guest_main " in ended.out, ended)
        check(f"$1 = {0x0123456789abcdef}" in ended.out, ended)
        check("exited normally" in ended.out, ended)
        check(status_of(process) == 0, "status 0")


# ---- core dumps ----


def dump_of(image, action):
    """What a guest left that has crashed."""
    with tempfile.TemporaryDirectory() as folder:
        ended = run("--mem=4", f"--dumpcore={folder}", guest(image), action)
        names = os.listdir(folder)
        core = None
        if names:
            check(len(names) == 1, names)
            path = os.path.join(folder, names[0])
            check(os.stat(path).st_mode & 0o777 == 0o600, "for its owner")
            check(f"dumpcore: dumping guest core to: {path}" in ended.err,
                  ended)
            with open(path, "rb") as file:
                core = file.read()
        return ended, core


@test
def a_crash_leaves_a_core():
    for image in ("calls", "calls-ours"):
        ended, core = dump_of(image, "crash")
        check(ended.status == ABORT, ended)
        check(len(core) == 0x214 + (4 << 20), "all of memory")
        with open(guest(image), "rb") as file:
            text = file.read()[0x1000 + 0x400:0x1000 + 0x500]
        check(core[0x214 + 0x100400:0x214 + 0x100500] == text, "the text")
        rip, = struct.unpack_from("<Q", core, 0xb0 + 20 + 112 + 128)
        check(rip == 0x123456, "where the guest says that it crashed")


@test
def a_fault_at_ring_3_leaves_a_core():
    ended, core = dump_of("faults-ours", "null")
    check(ended.status == ABORT, ended)
    rip, cs = struct.unpack_from("<QQ", core, 0xb0 + 20 + 112 + 128)
    check(rip == address_of("null", "faults-ours") and cs == 0x1b, hex(rip))


@test
def no_core_is_left_without_a_crash():
    ended, core = dump_of("hello", "Hello_Solo5")
    check(ended.status == 0 and core is None, ended)


@test
def a_core_needs_a_folder():
    fails(run("--dumpcore=/nonexistent", guest("hello")), 1,
          "dumpcore: cannot open dir: No such file or directory")
    with tempfile.NamedTemporaryFile() as file:
        fails(run(f"--dumpcore={file.name}", guest("hello")), 1,
              "dumpcore: cannot open dir: Not a directory")


@test
def a_folder_that_vanishes_is_told():
    with tempfile.TemporaryDirectory() as folder:
        gone = os.path.join(folder, "gone")
        os.mkdir(gone)
        with debugged("calls-ours", "crash",
                      options=[f"--dumpcore={gone}"]) as (gdb, process):
            os.rmdir(gone)
            gdb.send("c")
            check(status_of(process) == ABORT, "status 255")
            told = process.stderr.read().decode()
            check("dumpcore: cannot write the core: No such file or "
                  "directory" in told, told)
