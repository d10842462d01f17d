"""
Repositories of overlays: folders with an overlay in each subfolder. The extra
ones of --extra-repos, which are folders too or come from git, are looked
through before the one that belongs to mirage.
"""

import hashlib
import io
import os
import subprocess
import tarfile
from pathlib import Path

import cache
import overlay
from failure import Failure
from lockfile import LockedRepository
from say import Progress


def _git(*arguments, what, **options):
    """Runs git, which never asks for anything."""
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    environment.setdefault("GIT_SSH_COMMAND", "ssh -oBatchMode=yes")
    try:
        done = subprocess.run(["git", *arguments], stdin=subprocess.DEVNULL,
                              capture_output=True, env=environment, **options)
    except FileNotFoundError:
        raise Failure(f"{what}: git is not there. Install the package git")
    if done.returncode != 0:
        raise Failure(f"{what}:\n" + done.stderr.decode(errors="replace")
                      .strip())
    return done.stdout


def _split_url(url):
    """A git URL and what to take from it: 'URL#BRANCH'."""
    url, _, branch = url.removeprefix("git+").partition("#")
    return url, branch or "HEAD"


class GitRepository:
    """A copy in the cache of all that a git repository has."""

    def __init__(self, name, url):
        self.name = name
        self.url, self.branch = _split_url(url)
        key = hashlib.sha256(self.url.encode()).hexdigest()[:16]
        self.folder = cache.make_folder("repositories") / f"{name}-{key}"
        self.what = f"cannot fetch the repository '{name}' from {self.url}"

    def _bare(self):
        return f"--git-dir={self.folder}.git"

    def fetch(self):
        """Brings the copy up to date; returns the commit to use."""
        with cache.locked("git"):
            return self._fetch()

    def _fetch(self):
        with Progress(f"fetching the repository {self.name}"):
            _git("init", "--quiet", "--bare", f"{self.folder}.git",
                 what=self.what)
            _git(self._bare(), "fetch", "--quiet", "--", self.url,
                 f"+{self.branch}:refs/mirage/wanted",
                 "+refs/heads/*:refs/heads/*", what=self.what)
        commit = _git(self._bare(), "rev-parse", "refs/mirage/wanted^{commit}",
                      what=self.what)
        return commit.decode().strip()

    def _has(self, commit):
        try:
            _git(self._bare(), "cat-file", "-e", f"{commit}^{{commit}}",
                 what=self.what)
        except Failure:
            return False
        return True

    def checkout(self, commit):
        """A folder with the files of that commit."""
        path = self.folder / commit
        if not path.is_dir():
            with cache.locked("git"), cache.locked("build"):
                self._extract(commit, path)
        return path

    def _extract(self, commit, path):
        if path.is_dir():
            return
        if not self._has(commit):
            self.fetch()
        if not self._has(commit):
            raise Failure(f"the repository '{self.name}' at {self.url} has no "
                          f"commit {commit}, which the lock file names")
        data = _git(self._bare(), "archive", commit, what=self.what)
        with cache.workshop() as made:
            with tarfile.open(fileobj=io.BytesIO(data)) as tar:
                tar.extractall(made / "files")
            cache.keep_folder(made / "files", path)


def _is_folder(project, url):
    return "://" not in url and (project.folder / url).is_dir() \
        and not (project.folder / url / "HEAD").exists() \
        and not url.endswith(".git")


class Repositories:
    """All repositories of a project, in the order they are looked through."""

    def __init__(self, project, lock):
        self.project = project
        self.locked = {}
        self._folders = []
        if not project.no_repository:
            for name, url in project.repositories:
                self._folders.append((name, self._open(name, url, lock)))
        self._folders.append(("", project.home / "overlays"))

    def _open(self, name, url, lock):
        if _is_folder(self.project, url):
            return self.project.folder / url
        repository = GitRepository(name, url)
        known = lock.repositories.get(name)
        commit = known.commit if known and known.url == url \
            else repository.fetch()
        self.locked[name] = LockedRepository(name, url, commit)
        return repository.checkout(commit)

    def _places(self, name):
        for repository, folder in self._folders:
            for path in (folder / name, folder / "overlays" / name):
                yield repository, path

    def find(self, name):
        """The overlay of a library, or None."""
        for repository, path in self._places(name):
            if (path / overlay.DESCRIPTION).is_file():
                return overlay.Overlay(path, repository)
        return None

    def toolchain(self):
        """The overlay of the target's C library; None on the host's own."""
        for _, folder in self._folders:
            for path in sorted(Path(folder).glob(f"*/{overlay.DESCRIPTION}")):
                found = overlay.Overlay(path.parent)
                if self.project.target in found.toolchain_of:
                    return self.find(found.name)
        return None
