/*
 * mirage/kv.h: values found by key, read only.
 *
 * A key is a path such as "/certs/site.pem": names with '/' between them.
 * Further '/' change nothing, and "" is the whole store. What a key names is a
 * value, which is bytes, or a dictionary of further keys. No store has the
 * names "." and "..", nor keys of more than MIRAGE_KV_KEY_MAX bytes.
 *
 * Every call may wait, except disconnect. Besides what each lists, it returns
 * MIRAGE_CANCELLED if its task is cancelled while it waits, and
 * MIRAGE_DISCONNECTED once the storage below is gone.
 */
#ifndef MIRAGE_KV_H
#define MIRAGE_KV_H

#include <mirage/error.h>
#include <stddef.h>
#include <stdint.h>

enum { MIRAGE_KV_KEY_MAX = 1023 };

enum mirage_kv_kind { MIRAGE_KV_NOTHING, MIRAGE_KV_VALUE, MIRAGE_KV_DICT };

/* A connected store; the first member of each implementation's struct. */
struct mirage_kv_ro {
    const struct mirage_kv_ro_ops *ops;
};

/* Whether `key` names a value, a dictionary or nothing, in *kind. */
MIRAGE_MUST_CHECK
enum mirage_error mirage_kv_exists(struct mirage_kv_ro *kv, const char *key,
                                   enum mirage_kv_kind *kind);

/* The size in bytes of the value `key` names, in *size. Errors as for read. */
MIRAGE_MUST_CHECK
enum mirage_error mirage_kv_size(struct mirage_kv_ro *kv, const char *key,
                                 uint64_t *size);

/*
 * Copies up to `size` bytes of a value, from byte `offset` on, into the
 * caller's `data`. *got is how many; fewer than `size` only at the end of the
 * value, and 0 past it.
 *
 * MIRAGE_NOT_FOUND     `key` names nothing
 * MIRAGE_NOT_A_VALUE   `key` names a dictionary
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_kv_read(struct mirage_kv_ro *kv, const char *key,
                                 uint64_t offset, size_t size, uint8_t *data,
                                 size_t *got);

/*
 * All of a value: *size bytes in *data, and a zero byte after them. *data is
 * the caller's to free(). Errors as for read, and MIRAGE_NO_MEMORY.
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_kv_get(struct mirage_kv_ro *kv, const char *key,
                                uint8_t **data, size_t *size);

/*
 * The same without a copy, from a store that has its values in memory: *data
 * is the store's, and stays as it is until the store is disconnected. Errors
 * as for read, and MIRAGE_UNSUPPORTED from other stores.
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_kv_borrow(struct mirage_kv_ro *kv, const char *key,
                                   const uint8_t **data, size_t *size);

/* Called with each name in a dictionary, valid only during the call. */
typedef void mirage_kv_entry_fn(const char *name, enum mirage_kv_kind kind,
                                void *arg);

/*
 * Calls fn for each entry of the dictionary `key`, in no order.
 *
 * MIRAGE_NOT_FOUND    `key` names nothing
 * MIRAGE_NOT_A_DICT   `key` names a value
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_kv_list(struct mirage_kv_ro *kv, const char *key,
                                 mirage_kv_entry_fn *fn, void *arg);

/* Ends the use of `kv`, which is freed. NULL is allowed. */
void mirage_kv_disconnect(struct mirage_kv_ro *kv);

/* ---- for implementations ---- */

/*
 * As the calls above, of which get is made of size and read. Keys are plain:
 * one '/' between names, none at the ends; "" only for exists and list. None
 * is NULL but `borrow`, where values are not in memory.
 */
struct mirage_kv_ro_ops {
    enum mirage_error (*exists)(struct mirage_kv_ro *kv, const char *key,
                                enum mirage_kv_kind *kind);
    enum mirage_error (*size)(struct mirage_kv_ro *kv, const char *key,
                              uint64_t *size);
    enum mirage_error (*read)(struct mirage_kv_ro *kv, const char *key,
                              uint64_t offset, size_t size, uint8_t *data,
                              size_t *got);
    enum mirage_error (*borrow)(struct mirage_kv_ro *kv, const char *key,
                                const uint8_t **data, size_t *size);
    enum mirage_error (*list)(struct mirage_kv_ro *kv, const char *key,
                              mirage_kv_entry_fn *fn, void *arg);
    void (*disconnect)(struct mirage_kv_ro *kv);
};

#endif
