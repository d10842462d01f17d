The device package that CONTRIBUTING.md adds, step by step, in a copy of the
project.

  $ . "$TESTDIR/helpers.sh"
  $ (cd "$ROOT" && git ls-files -z | tar --null --files-from=- -c) | tar -x
  $ block() { awk -v n="$1" '/^```/ { on = !on; if (on) i++; next } on && i == n' CONTRIBUTING.md; }

1. The package.

  $ mkdir packages/console-shout
  $ block 1 >packages/console-shout/console_shout.h
  $ block 2 >packages/console-shout/console_shout.c

2. Its name in config.c.

  $ block 3 >>config/devices/console.c
  $ block 4 >declaration
  $ sed -i '/^console_impl default_console/r declaration' config/include/mirage/config.h

3. A test.

  $ block 5 >packages/console-shout/console_shout_test.c
  $ block 6 >packages/console-shout/meson.build
  $ echo "subdir('console-shout')" >>packages/meson.build
  $ meson setup build -Dwerror=true >/dev/null
  $ meson test -C build packages/console-shout | grep '^ *1/1' | tr -s ' '
  1/1 mirage:unit / packages/console-shout OK * (glob)

5. Use it.

  $ ninja -C build tool/mirage tool/libmirage-config.a | tail -n 1 | sed 's/.*\] //'
  Linking target tool/mirage
  $ cd skeleton/device-usage/console
  $ PATH="$OLDPWD/build/tool:$PATH"
  $ sed -i '/register_unikernel/,$d' config.c
  $ (cd "$OLDPWD" && block 7) | sed 's/^/    /' >>config.c
  $ echo '}' >>config.c
  $ mirage configure -t unix
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ mirage run 2>/dev/null | head -n 2
  HELLO
  WORLD

The same device, in a project of its own, with mirage as it was.

  $ cd "$OLDPWD"
  $ PATH="$BUILD/tool:$PATH"
  $ mkdir own own/shout
  $ mv packages/console-shout/console_shout.[ch] own/shout
  $ cp "$ROOT"/skeleton/device-usage/console/*.c own
  $ sed -i '/^void configure/,$d' own/config.c
  $ (block 8; echo 'void configure(void) {'; block 7; echo '}') >>own/config.c
  $ cd own
  $ mirage configure -t unix
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ mirage run 2>/dev/null | head -n 2
  HELLO
  WORLD
