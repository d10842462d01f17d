"""
What is kept for the user between runs and shared by all projects, in
$XDG_CACHE_HOME/mirage or ~/.cache/mirage:

    apt/SUITE/                      the archive's index, apt's own state
    partial/                        files that are being fetched
    sources/SHA256/FILE             fetched files, verified
    repositories/                   extra repositories of overlays, from git
    building/                       libraries that are being built
    libraries/NAME-VERSION-KEY/     built ones: include/ lib/ source/
    logs/                           of builds that failed

What is being made is made in partial/ or building/ and renamed when it is
whole: under sources/ and libraries/ there is nothing half done.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from failure import FULL_DISK, Failure
from say import tell

ALMOST_NOTHING = 1 << 16  # bytes


def folder():
    home = os.environ.get("XDG_CACHE_HOME", "")
    if not home.startswith("/"):  # as the XDG specification has it
        home = Path.home() / ".cache"
    return Path(home) / "mirage"


def make_folder(*parts):
    path = folder().joinpath(*parts)
    path.mkdir(parents=True, exist_ok=True)
    return path


_held = set()


@contextlib.contextmanager
def locked(part, quietly=False):
    """
    Keeps other runs of the user out while this one changes a part of the
    cache: "apt", "build" or "git"; or "links", which are quick, so that
    nobody needs to hear of waiting. May be nested.
    """
    if part in _held:
        yield
        return
    with open(make_folder() / f"{part}.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not quietly:
                tell("waiting for another 'make depends' to end")
            fcntl.flock(lock, fcntl.LOCK_EX)
        _held.add(part)
        try:
            yield
        finally:
            _held.remove(part)


def full_disk_hint(path):
    """For the message of a program that failed: the likely cause, or ''."""
    free = shutil.disk_usage(path).free
    return f"\n{path}: {FULL_DISK}" if free < ALMOST_NOTHING else ""


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def source_path(file):
    return folder() / "sources" / file.sha256 / file.name


def has_source(file):
    """Whether a file is there and whole; one that is not is removed."""
    path = source_path(file)
    if not path.exists():
        return False
    if sha256(path) == file.sha256:
        return True
    tell(f"{path} is damaged: it is fetched again")
    path.unlink()
    return False


def sync(path):
    """Sees to it that a file survives a crash of the machine."""
    with open(path, "rb") as file:
        os.fsync(file.fileno())


def keep_source(file, fetched):
    """Moves a fetched file to its place if it is the right one."""
    actual = sha256(fetched)
    if actual != file.sha256:
        fetched.unlink()
        raise Failure(f"{file.name} is not the file it should be: its sha256 "
                      f"is {actual}, expected {file.sha256}. It was removed; "
                      "a damaged mirror or proxy may be the cause")
    sync(fetched)
    path = source_path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.replace(fetched, path)


@contextlib.contextmanager
def workshop():
    """A folder to build in, gone afterwards; so are those of runs that died.
    With the lock on "build"."""
    assert "build" in _held
    shutil.rmtree(make_folder("building"), ignore_errors=True)
    path = Path(tempfile.mkdtemp(dir=make_folder("building")))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def sync_tree(path):
    for name in path.rglob("*"):
        if name.is_file() and not name.is_symlink():
            sync(name)


def keep_folder(made, path):
    """Moves a folder that is whole to its place."""
    sync_tree(made)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.rename(made, path)
