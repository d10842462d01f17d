#include "fake.h"
#include <stdio.h>
#include <stdlib.h>

static unsigned handle_count;

void fake_mistake(const char *what, const char *name)
{
    fprintf(stderr, "fake platform: %s%s\n", what, name);
    abort();
}

unsigned fake_new_handle(void)
{
    return handle_count++;
}

void fake_reset(void)
{
    handle_count = 0;
    fake_reset_time();
    fake_reset_output();
    fake_reset_stacks();
    fake_reset_arguments();
    fake_reset_disks();
    fake_reset_nets();
    fake_reset_entropy();
}
