#include "options.h"
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static const struct {
    const char *word;
    enum solo5_level level;
} options[] = {
    {"--solo5:quiet", SOLO5_ERROR},  {"--solo5:error", SOLO5_ERROR},
    {"--solo5:warn", SOLO5_WARNING}, {"--solo5:info", SOLO5_INFO},
    {"--solo5:debug", SOLO5_DEBUG},
};

static const char blanks[] = " \t\n\v\f\r";

/* The size of the word that `line` begins with, if it is such an option. */
static size_t parse_word(const char *line, enum solo5_level *level)
{
    size_t size = strcspn(line, blanks);

    for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++)
        if (strlen(options[i].word) == size &&
            memcmp(options[i].word, line, size) == 0) {
            *level = options[i].level;
            return size;
        }
    return 0;
}

const char *solo5_options_parse(const char *line, enum solo5_level *level)
{
    size_t size;

    do {
        line += strspn(line, blanks);
        size = parse_word(line, level);
        line += size;
    } while (size > 0);
    return line;
}
