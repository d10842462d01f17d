#include "target.h"
#include <mirage/platform.h>

void mirage_platform_console_write(const char *data, size_t size)
{
    solo5_target_write(data, size);
}

/* There is one way out. */
void mirage_platform_log_write(const char *data, size_t size)
{
    solo5_target_write(data, size);
}

/* Nobody tells an image where it is. */
bool mirage_platform_time_zone(int64_t wall_ns, int *minutes)
{
    (void)wall_ns, (void)minutes;
    return false;
}
