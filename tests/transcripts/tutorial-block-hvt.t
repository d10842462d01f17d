The tutorial's step 2 on hvt.

  $ . "$TESTDIR/helpers.sh"
  $ images hvt
  $ example device-usage/block
  $ build hvt
  $ PATH="$BUILD/tenders/hvt:$PATH"
  $ solo5-hvt --block:storage=disk.img dist/block_test.hvt 2>&1 | unikernel
  ????-??-?? ??:??:?? -00:00: INF [block] sectors = 100000 (glob)
  read_write=true
  sector_size=512
  
  ????-??-?? ??:??:?? -00:00: ERR [block] Expecting error output from the following operation... (glob)
  ????-??-?? ??:??:?? -00:00: ERR [block] Expecting error output from the following operation... (glob)
  ????-??-?? ??:??:?? -00:00: ERR [block] Expecting error output from the following operation... (glob)
  ????-??-?? ??:??:?? -00:00: ERR [block] Expecting error output from the following operation... (glob)
  ????-??-?? ??:??:?? -00:00: INF [block] Test sequence finished (glob)
  
  ????-??-?? ??:??:?? -00:00: INF [block] Total tests started: 10 (glob)
  
  ????-??-?? ??:??:?? -00:00: INF [block] Total tests passed:  10 (glob)
  
  ????-??-?? ??:??:?? -00:00: INF [block] Total tests failed:  0 (glob)
  
  Solo5: solo5_exit(0) called

The tender wants to be told where the disk is, and `mirage run` tells it.

  $ solo5-hvt dist/block_test.hvt 2>&1 | tail -3
  solo5-hvt: Device 'storage' of type BLOCK_BASIC declared but not attached.
  solo5-hvt: All declared devices must be attached. See --help for syntax.
  $ mirage run -- -l quiet 2>&1 | tail -1
  Solo5: solo5_exit(0) called
  $ mirage run --attach storage=other.img 2>&1 | head -1
  solo5-hvt: Could not open block device: other.img: No such file or directory
