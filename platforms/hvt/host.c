#include "host.h"
#include "../solo5/boot.h"
#include <stddef.h>

const struct hvt_boot_info *hvt_boot_info;

/*
 * The bits of a tender before Solo5 0.11 are a part of the manifest, which
 * begins with a small number: so small that this bit is never set.
 */
const struct mirage_hvt_info *hvt_info(void)
{
    const struct mirage_hvt_boot_info *boot_info =
        (const struct mirage_hvt_boot_info *)hvt_boot_info;

    if (!(hvt_boot_info->host_features & MIRAGE_HVT_FEATURE_INFO))
        return NULL;
    return (const struct mirage_hvt_info *)boot_info->info;
}

bool hvt_has(enum mirage_hvt_hypercall call)
{
    const struct mirage_hvt_info *info = hvt_info();

    return info && (info->calls & mirage_hvt_call_bit(call));
}

struct mft_entry *hvt_device(unsigned handle)
{
    return &solo5_machine.manifest->e[handle];
}
