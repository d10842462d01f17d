"""
For whom libraries are compiled: the files that tell Meson of the compiler and
the target, and what of this machine has a part in the result.
"""

import os
import re
import shutil

from failure import Failure

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


def flags(project):
    """Those that the unikernel itself is compiled with."""
    clash = ["-fstack-clash-protection"] if project.is_hosted() else []
    return FLAGS + clash


def _constants(flags, folders):
    """
    What a cross file can use: `common`, the flags of every C file, and for
    each library that is depended on, by its name, the folder that has its
    include/ and lib/.
    """
    lines = ["[constants]", f"common = [{', '.join(map(_quote, flags))}]"]
    for name, folder in folders.items():
        lines.append(re.sub(r"\W", "_", name) + f" = {_quote(folder)}")
    return "\n".join(lines) + "\n"


NATIVE = "[built-in options]\nc_args = common\n"


def options(project, toolchain, folders, workshop, final):
    """
    Options of `meson setup`. `folders` are the built libraries below this one,
    by name; debug information names sources where they are kept for good.
    """
    common = [*flags(project), f"-ffile-prefix-map={workshop}={final}"]
    common += [f"-I{folder}/include" for name, folder in folders.items()
               if not toolchain or name != toolchain.name]
    file = workshop / "machine.ini"
    file.write_text(_constants(common, folders)
                    + machine_text(project, toolchain))
    return [*OPTIONS, "--cross-file" if toolchain else "--native-file", file]


def machine_text(project, toolchain):
    """How Meson builds with a C library, or with that of this machine."""
    if not toolchain:
        return NATIVE
    return toolchain.machine_file(project.target).read_text()
