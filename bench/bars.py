"""What the scripts of this folder share: timing, and showing bars."""

import os
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MIRAGE = os.path.abspath(os.environ.get("MIRAGE",
                                        f"{ROOT}/build/tool/mirage"))
os.environ["PATH"] = f"{os.path.dirname(MIRAGE)}:{os.environ['PATH']}"

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
    subprocess.run(command, cwd=folder, shell=True, check=True,
                   stdout=subprocess.DEVNULL)


def seconds(command, folder):
    start = time.perf_counter()
    run(command, folder)
    return time.perf_counter() - start


def median(measure, rounds=ROUNDS):
    """The median of what measure() returns in several rounds."""
    return statistics.median(measure() for _ in range(rounds))


def command(text):
    print(f"$ {text}")


def bar(what, value, limit, unit):
    """One line: what was measured, and how it stands to the bar."""
    verdict = "ok" if value <= limit else "MISSED"
    print(f"  {what:<48} {value:8.3g} {unit:<3} bar {limit:g} {unit}"
          f"  {verdict}", flush=True)
