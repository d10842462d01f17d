#include "unikernel.gen.h"
#include <stdio.h>
#include <string.h>

/* Writes "label = value". */
static void show(struct mirage_console *console, const char *label,
                 const char *value)
{
    char line[80];

    snprintf(line, sizeof(line), "%s = %s", label, value);
    mirage_console_log(console, line);
}

static void show_packages(struct mirage_console *console,
                          const char *const *packages)
{
    mirage_console_log(console, "libraries = [");
    for (; *packages; packages++) {
        mirage_console_write(console, "  ", 2);
        mirage_console_log(console, *packages);
    }
    mirage_console_log(console, "]");
}

enum mirage_error app_info_start(struct mirage_console *console,
                                 struct mirage_info *info)
{
    show(console, "name", info->name);
    show(console, "target", info->target);
    show_packages(console, info->packages);
    return MIRAGE_OK;
}
