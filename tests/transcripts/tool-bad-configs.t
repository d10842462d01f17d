Mistakes in config.c are found by `mirage configure`, with their place. Those of
types are the compiler's to tell, here gcc's; what it says of our own headers
is left out.

  $ command -v gcc >/dev/null || skip no gcc
  $ bad() {
  >     rm -rf project
  >     mkdir project
  >     cp "$ROOT/tests/bad-configs/$1.c" project/config.c
  >     (cd project && CC=gcc mirage configure 2>&1) | sed \
  >         -e '/^In file included from /d' -e '/^ *from config.c/d' \
  >         -e '/^cc1: /d' -e 's|^/.*\(/mirage/config[a-z_]*.h:\)[0-9:]*|...\1|' \
  >         -e 's/^ *[0-9]* | void(register/      | void(register/'
  >     return "${PIPESTATUS[0]}"
  > }

Branches of different kinds.

  $ bad branches
  config.c: In function ‘configure’:
  config.c:7:22: error: static assertion failed: "if_impl: both branches must be the same kind of device"
      7 |     time_impl time = if_impl(is_solo5, default_time(), default_random());
        |                      ^~~~~~~
  mirage: [ERROR] config.c does not compile: see above
  [123]

Cases of different kinds.

  $ bad cases
  config.c: In function ‘configure’:
  config.c:11:9: error: static assertion failed: "match_impl: all cases must be the same kind of device"
     11 |         match_impl(&clock, default_time(), ("coarse", default_posix_clock()));
        |         ^~~~~~~~~~
  mirage: [ERROR] config.c does not compile: see above
  [123]

A configure() that crashes.

  $ bad crash
  config.c:9: error: configure() crashed here: Segmentation fault
  [123]

Two keys of one name.

  $ bad duplicate_key
  config.c:3: note: 'hello' was defined here first
  config.c:4: error: Duplicate key name: "hello" is defined twice, and differently
  [123]

A configure() that does not return.

  $ bad exit
  config.c:7: error: configure() must return, but ends the program here
  [123]

A job that would have to run twice.

  $ bad job_twice
  config.c:3: error: the job first_start runs once, and so cannot both be registered and given to a job, nor be given to two
  [123]

A value that a key cannot have.

  $ bad key_choice
  config.c:4: error: the key 'clock' can never be 'rough': it is either 'fine' or 'coarse'
  [123]

A condition on a key that is neither true nor false.

  $ bad key_condition
  config.c:4: error: key_true wants a FLAG_KEY or a BOOL_KEY, and 'hello' is a string
  [123]

A default that is no value.

  $ bad key_default
  config.c:3: error: the default of the key 'ipv4' is '10.0.0.300/24': expected an IPv4 address and prefix length such as 10.0.0.2/24
  [123]

A name that is none.

  $ bad key_name
  config.c:3: error: invalid key name 'say hello': it starts with a small letter, and letters, digits, '-' and '_' follow
  [123]

A key that is nothing.

  $ bad key_not_a_key
  config.c:5: error: key 1 of its .keys was not made with STRING_KEY or the like
  [123]

A list of pairs.

  $ bad key_of_lists
  config.c:4: error: the key 'servers' is a list, which cannot consist of lists or pairs
  [123]

A flag that can be repeated.

  $ bad key_repeatable
  config.c:3: error: the key 'fast' is a flag, which cannot be repeatable
  [123]

A required key with a default.

  $ bad key_required
  config.c:4: error: the key 'hello' is required, so its default 'Hello!' would never be used
  [123]

A key that is known too late to choose.

  $ bad key_stage
  config.c:3: error: the key 'fast' chooses between devices, which is done when configuring: it needs .stage = CONFIGURE
  [123]

A default of the wrong type.

  $ bad key_type
  config.c:3:42: error: initialization of ‘long int’ from ‘char *’ makes integer from pointer without a cast [-Werror=int-conversion]
      3 | static struct key port = INT_KEY("port", "8080", "The port.");
        |                                          ^~~~~~
  config.c:3:42: note: (near initialization for ‘port.number’)
  mirage: [ERROR] config.c does not compile: see above
  [123]

A key that nobody explains.

  $ bad key_without_doc
  config.c:3: error: the key 'hello' has no text for the help page
  [123]

A library that is not there.

  $ bad library
  config.c:3: error: the library folder 'greetings' is not there
  [123]

More than eight cases.

  $ bad many_cases
  config.c: In function ‘configure’:
  config.c:9:9: error: ‘match_impl_takes_at_most_eight_cases’ undeclared (first use in this function)
      9 |     t = match_impl(&target, t, ("unix", t), ("hvt", t), ("spt", t),
        |         ^~~~~~~~~~
  config.c:9:9: note: each undeclared identifier is reported only once for each function it appears in
  mirage: [ERROR] config.c does not compile: see above
  [123]

More than eight devices.

  $ bad many_devices
  config.c:3:1: error: unknown type name ‘a_job_takes_at_most_eight_devices’
      3 | JOB(hello_start, (time, time, time, time, time, time, time, time, time));
        | ^~~
  config.c: In function ‘configure’:
  config.c:9:33: error: implicit declaration of function ‘hello_start’ [-Werror=implicit-function-declaration]
      9 |     register_unikernel("hello", hello_start(t, t, t, t, t, t, t, t, t));
        |                                 ^~~~~~~~~~~
  config.c:9:33: error: incompatible type for argument 2 of ‘register_unikernel’
      9 |     register_unikernel("hello", hello_start(t, t, t, t, t, t, t, t, t));
        |                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        |                                 |
        |                                 int
  .../mirage/config.h: note: expected ‘job_impl’ but argument is of type ‘int’
        | void(register_unikernel)(const char *name, job_impl job);
        |                                            ~~~~~~~~~^~~
  mirage: [ERROR] config.c does not compile: see above
  [123]

More than eight jobs.

  $ bad many_jobs
  config.c: In function ‘configure’:
  config.c:5:5: error: call to ‘register_unikernel_with_many_jobs’ declared with attribute error: a unikernel has at most eight jobs
      5 |     register_unikernel("hello", noop(), noop(), noop(), noop(), noop(), noop(),
        |     ^
  mirage: [ERROR] config.c does not compile: see above
  [123]

More than eight packages.

  $ bad many_packages
  config.c:3: error: .packages has more than 8 elements
  [123]

A name that is no file name.

  $ bad name
  config.c:7: error: invalid name 'hello world': a unikernel's name is made of letters, digits, '.', '_' and '-', and starts with none of the last but '_'
  [123]

No job.

  $ bad no_job
  config.c: In function ‘configure’:
  config.c:5:5: error: call to ‘register_unikernel_without_a_job’ declared with attribute error: a unikernel has at least one job; noop() is one
      5 |     register_unikernel("hello");
        |     ^
  mirage: [ERROR] config.c does not compile: see above
  [123]

No unikernel.

  $ bad no_unikernel
  config.c: error: configure() does not call register_unikernel: what is to be built?
  [123]

A device in place of a job.

  $ bad not_a_job
  config.c: In function ‘configure’:
  config.c:5:33: error: incompatible type for argument 2 of ‘register_unikernel’
      5 |     register_unikernel("hello", default_time());
        |                                 ^~~~~~~~~~~~~~
        |                                 |
        |                                 time_impl
  .../mirage/config.h: note: expected ‘job_impl’ but argument is of type ‘time_impl’
        | void(register_unikernel)(const char *name, job_impl job);
        |                                            ~~~~~~~~~^~~
  mirage: [ERROR] config.c does not compile: see above
  [123]

A device that the target does not have.

  $ bad not_on_target
  config.c:7: error: socket devices made by kernel_socket_connect are not supported on unix
  [123]

Bounds that no version is in.

  $ bad package_bounds
  config.c:3: error: no version of the package 'duration' is at least 2 and less than 1.5
  [123]

A package name that is none.

  $ bad package_name
  config.c:3: error: package name "No Such" is invalid
  [123]

A short option that every unikernel has.

  $ bad reserved_letter
  config.c:4: error: the key 'loud' cannot be the option '-l', which is one of every unikernel's own
  [123]

An option that mirage has.

  $ bad reserved_name
  config.c:3: error: the key 'output' cannot be the option '--output', which is one of mirage's own
  [123]

Too few devices.

  $ bad too_few
  config.c: In function ‘configure’:
  config.c:7:33: error: too few arguments to function ‘hello_start’
      7 |     register_unikernel("hello", hello_start(default_time()));
        |                                 ^~~~~~~~~~~
  config.c:3:5: note: declared here
      3 | JOB(hello_start, (time, random));
        |     ^~~~~~~~~~~
  mirage: [ERROR] config.c does not compile: see above
  [123]

Too many devices.

  $ bad too_many
  config.c: In function ‘configure’:
  config.c:7:33: error: too many arguments to function ‘hello_start’
      7 |     register_unikernel("hello", hello_start(default_time(), default_random()));
        |                                 ^~~~~~~~~~~
  config.c:3:5: note: declared here
      3 | JOB(hello_start, (time));
        |     ^~~~~~~~~~~
  mirage: [ERROR] config.c does not compile: see above
  [123]

Two unikernels.

  $ bad two_unikernels
  config.c:7: note: 'hello' was registered here
  config.c:8: error: register_unikernel is called a second time, for 'world': one config.c describes one unikernel
  [123]

A kind of device that there is not.

  $ bad unknown_device
  config.c:3:19: error: unknown type name ‘tyme_impl’; did you mean ‘time_impl’?
      3 | JOB(hello_start, (tyme));
        |                   ^~~~
  config.c: In function ‘configure’:
  config.c:7:33: error: implicit declaration of function ‘hello_start’ [-Werror=implicit-function-declaration]
      7 |     register_unikernel("hello", hello_start(default_time()));
        |                                 ^~~~~~~~~~~
  config.c:7:33: error: incompatible type for argument 2 of ‘register_unikernel’
      7 |     register_unikernel("hello", hello_start(default_time()));
        |                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~
        |                                 |
        |                                 int
  .../mirage/config.h: note: expected ‘job_impl’ but argument is of type ‘int’
        | void(register_unikernel)(const char *name, job_impl job);
        |                                            ~~~~~~~~~^~~
  mirage: [ERROR] config.c does not compile: see above
  [123]

A field that there is not.

  $ bad unknown_field
  config.c: In function ‘hello_start’:
  config.c:5:27: error: ‘struct device’ has no member named ‘key’; did you mean ‘keys’?
      5 | JOB(hello_start, (time), .key = {&hello});
        |                           ^~~
  config.c:5:34: error: initialization of ‘struct node *’ from incompatible pointer type ‘struct key *’ [-Werror=incompatible-pointer-types]
      5 | JOB(hello_start, (time), .key = {&hello});
        |                                  ^
  config.c:5:34: note: (near initialization for ‘(anonymous).deps[0]’)
  mirage: [ERROR] config.c does not compile: see above
  [123]

A package that there is not.

  $ bad unknown_package
  config.c:3: error: unknown package 'durations', did you mean 'duration'?
  [123]

A device of the wrong kind.

  $ bad wrong_device
  config.c: In function ‘configure’:
  config.c:7:45: error: incompatible type for argument 1 of ‘hello_start’
      7 |     register_unikernel("hello", hello_start(default_console()));
        |                                             ^~~~~~~~~~~~~~~~~
        |                                             |
        |                                             console_impl
  config.c:3:1: note: expected ‘time_impl’ but argument is of type ‘console_impl’
      3 | JOB(hello_start, (time));
        | ^
  mirage: [ERROR] config.c does not compile: see above
  [123]

None of them is left out here.

  $ ls "$ROOT/tests/bad-configs" | sed 's/\.c$//' | sort >all
  $ sed -n 's/^  \$ bad //p' "$TESTDIR/$TESTFILE" | sort | diff all -
