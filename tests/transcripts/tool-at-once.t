One `mirage` at a time changes a project.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/hello
  $ for i in 1 2 3 4; do
  >     mirage configure >/dev/null &
  >     mirage query name >>../names &
  > done
  $ wait
  $ sort ../names | uniq -c
        4 hello
  $ mirage build >/dev/null 2>&1 & mirage build >/dev/null 2>&1; echo $?
  0
  $ wait $!
  $ ls dist
  hello

Who waits says so.

  $ mkfifo ../release
  $ hold() {
  >     (flock . cat ../release) &
  >     while flock -n . true; do sleep 0.05; done
  > }
  $ until_said() { while ! grep -q "$1" ../said; do sleep 0.05; done; }
  $ hold
  $ (MIRAGE_PATIENCE=1 mirage configure >../said 2>&1 &
  >     until_said waiting
  >     : >../release
  >     wait)
  $ cat ../said
  mirage: waiting for another mirage to leave this folder...
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').

A rule may run it again.

  $ cat >config.c <<'.'
  > #include <mirage/config.h>
  > 
  > DEVICE_TYPE(file);
  > 
  > static file_impl name_file(void)
  > {
  >     return DEVICE(file, .install = "name",
  >                   .rule = "name:\n\tmirage query name >$@\n");
  > }
  > 
  > JOB(hello_start, (time), .packages = {"duration"}, .deps = {dep(name_file())});
  > 
  > void configure(void)
  > {
  >     register_unikernel("hello", hello_start(default_time()));
  > }
  > .
  $ mirage configure >/dev/null
  $ make -j4 build
  Building hello for unix...
  Your unikernel binary is now ready in ./dist/hello
  Execute the binary using ./dist/hello
  $ cat name
  hello

A crash of the tool itself is its own fault, and the lock ends with it.

  $ hold
  $ (MIRAGE_PATIENCE=1 mirage configure >../said 2>&1 &
  >     until_said waiting
  >     kill -SEGV $!
  >     wait $!)
  [125]
  $ cat ../said
  mirage: waiting for another mirage to leave this folder...
  mirage: [BUG] Segmentation fault
  This is a mistake in mirage, not in your project. Please report it, with the
  command and your config.c.
  $ : >../release
  $ wait
  $ mirage configure | cut -c 1-23
  Successfully configured
