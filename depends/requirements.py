"""
What is wanted: names of libraries with bounds on their versions, and who wants
them. The unikernel's own stand in mirage/NAME-TARGET.packages, which the tool
writes, one a line:

    zlib >= 1.2 < 2
"""

import re
from typing import NamedTuple

from deb822 import decode
from failure import Failure, fail_at
from versions import Bounds, parse_bounds

NAME = r"[a-z0-9][a-z0-9+._-]*"
LINE = re.compile(rf"({NAME})((?: .*)?)")


class Requirement(NamedTuple):
    name: str
    bounds: Bounds
    path: str  # where it is wanted
    line: int

    def fail(self, message):
        fail_at(self.path, self.line, message)

    def __str__(self):
        return f"{self.name} {self.bounds}".strip()


def parse_line(text, path, line):
    match = LINE.fullmatch(text.strip())
    if not match:
        fail_at(path, line, "expected the name of a package and its bounds, "
                            f"found '{text.strip()[:60]}'")
    return Requirement(match[1], parse_bounds(match[2], path, line), path,
                       line)


def parse(text, path):
    return [parse_line(line, path, number)
            for number, line in enumerate(text.split("\n"), 1)
            if line.strip() and not line.startswith("#")]


def read(project):
    """All packages of the unikernel."""
    path = project.packages_path()
    shown = project.shown(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise Failure(f"{shown} is not there: run 'mirage configure' first")
    return parse(decode(data, shown), shown)


def libraries(project):
    """
    Those that come from elsewhere; packages of mirage itself are compiled with
    the unikernel.
    """
    return [wanted for wanted in read(project)
            if not (project.home / "packages" / wanted.name).is_dir()]
