import os
import subprocess
import unittest

from end_to_end import EndToEnd, setUpModule  # noqa: F401

PROGRAM = """\
#include <hi.h>
int main(void) { return hi(); }
"""


class Pull(EndToEnd):
    def setUp(self):
        super().setUp()
        self.publish_hi()
        self.machine.want("hi >= 1\n")

    def test_a_library_is_locked_fetched_built_and_can_be_linked(self):
        output = self.lock_and_pull()
        lines = [line for line in output.split("\n") if "%" not in line]
        self.assertEqual(lines, [
            "fetching the index of Debian trixie",
            "locked hi 1.0 (Debian trixie)",
            "fetching hi_1.0.orig.tar.gz (0.0 MB)",
            "building hi 1.0 for unix", ""])
        library = self.machine.library("hi")
        source, program = self.folder / "program.c", self.folder / "program"
        source.write_text(PROGRAM)
        subprocess.run(["cc", "-I", library / "include", "-o", program,
                        source, library / "lib/libhi.a"], check=True)
        self.assertEqual(subprocess.run([program]).returncode, 42)

    def test_a_second_time_nothing_is_done_and_no_archive_needed(self):
        self.lock_and_pull()
        (self.machine.sources / "debian.sources").unlink()
        self.assertEqual(self.lock_and_pull(), "")

    def test_another_project_of_the_user_does_not_build_it_again(self):
        self.lock_and_pull()
        first = os.readlink(self.machine.library("hi"))
        (self.folder / "second/mirage").mkdir(parents=True)
        self.machine.project = self.folder / "second"
        self.machine.environment["MIRAGE_PROJECT"] = \
            str(self.machine.project)
        self.machine.want("hi\n")
        self.assertEqual(self.lock_and_pull(),
                         "locked hi 1.0 (Debian trixie)\n")
        self.assertEqual(os.readlink(self.machine.library("hi")), first)


if __name__ == "__main__":
    unittest.main()
