#include "options.h"
#include <err.h>
#include <string.h>

bool exec_heap_wanted;
bool seccomp_unwanted;

/* Solo5 looks no further than the option's name, either. */
static bool begins_with(const char *arg, const char *option)
{
    return strncmp(arg, option, strlen(option)) == 0;
}

static bool take_option(struct tender *tender, const char *arg)
{
    (void)tender;
    if (begins_with(arg, "--x-exec-heap")) {
        warnx("WARNING: The use of --x-exec-heap is dangerous and not "
              "recommended as it makes the heap and stack executable.");
        return exec_heap_wanted = true;
    }
    if (strcmp(arg, "--x-no-seccomp") == 0) {
        warnx("WARNING: With --x-no-seccomp the guest may do whatever the "
              "host lets this process do.");
        return seccomp_unwanted = true;
    }
    return false;
}

const struct tender_module options_module = {
    .core_usage =
        "  [ --x-exec-heap ] (make the heap executable)\n"
        "  [ --x-no-seccomp ] (let the host alone confine the guest)\n",
    .option = take_option,
};
