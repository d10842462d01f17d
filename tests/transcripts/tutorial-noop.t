The tutorial's step 0: a unikernel that does nothing.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/noop
  $ mirage configure -t unix
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ make depends
  $ make build
  Building noop for unix...
  Your unikernel binary is now ready in ./dist/noop
  Execute the binary using ./dist/noop
  $ dist/noop
  $ echo $?
  0

The second and third step are the default target.

  $ make
  Your unikernel binary is now ready in ./dist/noop
  Execute the binary using ./dist/noop
  $ ls
  Makefile
  README.md
  _build
  compile_commands.json
  config.c
  dist
  expected
  meson.build
  mirage
  unikernel.c
