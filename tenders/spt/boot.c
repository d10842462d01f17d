#include "boot.h"
#include "vdso.h"
#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

static struct spt_boot_info *const boot_info =
    (struct spt_boot_info *)SPT_BOOT_INFO_BASE;

/* NULL for an image that does not know of it, which gets Solo5's layout. */
static struct spt_extension *extension;

uint32_t boot_features(const struct tender *tender)
{
    if (!tender->kernel.is_ours)
        return 0;
    return SPT_BLOCK_MANY | SPT_BLOCK_FLUSH | SPT_GUARD_PAGES | SPT_NET_FORGET |
           SPT_NET_CHOOSE | SPT_FAULT_HANDLER;
}

static void write_extension(uint32_t features)
{
    *extension = (struct spt_extension){
        .magic = SPT_EXTENSION_MAGIC,
        .features = features,
        .clock_gettime = vdso_find("__vdso_clock_gettime"),
    };
    if (extension->clock_gettime)
        extension->features |= SPT_FAST_CLOCK;
    if (getrandom(extension->seed, sizeof extension->seed, 0) !=
        sizeof extension->seed)
        err(EXIT_FAILURE, "Could not make random bytes for the guest");
}

void boot_write(const struct tender *tender, const struct events *events,
                uint64_t kernel_end)
{
    size_t mft_size = manifest_size(&tender->kernel.manifest);
    char *mft = (char *)(boot_info + 1), *cmdline;

    if (tender->kernel.is_ours) {
        extension = (struct spt_extension *)mft;
        mft += sizeof *extension;
        write_extension(boot_features(tender));
    }
    cmdline = mft + mft_size;
    memcpy(mft, &tender->kernel.manifest, mft_size);
    tender_write_args(tender, cmdline, SPT_CMDLINE_SIZE);
    *boot_info = (struct spt_boot_info){
        .mem_size = tender->mem_size,
        .kernel_end = kernel_end,
        .cmdline = (uintptr_t)cmdline,
        .mft = (uintptr_t)mft,
        .epollfd = events->epollfd,
        .timerfd = events->timerfd,
    };
}

spt_fault_handler *boot_fault_handler(void)
{
    return extension ? (spt_fault_handler *)extension->fault_handler : NULL;
}
