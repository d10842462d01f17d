#include "kv_key.h"
#include <stdlib.h>

enum mirage_error mirage_kv_exists(struct mirage_kv_ro *kv, const char *key,
                                   enum mirage_kv_kind *kind)
{
    char plain[MIRAGE_KV_KEY_MAX + 1];

    *kind = MIRAGE_KV_NOTHING;
    if (!mirage_kv_plain_key(key, plain))
        return MIRAGE_OK;
    return kv->ops->exists(kv, plain, kind);
}

/* For calls about a value: the plain key of something that may be one. */
static enum mirage_error value_key(const char *key, char *plain)
{
    if (!mirage_kv_plain_key(key, plain))
        return MIRAGE_NOT_FOUND;
    return plain[0] ? MIRAGE_OK : MIRAGE_NOT_A_VALUE;
}

enum mirage_error mirage_kv_size(struct mirage_kv_ro *kv, const char *key,
                                 uint64_t *size)
{
    char plain[MIRAGE_KV_KEY_MAX + 1];
    enum mirage_error error = value_key(key, plain);

    return error ? error : kv->ops->size(kv, plain, size);
}

enum mirage_error mirage_kv_read(struct mirage_kv_ro *kv, const char *key,
                                 uint64_t offset, size_t size, uint8_t *data,
                                 size_t *got)
{
    char plain[MIRAGE_KV_KEY_MAX + 1];
    enum mirage_error error = value_key(key, plain);

    *got = 0;
    return error ? error : kv->ops->read(kv, plain, offset, size, data, got);
}

enum mirage_error mirage_kv_get(struct mirage_kv_ro *kv, const char *key,
                                uint8_t **data, size_t *size)
{
    uint64_t whole;
    enum mirage_error error = mirage_kv_size(kv, key, &whole);

    if (error)
        return error;
    *data = whole < SIZE_MAX ? malloc(whole + 1) : NULL;
    if (!*data)
        return MIRAGE_NO_MEMORY;
    error = mirage_kv_read(kv, key, 0, whole, *data, size);
    if (error)
        free(*data);
    else
        (*data)[*size] = 0;
    return error;
}

enum mirage_error mirage_kv_borrow(struct mirage_kv_ro *kv, const char *key,
                                   const uint8_t **data, size_t *size)
{
    char plain[MIRAGE_KV_KEY_MAX + 1];
    enum mirage_error error = value_key(key, plain);

    if (!kv->ops->borrow)
        return MIRAGE_UNSUPPORTED;
    return error ? error : kv->ops->borrow(kv, plain, data, size);
}

enum mirage_error mirage_kv_list(struct mirage_kv_ro *kv, const char *key,
                                 mirage_kv_entry_fn *fn, void *arg)
{
    char plain[MIRAGE_KV_KEY_MAX + 1];

    if (!mirage_kv_plain_key(key, plain))
        return MIRAGE_NOT_FOUND;
    return kv->ops->list(kv, plain, fn, arg);
}

void mirage_kv_disconnect(struct mirage_kv_ro *kv)
{
    if (kv)
        kv->ops->disconnect(kv);
}
