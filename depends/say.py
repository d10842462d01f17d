"""What these programs tell while they work, and how far they have come."""

import os
import sys
import time


def verbosity():
    return os.environ.get("MIRAGE_VERBOSITY", "warning")


def tell(text):
    """Something done that the user wants to know of."""
    if verbosity() != "quiet":
        print(text, flush=True)


def info(text):
    if verbosity() in ("info", "debug"):
        print(f"mirage: [INFO] {text}", file=sys.stderr, flush=True)


def warn(text):
    if verbosity() not in ("quiet", "error"):
        print(f"mirage: [WARNING] {text}", file=sys.stderr, flush=True)


class Progress:
    """
    A task that may take more than a second. On a terminal one line that says
    how far it is while it advances; elsewhere a plain line at the start, and
    another one now and then if it takes long.
    """

    INTERVAL = 10  # seconds between plain lines

    def __init__(self, text):
        self.text = text
        self.live = sys.stderr.isatty() and verbosity() != "quiet"
        self.told = time.monotonic()

    def __enter__(self):
        if self.live:
            self._show(self.text)
        else:
            tell(self.text)
        return self

    def __exit__(self, *_):
        if self.live:
            self._show(self.text + "\n")

    def at(self, percent):
        text = f"{self.text} {percent:3.0f} %"
        if self.live:
            self._show(text)
        elif time.monotonic() - self.told >= self.INTERVAL:
            self.told = time.monotonic()
            tell(text)

    def _show(self, text):
        """In place of what stood on the line, if that was not too long."""
        width = os.get_terminal_size(sys.stderr.fileno()).columns or 80
        if len(text) >= width and not text.endswith("\n"):
            text = "…" + text[2 - width:]
        sys.stderr.write(f"\r\033[K{text}")
        sys.stderr.flush()
