#include "unikernel.gen.h"
#include <inttypes.h>
#include <mirage/log.h>
#include <stdio.h>

enum { KEY_SIZE = 32 };

static void show_bytes(struct mirage_random *random)
{
    uint8_t key[KEY_SIZE];
    char text[2 * KEY_SIZE + 1];

    mirage_random_generate(random, key, sizeof(key));
    for (size_t i = 0; i < sizeof(key); i++)
        snprintf(text + 2 * i, 3, "%02x", key[i]);
    mirage_log_info("%d byte random: %s", KEY_SIZE, text);
}

static void show_numbers(struct mirage_random *random)
{
    uint8_t a;
    uint16_t b;
    uint32_t c;
    uint64_t d;

    mirage_random_generate(random, &a, sizeof(a));
    mirage_random_generate(random, &b, sizeof(b));
    mirage_random_generate(random, &c, sizeof(c));
    mirage_random_generate(random, &d, sizeof(d));
    mirage_log_info("Random numbers: 0x%02" PRIx8 " 0x%04" PRIx16
                    " 0x%08" PRIx32 " 0x%016" PRIx64,
                    a, b, c, d);
}

enum mirage_error prng_start(struct mirage_random *random,
                             struct mirage_info *info)
{
    mirage_log_info("PRNG example running on target %s", info->target);
    show_bytes(random);
    show_numbers(random);
    mirage_log_info("A die shows %" PRIu64, 1 + mirage_random_below(random, 6));
    return MIRAGE_OK;
}
