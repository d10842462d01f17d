/* guest.h for spt. */
#include "guest.h"
#include "call.h"
#include <asm/prctl.h>
#include <asm/unistd.h>
#include <linux/errno.h>
#include <linux/eventpoll.h>
#include <linux/time.h>
#include <linux/timerfd.h>
#include <solo5/spt_abi.h>

enum { NS_PER_S = 1000000000, MAX_EVENTS = MFT_MAX_ENTRIES };

extern char _end[];

static const struct spt_boot_info *boot;
static const struct mft *mft;

__attribute__((section(".note.solo5.abi"), used,
               aligned(4))) static const struct {
    uint32_t name_size, descriptor_size, type;
    char name[8];
    uint32_t target, version, reserved[2];
} abi_note = {6, 16, 0x31494241, "Solo5", 2, 2, {0}};

_Noreturn void _start(const struct spt_boot_info *info);

_Noreturn void _start(const struct spt_boot_info *info)
{
    struct guest guest = {
        .cmdline = (const char *)info->cmdline,
        .mft = (const struct mft *)info->mft,
        .heap_start = (uint64_t)_end,
        .mem_size = info->mem_size,
    };

    boot = info;
    mft = guest.mft;
    guest_set_tls(0);
    guest_exit(guest_main(&guest));
}

_Noreturn void guest_exit(int status)
{
    for (;;)
        call(__NR_exit_group, status, 0, 0, 0, 0, 0);
}

void guest_write(const char *data, size_t size)
{
    call(__NR_write, 1, (long)data, (long)size, 0, 0, 0);
}

static uint64_t read_clock(int clock)
{
    struct timespec now = {0};

    call(__NR_clock_gettime, clock, (long)&now, 0, 0, 0, 0);
    return (uint64_t)now.tv_sec * NS_PER_S + (uint64_t)now.tv_nsec;
}

uint64_t guest_clock(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

uint64_t guest_wall_clock(void)
{
    return read_clock(CLOCK_REALTIME);
}

uint64_t guest_yield(uint64_t deadline)
{
    struct itimerspec at = {
        .it_value = {.tv_sec = (long)(deadline / NS_PER_S),
                     .tv_nsec = (long)(deadline % NS_PER_S) | 1},
    };
    struct epoll_event events[MAX_EVENTS];
    uint64_t ready = 0;
    long count;

    call(__NR_timerfd_settime, boot->timerfd, TFD_TIMER_ABSTIME, (long)&at, 0,
         0, 0);
    do
        count = call(__NR_epoll_pwait, boot->epollfd, (long)events, MAX_EVENTS,
                     -1, 0, 0);
    while (count == -EINTR);
    for (long i = 0; i < count; i++)
        if (events[i].data != SPT_TIMER_EVENT)
            ready |= UINT64_C(1) << events[i].data;
    return ready;
}

int guest_set_tls(uint64_t base)
{
    return (int)call(__NR_arch_prctl, ARCH_SET_FS, (long)base, 0, 0, 0, 0);
}

/* ---- devices ---- */

static int descriptor(unsigned handle)
{
    return mft->e[handle].b.hostfd;
}

int guest_disk_read(unsigned handle, uint64_t offset, void *data, size_t size)
{
    return call(__NR_pread64, descriptor(handle), (long)data, (long)size,
                (long)offset, 0, 0) != (long)size;
}

int guest_disk_write(unsigned handle, uint64_t offset, const void *data,
                     size_t size)
{
    return call(__NR_pwrite64, descriptor(handle), (long)data, (long)size,
                (long)offset, 0, 0) != (long)size;
}

long guest_net_read(unsigned handle, void *frame, size_t room)
{
    long size =
        call(__NR_read, descriptor(handle), (long)frame, (long)room, 0, 0, 0);

    return size == -EAGAIN ? 0 : size;
}

int guest_net_write(unsigned handle, const void *frame, size_t size)
{
    return call(__NR_write, descriptor(handle), (long)frame, (long)size, 0, 0,
                0) != (long)size;
}
