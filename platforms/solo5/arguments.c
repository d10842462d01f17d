#include "boot.h"
#include "words.h"
#include <mirage/exit.h>
#include <mirage/platform.h>
#include <stdlib.h>
#include <string.h>

static void fail(const char *message)
{
    mirage_platform_log_write(message, strlen(message));
    mirage_platform_exit(MIRAGE_EXIT_ARGUMENTS);
}

void mirage_platform_arguments(int *argc, char ***argv)
{
    char *line = strdup(solo5_arguments);
    char **words =
        malloc((solo5_words_room(solo5_arguments) + 1) * sizeof(*words));
    int count;

    if (!line || !words)
        fail("mirage: memory ran out for the command line\n");
    words[0] = "mirage";
    count = solo5_words_split(line, words + 1);
    if (count < 0)
        fail("mirage: the command line ends inside of quotes or after a "
             "lone backslash\n");
    *argc = count + 1;
    *argv = words;
}
