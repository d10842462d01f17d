What `mirage` says of its command line. Each mistake ends it with status 124.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/hello-key

Commands: the start of a name will do, unless others start so.

  $ mirage conf
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ mirage q name
  hello
  $ mirage c
  Usage: mirage [--help] COMMAND …
  mirage: command 'c' ambiguous and could be either 'clean' or 'configure'
  [124]
  $ mirage confgiure
  Usage: mirage [--help] COMMAND …
  mirage: unknown command 'confgiure', did you mean 'configure'?
  [124]
  $ mirage frobnicate
  Usage: mirage [--help] COMMAND …
  mirage: unknown command 'frobnicate', must be one of 'build', 'clean', 'configure', 'describe', 'help', 'query' or 'run'
  [124]

Steps of the Makefile are not in the way.

  $ mirage d --help=plain | head -n 2
  NAME
         mirage-describe - Describe a mirage application.

Options: likewise.

  $ mirage configure --tar unix --helo=Hi
  Usage: mirage configure [--help] [OPTION]…
  mirage: unknown option '--helo', did you mean '--hello'?
  [124]
  $ mirage configure --tar=unix --co=always
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '--co' ambiguous and could be one of '--config-file', '--context-file', '--color'
  [124]
  $ mirage configure --frobnicate=1 -t spt
  Usage: mirage configure [--help] [OPTION]…
  mirage: unknown option '--frobnicate'.
  [124]
  $ mirage configure -x
  Usage: mirage configure [--help] [OPTION]…
  mirage: unknown option '-x'.
  [124]
  $ mirage configure -hello=Hi
  Usage: mirage configure [--help] [OPTION]…
  mirage: unknown option '-hello', did you mean '--hello'?
  [124]
  $ mirage --frobnicate
  Usage: mirage [--help] COMMAND …
  mirage: unknown option '--frobnicate'.
  [124]

Values.

  $ mirage configure -t nonexistent
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '-t': invalid value 'nonexistent', expected one of 'unix', 'hvt', 'spt', 'virtio', 'xen', 'muen' or 'macosx'
  [124]
  $ mirage configure --target
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '--target' needs an argument
  [124]
  $ mirage configure --hello --target unix
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '--hello' needs an argument
  [124]
  $ mirage configure --color=red
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '--color': invalid value 'red', expected one of 'auto', 'always' or 'never'
  [124]
  $ mirage configure --dry-run=yes
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '--dry-run' is a flag, it cannot take the argument 'yes'
  [124]
  $ mirage configure -t unix -t hvt
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '-t' cannot be repeated
  [124]
  $ mirage configure -q -q
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '-q' cannot be repeated
  [124]
  $ mirage configure -l loud
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '-l': invalid value 'loud', expected levels such as 'info' or '*:info,foo:debug', of quiet, app, error, warning, info and debug
  [124]
  $ mirage configure -o dist/hello
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '--output': invalid value 'dist/hello', expected a name of letters, digits, '.', '_' and '-'
  [124]
  $ mirage configure --extra-repos=overlays
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '--extra-repos': invalid value 'overlays', expected <name>:<repository>
  [124]
  $ MODE=amiga mirage configure
  Usage: mirage configure [--help] [OPTION]…
  mirage: environment variable 'MODE': invalid value 'amiga', expected one of 'unix', 'hvt', 'spt', 'virtio', 'xen', 'muen' or 'macosx'
  [124]

Arguments.

  $ mirage configure a b c
  Usage: mirage configure [--help] [OPTION]…
  mirage: too many arguments, don't know what to do with a, b, c
  [124]
  $ mirage query a
  Usage: mirage query [--help] [OPTION]… [INFO]
  mirage: INFO argument: invalid value 'a', expected one of 'Makefile', 'files', 'key_gen.c', 'libraries', 'main.c', 'manifest.json', 'meson.build', 'name', 'packages', 'start.gen.h' or 'unikernel.gen.h'
  [124]
  $ mirage query name packages
  Usage: mirage query [--help] [OPTION]… [INFO]
  mirage: too many arguments, don't know what to do with packages
  [124]
  $ mirage help a
  Usage: mirage help [--help] [OPTION]… [TOPIC]
  mirage: TOPIC argument: invalid value 'a', expected one of 'topics', 'build', 'clean', 'configure', 'describe', 'help', 'query' or 'run'
  [124]
  $ mirage describe --eval --no-eval
  Usage: mirage describe [--help] [OPTION]…
  mirage: options --eval and --no-eval contradict each other
  [124]

What each says goes to standard error alone.

  $ mirage configure --frobnicate 2>/dev/null
  [124]
  $ mirage frobnicate 2>/dev/null
  [124]

Without config.c keys are not known, and that is said first.

  $ mkdir ../empty
  $ cd ../empty
  $ mirage configure --hello=Hi
  mirage: [ERROR] configuration file config.c missing
  [123]
  $ mirage build
  mirage: [ERROR] configuration file config.c missing
  [123]
  $ mirage query
  mirage: [ERROR] configuration file config.c missing
  [123]
  $ mirage describe -f nowhere/config.c
  mirage: [ERROR] cannot enter the folder nowhere: No such file or directory
  [123]
  $ mirage describe -f config.d
  mirage: [ERROR] configuration file config.d missing
  [123]
  $ mirage clean
  $ ls -A

Help and version need no config.c.

  $ mirage --version
  0.1.0
  $ mirage configure --version
  0.1.0
  $ mirage configure --help=plain | head -n 2
  NAME
         mirage-configure - Configure a mirage application.
