"""Runs the tests of a tender: see spt_test.py for how they look.

A test is a function with @test, its name a sentence. It calls `skip` where
something it needs is missing, and fails by an exception. main() runs all, or
those whose names contain one of the words on the command line.

The environment: TENDER, the program under test, and GUESTS, where its images
are. The last lines count as cmocka's do, which scripts/check adds up.
"""

import os
import subprocess
import sys
import traceback

TENDER = os.environ["TENDER"]
GUESTS = os.environ["GUESTS"]

# A whole second is short for a busy machine, and long enough for any test.
TIMEOUT_SECONDS = 60

_tests = []


class Skipped(Exception):
    pass


def skip(reason):
    raise Skipped(reason)


def test(function):
    _tests.append(function)
    return function


def guest(name):
    return os.path.join(GUESTS, name)


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
    """It ended with this status, and its last words are these."""
    check(ended.status == status, ended)
    check(text in ended.out + ended.err, f"no '{text}' in: {ended}")


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
