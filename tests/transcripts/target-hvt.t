Hello and hello-key as images for hvt: "Building for Another Backend" and the
end of "Configuration Keys" of the tutorial.

  $ . "$TESTDIR/helpers.sh"; . "$TESTDIR/image.sh"
  $ image hvt
  $ example tutorial/hello
  $ mirage configure -t hvt
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ depends
  $ make build
  Building hello for hvt...
  Your unikernel binary is now ready in ./dist/hello.hvt
  Execute the binary using solo5-hvt dist/hello.hvt
  $ solo5-hvt dist/hello.hvt
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

It needs two megabytes of memory, which is the least there is:

  $ solo5-hvt --mem=2 dist/hello.hvt --solo5:quiet 2>/dev/null
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  $ strip -o hello.stripped dist/hello.hvt
  $ test $(stat -c %s hello.stripped) -le 36864

Ring 0, as under a tender that does not know of ring 3, is no different to see.

  $ solo5-hvt --ring=0 dist/hello.hvt --solo5:quiet
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)

The host does not take it for a program, and none of it can be both written and
executed.

  $ dist/hello.hvt 2>&1 | grep -o 'No such file or directory\|cannot execute.*'
  (No such file or directory|cannot execute.*) (re)
  $ readelf -lW dist/hello.hvt | grep -cE ' LOAD .* R E '
  1
  $ readelf -lW dist/hello.hvt | grep -cE ' (LOAD|GNU_STACK) .* RWE '
  0
  [1]

Its manifest has no devices.

  $ solo5-elftool query-abi dist/hello.hvt
  {
    "type": "solo5.abi",
    "target": "hvt",
    "version": 2
  }
  $ solo5-elftool query-manifest dist/hello.hvt
  {
    "type": "solo5.manifest",
    "version": 1,
    "devices": [
    ]
  }

Keys, with blanks and quotes:

  $ cd ..
  $ example tutorial/hello-key
  $ mirage configure -t hvt >/dev/null
  $ depends
  $ make build >/dev/null 2>&1
  $ solo5-hvt -- dist/hello.hvt --hello="Hola!" | tail -2
  ????-??-?? ??:??:?? -00:00: INF [application] Hola! (glob)
  Solo5: solo5_exit(0) called
  $ solo5-hvt dist/hello.hvt --solo5:quiet --hello='say "hello  world" \o/' | head -1
  ????-??-?? ??:??:?? -00:00: INF [application] say "hello  world" \o/ (glob)
  $ solo5-hvt dist/hello.hvt --solo5:quiet --helo
  Usage: hello [OPTION]…
  hello: unknown option '--helo', did you mean '--hello'?
  [64]
  $ mirage run -- --hello="Hi there" | tail -2
  ????-??-?? ??:??:?? -00:00: INF [application] Hi there (glob)
  Solo5: solo5_exit(0) called
