/*
 * Fuzzing: command lines of a unikernel, one word a line. Each is taken, or
 * ends with 63 or 64 and something to read.
 */
#include "arguments.h"
#include <mirage/exit.h>
#include <mirage/fake.h>
#include <mirage/unikernel.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 64 };

static const char *check_list(const char *text)
{
    return mirage_check_list(text, mirage_check_int);
}

static struct mirage_option hello = {.name = "hello",
                                     .section = "A",
                                     .docv = "VAL",
                                     .doc = "Hello."},
                            port = {.name = "port",
                                    .letter = 'p',
                                    .section = "B",
                                    .docv = "PORT",
                                    .doc = "Port.",
                                    .check = mirage_check_int},
                            list = {.name = "list",
                                    .section = "A",
                                    .docv = "LIST",
                                    .doc = "List.",
                                    .check = check_list},
                            many = {.name = "many",
                                    .section = "A",
                                    .docv = "MANY",
                                    .doc = "Many.",
                                    .repeat = mirage_option_repeat};

static struct mirage_option *const keys[] = {&hello, &port, &list, &many, NULL};

static const struct mirage_job no_jobs[] = {{0}};

const struct mirage_unikernel mirage_unikernel = {
    .name = "fuzz", .version = "0", .jobs = no_jobs, .keys = keys};

static jmp_buf end;

static void escape(int status)
{
    if (status == MIRAGE_EXIT_HELP ? !*fake_console() : !*fake_log())
        abort();
    if (status != MIRAGE_EXIT_HELP && status != MIRAGE_EXIT_ARGUMENTS)
        abort();
    longjmp(end, 1);
}

static void split(char *line, char **words)
{
    int count = 1;

    words[0] = "fuzz";
    while (line && count < WORDS)
        words[count++] = strsep(&line, "\n");
    words[count] = NULL;
}

static void read_arguments(char **words)
{
    fake_reset();
    fake_set_arguments(words);
    fake_when_exiting(escape);
    if (setjmp(end) == 0) {
        mirage_arguments_read();
        if (port.value && mirage_check_int(port.value))
            abort();
    }
    mirage_options_reset(keys);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *line = malloc(size + 1), *words[WORDS + 1];

    if (!line)
        return 0;
    memcpy(line, data, size);
    line[size] = '\0';
    split(line, words);
    read_arguments(words);
    free(line);
    return 0;
}
