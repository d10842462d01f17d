A `start` that disagrees with config.c is a compile error that shows both.

  $ . "$TESTDIR/helpers.sh"
  $ export CC=gcc
  $ command -v gcc >/dev/null || skip no gcc
  $ example tutorial/hello
  $ mirage configure >/dev/null
  $ cat >unikernel.c <<'.'
  > #include "unikernel.gen.h"
  > #include <mirage/random.h>
  > 
  > enum mirage_error hello_start(struct mirage_random *random)
  > {
  >     return random ? MIRAGE_OK : MIRAGE_NO_MEMORY;
  > }
  > .
  $ make build 2>&1 | sed '/^make: /d'
  Building hello for unix...
  unikernel.c:4:19: error: conflicting types for ‘hello_start’; have ‘enum mirage_error(struct mirage_random *)’
      4 | enum mirage_error hello_start(struct mirage_random *random)
        |                   ^~~~~~~~~~~
  In file included from <command-line>:
  config.c:3:5: note: previous declaration of ‘hello_start’ with type ‘enum mirage_error(struct mirage_time *)’
      3 | JOB(hello_start, (time));
        |     ^~~~~~~~~~~
  mirage: [ERROR] the unikernel does not compile: see above

Even if unikernel.gen.h is forgotten, and in any file.

  $ mv unikernel.c hello.c
  $ sed -i 's/unikernel.gen.h/mirage\/error.h/' hello.c
  $ mirage build
  Building hello for unix...
  hello.c:4:19: error: conflicting types for ‘hello_start’; have ‘enum mirage_error(struct mirage_random *)’
      4 | enum mirage_error hello_start(struct mirage_random *random)
        |                   ^~~~~~~~~~~
  In file included from <command-line>:
  config.c:3:5: note: previous declaration of ‘hello_start’ with type ‘enum mirage_error(struct mirage_time *)’
      3 | JOB(hello_start, (time));
        |     ^~~~~~~~~~~
  mirage: [ERROR] the unikernel does not compile: see above
  [123]

One that is missing is a mistake too.

  $ sed -i s/hello_start/hallo_start/ hello.c
  $ mirage build 2>&1 | sed -e 's|^/.*ld: ||' -e '/ld returned/d'
  Building hello for unix...
  unikernel.p/mirage_main.c.o: in function `job_2':
  mirage/main.c:15: undefined reference to `hello_start'
  mirage: [ERROR] the unikernel does not compile: see above

So is any other; the command that failed is shown if asked for.

  $ echo 'int x = "1";' >hello.c
  $ mirage build
  Building hello for unix...
  hello.c:1:9: warning: initialization of ‘int’ from ‘char *’ makes integer from pointer without a cast [-Wint-conversion]
      1 | int x = "1";
        |         ^~~
  hello.c:1:9: error: initializer element is not computable at load time
  mirage: [ERROR] the unikernel does not compile: see above
  [123]
  $ mirage build -v 2>&1 | grep -c '^gcc.*hello.c$'
  1

Files may begin with what they like.

  $ cat >hello.c <<'.'
  > #define _GNU_SOURCE
  > #include <string.h>
  > #include "unikernel.gen.h"
  > 
  > enum mirage_error hello_start(struct mirage_time *time)
  > {
  >     return memmem("ab", 2, "b", 1) && time ? MIRAGE_OK : MIRAGE_NO_MEMORY;
  > }
  > .
  $ mirage run
  Building hello for unix...
