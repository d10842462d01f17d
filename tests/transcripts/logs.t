Which log messages are shown, and in which time zone. hello says INF messages.

  $ . "$TESTDIR/helpers.sh"
  $ example tutorial/hello
  $ mirage configure -t unix
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ make >/dev/null
  Building hello for unix...
  $ lines() { ./dist/hello "$@" 2>&1 | wc -l; }
  $ lines -l info >info &
  $ lines -l warning >warning &
  $ lines --logs=quiet >quiet &
  $ lines -l '*:error,application:debug' >own &
  $ lines -l 'application:error' >less &
  $ ./dist/hello -l debug,nothing:info 2>&1 | head -n 1 >unknown &
  $ TZ=Asia/Kathmandu ./dist/hello 2>&1 | head -n 1 >kathmandu &
  $ TZ=America/St_Johns ./dist/hello 2>&1 | head -n 1 >newfoundland &
  $ wait
  $ tail info warning quiet own less unknown kathmandu newfoundland
  ==> info <==
  4
  
  ==> warning <==
  0
  
  ==> quiet <==
  0
  
  ==> own <==
  4
  
  ==> less <==
  0
  
  ==> unknown <==
  Warning: nothing is not a valid log source.
  
  ==> kathmandu <==
  ????-??-?? ??:??:?? +05:45: INF [application] hello (glob)
  
  ==> newfoundland <==
  ????-??-?? ??:??:?? -03:30: INF [application] hello (glob)
