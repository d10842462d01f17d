`mirage clean` leaves what the user wrote, and nothing else.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/hello
  $ find . | sort >../before
  $ mirage configure -t unix
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ make >/dev/null
  Building hello for unix...
  $ find . -maxdepth 2 | sort
  .
  ./Makefile
  ./README.md
  ./_build
  ./_build/.mirage
  ./_build/config
  ./_build/default
  ./compile_commands.json
  ./config.c
  ./dist
  ./dist/hello
  ./expected
  ./meson.build
  ./mirage
  ./mirage/context
  ./mirage/hello-unix.lock
  ./mirage/hello-unix.packages
  ./mirage/key_gen.c
  ./mirage/main.c
  ./mirage/placed
  ./mirage/start.gen.h
  ./mirage/unikernel.gen.h
  ./unikernel.c
  $ mirage clean
  $ find . | sort | diff ../before -
  $ mirage clean

Files of the user's own in folders of the tool's stay.

  $ mirage configure -t unix
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ make >/dev/null
  Building hello for unix...
  $ echo 'all: ; @echo mine' >Makefile
  $ touch dist/notes mirage/notes
  $ mirage configure -t unix
  mirage: [WARNING] Makefile was not made by mirage: it stays as it is
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ mirage clean
  $ find . | sort | comm -13 ../before -
  ./Makefile
  ./dist
  ./dist/notes
  ./mirage
  ./mirage/notes
  $ make
  mine
