An installed mirage builds a project anywhere.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/hello-key "my project"
  $ cd ..
  $ make -C "$ROOT" BUILD="$(basename "$BUILD")" >/dev/null
  $ "$ROOT/scripts/install" "$BUILD" /usr "$PWD/staging area"
  Installed */staging area/usr/bin/mirage. (glob)
  $ PATH="$PWD/staging area/usr/bin:$PATH"
  $ command -v mirage
  */staging area/usr/bin/mirage (glob)
  $ cd "my project"
  $ mirage configure -t unix
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ make depends
  $ make build
  Building hello for unix...
  Your unikernel binary is now ready in ./dist/hello
  Execute the binary using ./dist/hello
  $ ./dist/hello --hello="Installed!" 2>&1 | head -n 1
  ????-??-?? ??:??:?? +00:00: INF [application] Installed! (glob)

It does so without the folder that it was built in.

  $ grep -F "$ROOT" Makefile meson.build mirage/*
  [1]
  $ strings dist/hello | grep -F "$ROOT"
  [1]

Tests are not installed.

  $ find "../staging area" -name '*_test*' -o -name '*fuzz*' -o -name fake

Uninstalled, it leaves nothing, but what was not its own.

  $ touch "../staging area/usr/share/mirage/notes"
  $ "$ROOT/scripts/uninstall" /usr "$PWD/../staging area"
  $ find "../staging area" ! -type d
  ../staging area/usr/share/mirage/notes
  $ "$ROOT/scripts/uninstall" /usr /nowhere
  uninstall: mirage is not installed in /nowhere/usr
  [1]
  $ "$ROOT/scripts/install" "$BUILD" usr "$PWD/../staging area"
  install: PREFIX must start with '/', and 'usr' does not
  [1]
