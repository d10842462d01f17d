/* Fuzzing: whole command lines, one word a line, for a table of each kind. */
#include <mirage/option.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char *const choices[] = {"auto", "plain", NULL};
static struct mirage_option
    text = {.name = "text", .alias = "other-text", .letter = 't', .docv = "T"},
    number = {.name = "number",
              .letter = 'n',
              .docv = "N",
              .check = mirage_check_int},
    many = {.name = "many",
            .letter = 'm',
            .docv = "M",
            .repeat = mirage_option_repeat},
    flag = {.name = "flag", .letter = 'f'},
    help = {.name = "help", .docv = "FMT", .bare = "auto", .choices = choices},
    must = {.name = "must", .docv = "M", .required = true};
static struct mirage_option *const options[] = {&text, &number, &many, &flag,
                                                &help, &must,   NULL};

enum { WORDS = 64 };

static int split(char *line, char **words)
{
    int count = 1;

    words[0] = "fuzz";
    while (line && count < WORDS)
        words[count++] = strsep(&line, "\n");
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *line = malloc(size + 1), *words[WORDS], *positional[WORDS];
    int count, positional_count;
    const char *message;

    if (!line)
        return 0;
    memcpy(line, data, size);
    line[size] = '\0';
    count = split(line, words);
    message = mirage_options_parse(options, count, words, positional,
                                   &positional_count);
    if (positional_count >= count)
        abort();
    if (!message && number.value && mirage_check_int(number.value))
        abort();
    if (message && strlen(message) >= 500)
        abort();
    mirage_options_reset(options);
    free(line);
    return 0;
}
