#include "boot.h"
#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

/* One behind the other, and each where the one before says. */
struct boot {
    struct spt_boot_info info;
    struct spt_extension extension;
    struct manifest manifest;
    char cmdline[SPT_CMDLINE_SIZE];
};

static struct boot *const boot = (struct boot *)SPT_BOOT_INFO_BASE;

uint32_t boot_features(const struct tender *tender)
{
    if (!tender->kernel.is_ours)
        return 0;
    return SPT_BLOCK_MANY | SPT_BLOCK_FLUSH | SPT_GUARD_PAGES | SPT_NET_FORGET |
           SPT_NET_CHOOSE | SPT_FAULT_HANDLER;
}

static void write_extension(struct spt_extension *extension, uint32_t features)
{
    *extension = (struct spt_extension){.magic = SPT_EXTENSION_MAGIC,
                                        .features = features};
    if (getrandom(extension->seed, sizeof extension->seed, 0) !=
        sizeof extension->seed)
        err(EXIT_FAILURE, "Could not make random bytes for the guest");
}

void boot_write(const struct tender *tender, const struct events *events,
                uint64_t kernel_end)
{
    boot->info = (struct spt_boot_info){
        .mem_size = tender->mem_size,
        .kernel_end = kernel_end,
        .cmdline = (uintptr_t)boot->cmdline,
        .mft = (uintptr_t)&boot->manifest,
        .epollfd = events->epollfd,
        .timerfd = events->timerfd,
    };
    write_extension(&boot->extension, boot_features(tender));
    memcpy(&boot->manifest, &tender->kernel.manifest,
           manifest_size(&tender->kernel.manifest));
    tender_write_args(tender, boot->cmdline, sizeof boot->cmdline);
}

spt_fault_handler *boot_fault_handler(void)
{
    return (spt_fault_handler *)boot->extension.fault_handler;
}
