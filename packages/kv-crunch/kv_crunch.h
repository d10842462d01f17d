/*
 * kv_crunch.h: a folder that is compiled into the unikernel, as a store.
 *
 * The program `crunch` beside it makes a C file of the folder, with the table
 * that this reads; nothing is copied, and nothing is to be set up.
 */
#ifndef KV_CRUNCH_H
#define KV_CRUNCH_H

#include <mirage/kv.h>

/* A value; an empty dictionary has a key that ends with '/', and no data. */
struct kv_crunch_entry {
    const char *key; /* plain: see mirage/kv.h */
    const char *data;
    size_t size;
};

/* What is crunched of a folder. */
struct kv_crunch_folder {
    const struct kv_crunch_entry *entries; /* sorted by key, bytewise */
    size_t count;
};

/* Ends the unikernel if memory runs out. */
struct mirage_kv_ro *kv_crunch_connect(const struct kv_crunch_folder *folder);

#endif
