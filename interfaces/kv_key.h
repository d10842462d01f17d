/* kv_key.h: keys as implementations of mirage/kv.h see them. */
#ifndef KV_KEY_H
#define KV_KEY_H

#include <mirage/kv.h>
#include <stdbool.h>

/*
 * Writes `key` to `plain` with one '/' between names and none at the ends;
 * false if no store has it.
 */
bool mirage_kv_plain_key(const char *key, char plain[MIRAGE_KV_KEY_MAX + 1]);

#endif
