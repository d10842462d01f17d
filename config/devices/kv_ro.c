#include "../crunch.h"
#include "key_of_group.h"
#include "stock.h"

kv_ro_impl crunch(const char *folder)
{
    const char *name = crunch_name(folder);

    return STOCK_DEVICE(kv_ro, .connect = "kv_crunch_connect",
                        .header = format_text("%s.h", name),
                        .params = {format_text("&%s", name)},
                        .packages = {"kv-crunch"}, .folder = folder);
}

kv_ro_impl direct_kv_ro(const char *folder)
{
    return STOCK_DEVICE(kv_ro, .connect = "kv_direct_connect",
                        .header = "kv_direct.h", .params = {quote(folder)},
                        .packages = {"kv-direct"},
                        .targets = TARGET_UNIX | TARGET_MACOSX);
}

/* ---- one of them ---- */

static const struct key kv_ro_key = STRING_KEY(
    "kv_ro", "crunch",
    "Use a crunch or direct pass-through implementation for the unikernel.",
    .docv = "KV_RO", .stage = CONFIGURE, .choices = {"crunch", "direct"});

kv_ro_impl config_generic_kv_ro(const char *folder,
                                struct generic_choice choice)
{
    struct key *key = key_of_group(&kv_ro_key, choice);
    condition direct = both(is_unix, key_is(key, "direct"));

    return if_impl(direct, direct_kv_ro(folder), crunch(folder));
}
