import shutil
import subprocess
import unittest

from end_to_end import HI_MESON, EndToEnd, setUpModule  # noqa: F401

# A C library with one function, for a target of that name.
LIBC = "Source: tinyc\nToolchain: hvt spt\nTargets: hvt spt\n"
LIBC_MESON = {
    "meson.build": "project('tinyc', 'c')\n"
                   "assert(not meson.is_cross_build())\n"
                   "static_library('c', 'c.c', install: true)\n"
                   "install_headers('tiny.h')\n",
    "cross.ini": "[binaries]\nc = 'gcc'\nar = 'ar'\n[host_machine]\n"
                 "system = 'none'\ncpu_family = 'x86_64'\ncpu = 'x86_64'\n"
                 "endian = 'little'\n[built-in options]\n"
                 "c_args = common + ['-nostdinc', '-ffreestanding', "
                 "'-isystem', tinyc / 'include']\n"
                 "[properties]\nskip_sanity_check = true\n"}
LIBC_FILES = {"c.c": "int tiny(void) { return 7; }\n",
              "tiny.h": "int tiny(void);\n#define TINY 1\n"}


class Toolchain(EndToEnd):
    def setUp(self):
        super().setUp()
        self.archive.add_library("tinyc", "1.0", LIBC_FILES)
        self.archive.add_library("hi", "1.0", {
            "hi.c": "#include <tiny.h>\nint hi(void) { return TINY; }\n",
            "hi.h": "int hi(void);\n"})
        self.archive.publish()
        self.machine.add_overlay("tinyc", LIBC, LIBC_MESON)
        self.machine.add_overlay("hi", "Source: hi\n", HI_MESON)

    def test_the_c_library_comes_first_and_all_others_are_built_with_it(self):
        self.machine.want("hi\n", target="hvt")
        output = self.lock_and_pull()
        self.assertEqual([line for line in output.split("\n")
                          if line.startswith("building")],
                         ["building tinyc 1.0 for hvt",
                          "building hi 1.0 for hvt"])
        for name in ("tinyc/lib/libc.a", "hi/lib/libhi.a"):
            self.assertTrue((self.machine.library("") / name).is_file())

    def test_a_target_needs_its_c_library_even_if_nobody_says_so(self):
        self.machine.want("", target="hvt")
        self.assertIn("locked tinyc", self.lock_and_pull())
        self.assertTrue(self.machine.library("tinyc").exists())

    def test_disabling_overlays_leaves_the_c_library(self):
        self.machine.want("", target="hvt")
        self.assertIn("locked tinyc", self.succeed("lock", "--no-extra-repo"))
        self.machine.want("hi\n", target="hvt")
        self.fail_with("the package 'hi' comes from the overlay repository",
                       "lock", "--no-extra-repo")

    def test_a_unikernel_of_the_machine_itself_does_without(self):
        self.machine.want("hi\n")
        self.assertNotIn("tinyc", self.succeed("lock"))

    def test_targets_that_are_compiled_for_alike_share_libraries(self):
        self.machine.want("hi\n", target="hvt")
        self.lock_and_pull()
        self.machine.want("hi\n", target="spt")
        self.assertNotIn("building", self.lock_and_pull())
        self.assertTrue(self.machine.library("hi").exists())

    def test_a_change_of_the_c_library_builds_all_again(self):
        self.machine.want("hi\n", target="hvt")
        self.lock_and_pull()
        first = self.machine.library("hi").readlink()
        self.machine.add_overlay("tinyc", LIBC, {
            **LIBC_MESON, "tiny.h": "int tiny(void);\n#define TINY 2\n"})
        self.assertIn("building hi", self.succeed("pull"))
        self.assertNotEqual(self.machine.library("hi").readlink(), first)


class Patches(EndToEnd):
    """Debian's own, which are in another file of the source package."""

    def setUp(self):
        super().setUp()
        if not shutil.which("patch"):
            self.skipTest("patch is not there")
        from fake_archive import tar
        fix = ("--- a/hi.c\n+++ b/hi.c\n@@ -1 +1 @@\n"
               "-int hi(void) { return 1; }\n+int hi(void) { return 2; }\n")
        worse = fix.replace("return 1", "return 2").replace(
            "+int hi(void) { return 2", "+int hi(void) { return 3")
        self.archive.add("hi", "1.0-1", {
            "hi_1.0.orig.tar.gz": tar({
                "hi/hi.c": "int hi(void) { return 1; }\n",
                "hi/hi.h": "int hi(void);\n"}),
            "hi_1.0-1.debian.tar.gz": tar({
                "debian/patches/series": "# in order\nfix.patch\nworse -p1\n",
                "debian/patches/fix.patch": fix,
                "debian/patches/worse": worse})})
        self.archive.publish()
        self.machine.want("hi\n")

    def source(self, patches):
        self.machine.add_overlay("hi", f"Source: hi\n{patches}", HI_MESON)
        self.lock_and_pull()
        return (self.machine.library("hi") / "source/hi.c").read_text()

    def test_none_is_applied_unless_the_overlay_says_so(self):
        self.assertIn("return 1", self.source(""))

    def test_all_in_the_order_of_their_series(self):
        self.assertIn("return 3", self.source("Patches: debian\n"))

    def test_those_that_are_named(self):
        self.assertIn("return 2", self.source("Patches: fix.patch\n"))

    def test_one_that_is_not_there(self):
        self.machine.add_overlay("hi", "Source: hi\nPatches: no.patch\n",
                                 HI_MESON)
        self.succeed("lock")
        self.fail_with("Debian's sources have no patch 'no.patch'", "pull")

    def test_one_that_does_not_apply(self):
        self.machine.add_overlay("hi", "Source: hi\nPatches: worse\n",
                                 HI_MESON)
        self.succeed("lock")
        self.fail_with("the patch worse cannot be applied", "pull")


class Sources(EndToEnd):
    def test_only_a_folder_of_the_sources(self):
        self.archive.add_library("big", "1.0", {
            "deps/hi/hi.c": "int hi(void) { return 1; }\n",
            "deps/hi/hi.h": "int hi(void);\n", "deps/other": ""})
        self.archive.publish()
        self.machine.add_overlay("hi", "Source: big\nFolder: deps/hi\n",
                                 HI_MESON)
        self.machine.want("hi\n")
        self.lock_and_pull()
        self.assertEqual(
            sorted(path.name for path in
                   (self.machine.library("hi") / "source").iterdir()),
            ["hi.c", "hi.h", "meson.build"])

    def test_libraries_find_the_headers_of_those_below_them(self):
        self.publish_hi()
        self.archive.add_library("top", "1.0", {
            "top.c": "#include <hi.h>\nint top(void) { return hi(); }\n",
            "top.h": "int top(void);\n"})
        self.archive.publish()
        self.machine.add_overlay("top", "Source: top\nDepends: hi\n", {
            "meson.build": HI_MESON["meson.build"].replace("hi", "top")})
        self.machine.want("top\n")
        self.lock_and_pull()

    def test_sources_are_where_debuggers_look_for_them(self):
        self.publish_hi()
        self.machine.want("hi\n")
        self.lock_and_pull()
        archive = self.machine.library("hi") / "lib/libhi.a"
        self.assertIn(str(self.machine.library("hi").readlink()).encode(),
                      subprocess.run(["strings", archive], check=True,
                                     capture_output=True).stdout)


if __name__ == "__main__":
    unittest.main()
