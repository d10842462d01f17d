"""
For whom libraries are compiled: the files that tell Meson of the compiler and
the target, and what of this machine has a part in the result.
"""

import os
import re
import shutil
from pathlib import Path

from failure import Failure

# As the unikernel itself is compiled.
FLAGS = ["-ffunction-sections", "-fdata-sections", "-fstack-protector-strong"]
OPTIONS = ["-Dbuildtype=debugoptimized", "-Ddefault_library=static",
           "-Db_staticpic=false", "-Db_pie=false", "-Dwerror=false",
           "-Dwrap_mode=nodownload", "--prefix=/", "--libdir=lib",
           "--includedir=include"]
ENVIRONMENT = ("CC", "AR", "CFLAGS", "CPPFLAGS", "LDFLAGS")


def _identify(program):
    """Changes when the program does."""
    path = shutil.which(program)
    if not path:
        raise Failure(f"the compiler '{program}' is not there")
    stat = os.stat(path)
    return f"{os.path.realpath(path)} {stat.st_size} {stat.st_mtime_ns}"


def compiler():
    """Changes when a compiler does, or what Meson takes over of its own."""
    programs = {os.environ.get("CC", "cc").split()[0], "gcc"}
    values = [f"{name}={os.environ.get(name, '')}" for name in ENVIRONMENT]
    return " ".join([*map(_identify, sorted(programs)), *values])


def _quote(text):
    return "'" + str(text).replace("\\", "\\\\").replace("'", "\\'") + "'"


def _constants(flags, folders):
    """
    What a machine file can use: `common`, the flags of every C file, and for
    each library that is depended on, by its name, the folder that has its
    include/ and lib/.
    """
    lines = ["[constants]", f"common = [{', '.join(map(_quote, flags))}]"]
    for name, folder in folders.items():
        lines.append(re.sub(r"\W", "_", name) + f" = {_quote(folder)}")
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
    constants.write_text(_constants(flags, folders))
    kind = "--cross-file" if toolchain else "--native-file"
    return [*OPTIONS, kind, constants, kind, machine_file(project, toolchain)]


def machine_file(project, toolchain):
    if toolchain:
        return toolchain.machine_file(project.target)
    return Path(__file__).parent / "hosted.ini"
