#include "options.h"
#include "hvt.h"
#include <err.h>
#include <stdlib.h>
#include <string.h>

/* The tender is the first part of a struct hvt. */
static struct hvt *hvt_of(struct tender *tender)
{
    return (struct hvt *)tender;
}

/* The value of an option, NULL if `arg` is another one. */
static const char *value_of(const char *arg, const char *prefix)
{
    size_t size = strlen(prefix);

    return strncmp(arg, prefix, size) == 0 ? arg + size : NULL;
}

static bool take_ring(struct tender *tender, const char *arg)
{
    const char *value = value_of(arg, "--ring=");

    if (!value)
        return false;
    if (strcmp(value, "0") != 0 && strcmp(value, "3") != 0) {
        warnx("Malformed argument to --ring: it is 0 or 3");
        return false;
    }
    hvt_of(tender)->ring_option = value[0] == '0' ? RING_0 : RING_3;
    return true;
}

const struct tender_module ring_module = {
    .core_usage = "  [ --ring=0|3 ] (enter the guest at this privilege level; "
                  "by default at what its image asks for)\n",
    .option = take_ring,
};

static bool parse_port(const char *text, uint16_t *port)
{
    unsigned long value;
    char *end;

    if (*text < '0' || *text > '9')
        return false;
    value = strtoul(text, &end, 10);
    if (*end || value == 0 || value > UINT16_MAX)
        return false;
    *port = (uint16_t)value;
    return true;
}

static bool take_gdb(struct tender *tender, const char *arg)
{
    struct hvt *hvt = hvt_of(tender);
    const char *value = value_of(arg, "--gdb-port=");

    if (strcmp(arg, "--gdb") == 0)
        return hvt->gdb = true;
    if (!value)
        return false;
    if (parse_port(value, &hvt->gdb_port))
        return true;
    warnx("Malformed argument to --gdb-port");
    return false;
}

const struct tender_module gdb_module = {
    .name = "gdb",
    .usage = "  [ --gdb ] (wait for a debugger before the guest runs)\n"
             "  [ --gdb-port=1234 ] (where it connects, on this machine)\n",
    .option = take_gdb,
};

static bool take_dumpcore(struct tender *tender, const char *arg)
{
    const char *value = value_of(arg, "--dumpcore=");

    if (!value)
        return false;
    hvt_of(tender)->core_dir = value;
    return true;
}

const struct tender_module dumpcore_module = {
    .name = "dumpcore",
    .usage = "  [ --dumpcore=DIR ] (write a crashed guest's memory and "
             "registers to a file in DIR)\n",
    .option = take_dumpcore,
};
