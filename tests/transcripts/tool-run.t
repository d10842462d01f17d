`mirage run` builds if needed, and becomes the unikernel.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/hello-key
  $ mirage run
  mirage: [ERROR] hello is not configured yet: run 'mirage configure -t unix' first
  [123]
  $ mirage configure >/dev/null
  $ mirage run -- --hello='two  "words"' 2>said | wc -c
  0
  $ cut -c 28- said | sed -n '1p; 2p'
  
   INF [application] two  "words"
  $ mirage run -- --helo=x 2>&1 | tail -n 1
  hello: unknown option '--helo', did you mean '--hello'?
  $ mirage run -- --help >page; echo "[$?]"
  [63]
  $ head -n 2 page
  NAME
         hello - a MirageOS unikernel
  $ mirage run too many
  Usage: hello [OPTION]…
  hello: too many arguments, don't know what to do with 'too', 'many'
  [64]

What images need is not for processes, and must be there for images.

  $ mirage run --mem=64
  Usage: mirage run [--help] [OPTION]… [-- ARGUMENT…]
  mirage: options '--attach' and '--mem' are for images, and hello is a process
  [124]
  $ mirage run --mem=much
  Usage: mirage run [--help] [OPTION]… [-- ARGUMENT…]
  mirage: option '--mem': invalid value 'much', expected an integer
  [124]
  $ mirage run --attach storage=disk.img
  Usage: mirage run [--help] [OPTION]… [-- ARGUMENT…]
  mirage: options '--attach' and '--mem' are for images, and hello is a process
  [124]
  $ mirage configure -t spt >/dev/null
  $ mirage run --attach storage=disk.img
  Usage: mirage run [--help] [OPTION]… [-- ARGUMENT…]
  mirage: option '--attach': hello has no disk or network 'storage'
  [124]
  $ mirage run --attach storage
  Usage: mirage run [--help] [OPTION]… [-- ARGUMENT…]
  mirage: option '--attach': invalid value 'storage', expected NAME=PATH
  [124]
