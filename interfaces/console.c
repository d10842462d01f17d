#include <mirage/console.h>
#include <string.h>

void mirage_console_write(struct mirage_console *console, const char *data,
                          size_t size)
{
    console->ops->write(console, data, size);
}

/* A line of common length goes out in one piece. */
void mirage_console_log(struct mirage_console *console, const char *text)
{
    size_t size = strlen(text);
    char line[512];

    if (size < sizeof(line)) {
        memcpy(line, text, size);
        line[size] = '\n';
        mirage_console_write(console, line, size + 1);
    } else {
        mirage_console_write(console, text, size);
        mirage_console_write(console, "\n", 1);
    }
}
