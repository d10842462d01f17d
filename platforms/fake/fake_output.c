/*
 * Output is kept in memory that a child process shares with the test.
 */
#include "fake.h"
#include <string.h>
#include <sys/mman.h>

enum { ROOM = 1 << 20 };

struct output {
    unsigned writes;
    size_t size;
    char text[ROOM];
};

static struct output *console, *log;

static struct output *make_output(void)
{
    struct output *output = mmap(NULL, sizeof(*output), PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (output == MAP_FAILED)
        fake_mistake("no memory for output", "");
    return output;
}

static void forget(struct output *output)
{
    output->writes = 0;
    output->size = 0;
    output->text[0] = '\0';
}

static void make_outputs(void)
{
    if (console)
        return;
    console = make_output();
    log = make_output();
}

void fake_forget_output(void)
{
    make_outputs();
    forget(console);
    forget(log);
}

void fake_reset_output(void)
{
    fake_forget_output();
}

static void append(struct output *output, const char *data, size_t size)
{
    if (size >= ROOM - output->size)
        fake_mistake("too much output", "");
    memcpy(output->text + output->size, data, size);
    output->size += size;
    output->text[output->size] = '\0';
    output->writes++;
}

const char *fake_console(void)
{
    make_outputs();
    return console->text;
}

const char *fake_log(void)
{
    make_outputs();
    return log->text;
}

unsigned fake_log_writes(void)
{
    make_outputs();
    return log->writes;
}

void mirage_platform_console_write(const char *data, size_t size)
{
    make_outputs();
    append(console, data, size);
}

void mirage_platform_log_write(const char *data, size_t size)
{
    make_outputs();
    append(log, data, size);
}
