#include "console_floor.h"
#include <mirage/platform.h>

static void console_floor_write(struct mirage_console *console,
                                const char *data, size_t size)
{
    (void)console;
    mirage_platform_console_write(data, size);
}

static const struct mirage_console_ops console_floor_ops = {
    .write = console_floor_write,
};

struct mirage_console *console_floor_connect(void)
{
    static struct mirage_console console = {&console_floor_ops};

    return &console;
}
