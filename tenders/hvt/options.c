#include "options.h"
#include "hvt.h"
#include <err.h>
#include <string.h>

/* The tender is the first part of a struct hvt. */
static struct hvt *hvt_of(struct tender *tender)
{
    return (struct hvt *)tender;
}

static bool take_ring(struct tender *tender, const char *arg)
{
    static const char prefix[] = "--ring=";
    const char *value = arg + strlen(prefix);

    if (strncmp(arg, prefix, strlen(prefix)) != 0)
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
