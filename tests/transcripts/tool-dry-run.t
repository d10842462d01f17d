With --dry-run nothing is done but said.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/hello-key
  $ find . | sort >../before
  $ sizes() { sed 's/([0-9]* bytes)/(N bytes)/'; }
  $ mirage configure --dry-run -t unix 2>&1 | sizes
  * Mkdir mirage
  * Write to Makefile (N bytes)
  * Write to meson.build (N bytes)
  * Write to mirage/main.c (N bytes)
  * Write to mirage/key_gen.c (N bytes)
  * Write to mirage/start.gen.h (N bytes)
  * Write to mirage/unikernel.gen.h (N bytes)
  * Write to mirage/hello-unix.packages (N bytes)
  * Write to mirage/context (N bytes)
  $ find . | sort | diff ../before -
  $ mirage configure >/dev/null
  $ find . | sort >../configured
  $ mirage build --dry-run 2>&1 | sizes
  * Mkdir _build/default
  * Run_cmd 'meson setup _build/default .' (ok)
  * Write to _build/default/circumstances (N bytes)
  * Run_cmd 'ninja -C _build/default' (ok)
  * Mkdir dist
  * Copy _build/default/unikernel to dist/hello
  * Write to mirage/placed (N bytes)
  * Link compile_commands.json to _build/default/compile_commands.json
  $ mirage clean --dry-run
  * Remove mirage/context
  * Remove mirage/hello-unix.packages
  * Remove mirage/key_gen.c
  * Remove mirage/main.c
  * Remove mirage/start.gen.h
  * Remove mirage/unikernel.gen.h
  * Remove mirage
  * Remove Makefile
  * Remove meson.build
  * Remove _build
  $ find . | sort | diff ../configured -
