#define _GNU_SOURCE
#include "fake_guest.h"
#include "console.h"
#include "stop.h"
#include <assert.h>
#include <elf.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct fake_guest *the_fake;

static const struct guest_segment segments[] = {
    {FAKE_TEXT, FAKE_HEAP, PF_R | PF_X},
};

static int make_disk(void)
{
    FILE *file = tmpfile();
    int fd;

    assert(file);
    fd = dup(fileno(file));
    fclose(file);
    assert(fd >= 0 && ftruncate(fd, FAKE_DISK_SIZE) == 0);
    return fd;
}

static void attach_devices(struct fake_guest *fake)
{
    struct manifest *manifest = &fake->hvt.tender.kernel.manifest;
    int ends[2];

    assert(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0, ends) == 0);
    fake->net_peer = ends[1];
    manifest->entries = 3;
    manifest->e[FAKE_DISK] = (struct mft_entry){
        .name = "storage",
        .type = MFT_DEV_BLOCK_BASIC,
        .u.block = {FAKE_DISK_SIZE, 512},
        .b.hostfd = make_disk(),
        .attached = true,
    };
    manifest->e[FAKE_NET] = (struct mft_entry){
        .name = "service",
        .type = MFT_DEV_NET_BASIC,
        .u.net.mtu = 1500,
        .b.hostfd = ends[0],
        .attached = true,
    };
}

static void add_tables(struct hvt *hvt)
{
    hvt->cpl = 3;
    hvt->tables = (struct page_tables){
        .entries = calloc(1, page_tables_size(FAKE_SIZE)),
        .base = FAKE_SIZE,
        .limit = FAKE_SIZE,
    };
    assert(hvt->tables.entries);
    page_tables_init(&hvt->tables);
}

struct fake_guest *fake_guest_create(void)
{
    struct fake_guest *fake = calloc(1, sizeof(*fake));

    assert(fake);
    fake->hvt.guest = (struct guest){
        .memory = malloc(FAKE_SIZE),
        .size = FAKE_SIZE,
        .segments = segments,
        .segment_count = 1,
    };
    assert(fake->hvt.guest.memory);
    memset(fake->hvt.guest.memory, 0xa5, FAKE_SIZE);
    attach_devices(fake);
    add_tables(&fake->hvt);
    the_fake = fake;
    return fake;
}

void fake_guest_destroy(struct fake_guest *fake)
{
    struct manifest *manifest = &fake->hvt.tender.kernel.manifest;

    close(manifest->e[FAKE_DISK].b.hostfd);
    close(manifest->e[FAKE_NET].b.hostfd);
    close(fake->net_peer);
    free(fake->hvt.tables.entries);
    free(fake->hvt.guest.memory);
    free(fake);
    the_fake = NULL;
}

/* ---- in place of console.c, waiter.c, stop.c and vm.c ---- */

void console_write(const char *data, size_t size)
{
    size_t room = sizeof(the_fake->console) - the_fake->console_size;

    if (size > room)
        size = room;
    memcpy(the_fake->console + the_fake->console_size, data, size);
    the_fake->console_size += size;
}

int waiter_wait(struct waiter *waiter, uint64_t wanted, uint64_t ns,
                uint64_t *ready)
{
    (void)waiter;
    the_fake->waited_ns = ns;
    *ready = wanted & 1 << FAKE_NET;
    return *ready != 0;
}

void waiter_forget(struct waiter *waiter, unsigned handle)
{
    (void)waiter;
    (void)handle;
}

bool stop_wait(int fd, short events)
{
    (void)fd;
    (void)events;
    return false;
}

void vm_forget_translation(const struct vm *vm, uint64_t address, uint64_t size)
{
    (void)vm;
    (void)size;
    the_fake->forgotten = address;
}
