What the command line of a unikernel does, with hello-key.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/hello-key
  $ mirage configure -t unix
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ make >/dev/null
  Building hello for unix...

Blanks, quotes and emptiness arrive as they were typed. (These run side by
side.)

  $ words() { ./dist/hello "$@" 2>&1 | head -n 2 | tail -n 1; }
  $ words --hello="Hello  World" >1 &
  $ words --hello "  both  ends " >2 &
  $ words --hello='"quoted" and '\''single'\''' >3 &
  $ words --hello='a\b $HOME `id` *' >4 &
  $ words --hello= >5 &
  $ words --hello 'Grüß Gott, 世界' >6 &
  $ words --hell='by prefix' >7 &
  $ words --hello=first --hello=second >8 &
  $ words --name=other >9 &
  $ wait
  $ cat 1 2 3 4 5 6 7 8 9
  ????-??-?? ??:??:?? +00:00: INF [application] Hello  World (glob)
  ????-??-?? ??:??:?? +00:00: INF [application]   both  ends  (glob)
  ????-??-?? ??:??:?? +00:00: INF [application] "quoted" and 'single' (glob)
  ????-??-?? ??:??:?? +00:00: INF [application] a\b $HOME `id` * (glob)
  ????-??-?? ??:??:?? +00:00: INF [application]  (glob)
  ????-??-?? ??:??:?? +00:00: INF [application] Grüß Gott, 世界 (glob)
  ????-??-?? ??:??:?? +00:00: INF [application] by prefix (glob)
  hello: option '--hello' cannot be repeated
  ????-??-?? ??:??:?? +00:00: INF [application] Hello World! (glob)

Configure keeps them too.

  $ mirage configure -t unix --hello='say "hi"  \o/ $HOME'
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ make build
  Building hello for unix...
  Your unikernel binary is now ready in ./dist/hello
  Execute the binary using ./dist/hello
  $ ./dist/hello 2>&1 | head -n 1
  ????-??-?? ??:??:?? +00:00: INF [application] say "hi"  \o/ $HOME (glob)

Help is asked for: status 63.

  $ dist/hello --help
  NAME
         hello - a MirageOS unikernel
  
  SYNOPSIS
         hello [OPTION]…
  
  APPLICATION OPTIONS
         --hello=VAL (absent=say "hi" \o/ $HOME)
             How to say hello.
  
  UNIKERNEL PARAMETERS
         --backtrace=BOOL (absent=true)
             Trigger the printing of a stack backtrace when the unikernel crashes,
             on targets that can.
  
         --delay=N (absent=0)
             Delay N seconds before starting up.
  
         -l LEVEL, --logs=LEVEL (absent=info or MIRAGE_LOGS env)
             Be more or less verbose. LEVEL must be of the form *:info,foo:debug,
             which means that the log threshold is set to info for every log
             source but foo, for which it is set to debug. A level must be one of
             quiet, app, error, warning, info or debug.
  
         --name=VAL (absent=hello)
             Name of the unikernel, in its messages and wherever it tells its
             name.
  
  COMMON OPTIONS
         --help[=FMT] (default=auto)
             Show this help in format FMT. The value FMT must be one of auto,
             pager, groff or plain. A unikernel cannot start a pager: all but
             groff are plain.
  
         --version
             Show version information.
  
  EXIT STATUS
         The unikernel exits with:
  
         0   when all its jobs have ended well.
  
         63  after showing this help or its version.
  
         64  on command line parsing errors.
  
         255 when a job failed, or it crashed.
  
  ENVIRONMENT
         MIRAGE_LOGS
             See option --logs.
  [63]
  $ dist/hello --help=groff | head -n 1
  .TH "HELLO" 1 "" "" "Mirage Manual"
  $ dist/hello --version
  hello (mirage 0.1.0)
  [63]

What is wrong is said on standard error: status 64.

  $ dist/hello --helo=x 2>&1 >/dev/null
  Usage: hello [OPTION]…
  hello: unknown option '--helo', did you mean '--hello'?
  [64]
  $ dist/hello --hello
  Usage: hello [OPTION]…
  hello: option '--hello' needs an argument
  [64]
  $ dist/hello word
  Usage: hello [OPTION]…
  hello: too many arguments, don't know what to do with 'word'
  [64]
  $ dist/hello -x
  Usage: hello [OPTION]…
  hello: unknown option '-x'.
  [64]
  $ dist/hello --help=html
  Usage: hello [OPTION]…
  hello: option '--help': invalid value 'html', expected one of 'auto', 'pager', 'groff' or 'plain'
  [64]
  $ dist/hello -l loud
  Usage: hello [OPTION]…
  hello: option '--logs': loud is not a valid log level, must be one of quiet, app, error, warning, info or debug
  [64]
  $ dist/hello -l a:b:c
  Usage: hello [OPTION]…
  hello: option '--logs': Can't parse log threshold: a:b:c
  [64]
  $ dist/hello --delay=soon
  Usage: hello [OPTION]…
  hello: option '--delay': invalid value 'soon', expected a number of seconds
  [64]
