/*
 * solo5-spt: runs an image as a part of this process, behind a seccomp filter.
 *
 * Everything is opened and made first; then the filter is loaded, and only
 * then the guest's first instruction runs. There is no way back: what the
 * guest does from there on, it asks of the kernel itself.
 */
#include "boot.h"
#include "enter.h"
#include "events.h"
#include "fault.h"
#include "filter.h"
#include "memory.h"
#include "options.h"
#include "sandbox.h"
#include <err.h>
#include <stdlib.h>

enum { SMALLEST_MEM_SIZE = 2 << 20 };

static const struct tender_module *const modules[] = {
    &core_module, &options_module, &net_module, &block_module, NULL,
};

static const struct tender_kind kind = {
    .abi = {.target = ABI_TARGET_SPT, .version = 2},
    .modules = modules,
};

/*
 * Images lie from 1 MB on, so with less than 2 MB there is no room for any.
 * solo5-hvt rounds up, too.
 */
static void adjust_mem_size(struct tender *tender)
{
    if (tender->mem_size >= SMALLEST_MEM_SIZE)
        return;
    tender->mem_size = SMALLEST_MEM_SIZE;
    warnx("adjusting memory to %d bytes", SMALLEST_MEM_SIZE);
}

static uint64_t load(struct tender *tender)
{
    const struct guest_memory memory = {
        .start = SPT_IMAGE_BASE,
        .size = tender->mem_size,
        .protect = memory_protect,
    };
    struct failure failure;
    uint64_t end;

    memory_create(tender->mem_size, exec_heap_wanted);
    if (!elf_load(&tender->kernel.elf, &memory, &end, &failure))
        errx(EXIT_FAILURE, "%s: %s", tender->kernel_path, failure.text);
    return end;
}

static void confine(const struct tender *tender, const struct events *events,
                    uint64_t kernel_end)
{
    static struct filter filter;
    const struct filter_grants grants = {
        .manifest = &tender->kernel.manifest,
        .epollfd = events->epollfd,
        .timerfd = events->timerfd,
        .features = boot_features(tender),
        .heap_start = kernel_end,
        .mem_size = tender->mem_size,
    };

    if (seccomp_unwanted)
        return;
    if (!filter_build(&filter, &grants))
        errx(EXIT_FAILURE, "Too many devices for a seccomp filter");
    sandbox_enter(&filter);
}

int main(int argc, char **argv)
{
    static struct tender tender;
    struct events events;
    uint64_t kernel_end, entry;

    tender_init(&tender, &kind, argc, argv);
    adjust_mem_size(&tender);
    entry = tender.kernel.elf.entry;
    kernel_end = load(&tender);
    elf_close(&tender.kernel.elf);
    tender_setup(&tender);
    events = events_create(&tender.kernel.manifest);
    boot_write(&tender, &events, kernel_end);
    fault_watch();
    confine(&tender, &events, kernel_end);
    enter(entry, tender.mem_size - 8, SPT_BOOT_INFO_BASE);
}
