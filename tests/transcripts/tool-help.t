Help pages.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/hello-key
  $ mirage help configure
  NAME
         mirage-configure - Configure a mirage application.
  
  SYNOPSIS
         mirage configure [OPTION]…
  
  DESCRIPTION
         The configure command initializes a fresh mirage application.
  
  UNIKERNEL PARAMETERS
         --hello=VAL (absent=Hello World!)
             How to say hello.
  
         -l LEVEL, --logs=LEVEL (absent MIRAGE_LOGS env)
             Be more or less verbose. LEVEL must be of the form *:info,foo:debug,
             which means that the log threshold is set to info for every log
             source but foo, for which it is set to debug.
  
  MIRAGE PARAMETERS
         -t TARGET, --target=TARGET (absent=unix or MODE env)
             Target platform to compile the unikernel for. Valid values are: unix,
             hvt, spt, virtio, xen, muen, macosx.
  
  CONFIGURE OPTIONS
         --context-file=FILE (absent=mirage/context)
             The context file to use: it keeps the options that configure was
             given for the other commands.
  
         --depext
             Enable the installation of host tools by 'make depends'. This is the
             default.
  
         --dry-run
             Display I/O actions instead of executing them.
  
         --extra-repos=NAME1:URL1,NAME2:URL2,...,
             --extra-repo=NAME1:URL1,NAME2:URL2,... (absent MIRAGE_EXTRA_REPOS
             env)
             Additional repositories of overlays, folders or git, to find
             third-party packages in. They are looked through before the one that
             comes with mirage.
  
         -f FILE, --file=FILE, --config-file=FILE (absent=config.c)
             The configuration file to use. Its folder is the project's.
  
         --no-depext
             Disable the installation of host tools by 'make depends'.
  
         --no-extra-repo
             Disable the use of any overlay repository.
  
         -o FILE, --output=FILE
             Name of the output file.
  
  COMMON OPTIONS
         --color=WHEN (absent=auto)
             Colorize the output. WHEN must be one of auto, always or never.
  
         --help[=FMT] (default=auto)
             Show this help in format FMT. The value FMT must be one of auto,
             pager, groff or plain. With auto, the format is pager or plain
             whenever the TERM env var is dumb or undefined.
  
         -q, --quiet
             Be quiet. Takes over -v and --verbosity.
  
         -v, --verbose
             Increase verbosity. Repeatable, but more than twice does not bring
             more.
  
         --verbosity=LEVEL (absent=warning)
             Be more or less verbose. LEVEL must be one of quiet, error, warning,
             info or debug. Takes over -v.
  
         --version
             Show version information.
  
  EXIT STATUS
         mirage configure exits with:
  
         0   on success.
  
         123 on indiscriminate errors reported on standard error.
  
         124 on command line parsing errors.
  
         125 on unexpected internal errors (bugs).
  
  ENVIRONMENT
         These environment variables affect the execution of mirage configure:
  
         MIRAGE_EXTRA_REPOS
             See option --extra-repos.
  
         MIRAGE_LOGS
             See option --logs.
  
         MODE
             See option --target.
  
  SEE ALSO
         mirage(1)

--help is the same page, whatever is to be shown, configured or not.

  $ same() {
  >     mirage help "$@" >by-help && mirage "$@" --help >by-option &&
  >         cmp by-help by-option
  > }
  $ same configure
  $ mirage configure -t spt >/dev/null
  $ for topic in $(mirage help topics) lock depext pull; do same $topic; done
  $ mirage help help | grep -A 2 man-format
         --man-format=FMT (absent=auto)
             Show output in format FMT. The value FMT must be one of auto, pager,
             groff or plain.

Without a command, or with `help` alone, it is about the whole.

  $ mirage >whole
  $ mirage help | cmp - whole
  $ mirage --help | cmp - whole
  $ head -n 40 whole
  NAME
         mirage - The MirageOS application builder
  
  SYNOPSIS
         mirage COMMAND …
  
  DESCRIPTION
         The MirageOS application builder: from a program and a description of the
         devices it needs it makes a unikernel, one image that holds exactly the
         code it needs.
  
         Use `mirage help COMMAND' for help on a command.
  
  COMMANDS
         build [OPTION]…
             Build a mirage application.
  
         clean [OPTION]…
             Clean the files produced by mirage for a given application.
  
         configure [OPTION]…
             Configure a mirage application.
  
         describe [OPTION]…
             Describe a mirage application.
  
         help [OPTION]… [TOPIC]
             Display help about mirage commands.
  
         query [OPTION]… [INFO]
             Query information about the mirage application.
  
         run [OPTION]… [-- ARGUMENT…]
             Run a mirage application.
  
  COMMON OPTIONS
         --color=WHEN (absent=auto)
             Colorize the output. WHEN must be one of auto, always or never.
  
         --help[=FMT] (default=auto)
  $ mirage help topics
  build
  clean
  configure
  describe
  help
  query
  run

Lines have at most 80 columns.

  $ for topic in $(mirage help topics); do mirage help $topic; done |
  >     grep -E '^.{81}'
  [1]

Only keys of the devices in use are options.

  $ cat >config.c <<'.'
  > #include <mirage/config.h>
  > 
  > static struct key loud =
  >     FLAG_KEY("loud", "Whether to shout.", .stage = CONFIGURE);
  > static struct key volume =
  >     INT_KEY("volume", 11, "How loud.", .letter = 'V', .docv = "DECIBEL",
  >             .docs = "LOUDSPEAKER OPTIONS", .env = "VOLUME");
  > static struct key secret = STRING_KEY("secret", NULL, "What to keep.",
  >                                       .stage = CONFIGURE, .required = true);
  > static struct key laps = INT_KEY("laps", 3, "How far.", .stage = RUN);
  > 
  > JOB(shout_start, (time), .keys = {&volume, &secret, &laps});
  > JOB(whisper_start, (time));
  > 
  > void configure(void)
  > {
  >     time_impl t = default_time();
  > 
  >     register_unikernel("hello", if_impl(key_true(&loud), shout_start(t),
  >                                         whisper_start(t)));
  > }
  > .
  $ mirage help configure | grep -A 1 -E -e '--(loud|volume|secret|laps)'
         --loud
             Whether to shout.
  $ mirage help configure --loud | sed -n '/^UNIKERNEL/,/^MIRAGE/p; /^LOUD/,/^COMMON/p'
  UNIKERNEL PARAMETERS
         -l LEVEL, --logs=LEVEL (absent MIRAGE_LOGS env)
             Be more or less verbose. LEVEL must be of the form *:info,foo:debug,
             which means that the log threshold is set to info for every log
             source but foo, for which it is set to debug.
  
         --loud
             Whether to shout.
  
         --secret=VAL (required)
             What to keep.
  
  MIRAGE PARAMETERS
  LOUDSPEAKER OPTIONS
         -V DECIBEL, --volume=DECIBEL (absent=11 or VOLUME env)
             How loud.
  
  COMMON OPTIONS
  $ mirage configure --loud
  Usage: mirage configure [--help] [OPTION]…
  mirage: required option --secret is missing
  [124]
  $ mirage configure --loud --secret=x --laps=4
  Usage: mirage configure [--help] [OPTION]…
  mirage: unknown option '--laps'.
  [124]
  $ mirage configure --loud --secret=x -V 10 | head -n 1 | cut -c 1-23
  Successfully configured
  $ mirage build 2>&1 | head -n 1
  Building hello for unix...
  $ mirage configure --volume=3
  Usage: mirage configure [--help] [OPTION]…
  mirage: unknown option '--volume'.
  [124]

Where config.c does not compile help is still there, without its keys.

  $ echo 'oops' >config.c
  $ mirage help configure | grep -A 1 -e '^UNIKERNEL'
  mirage: [WARNING] config.c does not compile
  UNIKERNEL PARAMETERS
         -l LEVEL, --logs=LEVEL (absent MIRAGE_LOGS env)

Formats.

  $ mirage help configure --man-format=groff | head -n 9
  mirage: [WARNING] config.c does not compile
  .TH "MIRAGE-CONFIGURE" 1 "" "" "Mirage Manual"
  .SH "\&NAME"
  \&mirage\-configure\& \- \&Configure a mirage application.
  .SH "\&SYNOPSIS"
  \&mirage configure [OPTION]…
  .SH "\&DESCRIPTION"
  \&The configure command initializes a fresh mirage application.
  .SH "\&UNIKERNEL PARAMETERS"
  .TP 4
  $ PAGER='sed s/^/paged:/' mirage help --man-format=pager | head -n 2
  mirage: [WARNING] config.c does not compile
  paged:NAME
  paged:       mirage - The MirageOS application builder
  $ PAGER=no-such-pager mirage --help=pager 2>/dev/null | head -n 2
  NAME
         mirage - The MirageOS application builder
  $ PAGER=true mirage --help=pager
  $ mirage --help=html
  Usage: mirage [--help] COMMAND …
  mirage: option '--help': invalid value 'html', expected one of 'auto', 'pager', 'groff' or 'plain'
  [124]
