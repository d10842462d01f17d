#include "device.h"
#include <err.h>

bool device_is_attached(const struct hvt *hvt, uint32_t type)
{
    const struct manifest *manifest = &hvt->tender.kernel.manifest;

    for (unsigned i = 1; i < manifest->entries; i++)
        if (manifest->e[i].type == type && manifest->e[i].attached)
            return true;
    return false;
}

static uint64_t bit_of(const struct hvt *hvt, const struct mft_entry *entry)
{
    return 1ull << manifest_handle(&hvt->tender.kernel.manifest, entry);
}

enum hvt_result device_failed(struct hvt *hvt, const struct mft_entry *entry,
                              const char *verb)
{
    uint64_t bit = bit_of(hvt, entry);

    if (!(atomic_fetch_or(&hvt->failing, bit) & bit))
        warn("cannot %s '%s'", verb, entry->name);
    return HVT_UNSPECIFIED;
}

enum hvt_result device_worked(struct hvt *hvt, const struct mft_entry *entry)
{
    uint64_t bit = bit_of(hvt, entry);

    if (atomic_load(&hvt->failing) & bit)
        atomic_fetch_and(&hvt->failing, ~bit);
    return HVT_OK;
}
