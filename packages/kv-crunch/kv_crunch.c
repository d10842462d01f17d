/*
 * Sorted bytewise, all that is in a dictionary stands together: it begins with
 * the dictionary's key and a '/'.
 */
#include "kv_crunch.h"
#include <assert.h>
#include <mirage/exit.h>
#include <mirage/log.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct kv_crunch {
    struct mirage_kv_ro base;
    const struct kv_crunch_folder *folder;
};
static_assert(offsetof(struct kv_crunch, base) == 0, "base comes first");

/* ---- finding ---- */

/* As strcmp of the key, if a value, or of the key and a '/', if a prefix. */
static int compare(const char *entry, const char *key, size_t size, bool prefix)
{
    int order = strncmp(entry, key, size);

    if (order != 0 || !prefix)
        return order != 0 ? order : (unsigned char)entry[size];
    return (unsigned char)entry[size] - '/';
}

/* The first entry that is not less. */
static const struct kv_crunch_entry *
lower_bound(const struct kv_crunch_folder *folder, const char *key, bool prefix)
{
    const struct kv_crunch_entry *from = folder->entries;
    size_t count = folder->count, size = strlen(key);

    while (count > 0) {
        size_t half = count / 2;

        if (compare(from[half].key, key, size, prefix) < 0) {
            from += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return from;
}

static const struct kv_crunch_folder *folder_of(struct mirage_kv_ro *base)
{
    return ((struct kv_crunch *)base)->folder;
}

static bool is_end(const struct kv_crunch_folder *folder,
                   const struct kv_crunch_entry *entry)
{
    return entry == folder->entries + folder->count;
}

/* The value of that key, or NULL. */
static const struct kv_crunch_entry *find(const struct kv_crunch_folder *folder,
                                          const char *key)
{
    const struct kv_crunch_entry *entry = lower_bound(folder, key, false);

    return is_end(folder, entry) || strcmp(entry->key, key) != 0 ? NULL : entry;
}

/* What is left of an entry's key within a dictionary; NULL if it is not. */
static const char *rest_of(const struct kv_crunch_entry *entry, const char *key)
{
    size_t size = strlen(key);

    if (size == 0)
        return entry->key;
    return strncmp(entry->key, key, size) == 0 && entry->key[size] == '/'
               ? entry->key + size + 1
               : NULL;
}

/* The first entry of a dictionary, or NULL. */
static const struct kv_crunch_entry *
first_in(const struct kv_crunch_folder *folder, const char *key)
{
    const struct kv_crunch_entry *entry = folder->entries;

    if (key[0])
        entry = lower_bound(folder, key, true);
    return is_end(folder, entry) || !rest_of(entry, key) ? NULL : entry;
}

/* The whole store is a dictionary even if nothing is in it. */
static bool is_dict(const struct kv_crunch_folder *folder, const char *key)
{
    return !key[0] || first_in(folder, key);
}

static enum mirage_error need(struct mirage_kv_ro *base, const char *key,
                              const struct kv_crunch_entry **entry)
{
    const struct kv_crunch_folder *folder = folder_of(base);

    *entry = find(folder, key);
    if (*entry)
        return MIRAGE_OK;
    return is_dict(folder, key) ? MIRAGE_NOT_A_VALUE : MIRAGE_NOT_FOUND;
}

/* ---- the interface ---- */

static enum mirage_error kv_crunch_exists(struct mirage_kv_ro *base,
                                          const char *key,
                                          enum mirage_kv_kind *kind)
{
    const struct kv_crunch_folder *folder = folder_of(base);

    if (find(folder, key))
        *kind = MIRAGE_KV_VALUE;
    else
        *kind = is_dict(folder, key) ? MIRAGE_KV_DICT : MIRAGE_KV_NOTHING;
    return MIRAGE_OK;
}

static enum mirage_error kv_crunch_size(struct mirage_kv_ro *base,
                                        const char *key, uint64_t *size)
{
    const struct kv_crunch_entry *entry;
    enum mirage_error error = need(base, key, &entry);

    if (!error)
        *size = entry->size;
    return error;
}

static enum mirage_error kv_crunch_read(struct mirage_kv_ro *base,
                                        const char *key, uint64_t offset,
                                        size_t size, uint8_t *data, size_t *got)
{
    const struct kv_crunch_entry *entry;
    enum mirage_error error = need(base, key, &entry);

    if (error || offset >= entry->size)
        return error;
    *got = size < entry->size - offset ? size : entry->size - offset;
    memcpy(data, entry->data + offset, *got);
    return MIRAGE_OK;
}

static enum mirage_error kv_crunch_borrow(struct mirage_kv_ro *base,
                                          const char *key, const uint8_t **data,
                                          size_t *size)
{
    const struct kv_crunch_entry *entry;
    enum mirage_error error = need(base, key, &entry);

    if (error)
        return error;
    *data = (const uint8_t *)entry->data;
    *size = entry->size;
    return MIRAGE_OK;
}

/* Tells of what stands at the head of `rest`, unless it was told before. */
static void tell(const char *rest, const char *before, mirage_kv_entry_fn *fn,
                 void *arg)
{
    size_t size = strcspn(rest, "/");
    char name[MIRAGE_KV_KEY_MAX + 1];

    if (size == 0 || (before && strncmp(rest, before, size + 1) == 0))
        return;
    memcpy(name, rest, size);
    name[size] = '\0';
    fn(name, rest[size] ? MIRAGE_KV_DICT : MIRAGE_KV_VALUE, arg);
}

static enum mirage_error kv_crunch_list(struct mirage_kv_ro *base,
                                        const char *key, mirage_kv_entry_fn *fn,
                                        void *arg)
{
    const struct kv_crunch_folder *folder = folder_of(base);
    const struct kv_crunch_entry *entry = first_in(folder, key);
    const char *rest, *before = NULL;

    if (key[0] && find(folder, key))
        return MIRAGE_NOT_A_DICT;
    if (!is_dict(folder, key))
        return MIRAGE_NOT_FOUND;
    for (; entry && !is_end(folder, entry); entry++) {
        rest = rest_of(entry, key);
        if (!rest)
            break;
        tell(rest, before, fn, arg);
        before = rest;
    }
    return MIRAGE_OK;
}

static void kv_crunch_disconnect(struct mirage_kv_ro *base)
{
    free(base);
}

static const struct mirage_kv_ro_ops kv_crunch_ops = {
    .exists = kv_crunch_exists,
    .size = kv_crunch_size,
    .read = kv_crunch_read,
    .borrow = kv_crunch_borrow,
    .list = kv_crunch_list,
    .disconnect = kv_crunch_disconnect,
};

struct mirage_kv_ro *kv_crunch_connect(const struct kv_crunch_folder *folder)
{
    struct kv_crunch *kv = malloc(sizeof(*kv));

    if (!kv) {
        mirage_log_error("kv-crunch: memory ran out");
        mirage_exit(MIRAGE_EXIT_CRASH);
    }
    *kv = (struct kv_crunch){{&kv_crunch_ops}, folder};
    return &kv->base;
}
