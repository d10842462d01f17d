import random
import unittest

import archive
import deb822
import lockfile
import mirrors
import requirements
from failure import Failure

GOOD = """\
# a comment
Library: zlib
Version: 1.3.1
Source: zlib 1:1.3-1
Suite: trixie
Files:
 {0} 12 zlib_1.3.orig.tar.gz
# in the middle
 {0} 13 zlib_1.3.debian.tar.xz

Repository: mine
Url: https://example.org/x.git
Commit: {1}
""".format("0" * 64, "1" * 40)


class Format(unittest.TestCase):
    def test_fields_lines_and_their_numbers(self):
        first, second = deb822.parse(GOOD, "file")
        self.assertEqual(first.get("library"), "zlib")
        self.assertEqual([line for line, _ in first.lines("Files")], [7, 9])
        self.assertEqual(first.line_of("Suite"), 5)
        self.assertEqual(second.line, 11)
        self.assertEqual(second.get("Url"), "https://example.org/x.git")
        self.assertEqual(second.get("None", "other"), "other")

    def fail_with(self, text, message):
        with self.assertRaises(Failure) as caught:
            deb822.parse(text, "file")
        self.assertEqual(str(caught.exception), message)

    def test_a_line_that_is_no_field(self):
        self.fail_with("A: 1\nrubbish\n", "file:2: error: expected 'Field: "
                                          "value', found 'rubbish'")

    def test_a_line_that_goes_on_from_nothing(self):
        self.fail_with("\n continued\n", "file:2: error: a line that goes on, "
                                         "but no field before it")

    def test_a_field_that_is_there_twice(self):
        self.fail_with("A: 1\nB: 2\na: 3\n",
                       "file:3: error: the field 'a' is there twice")

    def test_a_file_that_is_no_text(self):
        with self.assertRaisesRegex(Failure, "^file:3: error: this is not"):
            deb822.decode(b"A: 1\nB: 2\nC: \xff\n", "file")


class Index(unittest.TestCase):
    """Of source packages, of which one paragraph in thousands is read."""

    def entry(self, name, checksums):
        return (f"Package: {name}\nVersion: 1-1\n"
                f"Checksums-Sha256:\n{checksums}").encode()

    def test_only_the_wanted_package_is_parsed(self):
        data = (b"rubbish\n\n" + self.entry("ab", " x\n") + b"\n"
                + self.entry("b", f" {'0' * 64} 3 b_1.orig.tar.gz\n")
                + b"\n" + self.entry("bc", " x\n"))
        package, = archive.find_in_index(data, "b", "Sources")
        self.assertEqual(package.files,
                         [archive.File("0" * 64, 3, "b_1.orig.tar.gz")])

    def test_it_may_be_the_first_the_last_or_the_only_one(self):
        one = self.entry("b", f" {'0' * 64} 3 b_1.orig.tar.gz\n")
        other = self.entry("c", "")
        for data in (one, one + b"\n" + other, other + b"\n" + one):
            self.assertEqual(
                len(archive.find_in_index(data, "b", "Sources")), 1)
        self.assertEqual(archive.find_in_index(other, "b", "Sources"), [])

    def test_a_mistake_has_its_line_in_the_whole_file(self):
        data = (self.entry("a", "") + b"\n"
                + self.entry("b", " 0000 3 b_1.orig.tar.gz\n"))
        with self.assertRaisesRegex(Failure, "^Sources:8: error: expected "
                                             "'SHA256 SIZE NAME', found"):
            archive.find_in_index(data, "b", "Sources")

    def test_a_file_name_cannot_lead_elsewhere(self):
        for name in ("../evil", "/etc/passwd", "a b"):
            with self.assertRaises(Failure):
                archive.find_in_index(
                    self.entry("b", f" {'0' * 64} 3 {name}\n"), "b", "S")

    def test_originals_and_packaging_are_told_apart(self):
        def kinds(name):
            file = archive.File("", 0, name)
            return file.is_original(), file.is_packaging()
        for name, expected in {
                "a_1.orig.tar.gz": (True, False),
                "a_1.orig-part.tar.xz": (True, False),
                "a_1.orig.tar.gz.asc": (False, False),
                "a_1.tar.xz": (True, False),
                "a_1-1.debian.tar.xz": (False, True),
                "a_1-1.dsc": (False, False)}.items():
            self.assertEqual(kinds(name), expected, name)


class Rubbish(unittest.TestCase):
    """Whatever a file holds, it is read or complained of: nothing else."""

    PARSERS = {
        "lock": lockfile.parse,
        "packages": requirements.parse,
        "list": mirrors.parse_list,
        "sources": mirrors.parse_sources,
        "index": lambda text, path: archive.find_in_index(
            text.encode(), "zlib", path),
    }
    SEEDS = {
        "lock": GOOD,
        "packages": "# marker\nzlib >= 1.2 < 2\nlwip\n",
        "list": "deb [signed-by=/k arch=amd64] http://m/debian x main # c\n",
        "sources": "Types: deb\nURIs: http://m/debian\nSuites: a b\n"
                   "Components: main\nSigned-By: /a /b\n",
        "index": f"Package: zlib\nVersion: 1\nChecksums-Sha256:\n"
                 f" {'0' * 64} 1 zlib_1.orig.tar.gz\n",
    }
    PIECES = ["\n", "\n\n", " ", ":", "#", "\0", "é", ">= ", "< ", "[", "]",
              "Package: zlib\n", "Files:", "-", "9" * 5000, "\t", "\r\n"]

    def mutate(self, chance, text):
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(text) + 1)
            end = min(len(text), at + chance.choice([0, 0, 1, 3, 20]))
            text = text[:at] + chance.choice(self.PIECES) + text[end:]
        return text

    def test_mutated_files_give_results_or_messages_with_a_line(self):
        chance = random.Random(1)
        for name, parse in self.PARSERS.items():
            parse(self.SEEDS[name], "file")
            for _ in range(3000):
                text = self.mutate(chance, self.SEEDS[name])
                try:
                    parse(text, "file")
                except Failure as failure:
                    self.assertRegex(str(failure), r"^file:\d+: error: ")


if __name__ == "__main__":
    unittest.main()
