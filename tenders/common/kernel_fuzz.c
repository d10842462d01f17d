/*
 * Fuzzing: an image as a tender reads it: headers, notes, manifest, segments.
 * The memory is just as large as the loader is told, so a byte too much is
 * found out.
 */
#define _GNU_SOURCE
#include "kernel.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MEMORY_START = 0x100000, MEMORY_SIZE = 0x108000 };

static const struct abi_info spt = {.target = ABI_TARGET_SPT, .version = 2};
static uint8_t *memory;

static bool protect(uintptr_t address, uint64_t size, uint32_t flags)
{
    uint64_t start = address - (uintptr_t)memory;

    if (start < MEMORY_START || start > MEMORY_SIZE ||
        size > MEMORY_SIZE - start || (start | size) % 4096 ||
        ((flags & PF_W) && (flags & PF_X)))
        abort();
    return true;
}

/* Only what lies above MEMORY_START is there. */
static void load(const struct kernel *kernel)
{
    uint8_t *room = calloc(1, MEMORY_SIZE - MEMORY_START);
    struct failure failure;
    uint64_t end;

    if (!room)
        return;
    memory = (uint8_t *)((uintptr_t)room - MEMORY_START);
    if (elf_load(&kernel->elf,
                 &(struct guest_memory){.host_base = (uintptr_t)memory,
                                        .start = MEMORY_START,
                                        .size = MEMORY_SIZE,
                                        .protect = protect},
                 &end, &failure) &&
        end > MEMORY_SIZE)
        abort();
    free(room);
}

static int file_of(const uint8_t *data, size_t size)
{
    static int fd = -1;

    if (fd < 0)
        fd = memfd_create("image", 0);
    if (fd < 0 || ftruncate(fd, 0) < 0 ||
        pwrite(fd, data, size, 0) != (ssize_t)size)
        abort();
    return fd;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char path[32];
    struct failure failure = {""};
    struct kernel kernel;

    if (size > 1 << 20)
        return 0;
    snprintf(path, sizeof path, "/proc/self/fd/%d", file_of(data, size));
    if (kernel_open(&kernel, path, &spt, &failure)) {
        load(&kernel);
        elf_close(&kernel.elf);
    } else if (!failure.text[0]) {
        abort();
    }
    return 0;
}
