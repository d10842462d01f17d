#include "duration.h"
#include "unikernel.gen.h"
#include <mirage/log.h>

enum mirage_error hello_start(struct mirage_time *time)
{
    enum mirage_error error = MIRAGE_OK;

    for (int i = 0; i < 4 && !error; i++) {
        mirage_log_info("%s", key_hello());
        error = mirage_time_sleep(time, duration_of_sec(1));
    }
    return error;
}
