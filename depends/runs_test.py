"""Runs at the same time, and runs that are stopped in the middle."""

import os
import signal
import time
import unittest

from end_to_end import HI_MESON, EndToEnd, setUpModule  # noqa: F401

# Waits in the middle of its build until a file is there.
SLOW_MESON = {"meson.build": HI_MESON["meson.build"]
              + "run_command('sh', '-c', 'touch \"$HERE/started\"; while ! "
                "test -e \"$HERE/go\"; do sleep 0.05; done', check: true)\n"}


class Runs(EndToEnd):
    def setUp(self):
        super().setUp()
        self.publish_hi()
        self.machine.add_overlay("hi", "Source: hi\n", SLOW_MESON)
        self.machine.environment["HERE"] = str(self.folder)
        self.machine.want("hi\n")
        self.succeed("lock")

    def start_slow_pull(self):
        process = self.machine.start("pull")
        self.addCleanup(self.end, process)
        while not (self.folder / "started").exists():
            self.assertIsNone(process.poll(), "pull ended too early")
            time.sleep(0.05)
        return process

    def end(self, process):
        (self.folder / "go").touch()
        if process.poll() is None:
            process.kill()
        process.stdout.close()
        process.wait()

    def test_a_second_run_waits_and_builds_nothing_again(self):
        first = self.start_slow_pull()
        second = self.machine.start("pull")
        self.addCleanup(self.end, second)
        waiting = second.stdout.readline()
        self.assertEqual(waiting,
                         "waiting for another 'make depends' to end\n")
        (self.folder / "go").touch()
        first.wait(60)
        self.assertEqual(second.communicate(timeout=60)[0], "")
        self.assertEqual((first.returncode, second.returncode), (0, 0),
                         first.stdout.read())
        self.assertTrue((self.machine.library("hi") / "lib").is_dir())

    def assert_stopped_by(self, number):
        process = self.start_slow_pull()
        process.send_signal(number)
        output, _ = process.communicate(timeout=60)
        self.assertEqual(process.returncode, -number, output)
        self.assertFalse(self.machine.library("hi").exists())
        (self.folder / "go").touch()
        self.assertIn("building hi", self.succeed("pull"))
        self.assertTrue((self.machine.library("hi") / "lib").is_dir())
        return output

    def test_an_interrupted_run_says_so_and_leaves_nothing_half_done(self):
        output = self.assert_stopped_by(signal.SIGINT)
        self.assertIn("interrupted. What was fetched and built so far is kept",
                      output)
        self.assertNotIn("Traceback", output)

    def test_a_terminated_run_leaves_nothing_half_done(self):
        self.assert_stopped_by(signal.SIGTERM)

    def test_a_killed_run_leaves_nothing_that_the_next_trusts(self):
        self.assert_stopped_by(signal.SIGKILL)
        self.assertEqual(
            os.listdir(self.machine.cache / "building"), [])


if __name__ == "__main__":
    unittest.main()
