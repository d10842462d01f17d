"""
apt, run with a configuration of our own: no root, and none of the machine's
apt state is touched. It verifies signatures, resumes, and knows the machine's
proxies. What it says when it fails is turned into what the user can do.
"""

import os
import re
import subprocess
import threading

from failure import FULL_DISK, Failure, MissingFile
from say import info

CONFIGURATION = """\
Dir::State "{folder}/state";
Dir::State::Lists "{folder}/state/lists";
Dir::State::status "/dev/null";
Dir::Cache "{folder}/cache";
Dir::Etc::SourceList "{folder}/sources.list";
Dir::Etc::SourceParts "-";
Dir::Etc::Preferences "-";
Dir::Etc::PreferencesParts "-";
APT::Sandbox::User "root";
Acquire::GzipIndexes "false";
Acquire::PDiffs "false";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "30";
Acquire::https::Timeout "30";
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
"""

MISSING_FILE = "the mirror does not have this file"

# What apt says, and what it means for the user. The first that fits counts.
CAUSES = (
    (r"No space left|Disk quota exceeded|have enough free space",
     "{folder}: " + FULL_DISK),
    (r"NO_PUBKEY|isn't signed|is not signed|couldn't be verified|"
     r"verification failed|invalid signature|BADSIG|EXPKEYSIG|NODATA|"
     r"At least one invalid signature",
     "the archive's signature cannot be verified: see that the package "
     "debian-archive-keyring is up to date"),
    (r"Release file.*(expired|not valid yet)",
     "the archive's index is too old or the machine's clock is wrong"),
    (r"resolving|resolve|connect|Connection|timed out|unreachable|"
     r"Could not wait for server",
     "the mirror cannot be reached: check the network and apt's proxy "
     "settings, then run this again; what was fetched so far is kept"),
    (r"Hash Sum mismatch|unexpected size|mirror sync in progress",
     "the mirror's files do not agree with its signed index: it may be in "
     "the middle of an update, try again later"),
    (r"does not have a Release file|no longer has a Release file|"
     r"404 .*InRelease|File not found.*InRelease",
     "the mirror does not have this suite"),
    (r"source/Sources|doesn't have the component|Skipping acquire",
     "the mirror carries no sources: use one with deb-src"),
    (r"404 +Not Found|File not found", MISSING_FILE),
)


def _progress(line):
    """The percentage in a line of apt's status, or None."""
    match = re.match(r"(?:dl|pm)status:[^:]*:([0-9.]+):", line)
    return float(match[1]) if match else None


def _watch(stream, progress):
    for line in stream:
        percent = _progress(line)
        if percent is not None and progress:
            progress.at(percent)


def _explain(errors, folder):
    for pattern, meaning in CAUSES:
        if re.search(pattern, errors):
            return meaning.format(folder=folder)
    return "apt-get failed"


def _complaints(output):
    """The lines in which apt says what is wrong, without the noise."""
    lines = [line for line in output.split("\n")
             if line.startswith(("E: ", "W: ", "Err:", "  "))]
    return "\n".join(f"    {line.strip()}" for line in lines[:8])


def run(folder, arguments, what, progress=None, cwd=None):
    """Runs apt-get; `what` begins the message if it fails."""
    reader, writer = os.pipe()
    command = ["apt-get", "-c", f"{folder}/apt.conf", "-q",
               "-o", f"APT::Status-Fd={writer}", *arguments]
    info("running " + " ".join(command))
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, errors="replace", cwd=cwd,
            pass_fds=[writer], env={**os.environ, "LC_ALL": "C"})
    except FileNotFoundError:
        raise Failure("apt-get is not there: third-party sources come from "
                      "Debian's archive by means of apt")
    finally:
        os.close(writer)
    with os.fdopen(reader, errors="replace") as status:
        watcher = threading.Thread(target=_watch, args=(status, progress))
        watcher.start()
        try:
            output, _ = process.communicate()
        finally:
            process.terminate()  # of use if this is interrupted
            watcher.join()
    if process.returncode != 0:
        cause = _explain(output, folder)
        kind = MissingFile if cause == MISSING_FILE else Failure
        raise kind(f"{what}: {cause}\n{_complaints(output)}")
