"""Prints the sources of musl that an image's C library is made of.

Everything, but for what the allocator chosen replaces, what an image starts
with instead, and assembly that makes system calls. A file for x86_64 takes
the place of the one of the same name for all.
"""
import pathlib
import sys

ARCHITECTURE = 'x86_64'
ALLOCATOR = 'oldmalloc'
FOLDERS = (
    'complex conf crypt ctype dirent env errno exit fcntl fenv internal ipc '
    'legacy linux locale malloc math misc mman mq multibyte network passwd '
    'prng process regex sched search select setjmp signal stat stdio stdlib '
    'string temp termios thread time unistd'
).split()
WITHOUT = {
    'env/__init_tls', 'env/__libc_start_main', 'env/__stack_chk_fail',
    'process/vfork', 'signal/restore', 'thread/clone',
    'thread/__set_thread_area', 'thread/__unmapself', 'thread/syscall_cp',
    'thread/pthread_cancel',
}


def sources_of(folder):
    """By name without ending, the general ones first and then replaced."""
    found = {}
    for place in (folder, folder / ARCHITECTURE):
        for path in sorted(place.glob('*.[csS]')):
            found[f'{folder.name}/{path.stem}'] = path
    return found


def main():
    root = pathlib.Path(sys.argv[1])
    found = {}
    for name in FOLDERS:
        found |= sources_of(root / 'src' / name)
    for name in WITHOUT:
        found.pop(name, None)
    found = list(found.values())
    found += sorted((root / 'src' / 'malloc' / ALLOCATOR).glob('*.c'))
    for path in found:
        print(path.relative_to(root))


main()
