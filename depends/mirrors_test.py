import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import mirrors
from failure import Failure

KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


class Mirrors(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.apt = Path(folder.name) / "apt"
        (self.apt / "sources.list.d").mkdir(parents=True)
        conf = Path(folder.name) / "apt.conf"
        conf.write_text(f'Dir::Etc "{self.apt}";\n')
        patch = mock.patch.dict(os.environ, APT_CONFIG=str(conf))
        patch.start()
        self.addCleanup(patch.stop)

    def write(self, name, text):
        (self.apt / name).write_text(text)

    def found(self):
        return [(entry.uri, suite)
                for entry, suite in mirrors.for_suite("trixie")]

    def test_one_line_format(self):
        self.write("sources.list",
                   "# deb http://comment/debian bookworm main\n"
                   f"deb [ arch=amd64 signed-by={KEYRING} ] "
                   "http://mirror/debian bookworm main contrib # mine\n"
                   "deb-src http://mirror/debian bookworm main\n"
                   "deb http://mirror/debian bookworm-updates main\n"
                   "deb http://mirror/debian-security bookworm-security main\n"
                   "deb http://mirror/debian bookworm-backports main\n")
        self.assertEqual(self.found(), [
            ("http://mirror/debian", "trixie"),
            ("http://mirror/debian", "trixie-updates"),
            ("http://mirror/debian-security", "trixie-security")])
        self.assertEqual(mirrors.entries()[0].keyrings, [KEYRING])

    def test_paragraphs(self):
        self.write("sources.list.d/debian.sources",
                   "Types: deb deb-src\n# where from\n"
                   "URIs: http://mirror/debian\nSuites: stable\n"
                   " stable-updates\nComponents: main\n"
                   f"Signed-By:\n {KEYRING}\n\n"
                   "Enabled: no\nTypes: deb\nURIs: http://off/debian\n"
                   "Suites: bookworm\nComponents: main\n")
        self.assertEqual(self.found(), [
            ("http://mirror/debian", "trixie"),
            ("http://mirror/debian", "trixie-updates")])
        self.assertEqual(mirrors.entries()[0].keyrings, [KEYRING])

    def test_a_key_in_the_file_itself_is_no_keyring(self):
        self.write("sources.list.d/a.sources",
                   "Types: deb\nURIs: http://mirror/debian\nSuites: sid\n"
                   "Components: main\nSigned-By:\n"
                   " -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n abc/def=\n"
                   " -----END PGP PUBLIC KEY BLOCK-----\n")
        self.assertEqual(self.found(), [("http://mirror/debian", "trixie")])
        self.assertEqual(mirrors.entries()[0].keyrings, [])

    def test_other_vendors_are_no_mirrors(self):
        self.write("sources.list",
                   "deb http://vendor/browser/deb stable main\n"
                   "deb http://vendor/node nodistro main\n"
                   "deb http://vendor/docker bookworm stable\n"
                   "deb cdrom:[Debian]/ bookworm main\n"
                   "deb http://mirror/debian bookworm main\n")
        self.assertEqual(self.found(), [("http://mirror/debian", "trixie")])

    def test_a_mirror_with_an_unusual_folder_will_do(self):
        self.write("sources.list", "deb http://cache:3142/x bookworm main\n")
        self.assertEqual(self.found(), [("http://cache:3142/x", "trixie")])

    def test_files_with_other_endings_are_not_read(self):
        self.write("sources.list.d/debian.list.disabled",
                   "deb http://mirror/debian bookworm main\n")
        with self.assertRaisesRegex(Failure, "no mirror of Debian.*looked in "
                                             f".*{self.apt}/sources.list"):
            mirrors.for_suite("trixie")

    def test_a_broken_file_is_named(self):
        self.write("sources.list.d/a.sources", "Types: deb\nrubbish\n")
        with self.assertRaisesRegex(Failure, "a.sources:2: error: expected"):
            mirrors.for_suite("trixie")


if __name__ == "__main__":
    unittest.main()
