#include "unikernel.gen.h"

enum mirage_error console_start(struct mirage_console *console,
                                struct mirage_time *time)
{
    enum mirage_error error = MIRAGE_OK;

    for (int i = 0; i < 4 && !error; i++) {
        mirage_console_log(console, "hello");
        error = mirage_time_sleep(time, MIRAGE_SEC(1));
        if (!error)
            mirage_console_log(console, "world");
    }
    return error;
}
