/* The unikernel that tests are part of, unless they define one of their own. */
#include <mirage/unikernel.h>

static const struct mirage_job no_jobs[] = {{0}};

static struct mirage_option *const no_keys[] = {NULL};

static void connect_nothing(void)
{
}

const struct mirage_unikernel mirage_unikernel = {
    .name = "test",
    .version = "0",
    .jobs = no_jobs,
    .connect = connect_nothing,
    .keys = no_keys,
};
