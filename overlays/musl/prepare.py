"""Makes the headers that musl's own Makefile makes, and takes the compiler's.

    prepare.py SOURCES FOLDER COMPILER...

musl has the headers of the C standard; those for the processor's special
instructions, and stdatomic.h, are the compiler's.
"""
import pathlib
import re
import shutil
import subprocess
import sys


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def system_call_numbers(text):
    """The numbers under both of their names."""
    lines = [line for line in text.splitlines() if '__NR_' in line]
    return text + '\n'.join(re.sub('__NR_', 'SYS_', line, count=1)
                            for line in lines) + '\n'


def take_compiler_headers(compiler, folder):
    said = subprocess.run([*compiler, '-print-file-name=include'], check=True,
                          capture_output=True, text=True).stdout.strip()
    shutil.copytree(said, folder, dirs_exist_ok=True)


def main():
    root, out = map(pathlib.Path, sys.argv[1:3])
    arch = root / 'arch' / 'x86_64' / 'bits'
    types = subprocess.run(
        ['sed', '-f', root / 'tools' / 'mkalltypes.sed',
         arch / 'alltypes.h.in', root / 'include' / 'alltypes.h.in'],
        check=True, capture_output=True, text=True).stdout
    write(out / 'bits' / 'alltypes.h', types)
    write(out / 'bits' / 'syscall.h',
          system_call_numbers((arch / 'syscall.h.in').read_text()))
    write(out / 'version.h',
          f'#define VERSION "{(root / "VERSION").read_text().strip()}"\n')
    take_compiler_headers(sys.argv[3:], root / 'mirage' / 'compiler')


main()
