"""Runs the tests of a tender: see spt_test.py for how they look.

A test is a function with @test, its name a sentence. It calls `skip` where
something it needs is missing, and fails by an exception. main() runs all, or
those whose names contain one of the words on the command line.

The environment: TENDER, the program under test, TARGET, what kind of images it
runs, and GUESTS, where they are. The last lines count as cmocka's do, which
scripts/check adds up.
"""

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
import tempfile
import traceback

TENDER = os.environ["TENDER"]
TARGET = os.environ["TARGET"]
GUESTS = os.environ["GUESTS"]

# Nothing here takes longer, except on a machine that is stuck.
TIMEOUT_SECONDS = 60
CLONE_NEWNET = 0x40000000

_tests = []


class Skipped(Exception):
    pass


def skip(reason):
    raise Skipped(reason)


def test(function):
    _tests.append(function)
    return function


def guest(name):
    return os.path.join(GUESTS, f"{name}.{TARGET}")


class Ended:
    """What a program did: its status as a shell says it, and its output."""

    def __init__(self, process):
        code = process.returncode
        self.status = code if code >= 0 else 128 - code
        self.out = process.stdout.decode(errors="replace")
        self.err = process.stderr.decode(errors="replace")

    def __str__(self):
        return (f"status {self.status}\n--- stdout ---\n{self.out}"
                f"--- stderr ---\n{self.err}")


def run(*arguments, **options):
    """Runs the tender with these arguments."""
    return run_program(TENDER, *arguments, **options)


def run_program(*command, **options):
    options.setdefault("stdin", subprocess.DEVNULL)
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stderr", subprocess.PIPE)
    process = subprocess.run(command, timeout=TIMEOUT_SECONDS, **options)
    process.stdout = process.stdout or b""
    process.stderr = process.stderr or b""
    return Ended(process)


def check(truth, what):
    if not truth:
        raise AssertionError(str(what))


def succeeds(ended):
    check(ended.status == 0 and "SUCCESS" in ended.out, ended)


def fails(ended, status, text):
    """It ended with this status, and somewhere it says this text."""
    check(ended.status == status, ended)
    check(text in ended.out + ended.err, f"no '{text}' in: {ended}")


@contextlib.contextmanager
def file_of(size):
    """The path of a file of so many zero bytes."""
    with tempfile.NamedTemporaryFile() as file:
        file.truncate(size)
        yield file.name


# ---- guests that stay ----


@contextlib.contextmanager
def running(*arguments, first_line, **options):
    """The process of a tender, once its guest has said `first_line`."""
    options.setdefault("stdin", subprocess.DEVNULL)
    process = subprocess.Popen([TENDER, *arguments], stdout=subprocess.PIPE,
                               **options)
    try:
        check(read_line(process.stdout) == first_line, "another first line")
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        process.stdout.close()


def read_line(pipe):
    line = b""
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([pipe], [], [], TIMEOUT_SECONDS)
        byte = os.read(pipe.fileno(), 1) if ready else b""
        if not byte:
            raise AssertionError(f"only this came: {line}")
        line += byte
    return line.decode().rstrip("\n")


def status_of(process):
    code = process.wait(timeout=TIMEOUT_SECONDS)
    return code if code >= 0 else 128 - code


# ---- networks ----


def in_network_of_its_own(function):
    """Runs a test in a network namespace that ends with it."""

    def run_there():
        child = os.fork()
        if child == 0:
            os._exit(_run_in_namespace(function))
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        if code == 77:
            skip("no network namespace or tap can be made here")
        check(code == 0, "it failed: see above")

    run_there.__name__ = function.__name__
    return run_there


def _run_in_namespace(function):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNET) != 0:
        return 77
    signal.alarm(4 * TIMEOUT_SECONDS)
    try:
        function()
        return 0
    except Skipped as reason:
        print(reason)
        return 77
    except BaseException:  # whatever it is, the parent must not go on here
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()


def ip(*arguments):
    result = run_program("ip", *arguments)
    check(result.status == 0, result)


def make_tap(name, address, mtu=1500):
    if not os.path.exists("/dev/net/tun"):
        skip("there is no /dev/net/tun")
    ip("tuntap", "add", name, "mode", "tap")
    ip("link", "set", name, "up", "mtu", str(mtu))
    ip("address", "add", address, "dev", name)


# ---- all tests ----


def _run_test(function):
    name = function.__name__
    try:
        function()
    except Skipped as reason:
        print(f"[  SKIPPED ] {name}: {reason}", flush=True)
        return "skipped"
    except Exception:  # whatever went wrong, the other tests are run
        traceback.print_exc()
        print(f"[  FAILED  ] {name}", flush=True)
        return "failed"
    print(f"[       OK ] {name}", flush=True)
    return "passed"


def skip_all(reason):
    """Ends the program in place of main()."""
    for function in _tests:
        print(f"[  SKIPPED ] {function.__name__}: {reason}")
    print(f"[  SKIPPED  ] {len(_tests)} test(s).")
    sys.exit(77)


def main():
    words = sys.argv[1:]
    chosen = [function for function in _tests
              if not words or any(word in function.__name__ for word in words)]
    verdicts = [_run_test(function) for function in chosen]
    for verdict in ("passed", "skipped", "failed"):
        count = verdicts.count(verdict)
        if count:
            print(f"[  {verdict.upper()}  ] {count} test(s).")
    if "failed" in verdicts or not verdicts:
        sys.exit(1)
    sys.exit(0 if "passed" in verdicts else 77)
