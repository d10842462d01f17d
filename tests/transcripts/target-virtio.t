Hello and hello-key as images for virtio, in QEMU. It has a serial console, on
which every line ends with a carriage return.

  $ . "$TESTDIR/helpers.sh"; . "$TESTDIR/image.sh"
  $ image virtio
  $ example tutorial/hello
  $ mirage configure -t virtio
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ depends
  $ make build >/dev/null 2>&1
  $ mirage run --mem=64 >output; echo "status $?"
  status 0
  $ tr -d '\r' <output
              |      ___|
    __|  _ \  |  _ \ __ \
  \__ \ (   | | (   |  ) |
  ____/\___/ _|\___/____/
  Solo5: Bindings version * (glob)
  Solo5: Memory map: 63 MB addressable:
  Solo5:     unused @ (0x0 - 0xfffff)
  Solo5:       text @ (0x100000 - 0x10?fff) (glob)
  Solo5:     rodata @ (0x10?000 - 0x1??fff) (glob)
  Solo5:       data @ (0x1??000 - 0x1??fff) (glob)
  Solo5:       heap >= 0x1??000 < stack < 0x3fe0000 (glob)
  Solo5: Clock source: * (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  Solo5: solo5_exit(0) called

The same by PVH, which QEMU does if there is no multiboot header:

  $ python3 - <<'END'
  > image = bytearray(open('dist/hello.virtio', 'rb').read())
  > image[image.index(b'\x02\xb0\xad\x1b')] = 0
  > open('pvh.virtio', 'wb').write(image)
  > END
  $ timeout 120 qemu-system-x86_64 -m 64 -nodefaults -display none -no-reboot \
  >     -serial stdio -kernel pvh.virtio -append "--solo5:quiet" </dev/null |
  >     tr -d '\r'
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)
  ????-??-?? ??:??:?? -00:00: INF [application] hello (glob)

None of it can be both written and executed:

  $ readelf -lW dist/hello.virtio | grep -cE ' (LOAD|GNU_STACK) .* RWE '
  0
  [1]

Keys, with blanks and quotes, and an exit status:

  $ cd ..
  $ example tutorial/hello-key
  $ mirage configure -t virtio >/dev/null
  $ depends
  $ make build >/dev/null 2>&1
  $ mirage run -- --solo5:quiet --hello='say "hello  world" \o/' | tr -d '\r' |
  >     head -1
  ????-??-?? ??:??:?? -00:00: INF [application] say "hello  world" \o/ (glob)
  $ mirage run -- --solo5:quiet --helo >output; echo "status $?"
  status 64
  $ tr -d '\r' <output
  Usage: hello [OPTION]…
  hello: unknown option '--helo', did you mean '--hello'?
