"""Everything that goes wrong on the way from the archive to the cache."""

import os
import shutil
import socket
import unittest
from pathlib import Path

from end_to_end import HI_FILES, HI_MESON, EndToEnd, setUpModule  # noqa: F401
from fake_archive import Key, Server


class Failures(EndToEnd):
    def setUp(self):
        super().setUp()
        self.publish_hi()
        self.machine.want("hi >= 1\n")

    def pool_file(self):
        return self.archive.folder / "pool/hi/hi_1.0.orig.tar.gz"

    def assert_nothing_kept(self):
        kept = [path for name in ("sources", "libraries")
                for path in (self.machine.cache / name).rglob("*")
                if path.is_file()]
        self.assertEqual(kept, [])
        self.assertFalse(self.machine.library("hi").exists())

    # ---- the mirror ----

    def test_no_mirror_of_debian_is_configured(self):
        (self.machine.sources / "debian.sources").unlink()
        self.fail_with("there is no mirror of Debian .*sources.list", "lock")

    def test_no_network(self):
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            port = unused.getsockname()[1]
        self.machine.use_mirror(f"http://127.0.0.1:{port}/debian",
                                self.key.keyring)
        self.fail_with("cannot fetch the index of Debian trixie: the mirror "
                       "cannot be reached: check the network", "lock")
        self.assertFalse(self.machine.lock_path().exists())

    def test_without_network_an_index_fetched_earlier_is_used(self):
        self.succeed("lock")
        self.machine.lock_path().unlink()
        os.utime(self.machine.cache / "apt/trixie/updated", (0, 0))
        self.archive.folder.rename(self.folder / "away")
        output = self.succeed("lock")
        self.assertIn("The index fetched earlier is used", output)
        self.assertIn("locked hi 1.0", output)

    def test_the_mirror_does_not_have_the_suite(self):
        self.machine.add_overlay("hi", "Source: hi\nSuite: forky\n", HI_MESON)
        self.fail_with("cannot fetch the index of Debian forky: the mirror "
                       "does not have this suite", "lock")

    def test_the_mirror_carries_no_sources(self):
        dist = self.archive.folder / "dists/trixie"
        shutil.rmtree(dist / "main/source")
        release = (dist / "Release").read_text()
        (dist / "Release").write_text(
            release.replace("main/source/Sources", "main/none/Packages"))
        self.key.sign(dist / "Release", dist / "InRelease")
        self.fail_with("the mirror carries no sources", "lock")

    # ---- signatures ----

    def test_a_missing_keyring(self):
        self.machine.use_mirror(self.archive.folder.as_uri(), "/no/keyring")
        if Path("/usr/share/keyrings/debian-archive-keyring.gpg").exists():
            self.fail_with("signature cannot be verified", "lock")
        else:
            self.fail_with("no keyring to verify", "lock")

    def test_an_archive_signed_with_another_key(self):
        other = Key(self.folder / "other key")
        self.addCleanup(other.stop)
        self.archive.key = other
        self.archive.publish()
        self.fail_with("signature cannot be verified", "lock")

    def test_an_archive_that_is_not_signed(self):
        (self.archive.folder / "dists/trixie/InRelease").unlink()
        self.fail_with("signature cannot be verified", "lock")

    def test_an_index_changed_after_it_was_signed(self):
        index = self.archive.folder / "dists/trixie/main/source/Sources"
        index.with_name("Sources.gz").unlink()
        index.write_bytes(index.read_bytes().replace(b"pool/hi", b"pool/ha"))
        self.fail_with("do not agree with its signed index", "lock")

    # ---- versions and files ----

    def test_no_version_fits(self):
        self.machine.want("hi >= 2\n")
        self.fail_with("(?m)^mirage/app-unix.packages:2: error: no version of 'hi'"
                       " fits: wanted hi >= 2; Debian trixie has 1.0$",
                       "lock")

    def test_the_suite_has_no_such_source_package(self):
        self.machine.add_overlay("hi", "# a comment\nSource: ho\n", HI_MESON)
        self.fail_with("overlays/hi/overlay:2: error: Debian trixie has no "
                       "source package 'ho'", "lock")

    def test_a_library_that_nobody_knows(self):
        self.machine.want("hi\nhu\n")
        self.fail_with("^mirage/app-unix.packages:3: error: there is no "
                       "overlay for the package 'hu'", "lock")

    def test_a_file_that_is_not_what_the_index_says(self):
        self.succeed("lock")
        data = self.pool_file().read_bytes()
        self.pool_file().write_bytes(bytes([data[0] ^ 1]) + data[1:])
        self.fail_with("cannot fetch hi_1.0.orig.tar.gz: the mirror's files "
                       "do not agree with its signed index", "pull")
        self.assert_nothing_kept()

    def test_a_lock_file_with_another_hash(self):
        self.succeed("lock")
        lock = self.machine.lock_path()
        text = lock.read_text()
        sha256 = text.split("Files:\n ")[1].split()[0]
        lock.write_text(text.replace(sha256, "0" * 64))
        self.fail_with("hi_1.0.orig.tar.gz does not agree with the lock file: "
                       f"the archive's index says its sha256 is {sha256}, the "
                       f"lock file says {'0' * 64}", "pull")
        self.assert_nothing_kept()

    def test_a_locked_version_that_the_archive_has_no_more(self):
        self.succeed("lock")
        self.archive.packages.clear()
        self.pool_file().unlink()
        self.archive.add_library("hi", "1.1", HI_FILES)
        self.archive.publish()
        self.fail_with("of hi 1.0-1, which the lock file names, is not in "
                       "Debian trixie .which has 1.1-1.: remove", "pull")

    def test_a_locked_file_that_a_newer_revision_still_has(self):
        self.succeed("lock")
        name, _, files = self.archive.packages.pop()
        self.archive.add(name, "1.0-2", files)
        self.archive.publish()
        shutil.rmtree(self.machine.cache / "apt")
        self.succeed("pull")

    def test_a_file_that_has_moved_since_the_index_was_fetched(self):
        self.succeed("lock")
        self.pool_file().unlink()
        _, _, files = self.archive.packages.pop()
        self.archive.add("hi", "1.0-2", files)
        self.archive.pool = "pool/elsewhere"
        self.archive.publish()
        output = self.succeed("pull")
        self.assertIn("fetching the index", output)

    def test_a_file_that_is_gone_altogether(self):
        self.succeed("lock")
        self.pool_file().unlink()
        self.fail_with("cannot fetch hi_1.0.orig.tar.gz: the mirror does not "
                       "have this file", "pull")
        self.assert_nothing_kept()

    def test_a_file_that_is_no_archive(self):
        self.archive.packages.clear()
        self.archive.add("hi", "1.0-1", {"hi_1.0.orig.tar.gz": b"rubbish"})
        self.archive.publish()
        self.succeed("lock")
        self.fail_with("cannot unpack .*/hi_1.0.orig.tar.gz:", "pull")
        self.assertFalse(self.machine.library("hi").exists())

    def test_a_file_that_is_damaged_in_the_cache_is_fetched_again(self):
        self.lock_and_pull()
        kept, = self.machine.cache.glob("sources/*/hi_1.0.orig.tar.gz")
        whole = kept.read_bytes()
        kept.write_bytes(whole[:-1])
        shutil.rmtree(self.machine.cache / "libraries")
        output = self.succeed("pull")
        self.assertIn("is damaged: it is fetched again", output)
        self.assertEqual(kept.read_bytes(), whole)

    # ---- the build ----

    def test_a_library_that_does_not_compile(self):
        self.machine.add_overlay("hi", "Source: hi\n", {
            **HI_MESON, "hi.c": "int hi(void) { return what; }\n"})
        self.succeed("lock")
        output = self.fail_with("cannot build hi:", "pull")
        self.assertIn("error: ‘what’ undeclared", output)
        self.assertIn("logs/hi.log", output)
        self.assertFalse(self.machine.library("hi").exists())

    def test_an_overlay_without_a_build(self):
        shutil.rmtree(self.machine.home / "overlays/hi")
        self.machine.add_overlay("hi", "Source: hi\n")
        self.succeed("lock")
        self.fail_with("overlays/hi has no meson.build", "pull")

    def test_pull_before_lock(self):
        self.fail_with("mirage/app-unix.lock does not say which hi to use: "
                       "run 'make lock' first", "pull")


class Interrupted(EndToEnd):
    """A mirror in the network, that stops in the middle of a file."""

    def setUp(self):
        super().setUp()
        self.archive.add_library("hi", "1.0", {
            **HI_FILES, "big": os.urandom(1 << 20).hex()})
        self.archive.publish()
        self.machine.add_overlay("hi", "Source: hi\n", HI_MESON)
        self.machine.want("hi\n")
        server = self.enterContext(Server(self.folder))
        self.http = server.http
        self.machine.use_mirror(f"{server.url}/debian", self.key.keyring)

    def send_half(self, request):
        if "pool" not in request.path:
            return False
        path = Path(request.translate_path(request.path))
        data = path.read_bytes()
        start = int((request.headers.get("Range") or "=0-")[6:-1] or 0)
        end = self.ends.pop(0)
        request.send_response(206 if start else 200)
        request.send_header("Content-Length", str(len(data) - start))
        request.send_header("Last-Modified", request.date_time_string(
            path.stat().st_mtime))
        if start:
            request.send_header("Content-Range",
                                f"bytes {start}-{len(data) - 1}/{len(data)}")
        request.end_headers()
        request.wfile.write(data[start:end])
        request.close_connection = True
        return True

    def test_a_fetch_that_breaks_off_is_resumed(self):
        self.succeed("lock")
        size = self.archive.folder.joinpath(
            "pool/hi/hi_1.0.orig.tar.gz").stat().st_size
        self.ends = [size // 2] * 9
        self.http.hook = self.send_half
        self.fail_with("cannot fetch hi_1.0.orig.tar.gz: ", "pull")
        self.assertFalse(self.machine.library("hi").exists())
        self.assertEqual(list(self.machine.cache.glob("sources/*/*")), [])
        self.ends = [None]
        self.http.requests.clear()
        self.succeed("pull")
        ranges = [asked for path, asked in self.http.requests
                  if "pool" in path]
        self.assertEqual(ranges, [f"bytes={size // 2}-"])


if __name__ == "__main__":
    unittest.main()
