"""
One suite of Debian's archive: its signed index of source packages, and the
files that stand in it.
"""

import re
import shutil
import time
from pathlib import Path
from typing import NamedTuple

import apt
import cache
import deb822
import mirrors
import versions
from failure import Failure, MissingFile
from say import Progress, warn

FRESH = 24 * 3600  # seconds that an index is used without asking for a newer
FILE = re.compile(r"([0-9a-f]{64}) +([0-9]+) +([^\s/]+)")
ORIGINAL = re.compile(r"\.orig(-[A-Za-z0-9-]+)?\.tar\.[a-z0-9]+")


class File(NamedTuple):
    sha256: str
    size: int
    name: str

    def is_original(self):
        """The library as its authors released it."""
        native = re.fullmatch(r"[^_]+_[^-_]+\.tar\.[a-z0-9]+", self.name)
        return bool(native or ORIGINAL.search(self.name)
                    and not self.name.endswith(".asc"))

    def is_packaging(self):
        """Debian's additions, patches among them."""
        return ".debian.tar." in self.name


def parse_files(paragraph, field):
    files = []
    for line, text in paragraph.lines(field):
        match = FILE.fullmatch(text)
        if not match:
            deb822.fail_at(paragraph.path, line,
                           "expected 'SHA256 SIZE NAME', found "
                           f"'{text[:60]}'")
        files.append(File(match[1], int(match[2]), match[3]))
    return files


class SourcePackage(NamedTuple):
    name: str
    version: str
    files: list


def _paragraphs_of(data, name, path):
    """
    The paragraphs of one package in an index of tens of megabytes, of which
    the rest is not worth parsing.
    """
    start = re.compile(rb"^Package: %s$" % re.escape(name.encode()),
                       re.MULTILINE)
    for match in start.finditer(data):
        begin = data.rfind(b"\n\n", 0, match.start()) + 2
        begin = 0 if begin == 1 else begin
        end = data.find(b"\n\n", match.end())
        line = data.count(b"\n", 0, begin) + 1
        text = deb822.decode(data[begin:end if end >= 0 else None], path, line)
        yield from deb822.parse(text, path, line)


def find_in_index(data, name, path):
    """All versions of a source package in the bytes of a Sources file."""
    return [SourcePackage(name, paragraph.require("Version"),
                          parse_files(paragraph, "Checksums-Sha256"))
            for paragraph in _paragraphs_of(data, name, path)]


def _entry_text(entry, suite):
    keyrings = [*entry.keyrings, mirrors.KEYRING]
    present = [path for path in dict.fromkeys(keyrings)
               if Path(path).exists()]
    if not present:
        raise Failure("no keyring to verify the archive's signature with: "
                      f"{' and '.join(dict.fromkeys(keyrings))} not there. "
                      "Install the package debian-archive-keyring")
    return (f"deb-src [signed-by={','.join(present)}] {entry.uri} {suite} "
            "main\n")


class Archive:
    """A suite as the machine's mirror has it."""

    def __init__(self, suite):
        self.suite = suite
        self.folder = cache.folder() / "apt" / suite
        self._packages = {}
        self._updated = False  # by this run

    # ---- the index ----

    def _lists(self):
        return sorted((self.folder / "state/lists").glob("*_Sources"))

    def _describe_lists(self):
        """Changes with them; an update that fails may leave half of one."""
        stats = [(path.stat(), path.name) for path in self._lists()]
        return "".join(f"{stat.st_size} {stat.st_mtime_ns} {name}\n"
                       for stat, name in stats)

    def _has_index(self):
        """Whether there is one, just as an update that succeeded left it."""
        stamp = self.folder / "updated"
        return stamp.exists() and stamp.read_text() == self._describe_lists()

    def _configure(self):
        sources = "".join(_entry_text(entry, suite)
                          for entry, suite in mirrors.for_suite(self.suite))
        for name in ("state/lists/partial", "cache/archives/partial"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        (self.folder / "sources.list").write_text(sources)
        (self.folder / "apt.conf").write_text(
            apt.CONFIGURATION.format(folder=self.folder))

    def update(self):
        """Fetches the index, if it changed; apt verifies its signature."""
        self._configure()
        what = f"cannot fetch the index of Debian {self.suite}"
        with Progress(f"fetching the index of Debian {self.suite}") as progress:
            apt.run(self.folder, ["update", "--error-on=any"], what, progress)
        if not self._lists():
            raise Failure(f"{what}: the mirror carries no sources")
        self._packages = {}
        self._updated = True
        (self.folder / "updated").write_text(self._describe_lists())

    def _is_fresh(self):
        age = time.time() - (self.folder / "updated").stat().st_mtime
        return 0 <= age < FRESH

    def refresh(self):
        """Fetches the index unless it is young; an old one is good enough if
        there is no network."""
        if self._has_index() and self._is_fresh():
            return
        try:
            self.update()
        except Failure as failure:
            if not self._has_index():
                raise
            warn(f"{failure}\nThe index fetched earlier is used")

    # ---- what is in it ----

    def offers(self, name):
        """All versions of a source package, in an index that is not old."""
        with cache.locked("apt"):
            self.refresh()
            return self.find(name)

    def find(self, name):
        """All versions of a source package, the newest first."""
        if name not in self._packages:
            found = [package for path in self._lists()
                     for package in find_in_index(path.read_bytes(), name,
                                                  str(path))]
            found.sort(key=lambda package:
                       versions.newest_first(package.version))
            self._packages[name] = found
        return self._packages[name]

    # ---- its files ----

    def _offer(self, name, file):
        """The version of the source package that has exactly this file."""
        for package in self.find(name):
            if file in package.files:
                return package
        for package in self.find(name):
            for other in package.files:
                if other.name == file.name:
                    raise Failure(
                        f"{file.name} does not agree with the lock file: the "
                        f"archive's index says its sha256 is {other.sha256}, "
                        f"the lock file says {file.sha256}")
        return None

    def _download(self, package, file):
        partial = cache.make_folder("partial")
        kind = "--diff-only" if file.is_packaging() else "--tar-only"
        what = f"cannot fetch {file.name}"
        size = f"{file.size / 1e6:.1f} MB"
        with Progress(f"fetching {file.name} ({size})") as progress:
            apt.run(self.folder,
                    ["source", "--download-only", "--only-source", kind,
                     f"{package.name}={package.version}"],
                    what, progress, cwd=partial)
        path = partial / file.name
        if path.is_symlink():  # apt links to what is on this machine
            target = path.resolve()
            path.unlink()
            shutil.copyfile(target, path)
        cache.keep_source(file, path)
        shutil.rmtree(partial, ignore_errors=True)

    def _fetch(self, name, version, file):
        package = self._offer(name, file)
        if not package:
            have = ", ".join(p.version for p in self.find(name)) or "nothing"
            raise MissingFile(
                f"{file.name} of {name} {version}, which the lock file names, "
                f"is not in Debian {self.suite} (which has {have}): remove "
                "the library's paragraph from the lock file and run 'make "
                "lock'")
        self._download(package, file)

    def fetch(self, name, version, file):
        """
        Sees to it that the cache has `file`, of that source package. If the
        mirror has changed since the index was fetched, a newer one may help.
        """
        if cache.has_source(file):
            return
        with cache.locked("apt"):
            if not cache.has_source(file):
                self._fetch_or_update(name, version, file)

    def _fetch_or_update(self, name, version, file):
        if not self._has_index():
            self.update()
        try:
            self._fetch(name, version, file)
        except MissingFile:
            if self._updated:
                raise
            self.update()
            self._fetch(name, version, file)
