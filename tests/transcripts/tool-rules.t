Files that rules of config.c make: the tutorial's config_shell.

  $ . "$TESTDIR/helpers.sh"
  $ mkdir block
  $ cd block
  $ cat >config.c <<'.'
  > #include <mirage/config.h>
  > 
  > /* Not a device of the unikernel: a rule that makes its disk image. */
  > DEVICE_TYPE(shell_config);
  > 
  > static shell_config_impl config_shell(void)
  > {
  >     return DEVICE(shell_config,
  >                   .rule = "disk.img:\n"
  >                           "\tdd if=/dev/zero of=$@ count=100 status=none\n",
  >                   .install = "disk.img");
  > }
  > 
  > JOB(block_start, (time), .deps = {dep(config_shell())});
  > 
  > void configure(void)
  > {
  >     register_unikernel("block_test", block_start(default_time()));
  > }
  > .
  $ cat >unikernel.c <<'.'
  > #include "unikernel.gen.h"
  > 
  > enum mirage_error block_start(struct mirage_time *time)
  > {
  >     return time ? MIRAGE_OK : MIRAGE_NO_MEMORY;
  > }
  > .
  $ mirage configure -t unix >/dev/null
  $ make depends
  $ make build
  Building block_test for unix...
  Your unikernel binary is now ready in ./dist/block_test
  Execute the binary using ./dist/block_test
  $ ls -s --block-size=1 disk.img | cut -d ' ' -f 2
  disk.img
  $ dist/block_test
  $ mirage clean
  $ ls
  config.c
  unikernel.c

One that was there is the user's own.

  $ echo mine >disk.img
  $ mirage configure >/dev/null
  $ mirage build >/dev/null
  Building block_test for unix...
  $ mirage clean
  $ cat disk.img
  mine
  $ rm disk.img

One that fails is told of with its place.

  $ sed -i s/zero/no-such-device/ config.c
  $ mirage configure >/dev/null
  $ mirage build 2>&1 | grep -v '^make'
  dd: failed to open '/dev/no-such-device': No such file or directory
  config.c:8: error: the rule for disk.img failed: see above
  $ ls dist
  ls: cannot access 'dist': No such file or directory
  [2]

A rule can make C, which is compiled.

  $ cat >config.c <<'.'
  > #include <mirage/config.h>
  > 
  > DEVICE_TYPE(text);
  > 
  > static text_impl text(void)
  > {
  >     return DEVICE(text, .source = "text.c",
  >                   .rule = "text.c: text.txt\n"
  >                           "\t(echo 'const char text[] ='; "
  >                           "sed 's/.*/\"&\"/' $<; echo ';') >$@\n");
  > }
  > 
  > JOB(block_start, (time), .deps = {dep(text())});
  > 
  > void configure(void)
  > {
  >     register_unikernel("block_test", block_start(default_time()));
  > }
  > .
  $ cat >unikernel.c <<'.'
  > #include "unikernel.gen.h"
  > #include <mirage/log.h>
  > 
  > extern const char text[];
  > 
  > enum mirage_error block_start(struct mirage_time *time)
  > {
  >     mirage_log_info("%s", text);
  >     return time ? MIRAGE_OK : MIRAGE_NO_MEMORY;
  > }
  > .
  $ echo Hello >text.txt
  $ mirage configure >/dev/null
  $ mirage build >/dev/null
  Building block_test for unix...
  $ dist/block_test 2>&1 | cut -c 28-
   INF [application] Hello
  $ echo Bye >text.txt
  $ mirage build >/dev/null
  Building block_test for unix...
  $ dist/block_test 2>&1 | cut -c 28-
   INF [application] Bye
  $ mirage clean
  $ ls
  config.c
  text.txt
  unikernel.c
