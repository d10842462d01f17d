/* Compares a value of a store with what it is known to be. */
#include "unikernel.gen.h"
#include <mirage/log.h>
#include <stdlib.h>
#include <string.h>

static const char our_secret[] = "foo\n";

static void compare(const uint8_t *secret, size_t size)
{
    if (size == strlen(our_secret) && memcmp(secret, our_secret, size) == 0)
        mirage_log_info(
            "Contents of extremely secret vital storage confirmed!");
    else
        mirage_log_warning("The secret provided does not match!");
}

enum mirage_error kv_ro_start(struct mirage_kv_ro *kv)
{
    uint8_t *secret;
    size_t size;
    enum mirage_error error = mirage_kv_get(kv, "secret", &secret, &size);

    if (error) {
        mirage_log_warning(
            "Could not compare the secret against a known constant: %s",
            mirage_error_text(error));
        return MIRAGE_OK;
    }
    compare(secret, size);
    free(secret);
    return MIRAGE_OK;
}
