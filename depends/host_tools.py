"""Programs of the machine that a build needs, and the packages they are in."""

import os
import shutil
import subprocess
import sys
from typing import NamedTuple

from failure import Failure
from say import tell


class Tool(NamedTuple):
    program: str  # found on the PATH, or a file if it begins with '/'
    package: str
    reason: str


ALWAYS = (
    Tool("cc", "gcc", "compiles unikernels"),
    Tool("meson", "meson", "describes the build"),
    Tool("ninja", "ninja-build", "builds what Meson describes"),
)
FOR_LIBRARIES = (
    Tool("apt-get", "apt", "fetches sources"),
    Tool("gpgv", "gpgv", "verifies the archive's signature"),
    Tool("/usr/share/keyrings/debian-archive-keyring.gpg",
         "debian-archive-keyring", "the archive's public keys"),
    Tool("tar", "tar", "unpacks sources"),
    Tool("xz", "xz-utils", "unpacks sources"),
    Tool("bzip2", "bzip2", "unpacks sources"),
)
FOR_PATCHES = (Tool("patch", "patch", "applies Debian's patches"),)
FOR_GIT = (Tool("git", "git", "fetches repositories of overlays"),)
FOR_TARGET = {
    "virtio": (Tool("qemu-system-x86_64", "qemu-system-x86",
                    "runs the unikernel"),),
}


def needed(project, overlays, git):
    """All tools for a project with these overlays."""
    tools = [*ALWAYS, *FOR_TARGET.get(project.target, ())]
    if overlays:
        tools += FOR_LIBRARIES
    if git:
        tools += FOR_GIT
    for overlay in overlays:
        tools += FOR_PATCHES if overlay.patches else ()
        tools += [Tool(program, package, f"builds {overlay.name}")
                  for program, package in overlay.tools()]
    return tools


def _is_there(tool):
    if tool.program.startswith("/"):
        return os.path.exists(tool.program)
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    return shutil.which(tool.program, path=path) is not None


def missing(tools):
    """Those that are not there, one a package."""
    found = {tool.package: tool for tool in tools if not _is_there(tool)}
    return [found[package] for package in sorted(found)]


def listing(tools):
    width = max(len(tool.package) for tool in tools)
    return "\n".join(f"  {tool.package:<{width}}  {tool.reason}"
                     for tool in tools)


# ---- installing them ----


def _as_root(command):
    """The command, made root's; sudo asks only where somebody can answer."""
    if os.geteuid() == 0:
        return command
    if not shutil.which("sudo"):
        return None
    ask = [] if sys.stdin.isatty() else ["--non-interactive"]
    return ["sudo", *ask, *command]


def _run(command):
    print("$ " + " ".join(command), flush=True)
    return subprocess.run(command).returncode == 0


def _install_command(tools):
    return ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install",
            "--yes", "--quiet", "--no-install-recommends",
            *(tool.package for tool in tools)]


def by_hand(tools):
    return "apt-get install " + " ".join(tool.package for tool in tools)


def install(tools):
    """Says what and why, and installs it."""
    tell("These Debian packages are missing, and are now installed:\n"
         + listing(tools))
    command = _as_root(_install_command(tools))
    if not command:
        raise Failure("installing them needs root, and there is no sudo: as "
                      f"root, run '{by_hand(tools)}'")
    update = _as_root(["apt-get", "update", "--quiet"])
    if not _run(command) and not (_run(update) and _run(command)):
        raise Failure("the packages could not be installed, see above: as "
                      f"root, run '{by_hand(tools)}', or configure with "
                      "--no-depext to see to it yourself")
    still = missing(tools)
    if still:
        raise Failure("these are still missing:\n" + listing(still))
