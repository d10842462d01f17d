Files that cannot be disks, on unix.

  $ . "$TESTDIR/helpers.sh"
  $ cat >config.c <<'END'
  > #include <mirage/config.h>
  > JOB(disk_start, (block));
  > void configure(void)
  > {
  >     register_unikernel("disk",
  >                        disk_start(generic_block("my.disk")));
  > }
  > END
  $ cat >unikernel.c <<'END'
  > #include "unikernel.gen.h"
  > #include <mirage/log.h>
  > enum mirage_error disk_start(struct mirage_block *block)
  > {
  >     uint8_t data[512] = {1};
  >     enum mirage_error error = mirage_block_write(block, 0, 1, data);
  >     mirage_log_info("%d sectors: %s", (int)block->info.sector_count,
  >                     mirage_error_text(error));
  >     return MIRAGE_OK;
  > }
  > END

A generic block is a ramdisk unless told otherwise.

  $ build unix
  $ dist/disk
  ????-??-?? ??:??:?? +00:00: INF [application] 32768 sectors: no error (glob)
  $ mirage help configure | grep -A2 -e --block
         --block=BLOCK (absent=ramdisk)
             Use a ramdisk or file pass-through implementation for the unikernel.
  

  $ build unix --block=file
  $ dist/disk
  ????-??-?? ??:??:?? +00:00: ERR [disk] cannot use 'my.disk' as a disk: No such file or directory (glob)
  ????-??-?? ??:??:?? +00:00: ERR [block-floor] cannot connect the disk 'my.disk': not found (glob)
  [255]
  $ mkdir my.disk
  $ dist/disk
  ????-??-?? ??:??:?? +00:00: ERR [disk] cannot use 'my.disk' as a disk: Is a directory (glob)
  ????-??-?? ??:??:?? +00:00: ERR [block-floor] cannot connect the disk 'my.disk': failed (glob)
  [255]
  $ rmdir my.disk
  $ touch my.disk
  $ dist/disk
  ????-??-?? ??:??:?? +00:00: ERR [disk] cannot use 'my.disk' as a disk: it is empty (glob)
  ????-??-?? ??:??:?? +00:00: ERR [block-floor] cannot connect the disk 'my.disk': failed (glob)
  [255]
  $ head -c 1000 /dev/zero >my.disk
  $ dist/disk
  ????-??-?? ??:??:?? +00:00: ERR [disk] cannot use 'my.disk' as a disk: its size, 1000 bytes, is not a multiple of 512 (glob)
  ????-??-?? ??:??:?? +00:00: ERR [block-floor] cannot connect the disk 'my.disk': failed (glob)
  [255]
  $ head -c 1024 /dev/zero >my.disk
  $ dist/disk
  ????-??-?? ??:??:?? +00:00: INF [application] 2 sectors: no error (glob)

  $ mirage configure -t unix --block=floppy
  Usage: mirage configure [--help] [OPTION]…
  mirage: option '--block': invalid value 'floppy', expected either 'file' or 'ramdisk'
  [124]

A file is a disk once, whatever it is called.

  $ cat >config.c <<'END'
  > #include <mirage/config.h>
  > JOB(disk_start, (block, block));
  > void configure(void)
  > {
  >     register_unikernel("disk", disk_start(block_of_file("my.disk"),
  >                                           block_of_file("./my.disk")));
  > }
  > END
  $ sed -i 's/struct mirage_block \*block/&, struct mirage_block *other/' unikernel.c
  $ sed -i 's/{1};/{1}; (void)other;/' unikernel.c
  $ build unix
  $ dist/disk
  ????-??-?? ??:??:?? +00:00: ERR [disk] cannot use './my.disk' as a disk: it is one already (glob)
  ????-??-?? ??:??:?? +00:00: ERR [block-floor] cannot connect the disk './my.disk': failed (glob)
  [255]
