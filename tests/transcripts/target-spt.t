Hello and hello-key as images for spt: "Building for Another Backend" and the
end of "Configuration Keys" of the tutorial, with spt in place of hvt.

  $ . "$TESTDIR/helpers.sh"; . "$TESTDIR/image.sh"
  $ image spt
  $ example tutorial/hello
  $ mirage configure -t spt
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ depends
  $ make build
  Building hello for spt...
  Your unikernel binary is now ready in ./dist/hello.spt
  Execute the binary using solo5-spt dist/hello.spt
  $ solo5-spt dist/hello.spt
              |      ___|
    __|  _ \  |  _ \ __ \
  \__ \ (   | | (   |  ) |
  ____/\___/ _|\___/____/
  Solo5: Bindings version * (glob)
  Solo5: Memory map: 512 MB addressable:
  Solo5:     unused @ (0x0 - 0xfffff)
  Solo5:       text @ (0x100000 - 0x10?fff) (glob)
  Solo5:     rodata @ (0x10?000 - 0x10?fff) (glob)
  Solo5:       data @ (0x10?000 - 0x1??fff) (glob)
  Solo5:       heap >= 0x1??000 < stack < 0x20000000 (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  Solo5: solo5_exit(0) called

It needs one megabyte of memory, and no more of a disk than this:

  $ solo5-spt --mem=1 dist/hello.spt --solo5:quiet 2>/dev/null
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  $ strip -o hello.stripped dist/hello.spt
  $ test $(stat -c %s hello.stripped) -le 34816

The host does not take it for a program, and none of it can be both written and
executed.

  $ dist/hello.spt 2>&1 | grep -o 'No such file or directory\|cannot execute.*'
  (No such file or directory|cannot execute.*) (re)
  $ readelf -lW dist/hello.spt | grep -cE ' LOAD .* R E '
  1
  $ readelf -lW dist/hello.spt | grep -cE ' (LOAD|GNU_STACK) .* RWE '
  0
  [1]

Its manifest has no devices.

  $ solo5-elftool query-abi dist/hello.spt
  {
    "type": "solo5.abi",
    "target": "spt",
    "version": 2
  }
  $ solo5-elftool query-manifest dist/hello.spt
  {
    "type": "solo5.manifest",
    "version": 1,
    "devices": [
    ]
  }

Keys, with blanks and quotes:

  $ cd ..
  $ example tutorial/hello-key
  $ mirage configure -t spt >/dev/null
  $ depends
  $ make build >/dev/null 2>&1
  $ solo5-spt -- dist/hello.spt --hello="Hola!" | tail -2
  ????-??-?? ??:??:?? -00:00: INF [application] Hola! (glob)
  Solo5: solo5_exit(0) called
  $ solo5-spt dist/hello.spt --solo5:quiet --hello='say "hello  world" \o/' | head -1
  ????-??-?? ??:??:?? -00:00: INF [application] say "hello  world" \o/ (glob)
  $ solo5-spt dist/hello.spt --solo5:quiet --helo
  Usage: hello [OPTION]…
  hello: unknown option '--helo', did you mean '--hello'?
  [64]
  $ mirage run -- --hello="Hi there" | tail -2
  ????-??-?? ??:??:?? -00:00: INF [application] Hi there (glob)
  Solo5: solo5_exit(0) called
