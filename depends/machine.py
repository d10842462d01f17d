"""
For whom libraries are compiled: the files that tell Meson of the compiler and
the target, and what of this machine has a part in the result.
"""

import os
import subprocess
from pathlib import Path

from failure import Failure

# As the unikernel itself is compiled.
FLAGS = ["-ffunction-sections", "-fdata-sections", "-fstack-protector-strong"]
OPTIONS = ["-Dbuildtype=debugoptimized", "-Ddefault_library=static",
           "-Db_staticpic=false", "-Db_pie=false", "-Dwerror=false",
           "-Dwrap_mode=nodownload", "--prefix=/", "--libdir=lib",
           "--includedir=include"]
ENVIRONMENT = ("CC", "AR", "CFLAGS", "CPPFLAGS", "LDFLAGS")


def compiler():
    """Changes when the compiler does, or what Meson takes over of its own."""
    command = os.environ.get("CC", "cc").split()
    try:
        done = subprocess.run([*command, "--version"], capture_output=True,
                              text=True, errors="replace")
    except FileNotFoundError:
        raise Failure(f"the compiler '{command[0]}' is not there")
    values = [f"{name}={os.environ.get(name, '')}" for name in ENVIRONMENT]
    return done.stdout.partition("\n")[0] + " " + " ".join(values)


def _quote(text):
    return "'" + str(text).replace("\\", "\\\\").replace("'", "\\'") + "'"


def _constants(home, flags, folders):
    """
    What a machine file can use: `common`, the flags of every C file; `home`,
    the folder of mirage; and for each library it depends on the folder that
    has its include/ and lib/, such as `musl`.
    """
    lines = ["[constants]", f"home = {_quote(home)}",
             f"common = [{', '.join(map(_quote, flags))}]"]
    lines += [f"{name.replace('-', '_')} = {_quote(folder)}"
              for name, folder in folders.items()]
    return "\n".join(lines) + "\n"


def options(project, toolchain, folders, workshop, final):
    """
    Options of `meson setup`. `folders` are the built libraries below this one,
    by name; debug information names sources where they are kept for good.
    """
    flags = [*FLAGS, f"-ffile-prefix-map={workshop}={final}"]
    flags += [f"-I{folder}/include" for name, folder in folders.items()
              if not toolchain or name != toolchain.name]
    constants = workshop / "constants.ini"
    constants.write_text(_constants(project.home, flags, folders))
    kind = "--cross-file" if toolchain else "--native-file"
    return [*OPTIONS, kind, constants, kind, machine_file(project, toolchain)]


def machine_file(project, toolchain):
    if toolchain:
        return toolchain.machine_file(project.target)
    return Path(__file__).parent / "hosted.ini"
