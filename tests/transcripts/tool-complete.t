Completion of command lines.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/hello-key
  $ mirage complete -- ''
  build	Build a mirage application.
  clean	Clean the files produced by mirage for a given application.
  configure	Configure a mirage application.
  describe	Describe a mirage application.
  help	Display help about mirage commands.
  query	Query information about the mirage application.
  run	Run a mirage application.
  $ mirage complete -- conf
  configure	Configure a mirage application.
  $ mirage complete -- configure --he
  --help	Show this help in format FMT.
  $ ls
  README.md
  config.c
  expected
  unikernel.c

Of a configured unikernel the keys are known.

  $ mirage configure >/dev/null
  $ mirage complete -- configure --he
  --hello=	How to say hello.
  --help	Show this help in format FMT.
  $ mirage complete -- configure --target=
  --target=unix	
  --target=hvt	
  --target=spt	
  --target=virtio	
  --target=xen	
  --target=muen	
  --target=macosx	
  $ mirage complete -- configure -t s
  spt	
  $ mirage complete -- query un
  unikernel.gen.h	
  $ mirage complete -- help q
  query	Query information about the mirage application.
  $ mirage complete -- --v
  --verbose	Increase verbosity.
  --version	Show version information.
  --verbosity=	Be more or less verbose.
  $ mirage complete -- c --he
  $ mirage complete -- frobnicate --he
  $ mirage complete

bash has its own idea of what a word is.

  $ cat >bash-words <<'.'
  > . "$ROOT/tool/completions/mirage.bash"
  > compopt() { :; }
  > words() {
  >     COMP_WORDS=("$@")
  >     COMP_CWORD=$(($# - 1))
  >     _mirage
  >     echo "${COMPREPLY[@]}"
  > }
  > words mirage co
  > words mirage configure --t
  > words mirage configure --target =
  > words mirage configure --target = s
  > words mirage configure --hello = x --col
  > words mirage configure -f ''
  > .
  $ bash bash-words
  configure
  --target=
  unix hvt spt virtio xen muen macosx
  spt
  --color=
  
