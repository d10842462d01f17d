"""For tests: a fresh machine for each, and an archive that many share."""

import shutil
import tempfile
import unittest
from pathlib import Path

from fake_archive import HAS_GPG, Archive, Key, Machine

# A library of our own, as small as one can be.
HI_FILES = {"hi.c": "int hi(void) { return 42; }\n",
            "hi.h": "int hi(void);\n"}
HI_MESON = {"meson.build": "project('hi', 'c')\n"
                           "static_library('hi', 'hi.c', install: true)\n"
                           "install_headers('hi.h')\n"}

_key_folder = None
_key = None


def setUpModule():
    """To be imported by each file of tests: one key serves all of them."""
    global _key_folder, _key
    if HAS_GPG and not _key:
        _key_folder = tempfile.mkdtemp(prefix="mirage-key-")
        _key = Key(Path(_key_folder) / "key")
        unittest.addModuleCleanup(_forget_key)


def _forget_key():
    global _key
    _key.stop()
    shutil.rmtree(_key_folder)
    _key = None


@unittest.skipUnless(HAS_GPG, "gpg and gpgv are not there")
class EndToEnd(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="mirage-depends-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.key = _key
        self.archive = Archive(self.folder / "debian", self.key)
        self.machine = Machine(self.folder)
        self.machine.use_mirror(self.archive.folder.as_uri(),
                                self.key.keyring)

    def publish_hi(self, version="1.0"):
        """The archive has the library hi, and mirage an overlay for it."""
        self.archive.add_library("hi", version, HI_FILES)
        self.archive.publish()
        self.machine.add_overlay("hi", "Source: hi\n", HI_MESON)

    def succeed(self, step, *arguments):
        status, output = self.machine.run(step, *arguments)
        self.assertEqual(status, 0, output)
        return output

    def fail_with(self, pattern, step, *arguments):
        status, output = self.machine.run(step, *arguments)
        self.assertEqual(status, 123, output)
        self.assertRegex(output, pattern)
        self.assertNotIn("Traceback", output)
        return output

    def lock_and_pull(self):
        return self.succeed("lock") + self.succeed("pull")
