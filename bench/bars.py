"""What the scripts of this folder share: timing, and showing bars."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MIRAGE = os.path.abspath(os.environ.get("MIRAGE",
                                        f"{ROOT}/build/tool/mirage"))
os.environ["PATH"] = f"{os.path.dirname(MIRAGE)}:{os.environ['PATH']}"
os.environ["CCACHE_DISABLE"] = "1"  # a cold build compiles everything

ROUNDS = 7


def copy_of(example):
    """A fresh copy of skeleton/EXAMPLE; removed when the program ends."""
    folder = tempfile.TemporaryDirectory(prefix="mirage-bench-")
    path = f"{folder.name}/{os.path.basename(example)}"
    shutil.copytree(f"{ROOT}/skeleton/{example}", path, ignore=shutil.
                    ignore_patterns("_build", "dist", "mirage", "Makefile",
                                    "meson.build", "compile_commands.json"))
    copies.append(folder)
    return path


copies = []


def run(command, folder):
    """What `command` prints is shown only if it fails."""
    result = subprocess.run(command, cwd=folder, shell=True, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode != 0:
        sys.exit(f"{result.stdout}'{command}' failed")


def seconds(command, folder):
    start = time.perf_counter()
    run(command, folder)
    return time.perf_counter() - start


def median(measure, rounds=ROUNDS):
    """The median of what measure() returns in several rounds."""
    return statistics.median(measure() for _ in range(rounds))


def command(text):
    print(f"$ {text}", flush=True)


def bar(what, value, limit, unit):
    """One line: what was measured, and how it stands to the bar."""
    verdict = "ok" if value <= limit else "MISSED"
    print(f"  {what:<48} {value:8.3g} {unit:<3} bar {limit:g} {unit}"
          f"  {verdict}", flush=True)
