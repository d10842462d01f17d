The pager of help pages is for terminals.

  $ . "$TESTDIR/helpers.sh"
  $ command -v script >/dev/null || skip no script
  $ TERM=xterm PAGER='sed s/^/paged:/' script -qec 'mirage --help' /dev/null </dev/null |
  >     head -n 2 | tr -d '\r'
  paged:NAME
  paged:       mirage - The MirageOS application builder
  $ TERM=dumb PAGER='sed s/^/paged:/' script -qec 'mirage --help' /dev/null </dev/null |
  >     head -n 2 | tr -d '\r'
  NAME
         mirage - The MirageOS application builder
