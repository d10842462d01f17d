#include "output_test.h"
#include "target.h"
#include <string.h>

char output[8192];
static size_t size;

void clear_output(void)
{
    size = 0;
    output[0] = '\0';
}

void solo5_target_write(const char *data, size_t count)
{
    memcpy(output + size, data, count);
    size += count;
    output[size] = '\0';
}
