The tutorial's step 2: a block device, on unix.

  $ . "$TESTDIR/helpers.sh"
  $ example device-usage/block
  $ mirage configure -t unix
  Successfully configured the unikernel. Now run 'make' (or more fine-grained steps: 'make depends' and 'make build').
  $ make depends
  $ make build 2>&1 | grep -v copied
  100000+0 records in
  100000+0 records out
  Building block_test for unix...
  Your unikernel binary is now ready in ./dist/block_test
  Execute the binary using ./dist/block_test
  $ ./dist/block_test
  ????-??-?? ??:??:?? +00:00: INF [block] sectors = 100000 (glob)
  read_write=true
  sector_size=512
  
  ????-??-?? ??:??:?? +00:00: ERR [block] Expecting error output from the following operation... (glob)
  ????-??-?? ??:??:?? +00:00: ERR [block] Expecting error output from the following operation... (glob)
  ????-??-?? ??:??:?? +00:00: ERR [block] Expecting error output from the following operation... (glob)
  ????-??-?? ??:??:?? +00:00: ERR [block] Expecting error output from the following operation... (glob)
  ????-??-?? ??:??:?? +00:00: INF [block] Test sequence finished (glob)
  
  ????-??-?? ??:??:?? +00:00: INF [block] Total tests started: 10 (glob)
  
  ????-??-?? ??:??:?? +00:00: INF [block] Total tests passed:  10 (glob)
  
  ????-??-?? ??:??:?? +00:00: INF [block] Total tests failed:  0 (glob)
  

What was written is in the file.

  $ head -c 512 disk.img | head -2
  12: All work and no play makes Dave a dull boy.
  12: All work and no play makes Dave a dull boy.

The second build leaves the image alone, and clean removes it.

  $ echo kept | dd of=disk.img conv=notrunc status=none
  $ make build
  Your unikernel binary is now ready in ./dist/block_test
  Execute the binary using ./dist/block_test
  $ head -1 disk.img
  kept
  $ mirage clean
  $ ls
  README.md
  config.c
  expected
  unikernel.c

On images the disk has a name of its own, as a file's is not allowed.

  $ sed -i 's/"storage"/"disk.img"/' config.c
  $ mirage configure -t hvt
  config.c:19: error: the device name "disk.img" is invalid on hvt: it must be 1 to 67 letters and digits
  [123]
