/* A plain key is its own plain key, and none leads out of the store. */
#include "kv_key.h"
#include <stdlib.h>
#include <string.h>

static void check(const char *key)
{
    char plain[MIRAGE_KV_KEY_MAX + 1], again[MIRAGE_KV_KEY_MAX + 1];
    size_t size;

    if (!mirage_kv_plain_key(key, plain))
        return;
    size = strlen(plain);
    if (size > MIRAGE_KV_KEY_MAX || strstr(plain, "//") || plain[0] == '/' ||
        (size > 0 && plain[size - 1] == '/') || strcmp(plain, "..") == 0 ||
        strncmp(plain, "../", 3) == 0 || strstr(plain, "/../") ||
        !mirage_kv_plain_key(plain, again) || strcmp(plain, again) != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *key = malloc(size + 1);

    if (!key)
        return 0;
    memcpy(key, data, size);
    key[size] = '\0';
    check(key);
    free(key);
    return 0;
}
