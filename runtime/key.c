#include <mirage/unikernel.h>

const char *mirage_key_text(const struct mirage_option *key,
                            const char *otherwise)
{
    return key->value ? key->value : otherwise;
}
