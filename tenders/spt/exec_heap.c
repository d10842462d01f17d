#include "exec_heap.h"
#include <err.h>
#include <string.h>

bool exec_heap_wanted;

/* Solo5 looks no further than this, either. */
static bool take_option(struct tender *tender, const char *arg)
{
    static const char option[] = "--x-exec-heap";

    (void)tender;
    if (strncmp(arg, option, strlen(option)) != 0)
        return false;
    warnx("WARNING: The use of --x-exec-heap is dangerous and not "
          "recommended as it makes the heap and stack executable.");
    exec_heap_wanted = true;
    return true;
}

const struct tender_module exec_heap_module = {
    .core_usage = "  [ --x-exec-heap ] (make the heap executable)\n",
    .option = take_option,
};
