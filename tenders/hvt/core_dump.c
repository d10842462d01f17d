#define _GNU_SOURCE
#include "core_dump.h"
#include "layout.h"
#include <elf.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { CHUNK = 512, NAME_SIZE = 64 }; /* pages asked about at once */

void core_dump_prepare(struct hvt *hvt)
{
    hvt->core_dir_fd = open(hvt->core_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (hvt->core_dir_fd < 0)
        err(EXIT_FAILURE, "dumpcore: cannot open dir");
    if (faccessat(hvt->core_dir_fd, ".", W_OK, 0) < 0)
        err(EXIT_FAILURE, "dumpcore: dir not writable");
}

/* The pages of the guest that it, or the tender, has ever touched. */
static bool write_pages(const struct hvt *hvt, int fd, uint64_t start,
                        const unsigned char *resident, size_t count,
                        size_t *dumped)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t address = start + i * PAGE_SIZE;

        if (!(resident[i] & 1))
            continue;
        if (pwrite(fd, hvt->vm.memory + address, PAGE_SIZE,
                   (off_t)(CORE_HEAD_SIZE + address)) != (ssize_t)PAGE_SIZE)
            return false;
        (*dumped)++;
    }
    return true;
}

static bool write_memory(const struct hvt *hvt, int fd, size_t *dumped)
{
    unsigned char resident[CHUNK];

    for (uint64_t at = 0; at < hvt->guest.size; at += CHUNK * PAGE_SIZE) {
        uint64_t left = (hvt->guest.size - at) / PAGE_SIZE;
        size_t count = left < CHUNK ? left : CHUNK;

        if (mincore(hvt->vm.memory + at, count * PAGE_SIZE, resident) < 0 ||
            !write_pages(hvt, fd, at, resident, count, dumped))
            return false;
    }
    return true;
}

static bool write_file(const struct hvt *hvt, int fd)
{
    uint8_t head[CORE_HEAD_SIZE];
    struct kvm_sregs sregs;
    struct kvm_regs regs;
    size_t dumped = 0;

    vm_get_registers(&hvt->vm, &regs, &sregs);
    if (hvt->cookie)
        core_dump_apply(
            (const struct hvt_trap_frame *)(hvt->vm.memory + hvt->cookie),
            &regs, &sregs);
    core_dump_write_head(head, hvt->guest.size, &regs, &sregs);
    errno = ENOSPC; /* what a short transfer means */
    if (pwrite(fd, head, sizeof(head), 0) != sizeof(head) ||
        !write_memory(hvt, fd, &dumped) ||
        ftruncate(fd, (off_t)(CORE_HEAD_SIZE + hvt->guest.size)) < 0)
        return false;
    warnx("dumpcore: dumped %zu pages of total %" PRIu64 " pages", dumped,
          hvt->guest.size / PAGE_SIZE);
    return true;
}

void core_dump_write(const struct hvt *hvt)
{
    char name[NAME_SIZE];
    int fd;

    snprintf(name, sizeof(name), "core.solo5-hvt.%d", (int)getpid());
    warnx("dumpcore: dumping guest core to: %s/%s", hvt->core_dir, name);
    fd = openat(hvt->core_dir_fd, name,
                O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0 || !write_file(hvt, fd))
        warn("dumpcore: cannot write the core");
}
