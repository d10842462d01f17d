"""
An overlay: how one third-party library is found among Debian's sources and
built. It is a folder, named after the library, with

    overlay        the description, see overlays/README.md
    meson.build    builds and installs the library, from within its sources
    ...            further files, which are laid over the sources as well
"""

import hashlib
import re
from pathlib import Path

import deb822
from failure import Failure
from requirements import NAME, Requirement
from versions import ANY, parse_bounds

DESCRIPTION = "overlay"
FIELDS = ("Source", "Suite", "Versions", "Folder", "Patches", "Depends",
          "Tools", "Toolchain", "Targets")
DEFAULT_SUITE = "trixie"
DEPENDENCY = re.compile(rf"({NAME})([^\[]*)(?:\[([a-z0-9 !]*)\])?")
TOOL = re.compile(r"(\S+)(?: +\(([a-z0-9][a-z0-9+.-]*)\))?")


def _check_fields(paragraph):
    for name in paragraph.names():
        if name not in FIELDS:
            paragraph.fail(name, f"unknown field '{name}', must be one of "
                                 + ", ".join(FIELDS))


def _items(paragraph, field):
    """The parts between commas, with the line each is on."""
    for line, text in paragraph.lines(field):
        for item in filter(None, map(str.strip, text.split(","))):
            yield line, item


def _applies(targets, target):
    """Of a list such as "hvt spt", or "!unix"; None is everywhere."""
    words = targets.split() if targets is not None else []
    if not words:
        return True
    if all(word.startswith("!") for word in words):
        return f"!{target}" not in words
    return target in words


class Overlay:
    """An overlay as its description says."""

    def __init__(self, folder, repository=None):
        self.folder = Path(folder)
        self.name = self.folder.name
        self.repository = repository
        self.path = self.folder / DESCRIPTION
        paragraphs = deb822.read(self.path)
        if len(paragraphs) != 1:
            raise Failure(f"{self.path}: expected one paragraph, found "
                          f"{len(paragraphs)}")
        self._fields = paragraphs[0]
        _check_fields(self._fields)
        self.source = self._fields.require("Source")
        self.suite = self._fields.get("Suite", DEFAULT_SUITE)
        self.only_folder = self._fields.get("Folder")
        self.patches = self._fields.words("Patches")
        self.toolchain_of = self._fields.words("Toolchain")
        self.bounds = self._read_bounds()

    def _read_bounds(self):
        line = self._fields.line_of("Versions")
        text = self._fields.get("Versions")
        return parse_bounds(text, str(self.path), line) if text else ANY

    def fail(self, field, message):
        """Ends with a message at a field of the description."""
        self._fields.fail(field, message)

    def supports(self, target):
        return _applies(self._fields.get("Targets"), target)

    def dependencies(self, target):
        """Requirements: the libraries it needs on that target."""
        found = []
        for line, item in _items(self._fields, "Depends"):
            match = DEPENDENCY.fullmatch(item)
            if not match:
                self._fields.fail("Depends", "expected 'NAME BOUNDS "
                                  f"[TARGETS]', found '{item}'")
            if _applies(match[3], target):
                bounds = parse_bounds(match[2], str(self.path), line)
                found.append(Requirement(match[1], bounds, str(self.path),
                                         line))
        return found

    def tools(self):
        """Pairs of a program and the Debian package it is in."""
        found = []
        for _, item in _items(self._fields, "Tools"):
            match = TOOL.fullmatch(item)
            if not match:
                self._fields.fail("Tools", "expected 'PROGRAM (PACKAGE)', "
                                           f"found '{item}'")
            found.append((match[1], match[2] or match[1]))
        return found

    def machine_file(self, target):
        """Of a toolchain: how Meson builds for that target."""
        special = self.folder / f"cross-{target}.ini"
        return special if special.exists() else self.folder / "cross.ini"

    def files(self):
        """What is laid over the sources, as sorted paths within the folder."""
        names = [path.relative_to(self.folder)
                 for path in self.folder.rglob("*") if path.is_file()]
        return sorted(name for name in names
                      if str(name) not in ("README.md", DESCRIPTION)
                      and "__pycache__" not in name.parts)

    def digest(self):
        """Changes with anything that has a part in the build."""
        digest = hashlib.sha256(self.path.read_bytes())
        for path in self.files():
            digest.update(f"{path}\0".encode())
            digest.update((self.folder / path).read_bytes())
        return digest.hexdigest()
