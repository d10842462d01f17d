The command line of solo5-spt, what is wrong with it, and how it ends. The
images are those of tests/guests.

  $ PATH="$BUILD/tenders/spt:$PATH"
  $ cp "$BUILD"/tests/guests/hello.spt "$BUILD"/tests/guests/disk.spt .
  $ cp "$BUILD"/tests/guests/ping2.spt .

Help and version:

  $ solo5-spt --help
  usage: solo5-spt [ CORE OPTIONS ] [ MODULE OPTIONS ] [ -- ] KERNEL [ ARGS ]
  KERNEL is the filename of the unikernel to run.
  ARGS are optional arguments passed to the unikernel.
  Core options:
    [ --mem=512 ] (guest memory in MB)
      --help (display this help)
      --version (display version information)
    [ --x-exec-heap ] (make the heap executable)
    [ --x-no-seccomp ] (let the host alone confine the guest)
  Compiled-in modules: core net block 
  Compiled-in module options:
      --net:NAME=IFACE | @NN (attach tap at IFACE or at fd @NN as network NAME)
    [ --net-mac:NAME=HWADDR ] (set HWADDR for network NAME)
      --block:NAME=PATH (attach block device/file at PATH as block storage NAME)
    [ --block-sector-size:NAME=SECTORSIZE ] (set sector size for block device NAME; must be a power of two greater than or equal 512)
  [1]
  $ solo5-spt --version 2>&1 | sed 's/version v.*/version V/'
  solo5-spt tender, version V
  ABI version 2
  $ solo5-spt --version 2>/dev/null
  $ solo5-spt --bad --version hello.spt 2>/dev/null

A kernel is needed:

  $ solo5-spt 2>&1 | head -1
  solo5-spt: Missing KERNEL operand
  $ solo5-spt --mem=2 --
  solo5-spt: Missing KERNEL operand
  usage: solo5-spt [ CORE OPTIONS ] [ MODULE OPTIONS ] [ -- ] KERNEL [ ARGS ]
  KERNEL is the filename of the unikernel to run.
  ARGS are optional arguments passed to the unikernel.
  Core options:
    [ --mem=512 ] (guest memory in MB)
      --help (display this help)
      --version (display version information)
    [ --x-exec-heap ] (make the heap executable)
    [ --x-no-seccomp ] (let the host alone confine the guest)
  Compiled-in modules: core net block 
  Compiled-in module options:
      --net:NAME=IFACE | @NN (attach tap at IFACE or at fd @NN as network NAME)
    [ --net-mac:NAME=HWADDR ] (set HWADDR for network NAME)
      --block:NAME=PATH (attach block device/file at PATH as block storage NAME)
    [ --block-sector-size:NAME=SECTORSIZE ] (set sector size for block device NAME; must be a power of two greater than or equal 512)
  [1]
  $ solo5-spt nosuch.spt
  solo5-spt: nosuch.spt: Could not open: No such file or directory
  [1]
  $ solo5-spt ''
  solo5-spt: : Could not open: No such file or directory
  [1]
  $ mkfifo pipe; solo5-spt pipe
  solo5-spt: pipe: Illegal seek
  [1]
  $ solo5-spt .
  solo5-spt: .: Is a directory
  [1]
  $ echo text >text; solo5-spt text
  solo5-spt: text: invalid executable: elf header does not match the expected size (5 != 64)
  [1]
  $ head -c 100 hello.spt >short; solo5-spt short
  solo5-spt: short: invalid executable: program header does not match the expected size (36 != 504)
  [1]
  $ cp /bin/true pie && solo5-spt pie
  solo5-spt: pie: invalid or unsupported executable (elf header invalid while loading note)
  [1]
  $ echo 'int main(void) { return 0; }' >host.c
  $ gcc -static -no-pie -o host host.c && solo5-spt host
  solo5-spt: host: No Solo5 ABI information found in executable
  [1]

It is looked at before the options are:

  $ solo5-spt --bad nosuch.spt
  solo5-spt: nosuch.spt: Could not open: No such file or directory
  [1]

Options:

  $ solo5-spt --bad hello.spt 2>&1 | head -2
  solo5-spt: Invalid option: `--bad'
  usage: solo5-spt [ CORE OPTIONS ] [ MODULE OPTIONS ] [ -- ] KERNEL [ ARGS ]
  $ solo5-spt --bad hello.spt 2>/dev/null
  [1]
  $ solo5-spt - hello.spt 2>&1 | head -1
  solo5-spt: Invalid option: `-'
  $ for mem in '' 0 x -1 ' 1' 99999999999999999999; do
  >   solo5-spt --mem="$mem" hello.spt 2>&1 | head -1
  > done
  solo5-spt: Malformed argument to --mem
  solo5-spt: Malformed argument to --mem
  solo5-spt: Malformed argument to --mem
  solo5-spt: Malformed argument to --mem
  solo5-spt: Malformed argument to --mem
  solo5-spt: Malformed argument to --mem
  $ solo5-spt --mem=2 hello.spt Hello_Solo5
  Command line is: 'Hello_Solo5'
  SUCCESS
  $ solo5-spt --mem=2junk -- hello.spt Hello_Solo5
  Command line is: 'Hello_Solo5'
  SUCCESS
  $ solo5-spt --mem=1 hello.spt Hello_Solo5
  solo5-spt: adjusting memory to 2097152 bytes
  Command line is: 'Hello_Solo5'
  SUCCESS
  $ solo5-spt --mem=99999999999 hello.spt 2>&1 | sed 's/([0-9]* MB)/(N MB)/'
  solo5-spt: Maximum guest memory size (N MB) exceeded.

Arguments of the guest:

  $ solo5-spt --mem=2 hello.spt --mem=1 -- '' --help
  Command line is: '--mem=1 --  --help'
  [1]
  $ solo5-spt --mem=2 hello.spt
  Command line is: ''
  [1]

Devices:

  $ solo5-spt --net:service0=tap0 hello.spt 2>&1 | head -2
  solo5-spt: Resource not declared in manifest: 'service0'
  solo5-spt: Invalid option: `--net:service0=tap0'
  $ solo5-spt --block:storage=disk hello.spt 2>&1 | head -1
  solo5-spt: Resource not declared in manifest: 'storage'
  $ solo5-spt --block-sector-size:storage=512 hello.spt 2>&1 | head -1
  solo5-spt: Resource not declared in manifest: 'storage'
  $ solo5-spt --net-mac:service0=02:00:00:00:00:01 hello.spt 2>&1 | head -1
  solo5-spt: Resource not declared in manifest: 'service0'
  $ solo5-spt --net-mac:service0=zz ping2.spt 2>&1 | head -1
  solo5-spt: Malformed MAC address: 'zz'
  $ solo5-spt ping2.spt
  solo5-spt: Device 'service0' of type NET_BASIC declared but not attached.
  solo5-spt: Device 'service1' of type NET_BASIC declared but not attached.
  solo5-spt: All declared devices must be attached. See --help for syntax.
  [1]
  $ solo5-spt disk.spt
  solo5-spt: Device 'storage' of type BLOCK_BASIC declared but not attached.
  solo5-spt: All declared devices must be attached. See --help for syntax.
  [1]
  $ solo5-spt --block:storage=nosuch disk.spt 2>&1 | head -2
  solo5-spt: Could not open block device: nosuch: No such file or directory
  solo5-spt: Invalid option: `--block:storage=nosuch'
  $ solo5-spt --block:storage=. disk.spt 2>&1 | head -1
  solo5-spt: Could not open block device: .: Is a directory
  $ solo5-spt --net:service0=@99 ping2.spt 2>&1 | head -2
  solo5-spt: Could not attach interface: @99: Bad file descriptor
  solo5-spt: Invalid option: `--net:service0=@99'
  $ solo5-spt --net:service-0=tap0 ping2.spt 2>&1 | head -1
  solo5-spt: Invalid option: `--net:service-0=tap0'
  $ solo5-spt --block:storage= disk.spt 2>&1 | head -1
  solo5-spt: Invalid option: `--block:storage='

  $ truncate -s 6K 'a disk.img'
  $ solo5-spt --mem=2 --block:storage='a disk.img' disk.spt blocks
  SUCCESS
  $ solo5-spt --mem=2 --block-sector-size:storage=4096 \
  >   --block:storage='a disk.img' disk.spt
  solo5-spt: storage: Backing storage size must be block aligned (4096 bytes)
  [1]
  $ solo5-spt --block-sector-size:storage=521 disk.spt 2>&1 | head -2
  solo5-spt: Block size must be a multiple of 2 greater than or equal 512
  solo5-spt: Invalid option: `--block-sector-size:storage=521'
  $ truncate -s 0 empty
  $ solo5-spt --mem=2 --block:storage=empty disk.spt
  solo5-spt: storage: Backing storage must be at least 1 block (512 bytes) in size
  [1]
