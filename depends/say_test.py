import os
import pty
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from say import Progress
Progress.INTERVAL = 0
with Progress("building hi") as progress:
    progress.at(50)
"""


def on_terminal():
    """What the script writes to a terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [sys.executable, "-c", SCRIPT, str(HERE)])
    output = b""
    try:
        while piece := os.read(terminal, 1000):
            output += piece
    except OSError:  # the other end is closed
        pass
    os.close(terminal)
    os.waitpid(pid, 0)
    return output.decode()


class Progress(unittest.TestCase):
    def test_on_a_terminal_one_line_is_written_over(self):
        self.assertEqual(on_terminal().split("\r\x1b[K"),
                         ["", "building hi", "building hi  50 %",
                          "building hi\r\n"])

    def test_elsewhere_lines_are_plain(self):
        done = subprocess.run([sys.executable, "-c", SCRIPT, str(HERE)],
                              capture_output=True, text=True)
        self.assertEqual(done.stdout, "building hi\nbuilding hi  50 %\n")
        self.assertEqual(done.stderr, "")


if __name__ == "__main__":
    unittest.main()
