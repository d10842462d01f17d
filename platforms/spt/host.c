#include "host.h"
#include "../solo5/boot.h"
#include <stddef.h>

const struct spt_boot_info *spt_boot_info;

struct spt_extension *spt_extension(void)
{
    struct spt_extension *extension =
        (struct spt_extension *)(spt_boot_info + 1);

    if (spt_boot_info->mft - SPT_BOOT_INFO_BASE <
            sizeof(*spt_boot_info) + sizeof(*extension) ||
        extension->magic != SPT_EXTENSION_MAGIC)
        return NULL;
    return extension;
}

bool spt_has(enum spt_feature feature)
{
    const struct spt_extension *extension = spt_extension();

    return extension && (extension->features & feature);
}

struct mft_entry *spt_device(unsigned handle)
{
    return &solo5_machine.manifest->e[handle];
}
