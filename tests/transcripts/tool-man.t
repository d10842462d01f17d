Man pages are made of the same tables as help pages.

  $ . "$TESTDIR/helpers.sh"
  $ (cd "$BUILD/tool" && ls *.1) | sed 's/\.1$//; s/^mirage-//' |
  >     grep -vx -e mirage -e lock -e depext -e pull >pages
  $ mirage help topics | diff - pages
  $ man -l "$BUILD/tool/mirage-run.1" >/dev/null 2>&1 || skip no man
  $ MANWIDTH=80 man -l "$BUILD/tool/mirage-run.1" | head -n 7
  MIRAGE-RUN(1)                    Mirage Manual                   MIRAGE-RUN(1)
  
  NAME
         mirage-run - Run a mirage application.
  
  SYNOPSIS
         mirage run [OPTION]… [-- ARGUMENT…]
  $ for page in "$BUILD"/tool/*.1; do man --warnings -l $page 2>&1 >/dev/null; done
