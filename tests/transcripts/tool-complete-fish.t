Completion of command lines in fish.

  $ . "$TESTDIR/helpers.sh"
  $ command -v fish >/dev/null || skip no fish
  $ example tutorial/hello-key
  $ mirage configure >/dev/null
  $ fish --no-config -c "
  >     source $ROOT/tool/completions/mirage.fish
  >     complete -C 'mirage conf'
  >     complete -C 'mirage configure -t h'
  >     complete -C 'mirage configure --hell'
  >     complete -C 'mirage configure -f conf'"
  configure	Configure a mirage application.
  hvt
  --hello=	How to say hello.
  config.c
