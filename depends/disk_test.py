"""Disks that are full, files that may not be written."""

import os
import subprocess
import unittest
from pathlib import Path

from end_to_end import HI_FILES, HI_MESON, EndToEnd, setUpModule  # noqa: F401
from fake_archive import Server


class FullDisk(EndToEnd):
    """A file system of a megabyte where the cache, or a part of it, is."""

    def setUp(self):
        super().setUp()
        self.archive.add_library("hi", "1.0", {
            **HI_FILES, "big": os.urandom(1 << 20).hex()})
        self.archive.publish()
        self.machine.add_overlay("hi", "Source: hi\n", HI_MESON)
        self.machine.want("hi\n")

    def run_with_small(self, step, folder):
        place = self.machine.cache / folder
        place.mkdir(parents=True, exist_ok=True)
        script = (f"mount -t tmpfs -o size=1m small '{place}' || exit 77\n"
                  f"exec '{Path(__file__).parent / step}'\n")
        done = subprocess.run(
            ["unshare", "--mount", "--map-root-user", "sh", "-c", script],
            env=self.machine.environment, cwd=self.machine.project, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode == 77 or "unshare" in done.stdout:
            self.skipTest("no mount namespaces: " + done.stdout.strip())
        return done.returncode, done.stdout

    def assert_full_then_recovers(self, step, folder):
        status, output = self.run_with_small(step, folder)
        self.assertEqual(status, 123, output)
        self.assertIn("The disk is full: make room there", output)
        self.assertIn("XDG_CACHE_HOME", output)
        self.assertFalse(self.machine.library("hi").exists())
        self.lock_and_pull()

    def test_a_disk_that_is_full_when_a_file_is_copied(self):
        self.succeed("lock")
        self.assert_full_then_recovers("pull", "partial")

    def test_a_disk_that_is_full_when_a_file_is_fetched(self):
        server = self.enterContext(Server(self.folder))
        self.machine.use_mirror(f"{server.url}/debian", self.key.keyring)
        self.succeed("lock")
        self.assert_full_then_recovers("pull", "partial")

    def test_a_disk_that_is_full_when_the_library_is_built(self):
        self.succeed("lock")
        self.assert_full_then_recovers("pull", "building")

    def test_a_disk_that_is_full_when_the_index_is_fetched(self):
        self.archive.publish(
            self.archive.index() + "\nPackage: big\nVersion: 1\nX: "
            + os.urandom(1 << 20).hex() + "\n")
        self.assert_full_then_recovers("lock", "apt")


class Permissions(EndToEnd):
    def test_a_cache_that_is_a_file(self):
        self.publish_hi()
        self.machine.want("hi\n")
        self.machine.cache.parent.mkdir()
        self.machine.cache.write_text("")
        self.fail_with("cache/mirage: File exists", "lock")

    def test_a_project_without_packages_file(self):
        self.fail_with("mirage/app-unix.packages is not there: run 'mirage "
                       "configure' first", "lock")


if __name__ == "__main__":
    unittest.main()
