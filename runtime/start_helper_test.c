#include "start_test.h"
#include <string.h>

enum { ARGUMENTS = 20 };

struct mirage_job start_jobs[JOBS + 1];
struct mirage_option *start_keys[KEYS + 1];
void (*start_connect)(void);

static void connect_devices(void)
{
    if (start_connect)
        start_connect();
}

const struct mirage_unikernel mirage_unikernel = {
    .name = "hello",
    .version = "1.2.3",
    .jobs = start_jobs,
    .connect = connect_devices,
    .keys = start_keys,
};

int new_unikernel(void **state)
{
    (void)state;
    fake_reset();
    memset(start_jobs, 0, sizeof(start_jobs));
    memset(start_keys, 0, sizeof(start_keys));
    start_connect = NULL;
    return 0;
}

static void start(void *unused)
{
    (void)unused;
    mirage_start();
}

int start_with(const char *argument, ...)
{
    char *argv[ARGUMENTS + 2] = {"./dist/hello"};
    struct fake_result result;
    va_list more;

    va_start(more, argument);
    for (int i = 1; argument && i <= ARGUMENTS; i++) {
        argv[i] = (char *)argument;
        argument = va_arg(more, const char *);
    }
    va_end(more);
    fake_set_arguments(argv);
    result = fake_child(start, NULL);
    assert_int_equal(result.end, FAKE_EXITED);
    return result.status;
}
