import os
import shutil
import unittest
from pathlib import Path
from unittest import mock

import host_tools
from end_to_end import HI_MESON, EndToEnd, setUpModule  # noqa: F401
from failure import Failure
from host_tools import Tool

# Stands for apt-get: writes down what it is told, and makes the programs.
APT_GET = """\
#!/bin/sh
echo "$@" >>"$0.log"
[ "$1" = install ] || { touch "$0.updated"; exit 0; }
[ "$FAKE_OLD_LISTS" = no ] || [ -e "$0.updated" ] || {
    echo "E: Unable to locate package" >&2; exit 100; }
[ "$FAKE_BROKEN" = yes ] && exit 100
for program in frobnicate grind; do
    printf '#!/bin/sh\\n' >"${0%/*}/$program"
    chmod +x "${0%/*}/$program"
done
"""


class Depext(EndToEnd):
    """Nothing is installed: apt-get and sudo are ours."""

    def setUp(self):
        super().setUp()
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        self.add_program("apt-get", APT_GET)
        self.machine.environment.update(
            PATH=f"{self.bin}:{os.environ['PATH']}", FAKE_OLD_LISTS="no")
        self.machine.add_overlay(
            "hi", "Source: hi\nTools: frobnicate, grind (grinder), sh\n",
            HI_MESON)
        self.machine.want("hi\n")

    def add_program(self, name, text):
        path = self.bin / name
        path.write_text(text)
        path.chmod(0o755)

    def asked(self):
        log = self.bin / "apt-get.log"
        return log.read_text() if log.exists() else ""

    def need_root(self):
        if os.geteuid() != 0:
            self.skipTest("sudo would be asked")

    def test_missing_tools_are_told_of_and_installed(self):
        self.need_root()
        output = self.succeed("depext")
        self.assertTrue(output.startswith(
            "These Debian packages are missing, and are now installed:\n"
            "  frobnicate  builds hi\n  grinder     builds hi\n"), output)
        self.assertEqual(self.asked(), "install --yes --quiet "
                         "--no-install-recommends frobnicate grinder\n")

    def test_what_is_there_is_not_installed(self):
        self.need_root()
        self.succeed("depext")
        self.assertEqual(self.succeed("depext"), "")
        self.assertEqual(self.asked().count("install"), 2)

    def test_lists_of_packages_that_are_old_are_updated_first(self):
        self.need_root()
        self.machine.environment["FAKE_OLD_LISTS"] = "yes"
        self.succeed("depext")
        self.assertEqual([line.split()[0] for line in
                          self.asked().splitlines()],
                         ["install", "update", "install"])

    def test_what_cannot_be_installed(self):
        self.need_root()
        self.machine.environment["FAKE_BROKEN"] = "yes"
        self.fail_with("could not be installed, see above: as root, run "
                       "'apt-get install frobnicate grinder', or configure "
                       "with --no-depext", "depext")

    def test_no_depext_only_lists_them(self):
        output = self.succeed("depext", "--no-depext")
        self.assertEqual(
            output, "These Debian packages are missing, and --no-depext leaves"
            " their installation to you:\n  frobnicate  builds hi\n"
            "  grinder     builds hi\n"
            "As root, run: apt-get install frobnicate grinder\n")
        self.assertEqual(self.asked(), "")

    def test_a_unikernel_without_libraries_needs_none_of_them(self):
        self.machine.want("")
        self.assertEqual(self.succeed("depext"), "")


class Root(unittest.TestCase):
    """How root's rights are come by, without being root or not."""

    def as_root(self, uid, sudo, terminal):
        with mock.patch.object(os, "geteuid", return_value=uid), \
                mock.patch.object(shutil, "which", return_value=sudo), \
                mock.patch("sys.stdin.isatty", return_value=terminal):
            return host_tools._as_root(["x"])

    def test_root_needs_no_sudo(self):
        self.assertEqual(self.as_root(0, None, False), ["x"])

    def test_sudo_asks_only_on_a_terminal(self):
        self.assertEqual(self.as_root(1, "/usr/bin/sudo", True),
                         ["sudo", "x"])
        self.assertEqual(self.as_root(1, "/usr/bin/sudo", False),
                         ["sudo", "--non-interactive", "x"])

    def test_without_sudo_the_user_is_told_what_to_run(self):
        tool = Tool("frob", "frobnicate", "builds hi")
        with mock.patch.object(host_tools, "_as_root", return_value=None), \
                mock.patch("builtins.print"), \
                self.assertRaisesRegex(Failure, "there is no sudo: as root, "
                                       "run 'apt-get install frobnicate'"):
            host_tools.install([tool])


class Needed(unittest.TestCase):
    def packages(self, target, *overlays):
        project = mock.Mock(target=target)
        return {tool.package
                for tool in host_tools.needed(project, overlays, git=False)}

    def overlay(self, tools=(), patches=()):
        overlay = mock.Mock(patches=patches)
        overlay.tools.return_value = tools
        return overlay

    def test_compiler_and_build_tools_always(self):
        self.assertEqual(self.packages("unix"),
                         {"gcc", "meson", "ninja-build"})

    def test_what_runs_the_unikernel_for_its_target(self):
        self.assertIn("qemu-system-x86", self.packages("virtio"))

    def test_what_fetches_and_unpacks_for_libraries(self):
        packages = self.packages("unix", self.overlay([("nasm", "nasm")]))
        self.assertLessEqual({"gpgv", "xz-utils", "nasm",
                              "debian-archive-keyring"}, packages)
        self.assertNotIn("patch", packages)

    def test_patch_for_those_with_patches(self):
        self.assertIn("patch", self.packages(
            "unix", self.overlay(patches=["debian"])))


class Names(unittest.TestCase):
    def test_tools_are_the_same_in_the_table_of_the_set_up(self):
        """A checkout's own set-up installs what depext always wants."""
        setup = Path(__file__).parent.parent / "scripts/setup"
        if not setup.exists():
            self.skipTest("no checkout")
        for tool in host_tools.ALWAYS:
            self.assertRegex(setup.read_text(), rf"\n\w+ +{tool.package} ")


if __name__ == "__main__":
    unittest.main()
