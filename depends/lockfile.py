"""
mirage/NAME-TARGET.lock: exactly which files a unikernel's libraries are built
from. One paragraph a library:

    Library: zlib
    Version: 1.3.1
    Source: zlib 1:1.3.dfsg+really1.3.1-1
    Suite: trixie
    Files:
     60dd...f69fb 1325737 zlib_1.3.dfsg+really1.3.1.orig.tar.gz

and one for each further repository of overlays that comes from git:

    Repository: mine
    Url: https://example.org/overlays.git
    Commit: 0123...
"""

import os
import re
from typing import NamedTuple

import deb822
from archive import File, parse_files
from failure import Failure
from project import MARKER
from requirements import NAME
from say import warn

FIELDS = {"Library": ("Library", "Version", "Source", "Suite", "Files",
                      "Repository"),
          "Repository": ("Repository", "Url", "Commit")}
NOTHING = "# This unikernel needs no third-party library.\n"  # so depends.c too
EXPLANATION = """\
# Which sources the libraries are built from. Whoever builds with this file
# builds from the same. To have newer ones chosen, remove a library's paragraph
# or the whole file, and run 'make lock'.
"""


class Locked(NamedTuple):
    """One library."""
    name: str
    version: str  # the library's own
    source: str   # Debian's source package
    source_version: str
    suite: str
    files: list
    repository: str = ""  # the extra repository that its overlay is in


class LockedRepository(NamedTuple):
    name: str
    url: str
    commit: str


class Lock(NamedTuple):
    libraries: dict    # by name
    repositories: dict  # by name


def _check_fields(paragraph, kind):
    for name in paragraph.names():
        if name not in FIELDS[kind]:
            paragraph.fail(name, f"unknown field '{name}', must be one of "
                                 + ", ".join(FIELDS[kind]))


def _parse_library(paragraph):
    _check_fields(paragraph, "Library")
    name = paragraph.require("Library")
    source = paragraph.require("Source").split()
    if not re.fullmatch(NAME, name):
        paragraph.fail("Library", f"'{name}' is no name of a library")
    if len(source) != 2:
        paragraph.fail("Source", "expected a source package and its version")
    paragraph.require("Files")
    return Locked(name, paragraph.require("Version"), *source,
                  paragraph.require("Suite"),
                  parse_files(paragraph, "Files"),
                  paragraph.get("Repository", ""))


def _parse_repository(paragraph):
    _check_fields(paragraph, "Repository")
    commit = paragraph.require("Commit")
    if not re.fullmatch("[0-9a-f]{40,64}", commit):
        paragraph.fail("Commit", f"'{commit}' is no commit")
    return LockedRepository(paragraph.require("Repository"),
                            paragraph.require("Url"), commit)


def parse(text, path):
    lock = Lock({}, {})
    for paragraph in deb822.parse(text, path):
        if paragraph.get("Library") is not None:
            entry, entries = _parse_library(paragraph), lock.libraries
        elif paragraph.get("Repository") is not None:
            entry, entries = _parse_repository(paragraph), lock.repositories
        else:
            deb822.fail_at(path, paragraph.line, "expected a paragraph that "
                           "begins with 'Library:' or 'Repository:'")
        if entry.name in entries:
            deb822.fail_at(path, paragraph.line,
                           f"'{entry.name}' is there twice")
        entries[entry.name] = entry
    return lock


def read(project):
    """The project's lock; empty if there is none yet."""
    path = project.lock_path()
    shown = project.shown(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Lock({}, {})
    return parse(deb822.decode(data, shown), shown)


def _format_library(locked):
    lines = [f"Library: {locked.name}", f"Version: {locked.version}",
             f"Source: {locked.source} {locked.source_version}",
             f"Suite: {locked.suite}"]
    if locked.repository:
        lines.append(f"Repository: {locked.repository}")
    lines.append("Files:")
    lines += [f" {file.sha256} {file.size} {file.name}"
              for file in locked.files]
    return "\n".join(lines)


def format_lock(lock, marker):
    if not lock.libraries:
        return f"{marker}\n{NOTHING}"
    paragraphs = [f"{marker}\n{EXPLANATION.rstrip()}"]
    paragraphs += [f"Repository: {entry.name}\nUrl: {entry.url}\n"
                   f"Commit: {entry.commit}"
                   for _, entry in sorted(lock.repositories.items())]
    paragraphs += [_format_library(locked)
                   for _, locked in sorted(lock.libraries.items())]
    return "\n\n".join(paragraphs) + "\n"


def _first_line(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.readline().rstrip("\n")


def write(project, lock):
    """Writes it whole or not at all, and not if it says so already."""
    path = project.lock_path()
    marker = _first_line(project.packages_path())
    if path.exists() and MARKER not in _first_line(path):
        warn(f"{project.shown(path)} was not made by mirage: it stays as it "
             "is")
        return
    text = format_lock(lock, marker)
    if path.exists() and path.read_text() == text:
        return
    fresh = path.with_name(path.name + ".new")
    try:
        fresh.write_text(text)
        os.replace(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def need(project, lock, libraries):
    """Complains if the lock does not say which version of each to use."""
    for name, library in libraries.items():
        locked = lock.libraries.get(name)
        if not locked or not library.admits(locked.version):
            raise Failure(f"{project.shown(project.lock_path())} does not "
                          f"say which {name} to use: run 'make lock' first")
