#include "duration.h"
#include <stdio.h>

static const struct {
    const char *name;
    uint64_t ns;
} small[] = {
    {"s", 1000000000},
    {"ms", 1000000},
    {"us", 1000},
};

static const struct {
    const char *name, *rest_name;
    uint64_t ns, rest_ns;
    int rest_digits;
} large[] = {
    {"y", "d", 31536000000000000, 86400000000000, 1},
    {"d", "h", 86400000000000, 3600000000000, 2},
    {"h", "m", 3600000000000, 60000000000, 2},
    {"m", "s", 60000000000, 1000000000, 2},
};

/* Three digits: 1.23 12.3 123 */
static struct duration_text print_small(uint64_t ns)
{
    struct duration_text made;
    int i = 0;

    while (i < 3 && ns < small[i].ns)
        i++;
    if (i == 3) {
        snprintf(made.text, sizeof(made.text), "%uns", (unsigned)ns);
        return made;
    }

    unsigned hundredths = (unsigned)(ns / (small[i].ns / 100));
    unsigned whole = hundredths / 100, rest = hundredths % 100;
    if (whole >= 100)
        snprintf(made.text, sizeof(made.text), "%u%s", whole, small[i].name);
    else if (whole >= 10)
        snprintf(made.text, sizeof(made.text), "%u.%u%s", whole, rest / 10,
                 small[i].name);
    else
        snprintf(made.text, sizeof(made.text), "%u.%02u%s", whole, rest,
                 small[i].name);
    return made;
}

struct duration_text duration_print(uint64_t ns)
{
    struct duration_text made;
    int i = 0;

    while (i < 4 && ns < large[i].ns)
        i++;
    if (i == 4)
        return print_small(ns);
    snprintf(made.text, sizeof(made.text), "%u%s%0*u%s",
             (unsigned)(ns / large[i].ns), large[i].name, large[i].rest_digits,
             (unsigned)(ns % large[i].ns / large[i].rest_ns),
             large[i].rest_name);
    return made;
}
