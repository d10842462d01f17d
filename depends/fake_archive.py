"""For tests: a Debian archive of our own, a machine that uses it, a project."""

import gzip
import hashlib
import http.server
import io
import os
import shutil
import subprocess
import tarfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
HAS_GPG = bool(shutil.which("gpg") and shutil.which("gpgv"))


def tar(files):
    """A .tar.gz with these files, {path: text}."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for path, text in files.items():
            entry = tarfile.TarInfo(path)
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return data.getvalue()


class Key:
    """A throw-away key that signs an archive."""

    def __init__(self, folder):
        self.home = Path(folder)
        self.home.mkdir(mode=0o700)
        self.keyring = self.home / "public.gpg"
        self._gpg("--quick-generate-key", "Test <test@localhost>", "ed25519",
                  "sign", "never")
        self._gpg("--export", "--output", self.keyring)

    def _gpg(self, *arguments):
        subprocess.run(["gpg", "--homedir", self.home, "--batch", "--quiet",
                        "--yes", "--passphrase", "", "--pinentry-mode",
                        "loopback", *arguments], check=True,
                       capture_output=True)

    def sign(self, path, signed):
        self._gpg("--clearsign", "--output", signed, path)

    def stop(self):
        subprocess.run(["gpgconf", "--homedir", self.home, "--kill", "all"],
                       capture_output=True)


def _hashes(files):
    return "".join(f" {hashlib.sha256(data).hexdigest()} {len(data)} {name}\n"
                   for name, data in files.items())


class Archive:
    """Packages are added, and are in the archive once it is published."""

    def __init__(self, folder, key, suite="trixie"):
        self.folder = Path(folder)
        self.key = key
        self.suite = suite
        self.pool = "pool"
        self.packages = []

    def add(self, name, version, files):
        """A source package; `files` are named as in Debian's pool."""
        self.packages.append((name, version, files))

    def add_library(self, name, version, files):
        top = f"{name}-{version}"
        data = tar({f"{top}/{path}": text for path, text in files.items()})
        self.add(name, f"{version}-1",
                 {f"{name}_{version}.orig.tar.gz": data})

    def index(self):
        return "\n".join(
            f"Package: {name}\nVersion: {version}\nDirectory: {self.pool}/{name}\n"
            "Format: 3.0 (quilt)\n"
            f"Checksums-Sha256:\n{_hashes(files)}Files:\n"
            + "".join(f" {hashlib.md5(data).hexdigest()} {len(data)} {file}\n"
                      for file, data in files.items())
            for name, version, files in self.packages)

    def _release(self, files):
        now = time.strftime("%a, %d %b %Y %H:%M:%S UTC", time.gmtime())
        return (f"Origin: Debian\nLabel: Debian\nSuite: {self.suite}\n"
                f"Codename: {self.suite}\nDate: {now}\nComponents: main\n"
                f"Architectures: amd64\nSHA256:\n{_hashes(files)}")

    def publish(self, index=None):
        for name, _, files in self.packages:
            pool = self.folder / self.pool / name
            pool.mkdir(parents=True, exist_ok=True)
            for file, data in files.items():
                (pool / file).write_bytes(data)
        index = (self.index() if index is None else index).encode()
        dist = self.folder / "dists" / self.suite
        (dist / "main/source").mkdir(parents=True, exist_ok=True)
        files = {"main/source/Sources": index,
                 "main/source/Sources.gz": gzip.compress(index)}
        for name, data in files.items():
            (dist / name).write_bytes(data)
        (dist / "Release").write_text(self._release(files))
        self.key.sign(dist / "Release", dist / "InRelease")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder; `server.hook` may answer a request in its place."""

    def do_GET(self):
        self.server.requests.append((self.path, self.headers.get("Range")))
        if not (self.server.hook and self.server.hook(self)):
            super().do_GET()

    def log_message(self, *_):
        pass


class Server:
    """A web server on the loopback for the time of a with statement."""

    def __init__(self, folder):
        def handler(*arguments):
            return Handler(*arguments, directory=str(folder))
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.requests = []
        self.http.hook = None
        self.url = f"http://127.0.0.1:{self.http.server_port}"

    def __enter__(self):
        self.thread = threading.Thread(target=self.http.serve_forever)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.http.shutdown()
        self.thread.join()
        self.http.server_close()


class Machine:
    """A user's machine: apt's configuration, a cache, mirage, one project."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.home = self.folder / "mirage home"
        self.project = self.folder / "ein projekt für alle"
        self.cache = self.folder / "cache" / "mirage"
        self.sources = self.folder / "etc/apt/sources.list.d"
        for path in (self.folder / "etc/apt/apt.conf.d",
                     self.home / "packages", self.home / "overlays",
                     self.project / "mirage", self.sources):
            path.mkdir(parents=True)
        apt = self.folder / "apt.conf"
        apt.write_text(f'Dir::Etc "{self.folder}/etc/apt";\n')
        self.environment = {
            **os.environ, "APT_CONFIG": str(apt), "LC_ALL": "C.UTF-8",
            "XDG_CACHE_HOME": str(self.cache.parent), "no_proxy": "127.0.0.1",
            "MIRAGE_HOME": str(self.home), "MIRAGE_NAME": "app",
            "MIRAGE_PROJECT": str(self.project), "MIRAGE_TARGET": "unix",
            "MIRAGE_VERBOSITY": "warning"}

    def use_mirror(self, url, keyring, suites="bookworm"):
        (self.sources / "debian.sources").write_text(
            f"Types: deb\nURIs: {url}\nSuites: {suites}\nComponents: main\n"
            f"Signed-By: {keyring}\n")

    def add_overlay(self, name, description, files=(), folder=None):
        path = Path(folder or self.home / "overlays") / name
        path.mkdir(parents=True, exist_ok=True)
        (path / "overlay").write_text(description)
        for file, text in dict(files).items():
            (path / file).parent.mkdir(parents=True, exist_ok=True)
            (path / file).write_text(text)
        return path

    def want(self, packages, target="unix"):
        self.environment["MIRAGE_TARGET"] = target
        (self.project / f"mirage/app-{target}.packages").write_text(
            f"# Generated by mirage 0 from config.c for {target}.\n{packages}")

    def lock_path(self):
        target = self.environment["MIRAGE_TARGET"]
        return self.project / f"mirage/app-{target}.lock"

    def library(self, name):
        target = self.environment["MIRAGE_TARGET"]
        return self.project / "mirage/libraries" / target / name

    def start(self, step, *arguments):
        return subprocess.Popen(
            [HERE / step, *arguments], env=self.environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, cwd=self.project)

    def run(self, step, *arguments):
        """The status and all that is said."""
        process = self.start(step, *arguments)
        output, _ = process.communicate(timeout=100)
        return process.returncode, output
