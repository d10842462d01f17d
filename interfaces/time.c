#include <mirage/time.h>

enum mirage_error mirage_time_sleep(struct mirage_time *time, uint64_t ns)
{
    return time->ops->sleep(time, ns);
}
