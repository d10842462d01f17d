"""
From what a unikernel wants to the libraries it is built with: everything those
need in turn, and one version of each.
"""

from typing import NamedTuple

import versions
from archive import Archive
from lockfile import Locked
from overlay import Overlay
from requirements import Requirement
from say import tell
from versions import ANY


class Library(NamedTuple):
    """A library in use, and all who want it."""
    overlay: Overlay
    wanted: list
    below: list  # names of all libraries it depends on, at any depth

    def admits(self, version):
        return self.overlay.bounds.admit(version) and \
            all(wanted.bounds.admit(version) for wanted in self.wanted)


def _find(project, repositories, wanted):
    overlay = repositories.find(wanted.name)
    if not overlay:
        wanted.fail(f"there is no overlay for the package '{wanted.name}'")
    if not overlay.supports(project.target):
        wanted.fail(f"the package '{wanted.name}' cannot be built for "
                    f"{project.target}")
    return overlay


def _implied(toolchain):
    return Requirement(toolchain.name, ANY, str(toolchain.path), 1)


class Closure:
    """
    Collects libraries with all they depend on, dependencies first. The
    target's C library comes before all others, which depend on it unsaid.
    """

    def __init__(self, project, repositories):
        self.project = project
        self.repositories = repositories
        self.libraries = {}
        self._path = []
        self._toolchain = None
        self._closed = False  # to all libraries but those that are there
        toolchain = repositories.toolchain()
        if toolchain:
            self.add(_implied(toolchain))
            self._toolchain = toolchain
        self._closed = project.no_repository

    def _needs(self, overlay):
        implied = [_implied(self._toolchain)] if self._toolchain else []
        return implied + overlay.dependencies(self.project.target)

    def _check_circle(self, wanted):
        if wanted.name in self._path:
            circle = self._path[self._path.index(wanted.name):]
            wanted.fail("libraries depend on each other in a circle: "
                        + " -> ".join([*circle, wanted.name]))

    def add(self, wanted):
        self._check_circle(wanted)
        known = self.libraries.get(wanted.name)
        if known:
            known.wanted.append(wanted)
            return
        if self._closed:
            wanted.fail(f"the package '{wanted.name}' comes from the overlay "
                        "repository, which --no-extra-repo disables")
        overlay = _find(self.project, self.repositories, wanted)
        needs = self._needs(overlay)
        self._path.append(wanted.name)
        for need in needs:
            self.add(need)
        self._path.pop()
        self.libraries[wanted.name] = Library(overlay, [wanted],
                                              self._below(needs))

    def _below(self, needs):
        names = set()
        for need in needs:
            names.update([need.name], self.libraries[need.name].below)
        return [name for name in self.libraries if name in names]


def closure(project, repositories, wanted):
    """Libraries by name, each after those it depends on."""
    found = Closure(project, repositories)
    for requirement in wanted:
        found.add(requirement)
    return found.libraries


# ---- one version of each ----

def needed_files(overlay, package):
    """The files of a source package that the overlay builds from."""
    debian = bool(overlay.patches)
    return [file for file in package.files
            if file.is_original() or debian and file.is_packaging()]


def _still_fits(library, locked):
    overlay = library.overlay
    has_packaging = any(file.is_packaging() for file in locked.files)
    return (locked.source == overlay.source and
            locked.suite == overlay.suite and
            locked.repository == overlay.repository and
            library.admits(locked.version) and
            has_packaging == bool(overlay.patches))


def _fail_version(library, offered):
    overlay = library.overlay
    if not offered:
        overlay.fail("Source", f"Debian {overlay.suite} has no source package "
                               f"'{overlay.source}'")
    have = ", ".join(sorted({versions.upstream(package.version)
                             for package in offered}))
    bounds = [str(wanted) for wanted in library.wanted if str(wanted.bounds)]
    parts = [f"wanted {', '.join(bounds)}"] if bounds else []
    if str(overlay.bounds):
        parts.append(f"its overlay builds {overlay.bounds}")
    library.wanted[-1].fail(
        f"no version of '{overlay.name}' fits: "
        + "; ".join([*parts, f"Debian {overlay.suite} has {have}"]))


def _choose(library, archive):
    overlay = library.overlay
    offered = archive.offers(overlay.source)
    for package in offered:
        version = versions.upstream(package.version)
        files = needed_files(overlay, package)
        if library.admits(version) and files:
            return Locked(overlay.name, version, package.name,
                          package.version, overlay.suite, files,
                          overlay.repository)
    _fail_version(library, offered)


class Chooser:
    """Chooses versions; asks for an archive's index only if it must."""

    def __init__(self, lock):
        self._lock = lock
        self._archives = {}

    def _archive(self, suite):
        if suite not in self._archives:
            self._archives[suite] = Archive(suite)
        return self._archives[suite]

    def choose(self, library):
        """What is locked already, or else the newest that fits."""
        locked = self._lock.libraries.get(library.overlay.name)
        if locked and _still_fits(library, locked):
            return locked
        chosen = _choose(library, self._archive(library.overlay.suite))
        tell(f"locked {chosen.name} {chosen.version} (Debian {chosen.suite})")
        return chosen
