Configuring anew leaves nothing of what was configured before.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/hello-key
  $ mirage configure -t unix --hello=Hola! >/dev/null
  $ make depends build >/dev/null
  Building hello for unix...
  $ dist/hello 2>&1 | head -n 1 | cut -c 28-
   INF [application] Hola!

Another value is in the next build.

  $ mirage configure --hello=Moin >/dev/null
  $ mirage build >/dev/null
  Building hello for unix...
  $ dist/hello 2>&1 | head -n 1 | cut -c 28-
   INF [application] Moin

Another name, for the unikernel or the file: clean removes both.

  $ mirage configure -o hallo >/dev/null
  $ ls mirage
  context
  hallo-unix.packages
  key_gen.c
  main.c
  placed
  start.gen.h
  unikernel.gen.h
  $ mirage build >/dev/null
  Building hallo for unix...
  $ ls dist
  hallo
  hello
  $ sed -i 's/register_unikernel("hello"/register_unikernel("hello.v2"/' config.c
  $ mirage configure >/dev/null
  $ ls mirage
  context
  hello_v2-unix.packages
  key_gen.c
  main.c
  placed
  start.gen.h
  unikernel.gen.h
  $ mirage build >/dev/null
  Building hello.v2 for unix...
  $ ls dist
  hallo
  hello
  hello.v2
  $ grep UNIKERNEL_NAME Makefile
  UNIKERNEL_NAME = hello_v2-unix
  $ mirage clean
  $ ls
  README.md
  config.c
  expected
  unikernel.c

Another target has a build of its own, and no file of the one before.

  $ mirage configure -t spt >/dev/null
  $ ls mirage
  context
  hello_v2-spt.packages
  key_gen.c
  main.c
  manifest.c
  spt.cross
  start.gen.h
  unikernel.gen.h
  $ mirage configure -t unix >/dev/null
  $ ls mirage
  context
  hello_v2-unix.packages
  key_gen.c
  main.c
  start.gen.h
  unikernel.gen.h
  $ mirage configure -t xen
  mirage: [ERROR] the target 'xen' is not part of this version of mirage
  [123]
  $ mirage build | tail -n 1
  Building hello.v2 for unix...
  Execute the binary using ./dist/hello.v2

Another file of the project, and one less.

  $ cat >greeting.c <<'.'
  > const char *greeting(void);
  > 
  > const char *greeting(void)
  > {
  >     return "Servus";
  > }
  > .
  $ sed -i 's/key_hello()/greeting()/; 1i const char *greeting(void);' unikernel.c
  $ mirage build >/dev/null
  Building hello.v2 for unix...
  $ dist/hello.v2 2>&1 | head -n 1 | cut -c 28-
   INF [application] Servus
  $ mv greeting.c gruss.c
  $ mirage build >/dev/null
  Building hello.v2 for unix...
  $ dist/hello.v2 2>&1 | head -n 1 | cut -c 28-
   INF [application] Servus

Another place for the project.

  $ cd ..
  $ mv hello-key moved
  $ cd moved
  $ make build
  Building hello.v2 for unix...
  Your unikernel binary is now ready in ./dist/hello.v2
  Execute the binary using ./dist/hello.v2
  $ mirage build
  Your unikernel binary is now ready in ./dist/hello.v2
  Execute the binary using ./dist/hello.v2
