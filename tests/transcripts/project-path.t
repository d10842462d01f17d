A project's folder may be called anything.

  $ . "$TESTDIR/helpers.sh"
  $ mkdir -p "my projects/größe $5 'n' \"more\""
  $ cd my*/*
  $ cp "$ROOT"/skeleton/tutorial/hello/*.c .
  $ mirage configure -t unix
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ make depends
  $ make build
  Building hello for unix...
  Your unikernel binary is now ready in ./dist/hello
  Execute the binary using ./dist/hello
  $ ./dist/hello 2>&1 | head -n 1
  ????-??-?? ??:??:?? +00:00: INF [application] hello (glob)
  $ mirage clean
  $ ls
  config.c
  unikernel.c

Nor need one be in it.

  $ cd ../..
  $ mirage configure -t unix -f my*/*/config.c
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ mirage build -f my*/*/config.c
  Building hello for unix...
  Your unikernel binary is now ready in ./dist/hello
  Execute the binary using ./dist/hello
  $ my*/*/dist/hello 2>&1 | head -n 1
  ????-??-?? ??:??:?? +00:00: INF [application] hello (glob)
