The compiler is CC; with another one all is built anew.

  $ . "$TESTDIR/helpers.sh"
  $ command -v clang >/dev/null || skip no clang
  $ example tutorial/hello
  $ CC=gcc mirage configure >/dev/null
  $ CC=gcc mirage build >/dev/null
  Building hello for unix...
  $ readelf -p .comment dist/hello | grep -c clang
  0
  [1]
  $ CC=clang mirage build >/dev/null
  Building hello for unix...
  $ readelf -p .comment dist/hello | grep -c clang
  1

What clang says of config.c shows its place as well.

  $ sed -i 's/default_time/default_console/' config.c
  $ CC=clang mirage configure 2>&1 | head -n 3
  config.c:7:45: error: passing 'console_impl' (aka 'struct console_impl') to parameter of incompatible type 'time_impl' (aka 'struct time_impl')
      register_unikernel("hello", hello_start(default_console()));
                                              ^~~~~~~~~~~~~~~~~
  $ sed -i '1i #include <mirage/random.h>' unikernel.c
  $ sed -i 's/struct mirage_time/struct mirage_random/' unikernel.c
  $ sed -i 's/default_console/default_time/' config.c
  $ CC=clang mirage build 2>&1 | grep -e error: -e note: | head -n 2
  unikernel.c:5:19: error: conflicting types for 'hello_start'
  config.c:3:5: note: previous declaration is here
