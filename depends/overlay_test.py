import random
import tempfile
import unittest
from pathlib import Path

from failure import Failure
from overlay import Overlay

DESCRIPTION = """\
# about it
Source: thing
Suite: bookworm
Versions: >= 1 < 2
Folder: deps/thing
Patches: fix-a.patch fix-b.patch
Depends: zlib >= 1.2 [hvt spt],
 lwip,
 other < 3 [!unix !hvt]
Tools: nasm, xxd (xxd-package)
"""
HOME = Path(__file__).resolve().parent.parent


class Description(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "thing"
        self.folder.mkdir()

    def read(self, text):
        (self.folder / "overlay").write_text(text)
        return Overlay(self.folder)

    def fail_with(self, text, pattern):
        with self.assertRaisesRegex(Failure, pattern):
            overlay = self.read(text)
            overlay.dependencies("unix"), overlay.tools()

    def test_all_fields(self):
        overlay = self.read(DESCRIPTION)
        self.assertEqual(overlay.name, "thing")
        self.assertEqual(overlay.suite, "bookworm")
        self.assertEqual(str(overlay.bounds), ">= 1 < 2")
        self.assertEqual(overlay.only_folder, "deps/thing")
        self.assertEqual(overlay.patches, ["fix-a.patch", "fix-b.patch"])
        self.assertEqual(overlay.tools(),
                         [("nasm", "nasm"), ("xxd", "xxd-package")])

    def test_dependencies_by_target(self):
        overlay = self.read(DESCRIPTION)

        def needs(target):
            return [str(need) for need in overlay.dependencies(target)]
        self.assertEqual(needs("unix"), ["lwip"])
        self.assertEqual(needs("hvt"), ["zlib >= 1.2", "lwip"])
        self.assertEqual(needs("virtio"), ["lwip", "other < 3"])

    def test_mistakes_have_a_place(self):
        for text, pattern in {
                "Suite: sid\n": ":1: error: the field 'Source' is missing",
                "Source: a\nDepend: b\n":
                    ":2: error: unknown field 'Depend', must be one of Source",
                "Source: a\nVersions: 1.2\n": ":2: error: expected bounds",
                "Source: a\nDepends: b,\n C\n": "expected 'NAME BOUNDS",
                "Source: a\nDepends: b,\n c > 1\n": ":3: error: expected bou",
                "Source: a\nTools: a b c\n": ":2: error: expected 'PROGRAM",
                "Source: a\n\nSource: b\n": "expected one paragraph, found 2",
                "": "expected one paragraph, found 0"}.items():
            self.fail_with(text, pattern)

    def test_the_digest_changes_with_every_file_but_the_readme(self):
        digests = {self.read("Source: a\n").digest()}
        (self.folder / "README.md").write_text("")
        digests.add(Overlay(self.folder).digest())
        self.assertEqual(len(digests), 1)
        digests.add(self.read("Source: b\n").digest())
        (self.folder / "port").mkdir()
        for name, text in (("meson.build", "1"), ("meson.build", "2"),
                           ("port/sys.h", ""), ("port/sys.c", "")):
            (self.folder / name).write_text(text)
            digests.add(Overlay(self.folder).digest())
        self.assertEqual(len(digests), 6)

    def test_mutated_descriptions_are_read_or_complained_of(self):
        chance = random.Random(1)
        for _ in range(500):
            at = chance.randrange(len(DESCRIPTION))
            end = at + chance.choice([0, 1, 5, 30])
            text = (DESCRIPTION[:at] + chance.choice(
                ["", "\n", " ", ",", "[", "]", ": ", "x" * 99, "\0", "é"])
                + DESCRIPTION[end:])
            try:
                overlay = self.read(text)
                overlay.dependencies("hvt"), overlay.tools()
            except Failure:
                pass


class Ours(unittest.TestCase):
    """The overlays that come with mirage."""

    def test_each_can_be_read_and_has_a_build(self):
        paths = sorted(HOME.glob("overlays/*/overlay"))
        self.assertTrue(paths)
        for path in paths:
            overlay = Overlay(path.parent)
            self.assertTrue((path.parent / "meson.build").is_file(), path)
            for target in ("unix", "hvt", "spt", "virtio"):
                for need in overlay.dependencies(target):
                    self.assertTrue((HOME / "overlays" / need.name).is_dir())


if __name__ == "__main__":
    unittest.main()
