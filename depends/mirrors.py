"""
Where this machine gets Debian from: its mirrors, as configured for apt in
/etc/apt/sources.list and /etc/apt/sources.list.d, in either format.
"""

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import deb822
from failure import Failure

KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
SUITES = ("bullseye", "bookworm", "trixie", "forky", "duke", "oldoldstable",
          "oldstable", "stable", "testing", "sid", "unstable")
SUITE = re.compile(rf"({'|'.join(SUITES)})(|-updates|-security)")
ONE_LINE = re.compile(r"deb(?:-src)?\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+(.+)")


class Entry(NamedTuple):
    """One suite at one mirror."""
    uri: str
    suite: str
    components: list
    keyrings: list  # files that the machine trusts for it
    path: str
    line: int


def _keyring_files(text):
    return [word for word in re.split(r"[\s,]+", text or "")
            if word.startswith("/")]


def parse_list(text, path):
    """Entries of a *.list file, one a line."""
    entries = []
    for number, line in enumerate(text.split("\n"), 1):
        match = ONE_LINE.fullmatch(line.partition("#")[0].strip())
        if match:
            options = dict(word.partition("=")[::2]
                           for word in (match[1] or "").split())
            entries.append(Entry(match[2], match[3], match[4].split(),
                                 _keyring_files(options.get("signed-by")),
                                 path, number))
    return entries


def parse_sources(text, path):
    """Entries of a *.sources file: paragraphs."""
    entries = []
    for paragraph in deb822.parse(text, path):
        if paragraph.get("Enabled", "yes").lower() in ("no", "false", "off"):
            continue
        for uri in paragraph.words("URIs"):
            for suite in paragraph.words("Suites"):
                entries.append(Entry(
                    uri, suite, paragraph.words("Components"),
                    _keyring_files(paragraph.get("Signed-By")),
                    path, paragraph.line_of("URIs")))
    return entries


def _apt_paths():
    """Where apt says that its lists of sources are."""
    command = ["apt-config", "shell", "LIST", "Dir::Etc::sourcelist/f",
               "PARTS", "Dir::Etc::sourceparts/d"]
    try:
        output = subprocess.run(command, capture_output=True, text=True).stdout
    except FileNotFoundError:
        raise Failure("apt-config is not there: third-party sources come "
                      "from Debian's archive by means of apt")
    found = dict(re.findall(r"(\w+)='([^']*)'", output))
    parts = sorted(Path(found.get("PARTS", "/nonexistent")).glob("*"))
    return [Path(found.get("LIST", "/nonexistent")), *parts]


def entries():
    """All entries of the machine."""
    parsers = {".list": parse_list, ".sources": parse_sources}
    found = []
    for path in _apt_paths():
        parser = parsers.get(path.suffix)
        if parser and path.is_file():
            text = deb822.decode(path.read_bytes(), str(path))
            found += parser(text, str(path))
    return found


def debian_entries():
    """
    Those that are Debian's own: by the names of their suites, and of several
    such with the folder's usual name before others, as vendors of single
    programs may call their suite stable too.
    """
    found = [entry for entry in entries()
             if SUITE.fullmatch(entry.suite) and "main" in entry.components
             and not entry.uri.startswith("cdrom:")]
    usual = [entry for entry in found
             if re.search(r"/debian(-security)?/*$", entry.uri)]
    return usual or found


def for_suite(suite):
    """
    The same mirrors with another suite, updates and security fixes included
    where the machine takes them: pairs of (entry, name of the suite there).
    """
    found = {}
    for entry in debian_entries():
        kind = SUITE.fullmatch(entry.suite)[2]
        found.setdefault(kind, (entry, suite + kind))
    if "" not in found:
        looked = ", ".join(map(str, _apt_paths())) or "/etc/apt"
        raise Failure("there is no mirror of Debian among this machine's apt "
                      f"sources (looked in {looked}). Third-party sources "
                      "come from Debian: add a line such as 'deb MIRROR "
                      f"{suite} main' to one of these files")
    return list(found.values())
