/* The options that every tender has. */
#include "module.h"
#include "tender.h"
#include <ctype.h>
#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Digits after the number are no reason to refuse it: Solo5 does not. */
static bool parse_mem(const char *text, uint64_t *size)
{
    unsigned long long megabytes;

    if (!isdigit((unsigned char)*text))
        return false;
    errno = 0;
    megabytes = strtoull(text, NULL, 10);
    if (errno || megabytes == 0 || megabytes > UINT64_MAX >> 20)
        return false;
    *size = megabytes << 20;
    return true;
}

static bool take_option(struct tender *tender, const char *arg)
{
    static const char prefix[] = "--mem=";

    if (strncmp(arg, prefix, strlen(prefix)) != 0)
        return false;
    if (parse_mem(arg + strlen(prefix), &tender->mem_size))
        return true;
    warnx("Malformed argument to --mem");
    return false;
}

const struct tender_module core_module = {
    .name = "core",
    .core_usage = "  [ --mem=512 ] (guest memory in MB)\n"
                  "    --help (display this help)\n"
                  "    --version (display version information)\n",
    .option = take_option,
};
