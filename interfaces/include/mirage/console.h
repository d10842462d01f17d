/*
 * mirage/console.h: a terminal to write to. Nothing here waits or fails: what
 * nobody can read is gone.
 */
#ifndef MIRAGE_CONSOLE_H
#define MIRAGE_CONSOLE_H

#include <stddef.h>

/* A connected console; the first member of each implementation's struct. */
struct mirage_console {
    const struct mirage_console_ops *ops;
};

/* Writes `size` bytes as they are. */
void mirage_console_write(struct mirage_console *console, const char *data,
                          size_t size);

/* Writes `text` and a newline. */
void mirage_console_log(struct mirage_console *console, const char *text);

/* ---- for implementations ---- */

struct mirage_console_ops {
    void (*write)(struct mirage_console *console, const char *data,
                  size_t size);
};

#endif
