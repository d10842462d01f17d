"""Builds libraries through their overlays, once for each user and target."""

import hashlib
import os
import re
import subprocess

import cache
import machine
from failure import Failure
from say import Progress, info
from unpack import unpack

FORMAT = "1"  # to be changed with anything here that changes what is built


def _end_of(log):
    """The last lines, from where Ninja tells of a failure on."""
    text = log.read_text(errors="replace")
    text = text[max(text.find("\nFAILED: "), 0):]
    return "\n".join(text.strip().split("\n")[-25:])


def _keep_log(log, name):
    kept = cache.make_folder("logs") / f"{name}.log"
    kept.write_bytes(log.read_bytes())
    return f"\n(all of it is in {kept})"


STEP = re.compile(r"\[(\d+)/(\d+)\]")


def _copy_lines(process, log, progress):
    """What a program says goes to its log; Ninja's count is shown."""
    for line in process.stdout:
        log.write(line)
        step = STEP.match(line)
        if step:
            progress.at(100 * int(step[1]) / int(step[2]))


def _run(command, log, what, progress):
    """Runs a program with its output in `log`; its end is shown if it fails."""
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, errors="replace")
    except FileNotFoundError:
        raise Failure(f"{what}: {command[0]} is not there")
    try:
        with open(log, "a") as output:
            _copy_lines(process, output, progress)
        process.wait()
    finally:
        process.terminate()  # of use if this is interrupted
        process.communicate()
    if process.returncode != 0:
        hint = cache.full_disk_hint(log.parent)
        raise Failure(f"{what}:\n{_end_of(log)}"
                      + (hint or _keep_log(log, what.split()[-1])))


class Builder:
    """Builds the libraries of one project."""

    def __init__(self, project, toolchain):
        self.project = project
        self.toolchain = toolchain
        self.compiler = machine.compiler()
        self.folders = {}  # of what is built: by name, each after those below

    def _toolchain_for(self, library):
        """The C library itself, and what it needs, are built without it."""
        if self.toolchain and self.toolchain.name in library.below:
            return self.toolchain
        return None

    def _key(self, library, locked):
        """
        The same for two builds if all that goes in is the same: targets that
        are compiled for alike share their libraries.
        """
        toolchain = self._toolchain_for(library)
        parts = [FORMAT, self.compiler, *machine.flags(self.project),
                 *machine.OPTIONS, library.overlay.digest(),
                 machine.machine_text(self.project, toolchain)]
        parts += [file.sha256 for file in locked.files]
        parts += [str(self.folders[name]) for name in library.below]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]

    def _place(self, library, locked):
        name = f"{locked.name}-{locked.version}-{self._key(library, locked)}"
        return cache.folder() / "libraries" / name

    def build(self, library, locked):
        """The folder with the library's include/ and lib/."""
        place = self._place(library, locked)
        self.folders[locked.name] = place
        if place.is_dir():
            info(f"{place} is there already")
            return place
        with cache.locked("build"):
            if not place.is_dir():
                self._build(library, locked, place)
        return place

    def _build(self, library, locked, place):
        title = f"{locked.name} {locked.version} for {self.project.target}"
        with Progress(f"building {title}") as progress, \
                cache.workshop() as workshop:
            self._make(library, locked, workshop, place, progress)

    def _make(self, library, locked, workshop, place, progress):
        source = unpack(library.overlay, locked.files, workshop)
        if not (source / "meson.build").is_file():
            raise Failure(f"{library.overlay.folder} has no meson.build")
        folders = {name: self.folders[name] for name in library.below}
        options = machine.options(self.project, self._toolchain_for(library),
                                  folders, workshop, place)
        what = f"cannot build {locked.name}"
        log, made = workshop / "log", workshop / "made"
        build = workshop / "build"
        for command in (
                ["meson", "setup", *options, build, source],
                ["ninja", "-C", build],
                ["meson", "install", "-C", build, "--no-rebuild", "--destdir",
                 made]):
            _run(command, log, what, progress)
        if not (made / "include").is_dir():
            raise Failure(f"{what}: its overlay installs no header")
        (made / "lib").mkdir(exist_ok=True)
        os.rename(source, made / "source")
        cache.keep_folder(made, place)
