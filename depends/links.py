"""mirage/libraries/TARGET/NAME: links to built libraries, for the build."""

import os

from cache import locked


def _is_right(link, folder):
    return link.is_symlink() and os.readlink(link) == str(folder)


def _replace(link, folder):
    fresh = link.with_name(f".{link.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(folder)
    os.replace(fresh, link)


def update(path, folders):
    """Makes links to `folders`, by name; removes those to others."""
    path.mkdir(parents=True, exist_ok=True)
    with locked("links", quietly=True):
        for name, folder in folders.items():
            if not _is_right(path / name, folder):
                _replace(path / name, folder)
        for link in path.iterdir():
            if link.is_symlink() and link.name not in folders:
                link.unlink()
