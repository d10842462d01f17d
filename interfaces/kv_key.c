#include "kv_key.h"
#include <string.h>

static bool is_dots(const char *name, size_t size)
{
    return (size == 1 && name[0] == '.') ||
           (size == 2 && name[0] == '.' && name[1] == '.');
}

bool mirage_kv_plain_key(const char *key, char plain[MIRAGE_KV_KEY_MAX + 1])
{
    size_t used = 0;

    for (key += strspn(key, "/"); *key; key += strspn(key, "/")) {
        size_t size = strcspn(key, "/"), slash = used > 0;

        if (is_dots(key, size) || used + slash + size > MIRAGE_KV_KEY_MAX)
            return false;
        if (slash)
            plain[used++] = '/';
        memcpy(plain + used, key, size);
        used += size;
        key += size;
    }
    plain[used] = '\0';
    return true;
}
