"""From verified files to a folder of sources, patched as the overlay says."""

import shutil
import subprocess

import cache
from failure import Failure


def _untar(path, into, members=()):
    into.mkdir()
    command = ["tar", "--extract", "--file", path, "--no-same-owner",
               "--no-same-permissions", "--directory", into, "--wildcards",
               "--", *members]
    done = subprocess.run(command, capture_output=True, text=True,
                          errors="replace", env={"PATH": "/usr/bin:/bin"})
    if done.returncode != 0:
        raise Failure(f"cannot unpack {path}:\n{done.stderr.strip()}"
                      + cache.full_disk_hint(into))


def _top(folder):
    """The one folder that most archives have at their top, or all of it."""
    entries = list(folder.iterdir())
    return entries[0] if len(entries) == 1 and entries[0].is_dir() else folder


def _unpack_original(overlay, file, folder):
    only = overlay.only_folder
    path = cache.source_path(file)
    _untar(path, folder, [f"*/{only}"] if only else [])
    top = _top(folder)
    return top / only if only else top


def _wanted_patches(overlay, debian):
    patches = debian / "patches"
    if overlay.patches != ["debian"]:
        return [patches / name for name in overlay.patches]
    lines = (patches / "series").read_text().split("\n")
    return [patches / line.split()[0] for line in lines
            if line.strip() and not line.startswith("#")]


def _apply(patch, folder):
    if not patch.is_file():
        raise Failure(f"Debian's sources have no patch '{patch.name}'")
    try:
        done = subprocess.run(["patch", "-p1", "--batch", "--silent", "-i",
                               patch], cwd=folder, capture_output=True,
                              text=True, errors="replace")
    except FileNotFoundError:
        raise Failure("patch is not there: install the package patch")
    if done.returncode != 0:
        raise Failure(f"the patch {patch.name} cannot be applied:\n"
                      f"{done.stdout}{done.stderr}".strip())


def _lay_over(overlay, folder):
    """The overlay's own files."""
    for name in overlay.files():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(overlay.folder / name, folder / name)


def unpack(overlay, files, workshop):
    """The sources of a library, ready to be built: workshop/source."""
    source = workshop / "source"
    originals = [file for file in files if file.is_original()]
    for i, file in enumerate(originals):
        top = _unpack_original(overlay, file, workshop / f"original{i}")
        shutil.copytree(top, source, symlinks=True, dirs_exist_ok=True)
    for file in files:
        if file.is_packaging():
            _untar(cache.source_path(file), workshop / "debian")
            for patch in _wanted_patches(overlay,
                                         workshop / "debian" / "debian"):
                _apply(patch, source)
    _lay_over(overlay, source)
    return source
